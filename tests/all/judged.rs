//! Values that the command line alone can judge are judged before the file is opened (cli.md, product.md "Which refusal comes
//! first").
//!
//! What must hold: whoever mistyped something is told that, and not to sign in first or that there is no database. Every option
//! and argument of every command is tried, as its help names it; so a new one that judges too late fails here.
use crate::printed::PAGES;
use crate::world::{ANN, Run, Scene};
use regex::Regex;
use std::collections::BTreeSet;

/// What takes any text: a key is looked up, a path leads somewhere, a search finds nothing.
const ANYTHING: &[(&str, &str)] = &[
    ("", "PATH"),
    ("", "FILE"),
    ("explain", "CODE"),
    ("help", "TOPIC"),
    ("schema", "COMMAND"),
    ("man", "COMMAND"),
    ("site.list", "TEXT"),
    // Keys of lists are numbers, IDs, words.
    ("access.list", "KEY"),
    ("access.diff", "KEY"),
    ("access.export", "KEY"),
    ("config.list", "KEY"),
    ("contact.list", "KEY"),
    ("operator.list", "KEY"),
    ("provider.list", "KEY"),
    ("site.list", "KEY"),
    // What it may be depends on the key.
    ("config.set", "VALUE"),
];

/// The options and arguments that the help of a command names, each with what stands for its value.
fn values_of(command: &str) -> BTreeSet<(String, String)> {
    let usage = format!("Usage: pao {}", command.replace('.', " "));
    let help = PAGES.iter().find(|page| page.lines().any(|line| line.starts_with(&usage))).expect(command);
    let option = Regex::new(r"(?m)^ +(?:-\w, |    )(--[a-z-]+) <([^>]+)>").unwrap();
    let argument = Regex::new(r"(?m)^  \[([A-Z]+)\]").unwrap();
    let options = option.captures_iter(help).map(|found| (found[1].to_owned(), found[2].to_owned()));
    let arguments = argument.captures_iter(help).map(|found| (String::new(), found[1].to_owned()));
    options.chain(arguments).collect()
}

#[track_caller]
fn is_judged(run: &Run, field: Option<&str>) {
    assert_eq!((run.status, run.code().as_deref()), (7, Some("invalid_value")), "{run}");
    let named = run.error()["details"]["field"].as_str().unwrap_or_default().to_owned();
    assert!(!named.is_empty() && field.is_none_or(|field| field == named), "{named}: {run}");
}

#[test]
fn every_value_of_every_command_is_judged_where_there_is_no_database() {
    let (scene, mut tried) = (Scene::new(), 0);
    for command in pao::commands() {
        for (flag, shape) in values_of(command) {
            if ANYTHING.iter().any(|(only, any)| (only.is_empty() || *only == command) && *any == shape) {
                continue;
            }
            // No value of any type holds a control character.
            let words = command.split('.').chain(Some(&*flag).filter(|flag| !flag.is_empty())).chain(["\u{7}x"]);
            let field = flag.strip_prefix("--");
            // A list of words is judged word by word.
            is_judged(&scene.run(ANN, words), field);
            tried += 1;
        }
    }
    assert!(tried > 200, "{tried}");
    assert!(!scene.database().exists());
}

/// The field that is wrong, and what is typed.
const MISTYPED: &[(&str, &str)] = &[
    ("can", "token create --site 7000017 --can everything --password-file -"),
    ("can", "token create --site 7000017 --can list-access,fly --password-file -"),
    ("ttl", "token create --site 7000017 --can enter --ttl 366d --password-file -"),
    ("ttl", "login ann@example.com --ttl 9h --password-file -"),
    ("id", "access add not-an-id --role user"),
    ("id", "login ann --password-file -"),
    ("role", "access add bob@example.com --role primary"),
    ("role", "approve 1 --role owner"),
    ("tools", "access update bob@example.com --tools everything"),
    ("manage-access", "access add bob@example.com --role user --manage-access all"),
    ("expires", "access add bob@example.com --role user --expires 2027-02-29"),
    ("expires", "access add bob@example.com --role user --expires 2020-01-01"),
    ("expires", "access update bob@example.com --expires 99999999d"),
    ("expires", "approve 1 --expires yesterday"),
    ("site", "access list --site 123"),
    ("privilege", "access list --privilege tools=all"),
    ("privilege", "access list --privilege everything"),
    ("to", "access diff --from 2026-02-01 --to 2026-01-01"),
    ("columns", "access list --columns id,nope"),
    ("columns", "site list --columns id,id"),
    ("after", "outbox list --after last"),
    ("grants", "access revoke bob@example.com --yes --grants hand-to:bob"),
    ("former", "contact set-primary bob@example.com --yes --password-file - --former owner"),
    ("type", "contact clear fax"),
    ("email", "contact set technical --email nobody"),
    ("email", "account recover --email nobody"),
    ("question", "account update --question '' --password-file - --answer-file -"),
    ("country", "account update --country Atlantis"),
    ("country", "ENROLL --country Atlantis"),
    ("via", "ENROLL --country DE --via fax"),
    ("program", "ENROLL --country DE --program none"),
    ("number", "ENROLL --country DE --number 12"),
    ("host", "SUBMIT --domain example.com --host localhost"),
    ("port", "SUBMIT --domain example.com --host gw.example.com --port 99999"),
    ("domain", "SUBMIT --host gw.example.com --domain example"),
    ("domain", "SUBMIT --host gw.example.com --domain a.example --domain a.example"),
    ("cert-cn", "SUBMIT --domain example.com --host other.example.com"),
    ("replaces", "SUBMIT --domain example.com --host gw.example.com --replaces none"),
    ("until", "entitlement grant --site 7000017 --product x1 --quantity 1 --from 2027-02-01 --until 2027-01-01"),
    ("quantity", "entitlement grant --site 7000017 --product x1 --quantity 0"),
    ("action", "can fly --site 7000017"),
    ("action", "audit list --action access.fly"),
    ("since", "audit list --since 30.1.2026"),
    ("expect", "audit verify --expect 12"),
    ("key", "config get care"),
    ("value", "config set policy.password-min 3"),
    ("state", "outbox list --state lost"),
    ("protocol", "provider add x1 --protocol irc --terms-url https://x.example --terms-version 1"),
    ("terms-url", "provider add x1 --protocol sip --terms-url http://x.example --terms-version 1"),
    ("shell", "completions tcsh"),
    ("seed", "demo --seed none"),
];

const ENROLL: &str =
    "site enroll --company C --primary-first-name A --primary-last-name B --primary-email a@example.com";
const SUBMIT: &str =
    "provision submit --gateway-name g --cert-cn gw.example.com --cert-issuer CA --notify n@example.com";

#[test]
fn what_people_mistype_is_said_before_anything_else() {
    let scene = Scene::new();
    for (field, line) in MISTYPED {
        let words = shlex::split(&line.replace("ENROLL", ENROLL).replace("SUBMIT", SUBMIT)).unwrap();
        is_judged(&scene.typed(ANN, &words, &["plum kettle Orbit walnut", "Nautilus"]), Some(field));
    }
    for (words, code) in
        [("can enter --site 7000017", "no_database"), ("access list", "no_database"), ("approve", "usage")]
    {
        assert_eq!(scene.run(ANN, words.split(' ')).code().as_deref(), Some(code));
    }
}
