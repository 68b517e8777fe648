//! Questions of every kind at a real terminal: edited, searched, completed, and broken off in every way there is.
use crate::console::{Console, DOWN};
use crate::machine::{AWAKE, Machine, PAO, Person};
use crate::terminal::{Scene, cursor_is_shown};
use rustix::process::Signal;

const LEFT: &str = "\u{1b}[D";
const HOME: &str = "\u{1b}[H";
const END: &str = "\u{1b}[F";
const DELETE: &str = "\u{1b}[3~";
const CTRL_RIGHT: &str = "\u{1b}[1;5C";
const BACKSPACE: &str = "\u{7f}";
const ESC: &str = "\u{1b}";

const ENROLL: &str =
    "site enroll --company New --primary-first-name I --primary-last-name I --primary-email i@example.com";
const REVOKE: &str = "access revoke cy@example.com";

/// A question of each kind: a command that asks it first, who runs that, and how the question stands there.
fn every_kind() -> [(&'static str, Option<&'static Person>, &'static str); 5] {
    [
        ("login", None, "Your ID: "),
        ("access add cy@example.com", Some(&AWAKE.ann), "> user"),
        (ENROLL, Some(&AWAKE.operator), "Country (code or name): |"),
        (REVOKE, Some(&AWAKE.ann), "at site 7000017? [y/N] "),
        ("login cy@example.com", None, "Password of cy@example.com: "),
    ]
}

/// A shell with job control, at which a question of `pao` is broken off again and again.
struct Sitting<'m> {
    machine: &'m Machine,
    console: Console,
    question: &'static str,
}

impl<'m> Sitting<'m> {
    fn begin(
        machine: &'m Machine,
        times: usize,
        plain: bool,
        argv: &str,
        who: Option<&Person>,
        question: &'static str,
    ) -> Self {
        machine.file("pid", "");
        // 147: stopped by SIGSTOP, 148: by SIGTSTP.
        let script = format!(
            "set -m; trap : INT; stty echo; before=$(stty -a); \
             whole() {{ if [ \"$(stty -a)\" = \"$before\" ]; then echo whole; else echo harmed; fi; }}; \
             once() {{ sh -c 'echo $$ >pid; exec {PAO} {argv}'; s=$?; \
             while [ $s -eq 147 ] || [ $s -eq 148 ]; do echo \"[stopped $(whole)]\"; read go; fg >/dev/null; s=$?; done; \
             echo \"[ended $s $(whole)]\"; }}; {} read end",
            // Not in a loop: a shell leaves one at Ctrl-Z.
            "once; ".repeat(times)
        );
        let mut bash = machine.command("bash");
        bash.args(["-c", &script]).env("TERM", "xterm").envs(who.map(Person::signed_in));
        if plain {
            bash.env("PAO_PLAIN", "1");
        }
        Self { machine, console: Console::run(bash), question }
    }

    fn is_asked(&mut self) {
        self.console.sees(self.question);
    }

    /// The shell has the terminal again, as it was.
    fn says(&mut self, words: &str) -> String {
        let said = self.console.sees(words);
        assert!(cursor_is_shown(&self.console.shown), "{}: the cursor is gone: {said}", self.question);
        said
    }
}

#[test]
fn every_kind_of_question_can_be_broken_off() {
    let machine = AWAKE.machine();
    let plain = [
        ("login", None, "Your ID: "),
        ("access add cy@example.com", Some(&AWAKE.ann), "Role [1]: "),
        (ENROLL, Some(&AWAKE.operator), "Country (code or name): "),
    ];
    let kinds = every_kind().map(|kind| (kind, false)).into_iter().chain(plain.map(|kind| (kind, true)));
    for ((argv, who, question), plain) in kinds {
        let mut sitting = Sitting::begin(&machine, 6, plain, argv, who, question);
        for before in ["", "d"] {
            sitting.is_asked();
            sitting.console.types(before);
            sitting.console.presses_ctrl('c');
            assert!(sitting.says("[ended 130 whole]").contains("interrupted; nothing was changed"), "{question}");
        }
        for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::QUIT, 131), (Signal::INT, 130)] {
            sitting.is_asked();
            sitting.machine.signals(signal);
            sitting.says(&format!("[ended {status} whole]"));
        }
    }
}

#[test]
fn ctrl_z_stops_a_line_and_is_no_key_anywhere_else() {
    let machine = AWAKE.machine();
    let mut sitting = Sitting::begin(&machine, 1, false, "login", None, "Your ID: ");
    sitting.is_asked();
    sitting.console.types("cy@example.con");
    sitting.console.sees("example.con");
    sitting.console.presses_ctrl('z');
    sitting.says("[stopped whole]");
    sitting.console.types("\n");
    sitting.console.sees("Your ID: cy@example.con");
    sitting.console.types(&format!("{BACKSPACE}m\n"));
    sitting.console.sees("Password of cy@example.com: ");
    sitting.console.presses_ctrl('z');
    sitting.console.types(&format!("{}\n", AWAKE.cy.password));
    sitting.says("[ended 0 whole]");

    for (argv, who, question) in &every_kind()[1..4] {
        let mut sitting = Sitting::begin(&machine, 1, false, argv, *who, question);
        sitting.is_asked();
        sitting.console.presses_ctrl('z');
        sitting.console.presses_ctrl('d');
        sitting.console.presses_ctrl('c');
        sitting.says("[ended 130 whole]");
    }
}

#[test]
fn a_signal_ends_a_question_whenever_it_comes() {
    let machine = AWAKE.machine();
    for (argv, who, question) in [every_kind()[0], every_kind()[2]] {
        let mut sitting = Sitting::begin(&machine, 20, false, argv, who, question);
        for time in 0..20 {
            sitting.is_asked();
            // At any moment of the reading, drawing and waiting that these keys bring about.
            sitting.console.types(&"ab\u{7f}".repeat(time));
            sitting.machine.signals(if time % 2 == 0 { Signal::TERM } else { Signal::INT });
            sitting.says(if time % 2 == 0 { "[ended 143 whole]" } else { "[ended 130 whole]" });
        }
    }
}

#[test]
fn a_line_is_edited_with_the_keys_for_it() {
    let machine = AWAKE.machine();
    let mut scene = Scene::begin(&machine, Some(&AWAKE.ann), "contact set media");
    let first = format!("né{HOME}Re{END}x{BACKSPACE}");
    scene.sees("First name: ").types(&first);
    let last = format!("山x{LEFT}{BACKSPACE}海{CTRL_RIGHT}{HOME}{DELETE}{END}{LEFT}川");
    scene.sees("Last name: ").types(&last).sees("E-mail address: ").types("m@example.org\u{17}m@example.com");
    scene.sees("Send this contact? [Y/n] ").types("");
    let shown = scene.ends(0);
    assert!(shown.contains("Last name   川x\r\n"), "{shown}");
    let named =
        "SELECT count(*) FROM contact WHERE first_name = 'René' AND last_name = '川x' AND email = 'm@example.com'";
    assert_eq!(machine.count(named), 1, "{shown}");
}

#[test]
fn tab_completes_the_path_of_a_file() {
    let machine = AWAKE.machine();
    std::fs::create_dir(machine.folder.join("some folder")).unwrap();
    machine.file("some folder/people.csv", "id,role\ncy@example.com,user\n");
    let mut scene = Scene::begin(&machine, Some(&AWAKE.ann), "access import --dry-run");
    scene.sees("CSV or JSON file: ").presses("so\t").sees("some folder/").presses("\t").sees("people.csv");
    let shown = scene.types("").ended(0);
    assert!(shown.contains("'some folder/people.csv'"), "the same without a question: {shown}");
}

#[test]
fn a_country_is_found_by_its_code_or_a_part_of_its_name() {
    let machine = AWAKE.machine();
    for (typed, code, record) in [
        ("de", "DE", "DE  Germany, Deutschland, "),
        ("germ", "DE", "DE  Germany, Deutschland, "),
        ("ivory", "CI", "CI  Côte d'Ivoire, "),
        (&format!("mar{DOWN}{DOWN}{BACKSPACE}{BACKSPACE}{BACKSPACE}gb"), "GB", "GB  United Kingdom"),
    ] {
        let mut scene = Scene::begin(&machine, Some(&AWAKE.operator), &format!("--json {ENROLL}"));
        scene.sees("Country (code or name): |").types(typed).sees(&format!("Country (code or name): {record}"));
        scene.sees("[Y/n] ").types("");
        let shown = scene.ended(0);
        assert!(shown.contains(&format!("\"country\":\"{code}\"")), "{typed}: {shown}");
    }
}

#[test]
fn of_a_question_and_its_answer_one_line_remains() {
    let machine = AWAKE.machine();
    let mut scene = Scene::begin(&machine, Some(&AWAKE.ann), "access add cy@example.com --yes --dry-run");
    scene.sees("Role:\r\n> user").presses(DOWN).sees("> secondary").types("").sees("Role: secondary");
    scene.sees("Privileges: the usual ones of a secondary").sees("[Y/n] ").types("").sees(" yes\r\n");
    scene.sees("no end: ").types("");
    scene.sees("has access to site 7000017 already").ended(6);
}

#[test]
fn esc_gives_up_at_a_list() {
    let machine = AWAKE.machine();
    for (argv, who, question) in &every_kind()[1..3] {
        let mut scene = Scene::begin(&machine, *who, argv);
        scene.sees(question).presses(ESC);
        assert!(scene.ended(130).contains("cancelled; nothing was changed"), "{question}");
    }
}

#[test]
fn plain_questions_draw_nothing_and_know_the_end_of_input() {
    let machine = AWAKE.machine();
    for before in ["export PAO_PLAIN=1; ", "export TERM=dumb; ", "unset TERM; ", "stty rows 3; "] {
        let mut scene = Scene::prepared(&machine, Some(&AWAKE.operator), before, &format!("--color never {ENROLL}"));
        scene
            .sees("Country (code or name): ")
            .types("Atlantis")
            .sees("Nothing there contains that; ? lists everything");
        scene.sees("(code or name): ").types("united").sees("  1  AE  United Arab Emirates").sees("[1]: ").types("GB");
        scene.sees("Send this enrolment? [Y/n] ").types("n").sees("Which line is to be changed").sees("[1]: ");
        scene.types("none: send nothing");
        let shown = scene.ended(130);
        assert!(shown.contains("United Kingdom") && !shown.contains('\u{1b}'), "{before}: {shown}");
        for (argv, question) in [(REVOKE, "[y/N] "), ("access add cy@example.com", "Role [1]: ")] {
            let mut scene = Scene::prepared(&machine, Some(&AWAKE.ann), before, argv);
            scene.sees(question).presses_ctrl('d');
            assert!(scene.ended(2).contains(" is missing"), "{question}");
        }
    }
    let mut scene = Scene::prepared(&machine, Some(&AWAKE.ann), "export PAO_PLAIN=0; ", REVOKE);
    scene.sees("\u{1b}[?25l").presses("\u{4}").types("n").sees(" no\r\n").ended(130);
}

#[test]
fn what_was_typed_before_a_secret_is_asked_for_is_thrown_away() {
    let machine = AWAKE.machine();
    for before in ["", "export PAO_PLAIN=1; "] {
        let mut scene = Scene::prepared(&machine, None, before, "login");
        scene.sees("Your ID: ").types("cy@example.com\nsomething else");
        scene.sees("Password of cy@example.com: ").types(&AWAKE.cy.password);
        assert!(!scene.ended(0).contains("plum"), "the secret is shown");
    }
}
