# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_pao_global_optspecs
    string join \n db= o/format= json site= as= password-file= token-file= no-input y/yes n/dry-run q/quiet color= limit= after= columns= no-header V/version verbose h/help
end

function __fish_pao_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_pao_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_pao_using_subcommand
    set -l cmd (__fish_pao_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c pao -n "__fish_pao_needs_command" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_needs_command" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_needs_command" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_needs_command" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_needs_command" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_needs_command" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_needs_command" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_needs_command" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_needs_command" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_needs_command" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_needs_command" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_needs_command" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_needs_command" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_needs_command" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_needs_command" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_needs_command" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_needs_command" -s V -l version -d 'Print version; with --verbose or --json also how it was built'
complete -c pao -n "__fish_pao_needs_command" -l verbose
complete -c pao -n "__fish_pao_needs_command" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_needs_command" -f -a "demo" -d 'Play the whole story on a practice database'
complete -c pao -n "__fish_pao_needs_command" -f -a "init" -d 'Create the database and its first operator'
complete -c pao -n "__fish_pao_needs_command" -f -a "register" -d 'Ask for an ID; a code is mailed to the address'
complete -c pao -n "__fish_pao_needs_command" -f -a "login" -d 'Sign in'
complete -c pao -n "__fish_pao_needs_command" -f -a "logout" -d 'Sign out; always succeeds'
complete -c pao -n "__fish_pao_needs_command" -f -a "whoami" -d 'Show who is signed in, and at which sites'
complete -c pao -n "__fish_pao_needs_command" -f -a "status" -d 'Show what is waiting for you, most urgent first'
complete -c pao -n "__fish_pao_needs_command" -f -a "start" -d 'Guide a new Primary Contact through the first steps'
complete -c pao -n "__fish_pao_needs_command" -f -a "authorize" -d 'Become the Primary Contact of a site with the temporary passcode'
complete -c pao -n "__fish_pao_needs_command" -f -a "request-passcode" -d 'Have a new temporary passcode mailed, valid for one hour'
complete -c pao -n "__fish_pao_needs_command" -f -a "token" -d 'Automation tokens: sign-ins for scripts, for named actions at one site'
complete -c pao -n "__fish_pao_needs_command" -f -a "account" -d 'Your own ID'
complete -c pao -n "__fish_pao_needs_command" -f -a "access" -d 'Who has access to a site, and what they may do'
complete -c pao -n "__fish_pao_needs_command" -f -a "contact" -d 'Contacts of record, and who the Primary Contact is'
complete -c pao -n "__fish_pao_needs_command" -f -a "can" -d 'Ask whether somebody may do something; the exit status is the answer'
complete -c pao -n "__fish_pao_needs_command" -f -a "nominate" -d 'Ask for access to a site'
complete -c pao -n "__fish_pao_needs_command" -f -a "approve" -d 'Approve a nomination'
complete -c pao -n "__fish_pao_needs_command" -f -a "decline" -d 'Decline a nomination, and say why'
complete -c pao -n "__fish_pao_needs_command" -f -a "nomination" -d 'Requests for access to a site'
complete -c pao -n "__fish_pao_needs_command" -f -a "entitlement" -d 'What a site has acquired'
complete -c pao -n "__fish_pao_needs_command" -f -a "provision" -d 'Gateways: asked for, received, provisioned'
complete -c pao -n "__fish_pao_needs_command" -f -a "provider" -d 'Public messaging providers'
complete -c pao -n "__fish_pao_needs_command" -f -a "site" -d 'Sites: enrolled, listed, amended, ended'
complete -c pao -n "__fish_pao_needs_command" -f -a "person" -d 'People, as operators see them'
complete -c pao -n "__fish_pao_needs_command" -f -a "operator" -d 'The vendor\'s staff'
complete -c pao -n "__fish_pao_needs_command" -f -a "config" -d 'Settings that live in the database'
complete -c pao -n "__fish_pao_needs_command" -f -a "outbox" -d 'The letters that pao writes'
complete -c pao -n "__fish_pao_needs_command" -f -a "audit" -d 'What was done and what was refused'
complete -c pao -n "__fish_pao_needs_command" -f -a "maintain" -d 'Reminders, expiries, delivery and purge; for a cron or timer entry'
complete -c pao -n "__fish_pao_needs_command" -f -a "db" -d 'The database file'
complete -c pao -n "__fish_pao_needs_command" -f -a "rules" -d 'List the rules'
complete -c pao -n "__fish_pao_needs_command" -f -a "explain" -d 'Explain a code or a rule'
complete -c pao -n "__fish_pao_needs_command" -f -a "help" -d 'Explain a topic: rules, exit-codes, environment, output, passwords, deployment'
complete -c pao -n "__fish_pao_needs_command" -f -a "schema" -d 'Print the JSON Schema of a command\'s answer, or of the error object'
complete -c pao -n "__fish_pao_needs_command" -f -a "completions" -d 'Print a script with which a shell completes pao\'s command line'
complete -c pao -n "__fish_pao_needs_command" -f -a "man" -d 'Print a page of the manual; roff in a pipe'
complete -c pao -n "__fish_pao_needs_command" -f -a "ssh-command" -d 'Run what came over ssh, for the key whose line calls this'
complete -c pao -n "__fish_pao_needs_command" -f -a "ssh-keys" -d 'Print the line by which a key may come in, for sshd'
complete -c pao -n "__fish_pao_using_subcommand demo" -l sites -d 'Fill the file with so many active sites instead' -r -f
complete -c pao -n "__fish_pao_using_subcommand demo" -l people -d 'People at each of these sites' -r -f
complete -c pao -n "__fish_pao_using_subcommand demo" -l seed -d 'The same seed makes the same database, but for times and secrets' -r -f
complete -c pao -n "__fish_pao_using_subcommand demo" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand demo" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand demo" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand demo" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand demo" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand demo" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand demo" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand demo" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand demo" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand demo" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand demo" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand demo" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand demo" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand demo" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand demo" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand demo" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand init" -l email -d 'E-mail address; it becomes the ID' -r -f
complete -c pao -n "__fish_pao_using_subcommand init" -l first-name -d 'First name' -r -f
complete -c pao -n "__fish_pao_using_subcommand init" -l last-name -d 'Last name' -r -f
complete -c pao -n "__fish_pao_using_subcommand init" -l country -d 'Country of residence, as a code or a name' -r -f -a "AD\t'Andorra'
AE\t'United Arab Emirates'
AF\t'Afghanistan'
AG\t'Antigua and Barbuda'
AI\t'Anguilla'
AL\t'Albania'
AM\t'Armenia'
AO\t'Angola'
AQ\t'Antarctica'
AR\t'Argentina'
AS\t'American Samoa'
AT\t'Austria'
AU\t'Australia'
AW\t'Aruba'
AX\t'Åland Islands'
AZ\t'Azerbaijan'
BA\t'Bosnia and Herzegovina'
BB\t'Barbados'
BD\t'Bangladesh'
BE\t'Belgium'
BF\t'Burkina Faso'
BG\t'Bulgaria'
BH\t'Bahrain'
BI\t'Burundi'
BJ\t'Benin'
BL\t'Saint Barthélemy'
BM\t'Bermuda'
BN\t'Brunei Darussalam'
BO\t'Bolivia'
BQ\t'Bonaire, Sint Eustatius and Saba'
BR\t'Brazil'
BS\t'Bahamas'
BT\t'Bhutan'
BV\t'Bouvet Island'
BW\t'Botswana'
BY\t'Belarus'
BZ\t'Belize'
CA\t'Canada'
CC\t'Cocos (Keeling) Islands'
CD\t'Congo, The Democratic Republic of the'
CF\t'Central African Republic'
CG\t'Congo'
CH\t'Switzerland'
CI\t'Côte d\'Ivoire'
CK\t'Cook Islands'
CL\t'Chile'
CM\t'Cameroon'
CN\t'China'
CO\t'Colombia'
CR\t'Costa Rica'
CU\t'Cuba'
CV\t'Cabo Verde'
CW\t'Curaçao'
CX\t'Christmas Island'
CY\t'Cyprus'
CZ\t'Czechia'
DE\t'Germany'
DJ\t'Djibouti'
DK\t'Denmark'
DM\t'Dominica'
DO\t'Dominican Republic'
DZ\t'Algeria'
EC\t'Ecuador'
EE\t'Estonia'
EG\t'Egypt'
EH\t'Western Sahara'
ER\t'Eritrea'
ES\t'Spain'
ET\t'Ethiopia'
FI\t'Finland'
FJ\t'Fiji'
FK\t'Falkland Islands (Malvinas)'
FM\t'Micronesia, Federated States of'
FO\t'Faroe Islands'
FR\t'France'
GA\t'Gabon'
GB\t'United Kingdom'
GD\t'Grenada'
GE\t'Georgia'
GF\t'French Guiana'
GG\t'Guernsey'
GH\t'Ghana'
GI\t'Gibraltar'
GL\t'Greenland'
GM\t'Gambia'
GN\t'Guinea'
GP\t'Guadeloupe'
GQ\t'Equatorial Guinea'
GR\t'Greece'
GS\t'South Georgia and the South Sandwich Islands'
GT\t'Guatemala'
GU\t'Guam'
GW\t'Guinea-Bissau'
GY\t'Guyana'
HK\t'Hong Kong'
HM\t'Heard Island and McDonald Islands'
HN\t'Honduras'
HR\t'Croatia'
HT\t'Haiti'
HU\t'Hungary'
ID\t'Indonesia'
IE\t'Ireland'
IL\t'Israel'
IM\t'Isle of Man'
IN\t'India'
IO\t'British Indian Ocean Territory'
IQ\t'Iraq'
IR\t'Iran'
IS\t'Iceland'
IT\t'Italy'
JE\t'Jersey'
JM\t'Jamaica'
JO\t'Jordan'
JP\t'Japan'
KE\t'Kenya'
KG\t'Kyrgyzstan'
KH\t'Cambodia'
KI\t'Kiribati'
KM\t'Comoros'
KN\t'Saint Kitts and Nevis'
KP\t'North Korea'
KR\t'South Korea'
KW\t'Kuwait'
KY\t'Cayman Islands'
KZ\t'Kazakhstan'
LA\t'Laos'
LB\t'Lebanon'
LC\t'Saint Lucia'
LI\t'Liechtenstein'
LK\t'Sri Lanka'
LR\t'Liberia'
LS\t'Lesotho'
LT\t'Lithuania'
LU\t'Luxembourg'
LV\t'Latvia'
LY\t'Libya'
MA\t'Morocco'
MC\t'Monaco'
MD\t'Moldova'
ME\t'Montenegro'
MF\t'Saint Martin (French part)'
MG\t'Madagascar'
MH\t'Marshall Islands'
MK\t'North Macedonia'
ML\t'Mali'
MM\t'Myanmar'
MN\t'Mongolia'
MO\t'Macao'
MP\t'Northern Mariana Islands'
MQ\t'Martinique'
MR\t'Mauritania'
MS\t'Montserrat'
MT\t'Malta'
MU\t'Mauritius'
MV\t'Maldives'
MW\t'Malawi'
MX\t'Mexico'
MY\t'Malaysia'
MZ\t'Mozambique'
NA\t'Namibia'
NC\t'New Caledonia'
NE\t'Niger'
NF\t'Norfolk Island'
NG\t'Nigeria'
NI\t'Nicaragua'
NL\t'Netherlands'
NO\t'Norway'
NP\t'Nepal'
NR\t'Nauru'
NU\t'Niue'
NZ\t'New Zealand'
OM\t'Oman'
PA\t'Panama'
PE\t'Peru'
PF\t'French Polynesia'
PG\t'Papua New Guinea'
PH\t'Philippines'
PK\t'Pakistan'
PL\t'Poland'
PM\t'Saint Pierre and Miquelon'
PN\t'Pitcairn'
PR\t'Puerto Rico'
PS\t'Palestine, State of'
PT\t'Portugal'
PW\t'Palau'
PY\t'Paraguay'
QA\t'Qatar'
RE\t'Réunion'
RO\t'Romania'
RS\t'Serbia'
RU\t'Russian Federation'
RW\t'Rwanda'
SA\t'Saudi Arabia'
SB\t'Solomon Islands'
SC\t'Seychelles'
SD\t'Sudan'
SE\t'Sweden'
SG\t'Singapore'
SH\t'Saint Helena, Ascension and Tristan da Cunha'
SI\t'Slovenia'
SJ\t'Svalbard and Jan Mayen'
SK\t'Slovakia'
SL\t'Sierra Leone'
SM\t'San Marino'
SN\t'Senegal'
SO\t'Somalia'
SR\t'Suriname'
SS\t'South Sudan'
ST\t'Sao Tome and Principe'
SV\t'El Salvador'
SX\t'Sint Maarten (Dutch part)'
SY\t'Syria'
SZ\t'Eswatini'
TC\t'Turks and Caicos Islands'
TD\t'Chad'
TF\t'French Southern Territories'
TG\t'Togo'
TH\t'Thailand'
TJ\t'Tajikistan'
TK\t'Tokelau'
TL\t'Timor-Leste'
TM\t'Turkmenistan'
TN\t'Tunisia'
TO\t'Tonga'
TR\t'Türkiye'
TT\t'Trinidad and Tobago'
TV\t'Tuvalu'
TW\t'Taiwan'
TZ\t'Tanzania'
UA\t'Ukraine'
UG\t'Uganda'
UM\t'United States Minor Outlying Islands'
US\t'United States'
UY\t'Uruguay'
UZ\t'Uzbekistan'
VA\t'Holy See (Vatican City State)'
VC\t'Saint Vincent and the Grenadines'
VE\t'Venezuela'
VG\t'Virgin Islands, British'
VI\t'Virgin Islands, U.S.'
VN\t'Vietnam'
VU\t'Vanuatu'
WF\t'Wallis and Futuna'
WS\t'Samoa'
YE\t'Yemen'
YT\t'Mayotte'
ZA\t'South Africa'
ZM\t'Zambia'
ZW\t'Zimbabwe'"
complete -c pao -n "__fish_pao_using_subcommand init" -l question -d 'A security question; operators may have none' -r -f
complete -c pao -n "__fish_pao_using_subcommand init" -l answer-file -d 'File with the answer to it, one line' -r -F
complete -c pao -n "__fish_pao_using_subcommand init" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand init" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand init" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand init" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand init" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand init" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand init" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand init" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand init" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand init" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand init" -l service -d 'The file belongs to a dedicated user, and people reach it only through pao'
complete -c pao -n "__fish_pao_using_subcommand init" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand init" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand init" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand init" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand init" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand init" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand register" -l email -d 'E-mail address; it becomes the ID' -r -f
complete -c pao -n "__fish_pao_using_subcommand register" -l first-name -d 'First name' -r -f
complete -c pao -n "__fish_pao_using_subcommand register" -l last-name -d 'Last name' -r -f
complete -c pao -n "__fish_pao_using_subcommand register" -l country -d 'Country of residence, as a code or a name' -r -f -a "AD\t'Andorra'
AE\t'United Arab Emirates'
AF\t'Afghanistan'
AG\t'Antigua and Barbuda'
AI\t'Anguilla'
AL\t'Albania'
AM\t'Armenia'
AO\t'Angola'
AQ\t'Antarctica'
AR\t'Argentina'
AS\t'American Samoa'
AT\t'Austria'
AU\t'Australia'
AW\t'Aruba'
AX\t'Åland Islands'
AZ\t'Azerbaijan'
BA\t'Bosnia and Herzegovina'
BB\t'Barbados'
BD\t'Bangladesh'
BE\t'Belgium'
BF\t'Burkina Faso'
BG\t'Bulgaria'
BH\t'Bahrain'
BI\t'Burundi'
BJ\t'Benin'
BL\t'Saint Barthélemy'
BM\t'Bermuda'
BN\t'Brunei Darussalam'
BO\t'Bolivia'
BQ\t'Bonaire, Sint Eustatius and Saba'
BR\t'Brazil'
BS\t'Bahamas'
BT\t'Bhutan'
BV\t'Bouvet Island'
BW\t'Botswana'
BY\t'Belarus'
BZ\t'Belize'
CA\t'Canada'
CC\t'Cocos (Keeling) Islands'
CD\t'Congo, The Democratic Republic of the'
CF\t'Central African Republic'
CG\t'Congo'
CH\t'Switzerland'
CI\t'Côte d\'Ivoire'
CK\t'Cook Islands'
CL\t'Chile'
CM\t'Cameroon'
CN\t'China'
CO\t'Colombia'
CR\t'Costa Rica'
CU\t'Cuba'
CV\t'Cabo Verde'
CW\t'Curaçao'
CX\t'Christmas Island'
CY\t'Cyprus'
CZ\t'Czechia'
DE\t'Germany'
DJ\t'Djibouti'
DK\t'Denmark'
DM\t'Dominica'
DO\t'Dominican Republic'
DZ\t'Algeria'
EC\t'Ecuador'
EE\t'Estonia'
EG\t'Egypt'
EH\t'Western Sahara'
ER\t'Eritrea'
ES\t'Spain'
ET\t'Ethiopia'
FI\t'Finland'
FJ\t'Fiji'
FK\t'Falkland Islands (Malvinas)'
FM\t'Micronesia, Federated States of'
FO\t'Faroe Islands'
FR\t'France'
GA\t'Gabon'
GB\t'United Kingdom'
GD\t'Grenada'
GE\t'Georgia'
GF\t'French Guiana'
GG\t'Guernsey'
GH\t'Ghana'
GI\t'Gibraltar'
GL\t'Greenland'
GM\t'Gambia'
GN\t'Guinea'
GP\t'Guadeloupe'
GQ\t'Equatorial Guinea'
GR\t'Greece'
GS\t'South Georgia and the South Sandwich Islands'
GT\t'Guatemala'
GU\t'Guam'
GW\t'Guinea-Bissau'
GY\t'Guyana'
HK\t'Hong Kong'
HM\t'Heard Island and McDonald Islands'
HN\t'Honduras'
HR\t'Croatia'
HT\t'Haiti'
HU\t'Hungary'
ID\t'Indonesia'
IE\t'Ireland'
IL\t'Israel'
IM\t'Isle of Man'
IN\t'India'
IO\t'British Indian Ocean Territory'
IQ\t'Iraq'
IR\t'Iran'
IS\t'Iceland'
IT\t'Italy'
JE\t'Jersey'
JM\t'Jamaica'
JO\t'Jordan'
JP\t'Japan'
KE\t'Kenya'
KG\t'Kyrgyzstan'
KH\t'Cambodia'
KI\t'Kiribati'
KM\t'Comoros'
KN\t'Saint Kitts and Nevis'
KP\t'North Korea'
KR\t'South Korea'
KW\t'Kuwait'
KY\t'Cayman Islands'
KZ\t'Kazakhstan'
LA\t'Laos'
LB\t'Lebanon'
LC\t'Saint Lucia'
LI\t'Liechtenstein'
LK\t'Sri Lanka'
LR\t'Liberia'
LS\t'Lesotho'
LT\t'Lithuania'
LU\t'Luxembourg'
LV\t'Latvia'
LY\t'Libya'
MA\t'Morocco'
MC\t'Monaco'
MD\t'Moldova'
ME\t'Montenegro'
MF\t'Saint Martin (French part)'
MG\t'Madagascar'
MH\t'Marshall Islands'
MK\t'North Macedonia'
ML\t'Mali'
MM\t'Myanmar'
MN\t'Mongolia'
MO\t'Macao'
MP\t'Northern Mariana Islands'
MQ\t'Martinique'
MR\t'Mauritania'
MS\t'Montserrat'
MT\t'Malta'
MU\t'Mauritius'
MV\t'Maldives'
MW\t'Malawi'
MX\t'Mexico'
MY\t'Malaysia'
MZ\t'Mozambique'
NA\t'Namibia'
NC\t'New Caledonia'
NE\t'Niger'
NF\t'Norfolk Island'
NG\t'Nigeria'
NI\t'Nicaragua'
NL\t'Netherlands'
NO\t'Norway'
NP\t'Nepal'
NR\t'Nauru'
NU\t'Niue'
NZ\t'New Zealand'
OM\t'Oman'
PA\t'Panama'
PE\t'Peru'
PF\t'French Polynesia'
PG\t'Papua New Guinea'
PH\t'Philippines'
PK\t'Pakistan'
PL\t'Poland'
PM\t'Saint Pierre and Miquelon'
PN\t'Pitcairn'
PR\t'Puerto Rico'
PS\t'Palestine, State of'
PT\t'Portugal'
PW\t'Palau'
PY\t'Paraguay'
QA\t'Qatar'
RE\t'Réunion'
RO\t'Romania'
RS\t'Serbia'
RU\t'Russian Federation'
RW\t'Rwanda'
SA\t'Saudi Arabia'
SB\t'Solomon Islands'
SC\t'Seychelles'
SD\t'Sudan'
SE\t'Sweden'
SG\t'Singapore'
SH\t'Saint Helena, Ascension and Tristan da Cunha'
SI\t'Slovenia'
SJ\t'Svalbard and Jan Mayen'
SK\t'Slovakia'
SL\t'Sierra Leone'
SM\t'San Marino'
SN\t'Senegal'
SO\t'Somalia'
SR\t'Suriname'
SS\t'South Sudan'
ST\t'Sao Tome and Principe'
SV\t'El Salvador'
SX\t'Sint Maarten (Dutch part)'
SY\t'Syria'
SZ\t'Eswatini'
TC\t'Turks and Caicos Islands'
TD\t'Chad'
TF\t'French Southern Territories'
TG\t'Togo'
TH\t'Thailand'
TJ\t'Tajikistan'
TK\t'Tokelau'
TL\t'Timor-Leste'
TM\t'Turkmenistan'
TN\t'Tunisia'
TO\t'Tonga'
TR\t'Türkiye'
TT\t'Trinidad and Tobago'
TV\t'Tuvalu'
TW\t'Taiwan'
TZ\t'Tanzania'
UA\t'Ukraine'
UG\t'Uganda'
UM\t'United States Minor Outlying Islands'
US\t'United States'
UY\t'Uruguay'
UZ\t'Uzbekistan'
VA\t'Holy See (Vatican City State)'
VC\t'Saint Vincent and the Grenadines'
VE\t'Venezuela'
VG\t'Virgin Islands, British'
VI\t'Virgin Islands, U.S.'
VN\t'Vietnam'
VU\t'Vanuatu'
WF\t'Wallis and Futuna'
WS\t'Samoa'
YE\t'Yemen'
YT\t'Mayotte'
ZA\t'South Africa'
ZM\t'Zambia'
ZW\t'Zimbabwe'"
complete -c pao -n "__fish_pao_using_subcommand register" -l question -d 'A security question of your own choosing' -r -f
complete -c pao -n "__fish_pao_using_subcommand register" -l answer-file -d 'File with the answer to it, one line; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand register" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand register" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand register" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand register" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand register" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand register" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand register" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand register" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand register" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand register" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand register" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand register" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand register" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand register" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand register" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand register" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand register" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand login" -l ttl -d 'How long the sign-in lasts, at most 8h' -r -f
complete -c pao -n "__fish_pao_using_subcommand login" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand login" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand login" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand login" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand login" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand login" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand login" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand login" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand login" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand login" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand login" -l print-token -d 'Print the token for `PAO_TOKEN` instead of storing it'
complete -c pao -n "__fish_pao_using_subcommand login" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand login" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand login" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand login" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand login" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand login" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand login" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand logout" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand logout" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand logout" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand logout" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand logout" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand logout" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand logout" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand logout" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand logout" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand logout" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand logout" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand logout" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand logout" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand logout" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand logout" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand logout" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand logout" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand whoami" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand whoami" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand whoami" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand whoami" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand whoami" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand whoami" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand whoami" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand whoami" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand whoami" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand whoami" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand whoami" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand whoami" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand whoami" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand whoami" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand whoami" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand whoami" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand whoami" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand status" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand status" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand status" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand status" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand status" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand status" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand status" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand status" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand status" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand status" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand status" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand status" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand status" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand status" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand status" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand status" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand start" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand start" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand start" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand start" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand start" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand start" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand start" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand start" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand start" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand start" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand start" -l script -d 'Print the same work as a shell script at the end, on a terminal too'
complete -c pao -n "__fish_pao_using_subcommand start" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand start" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand start" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand start" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand start" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand start" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand authorize" -l passcode-file -d 'File with the temporary passcode, one line; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand authorize" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand authorize" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand authorize" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand authorize" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand authorize" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand authorize" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand authorize" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand authorize" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand authorize" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand authorize" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand authorize" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand authorize" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand authorize" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand authorize" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand authorize" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand authorize" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand authorize" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand request-passcode" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -f -a "create" -d 'Make a token with which a script may do named actions at one site'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -f -a "list" -d 'List your tokens that are good'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -f -a "ls" -d 'List your tokens that are good'
complete -c pao -n "__fish_pao_using_subcommand token; and not __fish_seen_subcommand_from create list ls revoke" -f -a "revoke" -d 'End a token of yours at once'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l can -d 'What the token is for, as in list-access,change-access' -r -f -a "enter\t''
download\t''
media\t''
order\t''
renew\t''
view-reports\t''
view-entitlements\t''
update-entitlements\t''
view-documents\t''
list-access\t''
change-access\t''
name-secondary\t''
decide-nominations\t''
update-contacts\t''
provision\t''
message\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l ttl -d 'How long it lasts, at most 365d' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l name -d 'A name, to tell it from others' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand token; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "verify" -d 'Type the code that was mailed; the ID, or its new address, exists from then on'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "resend-code" -d 'Have a new code mailed for a registration that waits'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "show" -d 'Show what the registry keeps about you'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "update" -d 'Change your name, country, e-mail address or security question'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "change-password" -d 'Choose a new password; every sign-in ends'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "recover" -d 'Have a recovery code mailed, for a forgotten password'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "reset" -d 'Choose a new password with the recovery code and the security answer'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "reverse-email" -d 'Take a change of your e-mail address back, with the code from the letter'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "sign-ins" -d 'List where you are signed in'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "sign-out-all" -d 'End every sign-in and every automation token of yours'
complete -c pao -n "__fish_pao_using_subcommand account; and not __fish_seen_subcommand_from verify resend-code show update change-password recover reset reverse-email sign-ins sign-out-all close" -f -a "close" -d 'Close your ID, for good'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l email -d 'The address that the code was mailed to' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l code-file -d 'File with the code, one line; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l email -d 'The address that a registration waits for' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from resend-code" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l first-name -d 'First name' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l last-name -d 'Last name' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l country -d 'Country of residence, as a code or a name' -r -f -a "AD\t'Andorra'
AE\t'United Arab Emirates'
AF\t'Afghanistan'
AG\t'Antigua and Barbuda'
AI\t'Anguilla'
AL\t'Albania'
AM\t'Armenia'
AO\t'Angola'
AQ\t'Antarctica'
AR\t'Argentina'
AS\t'American Samoa'
AT\t'Austria'
AU\t'Australia'
AW\t'Aruba'
AX\t'Åland Islands'
AZ\t'Azerbaijan'
BA\t'Bosnia and Herzegovina'
BB\t'Barbados'
BD\t'Bangladesh'
BE\t'Belgium'
BF\t'Burkina Faso'
BG\t'Bulgaria'
BH\t'Bahrain'
BI\t'Burundi'
BJ\t'Benin'
BL\t'Saint Barthélemy'
BM\t'Bermuda'
BN\t'Brunei Darussalam'
BO\t'Bolivia'
BQ\t'Bonaire, Sint Eustatius and Saba'
BR\t'Brazil'
BS\t'Bahamas'
BT\t'Bhutan'
BV\t'Bouvet Island'
BW\t'Botswana'
BY\t'Belarus'
BZ\t'Belize'
CA\t'Canada'
CC\t'Cocos (Keeling) Islands'
CD\t'Congo, The Democratic Republic of the'
CF\t'Central African Republic'
CG\t'Congo'
CH\t'Switzerland'
CI\t'Côte d\'Ivoire'
CK\t'Cook Islands'
CL\t'Chile'
CM\t'Cameroon'
CN\t'China'
CO\t'Colombia'
CR\t'Costa Rica'
CU\t'Cuba'
CV\t'Cabo Verde'
CW\t'Curaçao'
CX\t'Christmas Island'
CY\t'Cyprus'
CZ\t'Czechia'
DE\t'Germany'
DJ\t'Djibouti'
DK\t'Denmark'
DM\t'Dominica'
DO\t'Dominican Republic'
DZ\t'Algeria'
EC\t'Ecuador'
EE\t'Estonia'
EG\t'Egypt'
EH\t'Western Sahara'
ER\t'Eritrea'
ES\t'Spain'
ET\t'Ethiopia'
FI\t'Finland'
FJ\t'Fiji'
FK\t'Falkland Islands (Malvinas)'
FM\t'Micronesia, Federated States of'
FO\t'Faroe Islands'
FR\t'France'
GA\t'Gabon'
GB\t'United Kingdom'
GD\t'Grenada'
GE\t'Georgia'
GF\t'French Guiana'
GG\t'Guernsey'
GH\t'Ghana'
GI\t'Gibraltar'
GL\t'Greenland'
GM\t'Gambia'
GN\t'Guinea'
GP\t'Guadeloupe'
GQ\t'Equatorial Guinea'
GR\t'Greece'
GS\t'South Georgia and the South Sandwich Islands'
GT\t'Guatemala'
GU\t'Guam'
GW\t'Guinea-Bissau'
GY\t'Guyana'
HK\t'Hong Kong'
HM\t'Heard Island and McDonald Islands'
HN\t'Honduras'
HR\t'Croatia'
HT\t'Haiti'
HU\t'Hungary'
ID\t'Indonesia'
IE\t'Ireland'
IL\t'Israel'
IM\t'Isle of Man'
IN\t'India'
IO\t'British Indian Ocean Territory'
IQ\t'Iraq'
IR\t'Iran'
IS\t'Iceland'
IT\t'Italy'
JE\t'Jersey'
JM\t'Jamaica'
JO\t'Jordan'
JP\t'Japan'
KE\t'Kenya'
KG\t'Kyrgyzstan'
KH\t'Cambodia'
KI\t'Kiribati'
KM\t'Comoros'
KN\t'Saint Kitts and Nevis'
KP\t'North Korea'
KR\t'South Korea'
KW\t'Kuwait'
KY\t'Cayman Islands'
KZ\t'Kazakhstan'
LA\t'Laos'
LB\t'Lebanon'
LC\t'Saint Lucia'
LI\t'Liechtenstein'
LK\t'Sri Lanka'
LR\t'Liberia'
LS\t'Lesotho'
LT\t'Lithuania'
LU\t'Luxembourg'
LV\t'Latvia'
LY\t'Libya'
MA\t'Morocco'
MC\t'Monaco'
MD\t'Moldova'
ME\t'Montenegro'
MF\t'Saint Martin (French part)'
MG\t'Madagascar'
MH\t'Marshall Islands'
MK\t'North Macedonia'
ML\t'Mali'
MM\t'Myanmar'
MN\t'Mongolia'
MO\t'Macao'
MP\t'Northern Mariana Islands'
MQ\t'Martinique'
MR\t'Mauritania'
MS\t'Montserrat'
MT\t'Malta'
MU\t'Mauritius'
MV\t'Maldives'
MW\t'Malawi'
MX\t'Mexico'
MY\t'Malaysia'
MZ\t'Mozambique'
NA\t'Namibia'
NC\t'New Caledonia'
NE\t'Niger'
NF\t'Norfolk Island'
NG\t'Nigeria'
NI\t'Nicaragua'
NL\t'Netherlands'
NO\t'Norway'
NP\t'Nepal'
NR\t'Nauru'
NU\t'Niue'
NZ\t'New Zealand'
OM\t'Oman'
PA\t'Panama'
PE\t'Peru'
PF\t'French Polynesia'
PG\t'Papua New Guinea'
PH\t'Philippines'
PK\t'Pakistan'
PL\t'Poland'
PM\t'Saint Pierre and Miquelon'
PN\t'Pitcairn'
PR\t'Puerto Rico'
PS\t'Palestine, State of'
PT\t'Portugal'
PW\t'Palau'
PY\t'Paraguay'
QA\t'Qatar'
RE\t'Réunion'
RO\t'Romania'
RS\t'Serbia'
RU\t'Russian Federation'
RW\t'Rwanda'
SA\t'Saudi Arabia'
SB\t'Solomon Islands'
SC\t'Seychelles'
SD\t'Sudan'
SE\t'Sweden'
SG\t'Singapore'
SH\t'Saint Helena, Ascension and Tristan da Cunha'
SI\t'Slovenia'
SJ\t'Svalbard and Jan Mayen'
SK\t'Slovakia'
SL\t'Sierra Leone'
SM\t'San Marino'
SN\t'Senegal'
SO\t'Somalia'
SR\t'Suriname'
SS\t'South Sudan'
ST\t'Sao Tome and Principe'
SV\t'El Salvador'
SX\t'Sint Maarten (Dutch part)'
SY\t'Syria'
SZ\t'Eswatini'
TC\t'Turks and Caicos Islands'
TD\t'Chad'
TF\t'French Southern Territories'
TG\t'Togo'
TH\t'Thailand'
TJ\t'Tajikistan'
TK\t'Tokelau'
TL\t'Timor-Leste'
TM\t'Turkmenistan'
TN\t'Tunisia'
TO\t'Tonga'
TR\t'Türkiye'
TT\t'Trinidad and Tobago'
TV\t'Tuvalu'
TW\t'Taiwan'
TZ\t'Tanzania'
UA\t'Ukraine'
UG\t'Uganda'
UM\t'United States Minor Outlying Islands'
US\t'United States'
UY\t'Uruguay'
UZ\t'Uzbekistan'
VA\t'Holy See (Vatican City State)'
VC\t'Saint Vincent and the Grenadines'
VE\t'Venezuela'
VG\t'Virgin Islands, British'
VI\t'Virgin Islands, U.S.'
VN\t'Vietnam'
VU\t'Vanuatu'
WF\t'Wallis and Futuna'
WS\t'Samoa'
YE\t'Yemen'
YT\t'Mayotte'
ZA\t'South Africa'
ZM\t'Zambia'
ZW\t'Zimbabwe'"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l email -d 'New e-mail address; works once the code mailed to it was typed. The ID stays' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l question -d 'New security question of your own choosing' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l answer-file -d 'File with the answer to it, one line; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l new-password-file -d 'File with the new password, one line; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from change-password" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l email -d 'Your ID or current e-mail address' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from recover" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l email -d 'Your ID or current e-mail address' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l code-file -d 'File with the mailed code, one line; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l answer-file -d 'File with the answer to your security question, one line; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l new-password-file -d 'File with the new password, one line; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l code-file -d 'File with the reversal code, one line; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from reverse-email" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-ins" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from sign-out-all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand account; and __fish_seen_subcommand_from close" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "add" -d 'Give a person access'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "grant" -d 'Give a person access'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "update" -d 'Change what a person may do'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "revoke" -d 'Take access away from a person'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "rm" -d 'Take access away from a person'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "leave" -d 'Give up your own access'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "list" -d 'List who has access'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "ls" -d 'List who has access'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "show" -d 'Show what one person may do; without an ID, you'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "history" -d 'Show what one person could do, since when and until when; without an ID, you'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "diff" -d 'Show whose access is different between two moments'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "tree" -d 'Show who gave whom access'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "import" -d 'Make the list of people with access what a file says'
complete -c pao -n "__fish_pao_using_subcommand access; and not __fish_seen_subcommand_from add grant update revoke rm leave list ls show history diff tree import export" -f -a "export" -d 'Print the list of people with access as a file for `access import`'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l email -d 'The person\'s e-mail address, to make sure that it is them' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l role -d 'What they are to be: secondary or user' -r -f -a "secondary\t''
user\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l tools -d 'Software downloads and tools: none, downloads, media, full' -r -f -a "none\t'no software tools'
downloads\t'download software'
media\t'also order media'
full\t'also quotes, catalogue, orders and renewals'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l reporting -d 'Reports: none, view' -r -f -a "none\t'no reports'
view\t'read reports'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l entitlements -d 'Inventory and deployments: none, view, update' -r -f -a "none\t'no inventory'
view\t'see inventory and deployments'
update\t'also record deployments'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l documents -d 'Account documents: none, view' -r -f -a "none\t'no account documents'
view\t'read the agreement and proofs of entitlement'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l manage-access -d 'The list of people with access: none, view, update' -r -f -a "none\t'does not see who else has access'
view\t'see who has access'
update\t'also give and revoke access'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l contact-update -d 'The contacts of record: none, view, update' -r -f -a "none\t'does not see the contacts of record'
view\t'see the contacts of record'
update\t'also change the contacts of record'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l expires -d 'Last day of the access, or a span such as 90d' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l note -d 'A remark for those who manage access' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l email -d 'The person\'s e-mail address, to make sure that it is them' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l role -d 'What they are to be: secondary or user' -r -f -a "secondary\t''
user\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l tools -d 'Software downloads and tools: none, downloads, media, full' -r -f -a "none\t'no software tools'
downloads\t'download software'
media\t'also order media'
full\t'also quotes, catalogue, orders and renewals'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l reporting -d 'Reports: none, view' -r -f -a "none\t'no reports'
view\t'read reports'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l entitlements -d 'Inventory and deployments: none, view, update' -r -f -a "none\t'no inventory'
view\t'see inventory and deployments'
update\t'also record deployments'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l documents -d 'Account documents: none, view' -r -f -a "none\t'no account documents'
view\t'read the agreement and proofs of entitlement'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l manage-access -d 'The list of people with access: none, view, update' -r -f -a "none\t'does not see who else has access'
view\t'see who has access'
update\t'also give and revoke access'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l contact-update -d 'The contacts of record: none, view, update' -r -f -a "none\t'does not see the contacts of record'
view\t'see the contacts of record'
update\t'also change the contacts of record'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l expires -d 'Last day of the access, or a span such as 90d' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l note -d 'A remark for those who manage access' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from grant" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l role -d 'What they are to be: secondary or user' -r -f -a "secondary\t''
user\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l email -d 'The person\'s e-mail address, to make sure that it is them' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l tools -d 'Software downloads and tools: none, downloads, media, full' -r -f -a "none\t'no software tools'
downloads\t'download software'
media\t'also order media'
full\t'also quotes, catalogue, orders and renewals'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l reporting -d 'Reports: none, view' -r -f -a "none\t'no reports'
view\t'read reports'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l entitlements -d 'Inventory and deployments: none, view, update' -r -f -a "none\t'no inventory'
view\t'see inventory and deployments'
update\t'also record deployments'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l documents -d 'Account documents: none, view' -r -f -a "none\t'no account documents'
view\t'read the agreement and proofs of entitlement'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l manage-access -d 'The list of people with access: none, view, update' -r -f -a "none\t'does not see who else has access'
view\t'see who has access'
update\t'also give and revoke access'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l contact-update -d 'The contacts of record: none, view, update' -r -f -a "none\t'does not see the contacts of record'
view\t'see the contacts of record'
update\t'also change the contacts of record'"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l expires -d 'Last day of the access, or a span such as 90d' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l note -d 'A remark for those who manage access' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l no-expiry -d 'The access has no end date any more'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l reason -d 'Why; the person is told' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l grants -d 'What becomes of the grants they made: keep, end, or hand-to:ID' -r -f -a "keep\t''
end\t''
hand-to:\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l if-exists -d 'Succeed also when there is no such access'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l reason -d 'Why; the person is told' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l grants -d 'What becomes of the grants they made: keep, end, or hand-to:ID' -r -f -a "keep\t''
end\t''
hand-to:\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l if-exists -d 'Succeed also when there is no such access'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from rm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from leave" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l role -d 'Only this role' -r -f -a "primary\t''
secondary\t''
user\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l expiring -d 'Only access that ends within this span, as in 30d' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l as-of -d 'As it was at the end of this day, or at this time' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l privilege -d 'Only those who hold at least this level, as in tools=full' -r -f -a "tools=none\t''
tools=downloads\t''
tools=media\t''
tools=full\t''
reporting=none\t''
reporting=view\t''
entitlements=none\t''
entitlements=view\t''
entitlements=update\t''
documents=none\t''
documents=view\t''
manage-access=none\t''
manage-access=view\t''
manage-access=update\t''
contact-update=none\t''
contact-update=view\t''
contact-update=update\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l wide -d 'Every privilege in a column of its own'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l role -d 'Only this role' -r -f -a "primary\t''
secondary\t''
user\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l expiring -d 'Only access that ends within this span, as in 30d' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l as-of -d 'As it was at the end of this day, or at this time' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l privilege -d 'Only those who hold at least this level, as in tools=full' -r -f -a "tools=none\t''
tools=downloads\t''
tools=media\t''
tools=full\t''
reporting=none\t''
reporting=view\t''
entitlements=none\t''
entitlements=view\t''
entitlements=update\t''
documents=none\t''
documents=view\t''
manage-access=none\t''
manage-access=view\t''
manage-access=update\t''
contact-update=none\t''
contact-update=view\t''
contact-update=update\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l wide -d 'Every privilege in a column of its own'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l from -d 'The earlier moment: the beginning of this day, or this time' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l to -d 'The later moment: the end of this day, or this time' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from tree" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l prune -d 'Also revoke everybody who is not in the file'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l exit-code -d 'With --dry-run: exit status 11 when there is something to do'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand access; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -f -a "list" -d 'List the contacts of record'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -f -a "ls" -d 'List the contacts of record'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -f -a "set" -d 'Name a contact of record, or amend one'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -f -a "clear" -d 'Name nobody for a type; the Primary Contact stands in'
complete -c pao -n "__fish_pao_using_subcommand contact; and not __fish_seen_subcommand_from list ls set clear set-primary" -f -a "set-primary" -d 'Hand the site over to a new Primary Contact'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l first-name -d 'First name' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l last-name -d 'Last name' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l email -d 'E-mail address' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l phone -d 'Phone number' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from clear" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l former -d 'What you become' -r -f -a "secondary\t''
user\t''
none\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand contact; and __fish_seen_subcommand_from set-primary" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand can" -l id -d 'Another person than yourself' -r -f
complete -c pao -n "__fish_pao_using_subcommand can" -l provider -d 'The messaging provider, for the action `message`' -r -f
complete -c pao -n "__fish_pao_using_subcommand can" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand can" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand can" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand can" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand can" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand can" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand can" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand can" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand can" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand can" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand can" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand can" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand can" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand can" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand can" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand can" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand can" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand nominate" -l primary-contact -d 'Current e-mail address of the site\'s Primary Contact' -r -f
complete -c pao -n "__fish_pao_using_subcommand nominate" -l reason -d 'Why; the Primary Contact reads it' -r -f
complete -c pao -n "__fish_pao_using_subcommand nominate" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nominate" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand nominate" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nominate" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nominate" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nominate" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand nominate" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand nominate" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand nominate" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand nominate" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand nominate" -l i-am-primary -d 'I believe I am the Primary Contact for this site (grants nothing)'
complete -c pao -n "__fish_pao_using_subcommand nominate" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand nominate" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand nominate" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand nominate" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand nominate" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand nominate" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand nominate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand approve" -l role -d 'What the nominee is to be: secondary or user (user if left out)' -r -f -a "secondary\t''
user\t''"
complete -c pao -n "__fish_pao_using_subcommand approve" -l tools -d 'Software downloads and tools: none, downloads, media, full' -r -f -a "none\t'no software tools'
downloads\t'download software'
media\t'also order media'
full\t'also quotes, catalogue, orders and renewals'"
complete -c pao -n "__fish_pao_using_subcommand approve" -l reporting -d 'Reports: none, view' -r -f -a "none\t'no reports'
view\t'read reports'"
complete -c pao -n "__fish_pao_using_subcommand approve" -l entitlements -d 'Inventory and deployments: none, view, update' -r -f -a "none\t'no inventory'
view\t'see inventory and deployments'
update\t'also record deployments'"
complete -c pao -n "__fish_pao_using_subcommand approve" -l documents -d 'Account documents: none, view' -r -f -a "none\t'no account documents'
view\t'read the agreement and proofs of entitlement'"
complete -c pao -n "__fish_pao_using_subcommand approve" -l manage-access -d 'The list of people with access: none, view, update' -r -f -a "none\t'does not see who else has access'
view\t'see who has access'
update\t'also give and revoke access'"
complete -c pao -n "__fish_pao_using_subcommand approve" -l contact-update -d 'The contacts of record: none, view, update' -r -f -a "none\t'does not see the contacts of record'
view\t'see the contacts of record'
update\t'also change the contacts of record'"
complete -c pao -n "__fish_pao_using_subcommand approve" -l expires -d 'Last day of the access, or a span such as 90d' -r -f
complete -c pao -n "__fish_pao_using_subcommand approve" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand approve" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand approve" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand approve" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand approve" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand approve" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand approve" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand approve" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand approve" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand approve" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand approve" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand approve" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand approve" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand approve" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand approve" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand approve" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand approve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand decline" -l reason -d 'Why; the nominee is told' -r -f
complete -c pao -n "__fish_pao_using_subcommand decline" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand decline" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand decline" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand decline" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand decline" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand decline" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand decline" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand decline" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand decline" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand decline" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand decline" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand decline" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand decline" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand decline" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand decline" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand decline" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand decline" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -f -a "list" -d 'List the nominations at your site, and your own'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -f -a "ls" -d 'List the nominations at your site, and your own'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -f -a "show" -d 'Show one nomination'
complete -c pao -n "__fish_pao_using_subcommand nomination; and not __fish_seen_subcommand_from list ls show withdraw" -f -a "withdraw" -d 'Take back a nomination of your own'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l status -d 'Only this status' -r -f -a "pending\t''
approved\t''
declined\t''
withdrawn\t''
expired\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l status -d 'Only this status' -r -f -a "pending\t''
approved\t''
declined\t''
withdrawn\t''
expired\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand nomination; and __fish_seen_subcommand_from withdraw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -f -a "grant" -d 'Record what a site has acquired'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -f -a "revoke" -d 'Revoke an entitlement'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -f -a "list" -d 'List what a site has acquired'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and not __fish_seen_subcommand_from grant revoke list ls" -f -a "ls" -d 'List what a site has acquired'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l product -d 'What was acquired, as in sametime-gateway' -r -f -a "sametime-gateway\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l quantity -d 'How many' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l from -d 'First day; now if left out' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l until -d 'Last day, or a span such as 90d; no end if left out' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from grant" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand entitlement; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -f -a "submit" -d 'Ask for a gateway to be added; `pao provision` alone opens this form'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -f -a "list" -d 'List requests'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -f -a "ls" -d 'List requests'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -f -a "show" -d 'Show one request'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -f -a "cancel" -d 'Take a request back before it is decided'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -f -a "end" -d 'End a gateway that is served'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -f -a "accept-terms" -d 'Accept the terms of a public provider for a gateway'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -f -a "receive" -d 'Mark a request as received (operators)'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -f -a "complete" -d 'Mark a gateway as provisioned (operators)'
complete -c pao -n "__fish_pao_using_subcommand provision; and not __fish_seen_subcommand_from submit list ls show cancel end accept-terms receive complete reject" -f -a "reject" -d 'Reject a request (operators)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l gateway-name -d 'What you call the gateway server' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l host -d 'Its host name, as the world sees it' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l port -d 'Its port; 5061, or 5269 where every provider wanted speaks XMPP' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l cert -d 'File with its certificate, PEM or DER; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l cert-cn -d 'Common name in its certificate, where there is no file' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l cert-issuer -d 'Issuer of its certificate, where there is no file' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l notify -d 'Who is told of every step, besides you' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l domain -d 'Community domains to expose; can be repeated' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l provider -d 'Public providers wanted; can be repeated' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l replaces -d 'Number of the provisioned request that this one takes over from' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from submit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l status -d 'Only requests in this state' -r -f -a "submitted\t''
received\t''
provisioned\t''
rejected\t''
cancelled\t''
ended\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l overdue -d 'Only open requests past their due date'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l status -d 'Only requests in this state' -r -f -a "submitted\t''
received\t''
provisioned\t''
rejected\t''
cancelled\t''
ended\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l overdue -d 'Only open requests past their due date'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l reason -d 'Why; those concerned are told' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l reason -d 'Why; those concerned are told' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from end" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l provider -d 'The provider whose terms are accepted' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from accept-terms" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from receive" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from complete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l reason -d 'Why; those concerned are told' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provision; and __fish_seen_subcommand_from reject" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -f -a "list" -d 'List the public messaging providers'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -f -a "ls" -d 'List the public messaging providers'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -f -a "add" -d 'Add a provider, or say where its terms stand now'
complete -c pao -n "__fish_pao_using_subcommand provider; and not __fish_seen_subcommand_from list ls add retire" -f -a "retire" -d 'Retire a provider: it closes for every gateway'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l protocol -d 'What it speaks' -r -f -a "sip\t''
xmpp\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l terms-url -d 'Where its terms of service stand, https only' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l terms-version -d 'Which version of them that is' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand provider; and __fish_seen_subcommand_from retire" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -f -a "enroll" -d 'Enrol a site; its Welcome letter is mailed'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -f -a "import" -d 'Enrol many sites from a file; their Welcome letters are mailed'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -f -a "list" -d 'List the sites within your reach'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -f -a "ls" -d 'List the sites within your reach'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -f -a "show" -d 'Show one site'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -f -a "update" -d 'Amend what the registry says about a site'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -f -a "resend-welcome" -d 'Send the Welcome letter again, with a new passcode'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -f -a "withdraw" -d 'Withdraw a sleeping site, for good'
complete -c pao -n "__fish_pao_using_subcommand site; and not __fish_seen_subcommand_from enroll import list ls show update resend-welcome withdraw close" -f -a "close" -d 'Close an active site, for good'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l company -d 'Name of the company' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l country -d 'Its country, as a code or a name' -r -f -a "AD\t'Andorra'
AE\t'United Arab Emirates'
AF\t'Afghanistan'
AG\t'Antigua and Barbuda'
AI\t'Anguilla'
AL\t'Albania'
AM\t'Armenia'
AO\t'Angola'
AQ\t'Antarctica'
AR\t'Argentina'
AS\t'American Samoa'
AT\t'Austria'
AU\t'Australia'
AW\t'Aruba'
AX\t'Åland Islands'
AZ\t'Azerbaijan'
BA\t'Bosnia and Herzegovina'
BB\t'Barbados'
BD\t'Bangladesh'
BE\t'Belgium'
BF\t'Burkina Faso'
BG\t'Bulgaria'
BH\t'Bahrain'
BI\t'Burundi'
BJ\t'Benin'
BL\t'Saint Barthélemy'
BM\t'Bermuda'
BN\t'Brunei Darussalam'
BO\t'Bolivia'
BQ\t'Bonaire, Sint Eustatius and Saba'
BR\t'Brazil'
BS\t'Bahamas'
BT\t'Bhutan'
BV\t'Bouvet Island'
BW\t'Botswana'
BY\t'Belarus'
BZ\t'Belize'
CA\t'Canada'
CC\t'Cocos (Keeling) Islands'
CD\t'Congo, The Democratic Republic of the'
CF\t'Central African Republic'
CG\t'Congo'
CH\t'Switzerland'
CI\t'Côte d\'Ivoire'
CK\t'Cook Islands'
CL\t'Chile'
CM\t'Cameroon'
CN\t'China'
CO\t'Colombia'
CR\t'Costa Rica'
CU\t'Cuba'
CV\t'Cabo Verde'
CW\t'Curaçao'
CX\t'Christmas Island'
CY\t'Cyprus'
CZ\t'Czechia'
DE\t'Germany'
DJ\t'Djibouti'
DK\t'Denmark'
DM\t'Dominica'
DO\t'Dominican Republic'
DZ\t'Algeria'
EC\t'Ecuador'
EE\t'Estonia'
EG\t'Egypt'
EH\t'Western Sahara'
ER\t'Eritrea'
ES\t'Spain'
ET\t'Ethiopia'
FI\t'Finland'
FJ\t'Fiji'
FK\t'Falkland Islands (Malvinas)'
FM\t'Micronesia, Federated States of'
FO\t'Faroe Islands'
FR\t'France'
GA\t'Gabon'
GB\t'United Kingdom'
GD\t'Grenada'
GE\t'Georgia'
GF\t'French Guiana'
GG\t'Guernsey'
GH\t'Ghana'
GI\t'Gibraltar'
GL\t'Greenland'
GM\t'Gambia'
GN\t'Guinea'
GP\t'Guadeloupe'
GQ\t'Equatorial Guinea'
GR\t'Greece'
GS\t'South Georgia and the South Sandwich Islands'
GT\t'Guatemala'
GU\t'Guam'
GW\t'Guinea-Bissau'
GY\t'Guyana'
HK\t'Hong Kong'
HM\t'Heard Island and McDonald Islands'
HN\t'Honduras'
HR\t'Croatia'
HT\t'Haiti'
HU\t'Hungary'
ID\t'Indonesia'
IE\t'Ireland'
IL\t'Israel'
IM\t'Isle of Man'
IN\t'India'
IO\t'British Indian Ocean Territory'
IQ\t'Iraq'
IR\t'Iran'
IS\t'Iceland'
IT\t'Italy'
JE\t'Jersey'
JM\t'Jamaica'
JO\t'Jordan'
JP\t'Japan'
KE\t'Kenya'
KG\t'Kyrgyzstan'
KH\t'Cambodia'
KI\t'Kiribati'
KM\t'Comoros'
KN\t'Saint Kitts and Nevis'
KP\t'North Korea'
KR\t'South Korea'
KW\t'Kuwait'
KY\t'Cayman Islands'
KZ\t'Kazakhstan'
LA\t'Laos'
LB\t'Lebanon'
LC\t'Saint Lucia'
LI\t'Liechtenstein'
LK\t'Sri Lanka'
LR\t'Liberia'
LS\t'Lesotho'
LT\t'Lithuania'
LU\t'Luxembourg'
LV\t'Latvia'
LY\t'Libya'
MA\t'Morocco'
MC\t'Monaco'
MD\t'Moldova'
ME\t'Montenegro'
MF\t'Saint Martin (French part)'
MG\t'Madagascar'
MH\t'Marshall Islands'
MK\t'North Macedonia'
ML\t'Mali'
MM\t'Myanmar'
MN\t'Mongolia'
MO\t'Macao'
MP\t'Northern Mariana Islands'
MQ\t'Martinique'
MR\t'Mauritania'
MS\t'Montserrat'
MT\t'Malta'
MU\t'Mauritius'
MV\t'Maldives'
MW\t'Malawi'
MX\t'Mexico'
MY\t'Malaysia'
MZ\t'Mozambique'
NA\t'Namibia'
NC\t'New Caledonia'
NE\t'Niger'
NF\t'Norfolk Island'
NG\t'Nigeria'
NI\t'Nicaragua'
NL\t'Netherlands'
NO\t'Norway'
NP\t'Nepal'
NR\t'Nauru'
NU\t'Niue'
NZ\t'New Zealand'
OM\t'Oman'
PA\t'Panama'
PE\t'Peru'
PF\t'French Polynesia'
PG\t'Papua New Guinea'
PH\t'Philippines'
PK\t'Pakistan'
PL\t'Poland'
PM\t'Saint Pierre and Miquelon'
PN\t'Pitcairn'
PR\t'Puerto Rico'
PS\t'Palestine, State of'
PT\t'Portugal'
PW\t'Palau'
PY\t'Paraguay'
QA\t'Qatar'
RE\t'Réunion'
RO\t'Romania'
RS\t'Serbia'
RU\t'Russian Federation'
RW\t'Rwanda'
SA\t'Saudi Arabia'
SB\t'Solomon Islands'
SC\t'Seychelles'
SD\t'Sudan'
SE\t'Sweden'
SG\t'Singapore'
SH\t'Saint Helena, Ascension and Tristan da Cunha'
SI\t'Slovenia'
SJ\t'Svalbard and Jan Mayen'
SK\t'Slovakia'
SL\t'Sierra Leone'
SM\t'San Marino'
SN\t'Senegal'
SO\t'Somalia'
SR\t'Suriname'
SS\t'South Sudan'
ST\t'Sao Tome and Principe'
SV\t'El Salvador'
SX\t'Sint Maarten (Dutch part)'
SY\t'Syria'
SZ\t'Eswatini'
TC\t'Turks and Caicos Islands'
TD\t'Chad'
TF\t'French Southern Territories'
TG\t'Togo'
TH\t'Thailand'
TJ\t'Tajikistan'
TK\t'Tokelau'
TL\t'Timor-Leste'
TM\t'Turkmenistan'
TN\t'Tunisia'
TO\t'Tonga'
TR\t'Türkiye'
TT\t'Trinidad and Tobago'
TV\t'Tuvalu'
TW\t'Taiwan'
TZ\t'Tanzania'
UA\t'Ukraine'
UG\t'Uganda'
UM\t'United States Minor Outlying Islands'
US\t'United States'
UY\t'Uruguay'
UZ\t'Uzbekistan'
VA\t'Holy See (Vatican City State)'
VC\t'Saint Vincent and the Grenadines'
VE\t'Venezuela'
VG\t'Virgin Islands, British'
VI\t'Virgin Islands, U.S.'
VN\t'Vietnam'
VU\t'Vanuatu'
WF\t'Wallis and Futuna'
WS\t'Samoa'
YE\t'Yemen'
YT\t'Mayotte'
ZA\t'South Africa'
ZM\t'Zambia'
ZW\t'Zimbabwe'"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l primary-first-name -d 'First name of the Primary Contact' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l primary-last-name -d 'Last name of the Primary Contact' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l primary-email -d 'E-mail address of the Primary Contact' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l via -d 'How the site came about' -r -f -a "form\t''
purchase\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l program -d 'Its program' -r -f -a "passport-advantage\t''
passport-advantage-express\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l agreement -d 'Agreement number, which several sites may share' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l number -d 'Site number of 5 to 10 digits; the next of seven when left out' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l phone -d 'Phone number of the Primary Contact' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from enroll" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l company -d 'Only companies whose name contains this' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l primary -d 'Only sites with this Primary Contact' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l status -d 'Only sites in this state' -r -f -a "awaiting-primary\t''
active\t''
closed\t''
withdrawn\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l company -d 'Only companies whose name contains this' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l primary -d 'Only sites with this Primary Contact' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l status -d 'Only sites in this state' -r -f -a "awaiting-primary\t''
active\t''
closed\t''
withdrawn\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l company -d 'Name of the company' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l agreement -d 'Agreement number' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l country -d 'Country, as a code or a name' -r -f -a "AD\t'Andorra'
AE\t'United Arab Emirates'
AF\t'Afghanistan'
AG\t'Antigua and Barbuda'
AI\t'Anguilla'
AL\t'Albania'
AM\t'Armenia'
AO\t'Angola'
AQ\t'Antarctica'
AR\t'Argentina'
AS\t'American Samoa'
AT\t'Austria'
AU\t'Australia'
AW\t'Aruba'
AX\t'Åland Islands'
AZ\t'Azerbaijan'
BA\t'Bosnia and Herzegovina'
BB\t'Barbados'
BD\t'Bangladesh'
BE\t'Belgium'
BF\t'Burkina Faso'
BG\t'Bulgaria'
BH\t'Bahrain'
BI\t'Burundi'
BJ\t'Benin'
BL\t'Saint Barthélemy'
BM\t'Bermuda'
BN\t'Brunei Darussalam'
BO\t'Bolivia'
BQ\t'Bonaire, Sint Eustatius and Saba'
BR\t'Brazil'
BS\t'Bahamas'
BT\t'Bhutan'
BV\t'Bouvet Island'
BW\t'Botswana'
BY\t'Belarus'
BZ\t'Belize'
CA\t'Canada'
CC\t'Cocos (Keeling) Islands'
CD\t'Congo, The Democratic Republic of the'
CF\t'Central African Republic'
CG\t'Congo'
CH\t'Switzerland'
CI\t'Côte d\'Ivoire'
CK\t'Cook Islands'
CL\t'Chile'
CM\t'Cameroon'
CN\t'China'
CO\t'Colombia'
CR\t'Costa Rica'
CU\t'Cuba'
CV\t'Cabo Verde'
CW\t'Curaçao'
CX\t'Christmas Island'
CY\t'Cyprus'
CZ\t'Czechia'
DE\t'Germany'
DJ\t'Djibouti'
DK\t'Denmark'
DM\t'Dominica'
DO\t'Dominican Republic'
DZ\t'Algeria'
EC\t'Ecuador'
EE\t'Estonia'
EG\t'Egypt'
EH\t'Western Sahara'
ER\t'Eritrea'
ES\t'Spain'
ET\t'Ethiopia'
FI\t'Finland'
FJ\t'Fiji'
FK\t'Falkland Islands (Malvinas)'
FM\t'Micronesia, Federated States of'
FO\t'Faroe Islands'
FR\t'France'
GA\t'Gabon'
GB\t'United Kingdom'
GD\t'Grenada'
GE\t'Georgia'
GF\t'French Guiana'
GG\t'Guernsey'
GH\t'Ghana'
GI\t'Gibraltar'
GL\t'Greenland'
GM\t'Gambia'
GN\t'Guinea'
GP\t'Guadeloupe'
GQ\t'Equatorial Guinea'
GR\t'Greece'
GS\t'South Georgia and the South Sandwich Islands'
GT\t'Guatemala'
GU\t'Guam'
GW\t'Guinea-Bissau'
GY\t'Guyana'
HK\t'Hong Kong'
HM\t'Heard Island and McDonald Islands'
HN\t'Honduras'
HR\t'Croatia'
HT\t'Haiti'
HU\t'Hungary'
ID\t'Indonesia'
IE\t'Ireland'
IL\t'Israel'
IM\t'Isle of Man'
IN\t'India'
IO\t'British Indian Ocean Territory'
IQ\t'Iraq'
IR\t'Iran'
IS\t'Iceland'
IT\t'Italy'
JE\t'Jersey'
JM\t'Jamaica'
JO\t'Jordan'
JP\t'Japan'
KE\t'Kenya'
KG\t'Kyrgyzstan'
KH\t'Cambodia'
KI\t'Kiribati'
KM\t'Comoros'
KN\t'Saint Kitts and Nevis'
KP\t'North Korea'
KR\t'South Korea'
KW\t'Kuwait'
KY\t'Cayman Islands'
KZ\t'Kazakhstan'
LA\t'Laos'
LB\t'Lebanon'
LC\t'Saint Lucia'
LI\t'Liechtenstein'
LK\t'Sri Lanka'
LR\t'Liberia'
LS\t'Lesotho'
LT\t'Lithuania'
LU\t'Luxembourg'
LV\t'Latvia'
LY\t'Libya'
MA\t'Morocco'
MC\t'Monaco'
MD\t'Moldova'
ME\t'Montenegro'
MF\t'Saint Martin (French part)'
MG\t'Madagascar'
MH\t'Marshall Islands'
MK\t'North Macedonia'
ML\t'Mali'
MM\t'Myanmar'
MN\t'Mongolia'
MO\t'Macao'
MP\t'Northern Mariana Islands'
MQ\t'Martinique'
MR\t'Mauritania'
MS\t'Montserrat'
MT\t'Malta'
MU\t'Mauritius'
MV\t'Maldives'
MW\t'Malawi'
MX\t'Mexico'
MY\t'Malaysia'
MZ\t'Mozambique'
NA\t'Namibia'
NC\t'New Caledonia'
NE\t'Niger'
NF\t'Norfolk Island'
NG\t'Nigeria'
NI\t'Nicaragua'
NL\t'Netherlands'
NO\t'Norway'
NP\t'Nepal'
NR\t'Nauru'
NU\t'Niue'
NZ\t'New Zealand'
OM\t'Oman'
PA\t'Panama'
PE\t'Peru'
PF\t'French Polynesia'
PG\t'Papua New Guinea'
PH\t'Philippines'
PK\t'Pakistan'
PL\t'Poland'
PM\t'Saint Pierre and Miquelon'
PN\t'Pitcairn'
PR\t'Puerto Rico'
PS\t'Palestine, State of'
PT\t'Portugal'
PW\t'Palau'
PY\t'Paraguay'
QA\t'Qatar'
RE\t'Réunion'
RO\t'Romania'
RS\t'Serbia'
RU\t'Russian Federation'
RW\t'Rwanda'
SA\t'Saudi Arabia'
SB\t'Solomon Islands'
SC\t'Seychelles'
SD\t'Sudan'
SE\t'Sweden'
SG\t'Singapore'
SH\t'Saint Helena, Ascension and Tristan da Cunha'
SI\t'Slovenia'
SJ\t'Svalbard and Jan Mayen'
SK\t'Slovakia'
SL\t'Sierra Leone'
SM\t'San Marino'
SN\t'Senegal'
SO\t'Somalia'
SR\t'Suriname'
SS\t'South Sudan'
ST\t'Sao Tome and Principe'
SV\t'El Salvador'
SX\t'Sint Maarten (Dutch part)'
SY\t'Syria'
SZ\t'Eswatini'
TC\t'Turks and Caicos Islands'
TD\t'Chad'
TF\t'French Southern Territories'
TG\t'Togo'
TH\t'Thailand'
TJ\t'Tajikistan'
TK\t'Tokelau'
TL\t'Timor-Leste'
TM\t'Turkmenistan'
TN\t'Tunisia'
TO\t'Tonga'
TR\t'Türkiye'
TT\t'Trinidad and Tobago'
TV\t'Tuvalu'
TW\t'Taiwan'
TZ\t'Tanzania'
UA\t'Ukraine'
UG\t'Uganda'
UM\t'United States Minor Outlying Islands'
US\t'United States'
UY\t'Uruguay'
UZ\t'Uzbekistan'
VA\t'Holy See (Vatican City State)'
VC\t'Saint Vincent and the Grenadines'
VE\t'Venezuela'
VG\t'Virgin Islands, British'
VI\t'Virgin Islands, U.S.'
VN\t'Vietnam'
VU\t'Vanuatu'
WF\t'Wallis and Futuna'
WS\t'Samoa'
YE\t'Yemen'
YT\t'Mayotte'
ZA\t'South Africa'
ZM\t'Zambia'
ZW\t'Zimbabwe'"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from resend-welcome" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l reason -d 'Why; the people concerned are told' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from withdraw" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l reason -d 'Why; the people concerned are told' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand site; and __fish_seen_subcommand_from close" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand person; and not __fish_seen_subcommand_from show" -f -a "show" -d 'Show a person: verified, locked, sites and roles'
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand person; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -f -a "add" -d 'Name an operator'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -f -a "remove" -d 'Remove an operator; one stays'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -f -a "list" -d 'List the operators'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -f -a "ls" -d 'List the operators'
complete -c pao -n "__fish_pao_using_subcommand operator; and not __fish_seen_subcommand_from add remove list ls reset" -f -a "reset" -d 'Mail somebody a recovery code that needs no security answer'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand operator; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -f -a "list" -d 'List every setting'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -f -a "ls" -d 'List every setting'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -f -a "get" -d 'Show one setting'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -f -a "set" -d 'Change a setting'
complete -c pao -n "__fish_pao_using_subcommand config; and not __fish_seen_subcommand_from list ls get set unset" -f -a "unset" -d 'Let a setting go back to its default'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -f -a "list" -d 'List the letters'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -f -a "ls" -d 'List the letters'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -f -a "show" -d 'Show one letter; its secret line is hidden'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -f -a "deliver" -d 'Deliver every letter that is queued, now, whatever its waiting time'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -f -a "retry" -d 'Queue one letter again, and deliver it now'
complete -c pao -n "__fish_pao_using_subcommand outbox; and not __fish_seen_subcommand_from list ls show deliver retry test" -f -a "test" -d 'Send a letter that says that the mail works'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l state -d 'Only letters in this state' -r -f -a "queued\t''
delivered\t''
failed\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l state -d 'Only letters in this state' -r -f -a "queued\t''
delivered\t''
failed\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from deliver" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l to -d 'Where it goes' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand outbox; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -f -a "list" -d 'List what was done and what was refused'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -f -a "ls" -d 'List what was done and what was refused'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -f -a "show" -d 'Show one entry with its details'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -f -a "export" -d 'Carry the trail out of the file, one entry a line'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -f -a "verify" -d 'Recompute the chain of the audit trail'
complete -c pao -n "__fish_pao_using_subcommand audit; and not __fish_seen_subcommand_from list ls show export verify head" -f -a "head" -d 'Print the newest link of the chain, to keep elsewhere'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l actor -d 'Only what this ID did' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l action -d 'Only this action, as in access.add' -r -f -a "demo\t''
init\t''
register\t''
login\t''
logout\t''
whoami\t''
status\t''
start\t''
authorize\t''
request-passcode\t''
token.create\t''
token.list\t''
token.revoke\t''
account.verify\t''
account.resend-code\t''
account.show\t''
account.update\t''
account.change-password\t''
account.recover\t''
account.reset\t''
account.reverse-email\t''
account.sign-ins\t''
account.sign-out-all\t''
account.close\t''
access.add\t''
access.update\t''
access.revoke\t''
access.leave\t''
access.list\t''
access.show\t''
access.history\t''
access.diff\t''
access.tree\t''
access.import\t''
access.export\t''
contact.list\t''
contact.set\t''
contact.clear\t''
contact.set-primary\t''
can\t''
nominate\t''
approve\t''
decline\t''
nomination.list\t''
nomination.show\t''
nomination.withdraw\t''
entitlement.grant\t''
entitlement.revoke\t''
entitlement.list\t''
provision.submit\t''
provision.list\t''
provision.show\t''
provision.cancel\t''
provision.end\t''
provision.accept-terms\t''
provision.receive\t''
provision.complete\t''
provision.reject\t''
provider.list\t''
provider.add\t''
provider.retire\t''
site.enroll\t''
site.import\t''
site.list\t''
site.show\t''
site.update\t''
site.resend-welcome\t''
site.withdraw\t''
site.close\t''
person.show\t''
operator.add\t''
operator.remove\t''
operator.list\t''
operator.reset\t''
config.list\t''
config.get\t''
config.set\t''
config.unset\t''
outbox.list\t''
outbox.show\t''
outbox.deliver\t''
outbox.retry\t''
outbox.test\t''
audit.list\t''
audit.show\t''
audit.export\t''
audit.verify\t''
audit.head\t''
maintain\t''
db.path\t''
db.check\t''
db.stats\t''
db.backup\t''
db.restore\t''
db.accept-time\t''
db.migrate\t''
rules\t''
explain\t''
help\t''
schema\t''
completions\t''
man\t''
ssh-command\t''
ssh-keys\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l since -d 'Only entries from the beginning of this day, or from this time' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l until -d 'Only entries to the end of this day, or to this time' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l via -d 'Only what came this way, as in ssh:ann, sudo:1001 or owner; for operators' -r -f -a "form\t''
purchase\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l newest -d 'The newest first'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l actor -d 'Only what this ID did' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l action -d 'Only this action, as in access.add' -r -f -a "demo\t''
init\t''
register\t''
login\t''
logout\t''
whoami\t''
status\t''
start\t''
authorize\t''
request-passcode\t''
token.create\t''
token.list\t''
token.revoke\t''
account.verify\t''
account.resend-code\t''
account.show\t''
account.update\t''
account.change-password\t''
account.recover\t''
account.reset\t''
account.reverse-email\t''
account.sign-ins\t''
account.sign-out-all\t''
account.close\t''
access.add\t''
access.update\t''
access.revoke\t''
access.leave\t''
access.list\t''
access.show\t''
access.history\t''
access.diff\t''
access.tree\t''
access.import\t''
access.export\t''
contact.list\t''
contact.set\t''
contact.clear\t''
contact.set-primary\t''
can\t''
nominate\t''
approve\t''
decline\t''
nomination.list\t''
nomination.show\t''
nomination.withdraw\t''
entitlement.grant\t''
entitlement.revoke\t''
entitlement.list\t''
provision.submit\t''
provision.list\t''
provision.show\t''
provision.cancel\t''
provision.end\t''
provision.accept-terms\t''
provision.receive\t''
provision.complete\t''
provision.reject\t''
provider.list\t''
provider.add\t''
provider.retire\t''
site.enroll\t''
site.import\t''
site.list\t''
site.show\t''
site.update\t''
site.resend-welcome\t''
site.withdraw\t''
site.close\t''
person.show\t''
operator.add\t''
operator.remove\t''
operator.list\t''
operator.reset\t''
config.list\t''
config.get\t''
config.set\t''
config.unset\t''
outbox.list\t''
outbox.show\t''
outbox.deliver\t''
outbox.retry\t''
outbox.test\t''
audit.list\t''
audit.show\t''
audit.export\t''
audit.verify\t''
audit.head\t''
maintain\t''
db.path\t''
db.check\t''
db.stats\t''
db.backup\t''
db.restore\t''
db.accept-time\t''
db.migrate\t''
rules\t''
explain\t''
help\t''
schema\t''
completions\t''
man\t''
ssh-command\t''
ssh-keys\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l since -d 'Only entries from the beginning of this day, or from this time' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l until -d 'Only entries to the end of this day, or to this time' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l via -d 'Only what came this way, as in ssh:ann, sudo:1001 or owner; for operators' -r -f -a "form\t''
purchase\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l newest -d 'The newest first'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l expect -d 'A head that `pao audit head` printed: HASH, or SEQ:HASH; may be repeated' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l expect-file -d 'File with such heads, one a line; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l export -d 'An export of the trail instead of the database; - is standard input' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l from -d 'The head before the first entry of the export, where that is not the first of all' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand audit; and __fish_seen_subcommand_from head" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand maintain" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand maintain" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand maintain" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand maintain" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand maintain" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand maintain" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand maintain" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand maintain" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand maintain" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand maintain" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand maintain" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand maintain" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand maintain" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand maintain" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand maintain" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand maintain" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand maintain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -s h -l help -d 'Print help'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -f -a "path" -d 'Print where the database is'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -f -a "check" -d 'Check the file and everything in it'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -f -a "stats" -d 'Show how large the file is, and how much is in it'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -f -a "backup" -d 'Copy the whole file, while others work with it'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -f -a "restore" -d 'Put a copy into the place of the database'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -f -a "accept-time" -d 'Say that the clock of this machine is right'
complete -c pao -n "__fish_pao_using_subcommand db; and not __fish_seen_subcommand_from path check stats backup restore accept-time migrate" -f -a "migrate" -d 'Bring a database of an older version up to this one'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from backup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l expect -d 'A head that must be in the trail of the copy: HASH, or SEQ:HASH' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l older -d 'Accept that the database in place has entries that the copy lacks'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l in-place -d 'Take the file in place for the copy: something else put it there'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from accept-time" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand db; and __fish_seen_subcommand_from migrate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand rules" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand rules" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand rules" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand rules" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand rules" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand rules" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand rules" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand rules" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand rules" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand rules" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand rules" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand rules" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand rules" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand rules" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand rules" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand rules" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand rules" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand explain" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand explain" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand explain" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand explain" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand explain" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand explain" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand explain" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand explain" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand explain" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand explain" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand explain" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand explain" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand explain" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand explain" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand explain" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand explain" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand help" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand help" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand help" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand help" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand help" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand help" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand help" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand help" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand help" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand help" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand help" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand help" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand help" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand help" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand help" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand help" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand schema" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand schema" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand schema" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand schema" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand schema" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand schema" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand schema" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand schema" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand schema" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand schema" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand schema" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand schema" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand schema" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand schema" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand schema" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand schema" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand completions" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand completions" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand completions" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand completions" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand completions" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand completions" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand completions" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand completions" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand completions" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand completions" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand completions" -l static -d 'A script that never asks pao: commands, options and their words only'
complete -c pao -n "__fish_pao_using_subcommand completions" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand completions" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand completions" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand completions" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand completions" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand completions" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand man" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand man" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand man" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand man" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand man" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand man" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand man" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand man" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand man" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand man" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand man" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand man" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand man" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand man" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand man" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand man" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l caller -d 'How this key is called in the audit trail, and kept apart from others' -r -f
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand ssh-command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l db -d 'The database file [env: PAO_DB]' -r -F
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -s o -l format -d 'How to answer: table, json, or csv for lists [env: PAO_FORMAT]' -r -f -a "table\t''
json\t''
csv\t''"
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l site -d 'The site; may be left out by whoever has access to exactly one [env: PAO_SITE]' -r -f
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l as -d 'Act as this ID for this one command; asks for the password [env: PAO_ID]' -r -f
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l password-file -d 'File with the password, where one is needed; - is standard input [env: PAO_PASSWORD_FILE]' -r -F
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l token-file -d 'File with a sign-in or automation token; - is standard input, read before anything else' -r -F
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l color -d 'Colour: auto, always or never [env: NO_COLOR, CLICOLOR_FORCE]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l limit -d 'At most so many rows' -r -f
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l after -d 'Only rows after this key' -r -f -a "care.contact\t''
care.reach\t''
care.host-key\t''
mail.transport\t''
mail.from\t''
mail.helo\t''
mail.spool\t''
mail.smtp.url\t''
mail.smtp.password-file\t''
mail.smtp.ca-file\t''
mail.audit-to\t''
policy.welcome-passcode-days\t''
policy.password-min\t''
policy.holidays\t''
policy.secondaries-warn\t''
service.operators\t''"
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l columns -d 'Only these columns, as in id,role (table and csv)' -r -f
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l json -d 'Short for --format json'
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l no-input -d 'Never ask anything [env: CI]'
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -s y -l yes -d 'Answer yes to confirmations'
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -s n -l dry-run -d 'Show what would happen, and change nothing'
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -s q -l quiet -d 'No status lines on stderr'
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -l no-header -d 'No line with the names of the columns (table and csv)'
complete -c pao -n "__fish_pao_using_subcommand ssh-keys" -s h -l help -d 'Print help (see more with \'--help\')'
