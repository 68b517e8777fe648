//! A good line for every command: what it needs, and what is asked where that is left out.
//!
//! What a command needs stands in brackets, named as an error would name it: `[--reason no]`, `[<N> 1]`. Nothing else is
//! needed: without the rest the line would be as good. `@file` stands for the line of a file, `SLEEPING` for a site (see
//! the stage).
use crate::stage::STAGE;

/// One command.
pub struct Line {
    pub who: &'static str,
    text: &'static str,
    /// Every question that is asked at a terminal where all that is needed was left out, and what is answered.
    pub asked: &'static [(&'static str, &'static str)],
    /// The exit status of the whole line, and of the answered questions.
    pub ends: i32,
}

/// Something that a command needs.
#[derive(Debug, PartialEq)]
pub struct Needed {
    pub flag: &'static str,
    value: Option<&'static str>,
}

impl Needed {
    fn is_word(&self) -> bool {
        self.flag.starts_with('<')
    }
}

impl Line {
    /// Everything in brackets, in its order.
    pub fn needs(&self) -> Vec<Needed> {
        let bracketed = self.text.split('[').skip(1).map(|rest| rest.split_once(']').expect("]").0);
        let needed = |piece: &'static str| match piece.split_once(' ') {
            Some((flag, value)) => Needed { flag, value: Some(value) },
            None => Needed { flag: piece, value: None },
        };
        bracketed.map(needed).collect()
    }

    /// The action that it is, as the program calls it.
    pub fn action(&self) -> &'static str {
        let words = self.bare().join(".");
        let fits =
            |action: &&str| words.strip_prefix(action).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        pao::commands().into_iter().filter(fits).max_by_key(|action| action.len()).unwrap_or_else(|| panic!("{words}"))
    }

    /// The line without anything that is in brackets.
    pub fn bare(&self) -> Vec<String> {
        self.argv(|_| false)
    }

    /// The whole line.
    pub fn whole(&self) -> Vec<String> {
        self.argv(|_| true)
    }

    /// The line without what is needed at this place; without a word, those after it would take its place.
    pub fn without(&self, place: usize) -> Vec<String> {
        let needs = self.needs();
        self.argv(|other| other != place && !(other > place && needs[place].is_word() && needs[other].is_word()))
    }

    fn argv(&self, keeps: impl Fn(usize) -> bool) -> Vec<String> {
        let mut argv: Vec<String> = Vec::new();
        let needs = self.needs();
        for (place, part) in self.text.split(['[', ']']).enumerate() {
            if place % 2 == 0 {
                argv.extend(part.split_whitespace().map(str::to_owned));
            } else if keeps(place / 2) {
                let Needed { flag, value } = &needs[place / 2];
                argv.extend(Some(*flag).filter(|flag| flag.starts_with('-')).map(str::to_owned));
                argv.extend(value.iter().flat_map(|value| value.split(' ')).map(str::to_owned));
            }
        }
        argv.iter().map(|word| STAGE.typed(word)).collect()
    }
}

const fn line(who: &'static str, text: &'static str, asked: &'static [(&'static str, &'static str)]) -> Line {
    Line { who, text, asked, ends: 0 }
}

/// What is asked after the action is done.
const LATER: &str = "(code; empty: later): ";
const SURE: (&str, &str) = ("[y/N] ", "y");
const SEND: (&str, &str) = ("? [Y/n] ", "");
const ID: &str = "ID of the person: ";
const NEW: (&str, &str) = ("assword: ", "@new.pw");
const AGAIN: (&str, &str) = ("assword again: ", "@new.pw");
const ANSWER: (&str, &str) = ("Answer to the security question: ", "@answer");
const ANSWER_AGAIN: (&str, &str) = ("Answer to the security question again: ", "@answer");
const NAMES: [(&str, &str); 2] = [("First name: ", "Ida"), ("Last name: ", "Ibsen")];
const COUNTRY: (&str, &str) = ("Country (code or name): ", "DE");
const BECOMES: &str = "becomes the ID): ";
const SITE: (&str, &str) = ("Site number: ", "7000017");
const SLEEPER: (&str, &str) = ("Site number: ", "SLEEPING");
const REASON: (&str, &str) = ("Reason: ", "no more");
const WHICH: (&str, &str) = ("Which site [1]: ", "SLEEPING");
const TOKEN: &str = "Number of the token: ";
const ENTITLEMENT: &str = "Number of the entitlement: ";
const NOMINATION: &str = "Number of the nomination: ";
const REQUEST: &str = "Number of the request: ";
const LETTER: &str = "Number of the letter: ";
const OLGA: (&str, &str) = ("to confirm: ", "@olga.pw");
const COMPANY: (&str, &str) = ("Name of the company: ", "New");

/// Every command but `start`, which is nothing but questions.
pub const LINES: &[Line] = &[
    line("nobody", "demo --db practice.db", &[]),
    line(
        "nobody",
        "init --db other.db [--email ida@example.com] [--first-name Ida] [--last-name Ibsen] [--country DE] [--password-file new.pw]",
        &[(BECOMES, "ida@example.com"), NAMES[0], NAMES[1], COUNTRY, NEW, AGAIN],
    ),
    line(
        "nobody",
        "register [--email ida@example.com] [--first-name Ida] [--last-name Ibsen] [--country DE] [--question Q?] [--password-file new.pw] [--answer-file answer]",
        &[
            (BECOMES, "ida@example.com"),
            NAMES[0],
            NAMES[1],
            COUNTRY,
            ("own choosing: ", "Name of my boat?"),
            NEW,
            AGAIN,
            ANSWER,
            ANSWER_AGAIN,
            SEND,
            (LATER, ""),
        ],
    ),
    line(
        "nobody",
        "login [<ID> cy@example.com] [--password-file cy.pw]",
        &[("Your ID: ", "cy@example.com"), ("Password of cy@example.com: ", "@cy.pw")],
    ),
    line("cy", "logout", &[]),
    line("cy", "whoami", &[]),
    line("ann", "status", &[]),
    line(
        "dee",
        "authorize [--site SLEEPING] [--passcode-file passcode]",
        &[("asscode from the letter: ", "@passcode"), WHICH],
    ),
    line("dee", "request-passcode [--site SLEEPING]", &[WHICH]),
    line(
        "ann",
        "token create [--can list-access] [--password-file ann.pw]",
        &[("in list-access,change-access: ", "list-access"), ("to confirm: ", "@ann.pw")],
    ),
    line("ann", "token list", &[]),
    line("ann", "token revoke [<N> 1]", &[(TOKEN, "1")]),
    line(
        "nobody",
        "account verify [--email fay@example.com] [--password-file fay.pw] [--code-file verification]",
        &[("code was mailed to: ", "fay@example.com"), ("(code): ", "@verification"), ("or of your ID: ", "@fay.pw")],
    ),
    line(
        "nobody",
        "account resend-code [--email fay@example.com] [--password-file fay.pw]",
        &[("waits for: ", "fay@example.com"), ("this registration: ", "@fay.pw")],
    ),
    line("cy", "account show", &[]),
    line("cy", "account update --last-name Else", &[]),
    line(
        "cy",
        "account change-password [--password-file cy.pw] [--new-password-file new.pw]",
        &[("to confirm: ", "@cy.pw"), ("New password: ", "@new.pw"), AGAIN],
    ),
    line("nobody", "account recover [--email cy@example.com]", &[("current e-mail address: ", "cy@example.com")]),
    line(
        "nobody",
        "account reset [--email cy@example.com] [--code-file recovery] [--answer-file old-answer] [--new-password-file new.pw]",
        &[
            ("current e-mail address: ", "cy@example.com"),
            ("(code): ", "@recovery"),
            ("Answer to: First ship?: ", "@old-answer"),
            ("New password: ", "@new.pw"),
            AGAIN,
        ],
    ),
    line("nobody", "account reverse-email [--code-file reversal]", &[("(code): ", "@reversal")]),
    line("cy", "account sign-ins", &[]),
    line("cy", "account sign-out-all", &[]),
    line("cy", "account close [--yes] [--password-file cy.pw]", &[SURE, ("to confirm: ", "@cy.pw")]),
    line(
        "ann",
        "access add [<ID> gus@example.com] [--role user]",
        &[(ID, "gus@example.com"), ("Role [1]: ", "1"), SEND, ("no end: ", ""), SEND],
    ),
    line("ann", "access update --tools full [<ID> cy@example.com]", &[(ID, "cy@example.com")]),
    line("ann", "access revoke [<ID> cy@example.com] [--yes]", &[(ID, "cy@example.com"), SURE]),
    line("cy", "access leave [--yes]", &[SURE]),
    line("ann", "access list", &[]),
    line("ann", "access show", &[]),
    line("ann", "access history", &[]),
    line(
        "ann",
        "access diff [--from 2026-01-01] [--to 2026-01-02]",
        &[("From (a day or a time): ", "2026-01-01"), ("To (a day or a time): ", "2026-01-02")],
    ),
    line("ann", "access tree", &[]),
    line("ann", "access import [<FILE> people.csv]", &[("CSV or JSON file: ", "people.csv")]),
    line("ann", "access import --prune [<FILE> people.csv] [--yes]", &[("CSV or JSON file: ", "people.csv"), SURE]),
    line("ann", "access export", &[]),
    line("ann", "contact list", &[]),
    line(
        "ann",
        "contact set [<TYPE> technical] [--first-name Ida] [--last-name Ibsen] [--email i@example.com]",
        &[("Type of contact [2]: ", "technical"), NAMES[0], NAMES[1], ("E-mail address: ", "i@example.com"), SEND],
    ),
    line("ann", "contact clear [<TYPE> media]", &[("Type of contact [2]: ", "media")]),
    line(
        "ann",
        "contact set-primary [<ID> bob@example.com] [--yes] [--password-file ann.pw]",
        &[("ID of the new Primary Contact: ", "bob@example.com"), SURE, ("to confirm: ", "@ann.pw")],
    ),
    Line {
        ends: 4,
        ..line(
            "cy",
            "can [<ACTION> message] [--provider aol]",
            &[("What is to be done: ", "message"), ("Messaging provider: ", "aol")],
        )
    },
    line(
        "otto",
        "entitlement grant [--site 7000017] [--product sametime-gateway] [--quantity 1]",
        &[SITE, ("Product [sametime-gateway]: ", ""), ("Quantity: ", "1")],
    ),
    line("olga", "entitlement revoke [<N> 1]", &[(ENTITLEMENT, "1")]),
    line("ann", "entitlement list", &[]),
    line(
        "eve",
        "nominate [--site 7000017] [--primary-contact ann@example.com]",
        &[SITE, ("Primary Contact: ", "ann@example.com"), SURE, SEND],
    ),
    line("ann", "approve [<N> 1]", &[(NOMINATION, "1"), ("Role [1]: ", ""), USUAL]),
    line("ann", "decline [<N> 1] [--reason no]", &[(NOMINATION, "1"), ("Reason (the nominee is told): ", "no")]),
    line("gus", "nomination list", &[]),
    line("gus", "nomination show [<N> 1]", &[(NOMINATION, "1")]),
    line("gus", "nomination withdraw [<N> 1]", &[(NOMINATION, "1")]),
    line(
        "cy",
        "provision submit [--gateway-name three] [--host gw.example.com] [--cert-cn gw.example.com] [--cert-issuer CA] [--notify im@example.com] [--domain c.example]",
        &[
            ("Gateway name: ", "three"),
            ("Host name of the gateway: ", "gw.example.com"),
            ("yahoo): ", "aol"),
            ("Port of the gateway [5061]: ", ""),
            ("(cert), or nothing to type its names: ", ""),
            ("(cert-cn): ", "gw.example.com"),
            ("(cert-issuer): ", "CA"),
            ("E-mail address to notify [cy@example.com]: ", ""),
            ("domains to expose: ", "c.example"),
            SEND,
        ],
    ),
    line("cy", "provision list", &[]),
    line("cy", "provision show [<N> 1]", &[(REQUEST, "1")]),
    line("cy", "provision cancel [<N> 1] [--yes]", &[(REQUEST, "1"), SURE]),
    line("ann", "provision end [<N> 2] [--yes]", &[(REQUEST, "2"), SURE]),
    line(
        "cy",
        "provision accept-terms [<N> 2] [--provider aol] [--yes]",
        &[(REQUEST, "2"), ("terms are accepted: ", "aol"), SURE],
    ),
    line("olga", "provision receive [<N> 1]", &[(REQUEST, "1")]),
    line("olga", "provision complete [<N> 1]", &[(REQUEST, "1")]),
    line("olga", "provision reject [<N> 1] [--reason no]", &[(REQUEST, "1"), REASON]),
    line("cy", "provider list", &[]),
    line(
        "olga",
        "provider add [<NAME> new] [--protocol sip] [--terms-url https://a.example] [--terms-version 1]",
        &[
            ("Name of the provider: ", "new"),
            ("Protocol (sip or xmpp): ", "sip"),
            ("(terms-url): ", "https://a.example"),
            ("(terms-version): ", "1"),
        ],
    ),
    line("olga", "provider retire [<NAME> aol]", &[("Name of the provider: ", "aol")]),
    line(
        "olga",
        "site enroll [--company New] [--country DE] [--primary-first-name Ida] [--primary-last-name Ibsen] [--primary-email i@example.com]",
        &[
            COMPANY,
            COUNTRY,
            ("First name of the Primary Contact: ", "Ida"),
            ("Last name of the Primary Contact: ", "Ibsen"),
            ("E-mail address of the Primary Contact: ", "i@example.com"),
            SEND,
        ],
    ),
    line("olga", "site import [<FILE> sites.csv]", &[("CSV or JSON file: ", "sites.csv")]),
    line("olga", "site list", &[]),
    line("olga", "site show [--site 7000017]", &[SITE]),
    line("olga", "site update --company Renamed [--site 7000017]", &[SITE]),
    line("olga", "site resend-welcome [--site SLEEPING]", &[SLEEPER]),
    line(
        "olga",
        "site withdraw [--site SLEEPING] [--reason twice] [--yes] [--password-file olga.pw]",
        &[SLEEPER, REASON, SURE, OLGA],
    ),
    line(
        "olga",
        "site close [--site 7000017] [--reason ended] [--yes] [--password-file olga.pw]",
        &[SITE, REASON, SURE, OLGA],
    ),
    line("olga", "person show [<ID> cy@example.com]", &[(ID, "cy@example.com")]),
    line(
        "olga",
        "operator add [<ID> hal@example.com] [--password-file olga.pw]",
        &[("ID of the new operator: ", "hal@example.com"), OLGA],
    ),
    line(
        "olga",
        "operator remove [<ID> otto@example.com] [--yes] [--password-file olga.pw]",
        &[("ID of the operator: ", "otto@example.com"), SURE, OLGA],
    ),
    line("olga", "operator list", &[]),
    line("olga", "operator reset [<ID> otto@example.com]", &[(ID, "otto@example.com")]),
    line("olga", "config list", &[]),
    line("olga", "config get [<KEY> care.contact]", &[("Setting: ", "care.contact")]),
    line(
        "olga",
        "config set [<KEY> care.contact] [<VALUE> care@vendor.example]",
        &[("Setting: ", "care.contact"), ("Value: ", "care@vendor.example")],
    ),
    line("olga", "config unset [<KEY> care.contact]", &[("Setting: ", "care.contact")]),
    line("olga", "outbox list", &[]),
    line("olga", "outbox show [<N> 1]", &[(LETTER, "1")]),
    line("olga", "outbox deliver", &[]),
    Line { ends: 6, ..line("olga", "outbox retry [<N> 1]", &[(LETTER, "1")]) },
    line("olga", "outbox test [--to me@vendor.example]", &[("the test letter goes: ", "me@vendor.example")]),
    line("ann", "audit list", &[]),
    line("olga", "audit show [<SEQ> 1]", &[("Number of the entry: ", "1")]),
    line("nobody", "audit verify", &[]),
    line("nobody", "audit head", &[]),
    line("olga", "maintain", &[]),
    line("nobody", "db path", &[]),
    line("nobody", "db check", &[]),
    line("nobody", "db stats", &[]),
    line("nobody", "db backup [<FILE> copy.db]", &[("Where the copy goes: ", "copy.db")]),
    line("nobody", "audit export", &[]),
    line("nobody", "db accept-time --yes", &[]),
    line("nobody", "db migrate", &[]),
    line("nobody", "ssh-keys 990 SHA256:x ssh-ed25519 AAAA", &[]),
    Line { ends: 1, ..line("nobody", "db restore [<FILE> lost.db] --yes", &[("The copy: ", "lost.db")]) },
    line("nobody", "rules", &[]),
    line("nobody", "explain [<CODE> R6]", &[("Code or rule: ", "R6")]),
    line("nobody", "help", &[]),
    // Nobody is asked for it: an error names what there is.
    line("nobody", "schema [<COMMAND> error]", &[]),
    line("nobody", "completions [<SHELL> bash]", &[("or powershell): ", "bash")]),
    line("nobody", "man", &[]),
];

/// Ctrl-C, as the last answer of a conversation that is left there.
pub const QUIT: &str = "^C";

impl Line {
    /// At how many of the questions nothing has happened yet.
    pub fn breaks(&self) -> usize {
        self.asked
            .iter()
            .position(|(question, answer)| *answer == QUIT || *question == LATER)
            .unwrap_or(self.asked.len())
    }
}

/// A way through the guide, as far as nothing is changed; what follows is another way.
const fn guide(who: &'static str, asked: &'static [(&'static str, &'static str)]) -> Line {
    Line { ends: 130, ..line(who, "start", asked) }
}

const HAVE: &str = "code that you have [1]: ";
const YOURS: &str = "(your ID): ";
const OTHERS: &str = "Give somebody else access? [y/N] ";
const USUAL: (&str, &str) = ("usual ones of a user (tools=downloads)? [Y/n] ", "");
const NO_END: (&str, &str) = ("no end: ", "");

/// More ways through the same commands, and those through the guide.
pub const LEADS: &[Line] = &[
    guide(
        "nobody",
        &[
            (HAVE, "1"),
            (YOURS, "ida@example.com"),
            NAMES[0],
            NAMES[1],
            COUNTRY,
            ("own choosing: ", "Q?"),
            NEW,
            AGAIN,
            ANSWER,
            ANSWER_AGAIN,
            SEND,
            ("or a number: ", QUIT),
        ],
    ),
    guide(
        "nobody",
        &[(HAVE, "3"), (YOURS, "fay@example.com"), ("or a number: ", "@verification"), ("or of your ID: ", QUIT)],
    ),
    guide(
        "nobody",
        &[
            (HAVE, "2"),
            (YOURS, "dee@example.com"),
            ("Password of dee@example.com: ", "@dee.pw"),
            ("Which site? [1]: ", QUIT),
        ],
    ),
    guide(
        "dee",
        &[
            ("Which site? [1]: ", "SLEEPING"),
            ("or a number: ", "@passcode"),
            ("Name a Secondary Contact now? [Y/n] ", QUIT),
        ],
    ),
    guide(
        "eve",
        &[
            ("Name a Secondary Contact now? [Y/n] ", "y"),
            (ID, "gus@example.com"),
            ("manage-access=update)? [Y/n] ", ""),
            NO_END,
            SEND,
            (OTHERS, QUIT),
        ],
    ),
    guide("ann", &[(OTHERS, "y"), (ID, "gus@example.com"), ("Role [1]: ", "1"), USUAL, NO_END, SEND, (OTHERS, QUIT)]),
    line(
        "ann",
        "access add",
        &[
            (ID, "gus@example.com"),
            ("Role [1]: ", "user"),
            ("usual ones of a user (tools=downloads)? [Y/n] ", "n"),
            ("tools [2]: ", "full"),
            ("reporting [1]: ", ""),
            ("entitlements [1]: ", "2"),
            ("documents [1]: ", ""),
            ("manage-access [1]: ", ""),
            ("contact-update [1]: ", ""),
            NO_END,
            SEND,
        ],
    ),
    line(
        "olga",
        "site enroll --company New --primary-first-name I --primary-last-name I --primary-email i@example.com",
        &[("Country (code or name): ", "GB"), SEND],
    ),
    line("olga", "access list", &[SITE]),
    line("dee", "site show", &[WHICH]),
    line("nobody", "whoami --as dee@example.com", &[("Password of dee@example.com: ", "@dee.pw")]),
    line("cy", "account update --email c@example.com", &[("to confirm: ", "@cy.pw")]),
    line("cy", "account update --question Q?", &[("to confirm: ", "@cy.pw"), ANSWER, ANSWER_AGAIN]),
];
