//! The real program at a terminal: what it asks, what it shows, and what it leaves of the terminal.
//!
//! Each scene runs under a shell on a terminal of its own, which writes down the settings of the terminal before and
//! after, and says how `pao` ended.
use crate::console::Console;
use crate::machine::{AWAKE, Machine, PAO, Person, SLEEPING};
use std::fs;

/// A terminal at which `pao` runs.
pub struct Scene<'m> {
    machine: &'m Machine,
    console: Console,
}

impl<'m> Scene<'m> {
    pub fn begin(machine: &'m Machine, who: Option<&Person>, argv: &str) -> Self {
        Self::prepared(machine, who, "", argv)
    }

    /// The same, after some shell commands.
    pub fn prepared(machine: &'m Machine, who: Option<&Person>, before: &str, argv: &str) -> Self {
        let inner = format!("echo $$ >pid; exec {PAO} {argv}");
        let script = format!(
            "trap : INT; {before}stty echo; stty -a >before; sh -c '{inner}'; echo \"[ended $?]\"; stty -a >after; echo '[over]'; read end"
        );
        let mut sh = machine.command("/bin/sh");
        sh.args(["-c", &script]).env("TERM", "xterm").envs(who.map(Person::signed_in));
        Self { machine, console: Console::run(sh) }
    }

    /// Waits until `text` is shown.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Self {
        self.console.sees(text);
        self
    }

    pub fn types(&mut self, line: &str) -> &mut Self {
        self.console.types(&format!("{line}\n"));
        self
    }

    /// Keys, without an Enter.
    pub fn presses(&mut self, keys: &str) -> &mut Self {
        self.console.types(keys);
        self
    }

    pub fn presses_ctrl(&mut self, key: char) {
        self.console.presses_ctrl(key);
    }

    /// Waits for the end: with `status`, on a terminal that is as it was. Gives all that was shown.
    #[track_caller]
    pub fn ends(mut self, status: i32) -> String {
        self.ended(status)
    }

    /// The same, at the end of a line of steps.
    #[track_caller]
    pub fn ended(&mut self, status: i32) -> String {
        self.sees("[ended ").sees("]").sees("[over]");
        let shown = std::mem::take(&mut self.console.shown);
        let settings = |name| fs::read_to_string(self.machine.folder.join(name)).unwrap();
        let (before, after) = (settings("before"), settings("after"));
        assert!(before.contains(" echo ") && before.contains(" icanon "), "{before}");
        assert_eq!(before, after, "{shown}");
        assert!(cursor_is_shown(&shown), "the cursor is gone: {shown}");
        assert!(shown.contains(&format!("[ended {status}]")), "not {status}: {shown}");
        shown
    }
}

/// Whether the cursor was shown last, or never hidden.
pub fn cursor_is_shown(shown: &str) -> bool {
    shown.rfind("\u{1b}[?25h") >= shown.rfind("\u{1b}[?25l")
}

fn entries(machine: &Machine) -> i64 {
    machine.count("SELECT count(*) FROM audit")
}

#[test]
fn login_asks_for_the_password_and_does_not_show_it() {
    let machine = SLEEPING.machine();
    let mut scene = Scene::begin(&machine, None, "login");
    scene.sees("Your ID: ").types("cy@example.com").sees("Password of cy@example.com: ").types(&SLEEPING.cy.password);
    let shown = scene.ends(0);
    assert!(shown.contains("cy@example.com\r\n"), "what is no secret is echoed: {shown}");
    assert!(!shown.contains("plum") && !shown.contains("4711"), "{shown}");
    assert_eq!(machine.run(None, &["--json", "whoami"]).ends(0).json()["id"], "cy@example.com");
}

#[test]
fn whom_somebody_let_in_is_shown_before_they_go_and_their_grants_are_decided_about() {
    let machine = AWAKE.machine();
    let granted =
        "SELECT count(*) FROM access JOIN person USING (person) WHERE id = 'cy@example.com' AND ended_at IS NULL";
    machine.does(Some(&AWAKE.bob), &["access", "update", &AWAKE.cy.id, "--tools", "media"], &[]);
    let mut scene = Scene::begin(&machine, Some(&AWAKE.ann), "access revoke bob@example.com");
    scene.sees("They gave access to: cy@example.com").sees("grants: keep, end or hand-to:ID [keep]: ").types("sell");
    scene.sees("must be keep, end or hand-to:ID").sees("hand-to:ID [keep]: ").types("end");
    scene.sees("Revoke the access of bob@example.com").types("y").sees("also ended: cy@example.com");
    scene.ends(0);
    assert_eq!(machine.count(granted), 0);
    machine.is_sound();
}

#[test]
fn register_leads_through_every_question_and_asks_again_where_it_must() {
    let machine = SLEEPING.machine();
    let mut scene = Scene::begin(&machine, None, "register");
    scene.sees("becomes the ID): ").types("dee").sees("is not an e-mail address").sees("becomes the ID): ");
    scene.types("Dee@Example.com").sees("First name: ").types("").sees("first-name").sees("First name: ").types("Dée");
    scene
        .sees("Last name: ")
        .types("Dahl")
        .sees("Country (code or name):")
        .types("germ")
        .sees("ecurity question")
        .types("Name of my boat?");
    scene.sees("15 characters or more").sees("Password: ").types("teapot").sees("has 6 characters, 15 are needed");
    scene.sees("Password: ").types("teapot lunar drizzle 88");
    scene.sees("Password again: ").types("teapot lunar drizzle 89").sees("not the same");
    scene
        .sees("Password: ")
        .types("teapot lunar drizzle 88")
        .sees("Password again: ")
        .types("teapot lunar drizzle 88")
        .sees("very hard to guess");
    scene.sees("Answer to the security question: ").types("teapot lunar drizzle 88").sees("answer: ");
    scene.sees("Answer to the security question: ").types("Mermaid of Trieste");
    scene.sees("Answer to the security question again: ").types("Mermaid of Trieste");
    scene.sees("Country     Germany").sees("Send this registration? [Y/n] ").types("");
    scene.sees("(code; empty: later): ").types("");
    scene.sees("the same without a question: pao register --email Dee@Example.com --first-name ");
    scene.sees("--last-name Dahl --country DE --question 'Name of my boat?' --password-file PATH --answer-file PATH");
    let shown = scene.ends(0);
    assert!(!shown.contains("teapot") && !shown.contains("Mermaid"), "{shown}");
    assert!(shown.contains("next:") && shown.contains("pao account verify --email dee@example.com"), "{shown}");

    let code = machine.letter("dee@example.com", "verification", "Verification code");
    let mut scene = Scene::begin(&machine, None, "account verify --email dee@example.com");
    scene.sees("ode").sees(": ").types("K7Q2").sees("has 4 symbols").sees("ode").sees(": ").types(&code.to_lowercase());
    scene.sees("or of your ID: ").types("teapot lunar drizzle 88");
    let shown = scene.ends(0);
    assert!(shown.contains(&code.to_lowercase()), "codes are echoed: {shown}");
    let name = "SELECT count(*) FROM person WHERE id = 'dee@example.com' AND first_name = 'Dée' AND country = 'DE'";
    assert_eq!(machine.count(name), 1);
    machine.is_sound();
}

#[test]
fn authorize_shows_what_waits_and_asks_again_for_a_mistyped_passcode() {
    let machine = SLEEPING.machine();
    let mut mistyped = SLEEPING.passcode.clone();
    let other = if mistyped.ends_with('X') { 'Y' } else { 'X' };
    mistyped.pop();
    mistyped.push(other);
    let mut scene = Scene::begin(&machine, Some(&SLEEPING.ann), "authorize");
    scene.sees("7000017").sees("asscode").sees(": ").types(&mistyped).sees("mistyped: its check symbol does not fit");
    scene
        .sees("asscode")
        .sees(": ")
        .types("K7Q2-U")
        .sees("symbols")
        .sees("asscode")
        .sees(": ")
        .types(&SLEEPING.passcode);
    let shown = scene.ends(0);
    assert!(shown.contains(&SLEEPING.passcode), "passcodes are echoed: {shown}");
    assert!(shown.contains("next:"), "{shown}");
    assert_eq!(machine.count("SELECT count(*) FROM site WHERE status = 'active'"), 1);
    assert_eq!(machine.count("SELECT failures FROM person WHERE id = 'ann@example.com'"), 0);
    machine.is_sound();
}

#[test]
fn revoke_asks_and_only_yes_is_yes() {
    let machine = AWAKE.machine();
    let before = entries(&machine);
    for no in ["n", "", "No", "perhaps"] {
        let mut scene = Scene::begin(&machine, Some(&AWAKE.ann), "access revoke cy@example.com");
        scene.sees("Revoke the access of cy@example.com at site 7000017? [y/N] ").types(no);
        let shown = scene.ends(130);
        assert!(shown.contains("nothing was changed"), "{shown}");
    }
    assert_eq!(entries(&machine), before);
    let mut scene = Scene::begin(&machine, Some(&AWAKE.ann), "access revoke cy@example.com");
    scene.sees("[y/N] ").types("yes");
    scene.ends(0);
    assert_eq!(machine.count("SELECT count(*) FROM access WHERE role = 'user' AND ended_at IS NULL"), 0);
}

#[test]
fn nobody_is_asked_where_nobody_wants_to_be() {
    let machine = AWAKE.machine();
    let revoke = "access revoke cy@example.com";
    for argv in [format!("{revoke} --no-input"), format!("{revoke} 2>log"), format!("{revoke} </dev/null")] {
        Scene::begin(&machine, Some(&AWAKE.ann), &argv).ends(2);
    }
    Scene::begin(&machine, Some(&AWAKE.ann), &format!("{revoke} --yes --dry-run")).ends(0);
    // The answer may go elsewhere; the conversation stays at the terminal.
    let mut scene = Scene::begin(&machine, Some(&AWAKE.ann), &format!("{revoke} >log"));
    scene.sees("[y/N] ").types("y");
    let shown = scene.ends(0);
    assert!(!shown.contains("Granted by") && shown.contains("Revoked cy@example.com"), "{shown}");
}
