//! Canaries: every secret of a whole story is looked for in everything that it left on the disk.
//!
//! What must hold: no password, answer or token lies in the database, its journal, its free pages, the mail folder or
//! anything that was said. Codes lie in the letters, by design, and nowhere else once these were delivered.
use crate::world::{ANN, BOB, CY, OPS, Run, Scene, password};
use std::fs;
use std::path::PathBuf;

const ANSWER: &str = "Nautilus of Trieste";
const FRESH: [&str; 3] =
    ["umbrella walnut Sextant quarry", "glacier mitten Oboe turnpike", "lantern sparrow Vellum cobalt"];
const OTHER_ANSWER: &str = "Mermaid of Windermere";
const WRONG: [&str; 2] = ["basil anchor Trumpet meadow", "Santa Maria of Genoa"];

/// Everything a story leaves behind, as it goes on.
struct Left {
    scene: Scene,
    said: String,
    tokens: Vec<String>,
}

impl Left {
    fn run(&mut self, who: &str, argv: &[&str], lines: &[&str]) -> Run {
        let run = self.scene.typed(who, argv.iter().copied(), lines);
        if !argv.contains(&"--print-token") && !argv.starts_with(&["token", "create"]) {
            self.said.push_str(&run.to_string());
        }
        run
    }

    fn recover(&mut self, id: &str, to: &str, answer: &str, new: &str) -> Run {
        self.run("nobody", &["account", "recover", "--email", id], &[]).done();
        let code = self.scene.letter(to, "recovery").secret();
        let argv =
            ["account", "reset", "--email", id, "--code-file", "-", "--answer-file", "-", "--new-password-file", "-"];
        self.run("nobody", &argv, &[new, answer, &code])
    }

    fn token(&mut self, id: &str, secret: &str) {
        let run = self.run(id, &["login", id, "--print-token", "--password-file", "-"], &[secret]).done();
        self.tokens.push(run.json()["token"].as_str().unwrap().to_owned());
        self.run(id, &["login", id, "--password-file", "-"], &[secret]).done();
    }

    /// Files of the database and of the mail folder.
    fn files(&self) -> Vec<PathBuf> {
        let in_root = ["pao.db", "pao.db-wal", "pao.db-shm", "pao.db-journal"].map(|name| self.scene.path(name));
        let mail = fs::read_dir(self.scene.path("pao-mail")).unwrap().map(|entry| entry.unwrap().path());
        in_root.into_iter().filter(|path| path.exists()).chain(mail).collect()
    }
}

fn holds(bytes: &[u8], canary: &str) -> bool {
    bytes.windows(canary.len()).any(|window| window == canary.as_bytes())
}

/// Everything that has to do with secrets, once, with a reader that keeps the journal from being folded in.
fn story() -> (Left, crate::world::Reader) {
    let scene = Scene::new();
    scene.init();
    scene.spool();
    let reader = scene.reader();
    reader.rows("SELECT count(*) FROM person");
    let site = scene.active_site("Example Corp", ANN);
    for (id, role) in [(BOB, "secondary"), (CY, "user")] {
        scene.give(ANN, &site, id, role, &[]);
    }
    scene.enroll("Sleeping", BOB);
    let mut left = Left { scene, said: String::new(), tokens: Vec::new() };
    left.token(ANN, &password(ANN));
    let automation = left
        .run(
            ANN,
            &["token", "create", "--can", "list-access", "--name", "ci", "--password-file", "-"],
            &[&password(ANN)],
        )
        .done();
    left.tokens.push(automation.json()["token"].as_str().unwrap().to_owned());
    left.run(ANN, &["login", ANN, "--password-file", "-"], &[WRONG[0]]).refused("sign_in_failed");
    left.run(BOB, &["request-passcode"], &[]).done();
    left.recover(ANN, ANN, WRONG[1], FRESH[0]).refused("code_not_accepted");
    left.recover(ANN, ANN, ANSWER, FRESH[0]).done();
    left.token(ANN, FRESH[0]);
    let change = ["account", "change-password", "--password-file", "-", "--new-password-file", "-"];
    left.run(ANN, &change, &[FRESH[0], FRESH[1]]).done();
    left.token(ANN, FRESH[1]);
    let question = ["account", "update", "--question", "Which boat?", "--password-file", "-", "--answer-file", "-"];
    left.run(ANN, &question, &[FRESH[1], OTHER_ANSWER]).done();
    let new = "ann@new.example";
    left.run(ANN, &["account", "update", "--email", new, "--password-file", "-"], &[FRESH[1]]).done();
    let code = left.scene.letter(new, "verification").secret();
    let verify = ["account", "verify", "--email", new, "--password-file", "-", "--code-file", "-"];
    left.run(ANN, &verify, &[FRESH[1], &code]).done();
    let code = left.scene.letter(ANN, "email-changed").secret();
    left.run("nobody", &["account", "reverse-email", "--code-file", "-"], &[&code]).done();
    left.recover(ANN, ANN, OTHER_ANSWER, FRESH[2]).done();
    left.token(ANN, FRESH[2]);
    left.run("nobody", &["operator", "reset", OPS], &[]).done();
    left.run(CY, &["account", "close", "--yes", "--password-file", "-"], &[&password(CY)]).done();
    (left, reader)
}

#[test]
fn no_secret_of_a_whole_story_is_left_on_the_disk() {
    let (left, reader) = story();
    let mut canaries: Vec<String> = [ANN, BOB, CY, OPS].map(password).to_vec();
    canaries.extend([ANSWER, OTHER_ANSWER].into_iter().chain(FRESH).chain(WRONG).map(str::to_owned));
    // An answer is hashed in lower case.
    canaries.extend([ANSWER, OTHER_ANSWER].map(str::to_lowercase));
    assert_eq!(left.tokens.len(), 5);
    canaries.extend(left.tokens.iter().cloned());
    let codes: Vec<String> = left
        .scene
        .letters()
        .iter()
        .filter(|letter| letter.body.contains(" code: ") || letter.body.contains("passcode: "))
        .map(|letter| letter.secret())
        .collect();
    assert!(codes.len() > 10, "{codes:?}");
    let view = |name: &str| {
        for path in left.files() {
            let bytes = fs::read(&path).unwrap();
            assert!(!bytes.is_empty() || path.extension().is_some_and(|ending| ending == "db-wal"), "{path:?}");
            let file = path.display();
            assert!(canaries.iter().all(|canary| !holds(&bytes, canary)), "{name}: {file} holds a secret");
            let mail = path.extension().is_some_and(|ending| ending == "eml");
            for code in codes.iter().filter(|_| !mail) {
                // What has been overwritten in the journal is gone with it.
                let journal = file.to_string().ends_with("-wal");
                assert!(journal || (!holds(&bytes, code) && !holds(&bytes, &code.replace('-', ""))), "{file}: {code}");
            }
        }
    };
    assert!(left.scene.path("pao.db-wal").exists(), "the journal is looked at too");
    view("while it is read");
    drop(reader);
    left.scene.run(OPS, ["db", "check"]).done();
    assert!(!left.scene.path("pao.db-wal").exists());
    view("at rest");
    assert!(canaries.iter().chain(&codes).all(|canary| !left.said.contains(canary.as_str())), "{}", left.said);
    assert_eq!(left.scene.rows("SELECT count(*) FROM message WHERE secret IS NOT NULL"), [["0"]]);
    left.scene.check();
}

#[test]
fn a_canary_that_sits_there_is_seen() {
    let (left, reader) = story();
    drop(reader);
    let conn = rusqlite::Connection::open(left.scene.database()).unwrap();
    conn.execute("INSERT INTO setting (key, value) VALUES ('canary', ?1)", [FRESH[2]]).unwrap();
    drop(conn);
    assert!(left.files().iter().any(|path| holds(&fs::read(path).unwrap(), FRESH[2])));
}
