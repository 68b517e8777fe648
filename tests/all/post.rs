//! The post against a mail server that somebody else wrote: nothing lost, nothing sent twice by our doing, nobody kept
//! waiting, no password in the clear. The server is `smtp_peer.py`, by the Debian package python3-aiosmtpd.
//!
//! What must hold: what arrived is counted where it arrived.
use crate::world::{ANN, BOB, CY, DAY, DEE, OPS, Scene};
use pao::mail::{Outgoing, Post, ProcessPost, Route, SmtpRoute, SmtpUrl, Trouble, Undelivered};
use pao::model::secret::Secret;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// The interpreter that Debian's packages are made for.
const PYTHON: &str = "/usr/bin/python3";
/// Long enough for a loaded machine; short where a test waits for its end.
const LONG: Duration = Duration::from_secs(30);
const SHORT: Duration = Duration::from_millis(400);

/// A folder of one test's own.
fn folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("pao-peer-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(name);
    fs::create_dir(&folder).unwrap();
    folder
}

/// A mail server on this machine, gone with the test.
pub struct Peer {
    folder: PathBuf,
    port: u16,
    child: Child,
    stdin: Option<ChildStdin>,
}

impl Peer {
    pub fn start(kind: &str) -> Self {
        let folder = folder();
        fs::write(folder.join("mode"), "take").unwrap();
        fs::write(folder.join("log"), "").unwrap();
        certify(&folder);
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/smtp_peer.py");
        let mut child = Command::new(PYTHON)
            .args(["-W", "ignore", script, kind])
            .arg(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{PYTHON}: {error}"));
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().parse().unwrap_or_else(|_| {
            panic!("no mail server; this test needs the Debian package: apt-get install python3-aiosmtpd")
        });
        let stdin = child.stdin.take();
        Self { folder, port, child, stdin }
    }

    pub fn behave(&self, mode: &str) {
        // Renamed into place: the server never reads half of it.
        fs::write(self.folder.join("next"), mode).unwrap();
        fs::rename(self.folder.join("next"), self.folder.join("mode")).unwrap();
    }

    /// From now on it says these bytes, where the way in which it behaves has some.
    pub fn say(&self, mode: &str, bytes: &[u8]) {
        fs::write(self.folder.join("said"), bytes).unwrap();
        self.behave(mode);
    }

    fn log(&self, event: &str) -> Vec<Value> {
        let log = fs::read_to_string(self.folder.join("log")).unwrap();
        let lines = log.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.filter(|line| line["event"] == event).collect()
    }

    pub fn connections(&self) -> usize {
        self.log("connection").len()
    }

    /// The addressees of every letter that arrived, in the order of their arrival.
    pub fn arrived(&self) -> Vec<String> {
        self.log("letter").iter().map(|letter| letter["to"][0].as_str().unwrap().to_owned()).collect()
    }

    pub fn url(&self, scheme: &str, name: &str) -> String {
        format!("{scheme}://{name}localhost:{}", self.port)
    }

    fn route(&self, scheme: &str) -> SmtpRoute {
        SmtpRoute {
            url: SmtpUrl::parse(&self.url(scheme, "")).unwrap(),
            password: None,
            authorities: Some(fs::read(self.folder.join("ca.pem")).unwrap()),
            helo: "pao.example".to_owned(),
            timeout: LONG,
        }
    }

    fn signing_in(&self, scheme: &str, password: &str) -> SmtpRoute {
        let url = SmtpUrl::parse(&self.url(scheme, "pao@example.com@")).unwrap();
        SmtpRoute { url, password: Some(Secret::new(password.to_owned())), ..self.route(scheme) }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        drop(self.stdin.take());
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// An authority of its own, and a certificate by it for `localhost`.
fn certify(folder: &Path) {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(["localhost".to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
    fs::write(folder.join("ca.pem"), authority.pem()).unwrap();
    fs::write(folder.join("cert.pem"), leaf.pem()).unwrap();
    fs::write(folder.join("key.pem"), key.serialize_pem()).unwrap();
}

fn outgoing(number: u32, to: &str) -> Outgoing {
    let bytes = format!(
        "From: Pao <pao@vendor.example>\r\nTo: {to}\r\nMessage-ID: <{number}@pao>\r\n\r\nOne.\r\n.\r\n..two\r\n"
    );
    let from = "pao@vendor.example".to_owned();
    Outgoing { name: format!("{number}-test"), from, to: to.to_owned(), bytes: bytes.into_bytes() }
}

fn send(post: &mut ProcessPost, route: &SmtpRoute, number: u32, to: &str) -> Result<(), Undelivered> {
    post.deliver(&Route::Smtp(route.clone()), &outgoing(number, to))
}

#[test]
fn letters_go_over_one_connection_as_they_are() {
    let peer = Peer::start("plain");
    let (mut post, route) = (ProcessPost::default(), peer.route("smtp"));
    for (number, to) in [(1, "ann@example.com"), (2, "bob@example.com"), (3, "ann@example.com")] {
        send(&mut post, &route, number, to).unwrap();
    }
    post.close();
    assert_eq!((peer.arrived().len(), peer.connections()), (3, 1));
    let first = &peer.log("letter")[0];
    let content = String::from_utf8(outgoing(1, "ann@example.com").bytes).unwrap();
    assert_eq!((first["content"].as_str(), first["sender"].as_str()), (Some(&*content), Some("pao@vendor.example")));
    send(&mut post, &route, 4, "ann@example.com").unwrap();
    assert_eq!(peer.connections(), 2, "a delivery leaves no connection open");
}

#[test]
fn names_and_passwords_travel_encrypted() {
    for (kind, scheme) in [("starttls", "smtp+starttls"), ("tls", "smtps")] {
        let peer = Peer::start(kind);
        let mut post = ProcessPost::default();
        send(&mut post, &peer.signing_in(scheme, "correct horse"), 1, "ann@example.com").unwrap();
        send(&mut post, &peer.signing_in(scheme, "correct horse"), 2, "bob@example.com").unwrap();
        post.close();
        assert_eq!(peer.arrived(), ["ann@example.com", "bob@example.com"]);
        assert!(peer.log("letter").iter().all(|letter| letter["tls"] == true), "{kind}");
        let why = send(&mut post, &peer.signing_in(scheme, "canary staple"), 3, "ann@example.com").unwrap_err();
        assert!(why.trouble == Trouble::Closed && why.words.contains("535"), "{why:?}");
        assert!(!why.words.contains("canary"), "{why}");
        let why = send(&mut post, &peer.route(scheme), 4, "ann@example.com").unwrap_err();
        assert!(why.trouble == Trouble::Closed && why.words.contains("530"), "{why:?}");
        assert_eq!(peer.arrived().len(), 2, "{kind}");
    }
}

#[test]
fn a_server_that_cannot_prove_itself_gets_nothing() {
    for (kind, scheme) in [("starttls", "smtp+starttls"), ("tls", "smtps")] {
        let (peer, other) = (Peer::start(kind), Peer::start("plain"));
        let known = peer.signing_in(scheme, "correct horse");
        let stranger = fs::read(other.folder.join("ca.pem")).unwrap();
        let elsewhere = SmtpUrl::parse(&known_as_address(&peer, scheme)).unwrap();
        let routes = [
            SmtpRoute { authorities: Some(stranger), ..known.clone() },
            SmtpRoute { authorities: None, ..known.clone() },
            SmtpRoute { url: elsewhere, ..known.clone() },
        ];
        for route in routes {
            let why = send(&mut ProcessPost::default(), &route, 1, "ann@example.com").unwrap_err();
            assert!(why.trouble == Trouble::Closed && why.words.contains("certificate"), "{why:?}");
        }
        let nothing = SmtpRoute { authorities: Some(b"nothing".to_vec()), ..known.clone() };
        let why = send(&mut ProcessPost::default(), &nothing, 1, "ann@example.com").unwrap_err();
        assert!(why.trouble == Trouble::Closed && why.words.contains("mail.smtp.ca-file"), "{why:?}");
        assert!(peer.arrived().is_empty());
        send(&mut ProcessPost::default(), &known, 1, "ann@example.com").unwrap();
    }
}

/// The same server under an address that its certificate does not name.
fn known_as_address(peer: &Peer, scheme: &str) -> String {
    format!("{scheme}://pao@example.com@127.0.0.1:{}", peer.port)
}

#[test]
fn encryption_that_is_not_offered_is_not_done_without() {
    let peer = Peer::start("plain");
    for scheme in ["smtp+starttls", "smtps"] {
        let route = SmtpRoute { timeout: SHORT, ..peer.signing_in(scheme, "correct horse") };
        let why = send(&mut ProcessPost::default(), &route, 1, "ann@example.com").unwrap_err();
        assert_eq!(why.trouble, Trouble::Closed, "{why:?}");
    }
    assert!(peer.arrived().is_empty());
}

/// What somebody on the way sends behind the answer to STARTTLS, so that it is taken for what the server says under
/// encryption: each answer then is that to the command before, and the last one, a refusal, is never read.
const BEFORE_THE_ENCRYPTION: [&[u8]; 5] = [
    b"250-peer\r\n250 AUTH PLAIN LOGIN\r\n235 fine\r\n250 fine\r\n250 fine\r\n354 go on\r\n250 taken\r\n",
    b"250 go on\r\n",
    b"250-go on\r\n250 AUTH PLAIN LOGIN\r\n235 fine\r\n",
    b"250-go",
    b"\r\n",
];

#[test]
fn nothing_said_before_the_encryption_is_an_answer() {
    for mode in ["inject", "inject-late"] {
        for bytes in BEFORE_THE_ENCRYPTION {
            let peer = Peer::start("starttls");
            peer.say(mode, bytes);
            let route = peer.signing_in("smtp+starttls", "correct horse");
            let answer = send(&mut ProcessPost::default(), &route, 1, "ann@example.com");
            let why = answer.expect_err("a letter that the server refused was said to be delivered");
            assert_eq!(why.trouble, Trouble::Closed, "{mode} {bytes:?}: {why:?}");
            assert!(peer.arrived().is_empty(), "{mode} {bytes:?}: the letter itself went out");
        }
    }
}

#[test]
fn a_name_and_its_password_belong_together() {
    let peer = Peer::start("plain");
    let named = SmtpUrl::parse(&peer.url("smtp", "pao@")).unwrap();
    let alone = SmtpRoute { url: named, ..peer.route("smtp") };
    let nameless = SmtpRoute { password: Some(Secret::new("canary".to_owned())), ..peer.route("smtp") };
    for route in [alone, nameless] {
        let why = send(&mut ProcessPost::default(), &route, 1, "ann@example.com").unwrap_err();
        assert!(why.trouble == Trouble::Closed && why.words.contains("mail.smtp.password-file"), "{why:?}");
    }
    assert_eq!(peer.connections(), 0);
}

#[test]
fn a_refused_letter_stands_in_nobodys_way() {
    let peer = Peer::start("plain");
    peer.behave("refuse");
    let (mut post, route) = (ProcessPost::default(), peer.route("smtp"));
    let unknown = send(&mut post, &route, 1, "nobody@example.com").unwrap_err();
    assert_eq!(unknown.trouble, Trouble::Refused { permanent: true });
    assert!(unknown.words.contains("550 5.1.1 no such") && !unknown.words.contains('\u{1b}'), "{unknown}");
    // What a server says no to may be a server that is set up wrongly.
    let denied = send(&mut post, &route, 2, "bob@example.com").unwrap_err();
    assert_eq!(denied.trouble, Trouble::Refused { permanent: false });
    send(&mut post, &route, 3, "ann@example.com").unwrap();
    peer.behave("later");
    let later = send(&mut post, &route, 4, "nobody@example.com").unwrap_err();
    assert_eq!(later.trouble, Trouble::Refused { permanent: false });
    assert!(later.words.ends_with("451 4.7.1 come back later"), "{later}");
    peer.behave("sender");
    let all = send(&mut post, &route, 5, "ann@example.com").unwrap_err();
    assert_eq!(all.trouble, Trouble::Closed);
    post.close();
    assert_eq!(peer.arrived(), ["ann@example.com"]);
}

#[test]
fn a_letter_whose_way_was_lost_can_go_again() {
    let peer = Peer::start("plain");
    let (mut post, route) = (ProcessPost::default(), peer.route("smtp"));
    // Of a server that hangs up as the content begins it may not be known any more that it has.
    peer.behave("drop");
    let why = send(&mut post, &route, 1, "ann@example.com").unwrap_err();
    assert!(matches!(why.trouble, Trouble::Lost | Trouble::Uncertain) && peer.arrived().is_empty(), "{why:?}");
    peer.behave("forget");
    let why = send(&mut post, &route, 1, "ann@example.com").unwrap_err();
    assert_eq!((why.trouble, peer.arrived().len()), (Trouble::Uncertain, 1), "{why:?}");
    peer.behave("take");
    send(&mut post, &route, 1, "ann@example.com").unwrap();
    let letters = peer.log("letter");
    assert!(letters.len() == 2 && letters[0] == letters[1], "the same letter under the same Message-ID");
}

#[test]
fn a_connection_that_the_server_ends_is_made_anew() {
    let peer = Peer::start("plain");
    peer.behave("few");
    let (mut post, route) = (ProcessPost::default(), peer.route("smtp"));
    let everybody = ["a@example.com", "b@example.com", "c@example.com", "d@example.com", "e@example.com"];
    for (number, to) in (1..).zip(everybody) {
        send(&mut post, &route, number, to).unwrap();
    }
    assert_eq!(peer.arrived(), everybody);
    assert_eq!(peer.connections(), 3);
}

#[test]
fn nobody_waits_for_longer_than_the_time_out() {
    let peer = Peer::start("plain");
    let route = SmtpRoute { timeout: SHORT, ..peer.route("smtp") };
    for silence in ["mute", "drip"] {
        peer.behave(silence);
        let why = send(&mut ProcessPost::default(), &route, 1, "ann@example.com").unwrap_err();
        let late = why.words.ends_with("did not answer within 0.4 s");
        assert!(why.trouble == Trouble::Closed && late, "{silence}: {why:?}");
    }
    peer.behave("hold");
    let why = send(&mut ProcessPost::default(), &route, 2, "bob@example.com").unwrap_err();
    assert!(why.trouble == Trouble::Uncertain && why.words.ends_with("did not answer within 0.4 s"), "{why:?}");
    peer.behave("take");
    assert_eq!(peer.arrived(), ["bob@example.com"], "and nothing is sent after it");
}

/// A program in the place of sendmail that notes how it was called, and then does as told.
fn program(folder: &Path, then: &str) -> Route {
    let program = folder.join("sendmail");
    let script = format!(
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > {0}/args\nenv > {0}/env\npwd > {0}/pwd\n{then}\n",
        folder.display()
    );
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
    Route::Sendmail { program, timeout: LONG }
}

#[test]
fn sendmail_gets_the_letter_and_nothing_else() {
    let place = folder();
    let read = |name: &str| fs::read_to_string(place.join(name)).unwrap();
    let letter = outgoing(1, "a$(id)'b@example.com");
    let route = program(&place, &format!("cat > {}/letter", place.display()));
    ProcessPost::default().deliver(&route, &letter).unwrap();
    assert_eq!(read("args"), "-i\n-f\npao@vendor.example\n--\na$(id)'b@example.com\n");
    assert_eq!(read("letter").into_bytes(), letter.bytes);
    assert_eq!(read("pwd"), "/\n");
    let names: Vec<String> = read("env").lines().map(|line| line.split('=').next().unwrap().to_owned()).collect();
    assert!(names.iter().all(|name| ["PATH", "PWD", "_", "OLDPWD", "SHLVL"].contains(&&**name)), "{names:?}");
    fs::remove_file(place.join("args")).unwrap();
    let why = ProcessPost::default().deliver(&route, &outgoing(2, "-oQ/tmp@example.com")).unwrap_err();
    assert_eq!(why.trouble, Trouble::Refused { permanent: false });
    assert!(!place.join("args").exists());
    fs::remove_dir_all(place).unwrap();
}

#[test]
fn sendmail_says_what_became_of_the_letter() {
    let place = folder();
    let tried = |then: &str| ProcessPost::default().deliver(&program(&place, then), &outgoing(1, "ann@example.com"));
    let unknown = tried("echo user unknown >&2; exit 67").unwrap_err();
    assert_eq!(unknown.trouble, Trouble::Refused { permanent: true });
    assert!(unknown.words.ends_with("exit status: 67 user unknown"), "{unknown}");
    assert_eq!(tried("exit 75").unwrap_err().trouble, Trouble::Refused { permanent: false });
    // A program that talks without end and does not read is neither waited for nor stopped from talking.
    tried("head -c 1000000 /dev/zero >&2").unwrap();
    let Route::Sendmail { program: slow, .. } = program(&place, "exec sleep 60") else { panic!("another route") };
    let why =
        ProcessPost::default().deliver(&Route::Sendmail { program: slow, timeout: SHORT }, &outgoing(1, "a@b.example"));
    assert_eq!(why.unwrap_err().trouble, Trouble::Uncertain);
    // One that is killed had the whole letter, or not even that.
    let read = "cat > /dev/null; kill -9 $$";
    let killed = tried(read).unwrap_err();
    assert!(killed.trouble == Trouble::Uncertain && killed.words.starts_with("signal: 9"), "{killed:?}");
    let large = Outgoing { bytes: vec![b'x'; 1 << 20], ..outgoing(1, "ann@example.com") };
    let killed = ProcessPost::default().deliver(&program(&place, "kill -9 $$"), &large).unwrap_err();
    assert_eq!(killed.trouble, Trouble::Lost);
    let gone = Route::Sendmail { program: place.join("nothing"), timeout: LONG };
    let why = ProcessPost::default().deliver(&gone, &outgoing(1, "a@b.example")).unwrap_err();
    assert_eq!(why.trouble, Trouble::Closed);
    // Whoever sends no letter hears the same of a program that is not there, or is none.
    let reached = |route: &Route| ProcessPost::default().reach(route, "pao@vendor.example");
    assert_eq!(reached(&gone), Err(why));
    let there = program(&place, "exit 75");
    assert_eq!(reached(&there), Ok(()));
    fs::set_permissions(place.join("sendmail"), fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(reached(&there), Err(ProcessPost::default().deliver(&there, &outgoing(1, "a@b.example")).unwrap_err()));
    fs::remove_dir_all(place).unwrap();
}

/// A machine whose letters go to the server.
fn scene_with(peer: &Peer) -> Rc<Scene> {
    scene_by(&peer.url("smtp", ""))
}

/// A machine whose letters go there.
pub fn scene_by(url: &str) -> Rc<Scene> {
    let scene = Rc::new(Scene::new());
    scene.init();
    scene.active_site("Example Corp", ANN);
    for id in [BOB, CY, DEE] {
        scene.person(id);
    }
    scene.spool();
    set(&scene, "mail.transport", "smtp");
    set(&scene, "mail.smtp.url", url);
    scene
}

pub fn set(scene: &Scene, key: &str, value: &str) {
    let file = rusqlite::Connection::open(scene.database()).unwrap();
    file.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)", (key, value)).unwrap();
}

/// What `outbox list` says of the notices to those who got access: addressee, state, attempts, error.
pub fn outbox(scene: &Scene) -> Vec<(String, String, i64, String)> {
    scene.sign_in(OPS);
    let run = scene.run(OPS, ["outbox", "list"]).done();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows: Vec<Value> = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run}"));
    let granted = rows.iter().filter(|row| row["kind"] == "access-granted");
    let row = |row: &Value| {
        (text(&row["to"]), text(&row["state"]), row["attempts"].as_i64().unwrap(), text(&row["last_error"]))
    };
    granted.map(row).collect()
}

/// The same, but of the error only whether it says these words.
pub fn told(scene: &Scene, words: &str) -> Vec<(String, String, i64, bool)> {
    let rows = outbox(scene).into_iter();
    rows.map(|(to, state, attempts, error)| (to, state, attempts, error.contains(words))).collect()
}

pub fn row(to: &str, state: &str, attempts: i64, told: bool) -> (String, String, i64, bool) {
    (to.to_owned(), state.to_owned(), attempts, told)
}

/// The notice of this goes the way of the notices; that the command succeeds is part of every story.
pub fn give(scene: &Scene, id: &str) {
    scene.run(ANN, ["access", "add", id, "--role", "user"]).done();
}

/// A command that changes nothing and tells nobody still delivers what is due.
pub fn deliver(scene: &Scene) {
    scene.sign_in(ANN);
    change_nothing(scene);
}

pub fn change_nothing(scene: &Scene) {
    let run = scene.run(ANN, ["access", "update", BOB, "--role", "user"]).done();
    assert_eq!((run.json()["changed"].clone(), run.notices().len()), (Value::Bool(false), 0));
}

#[test]
fn a_notice_is_sent_before_the_command_ends() {
    let peer = Peer::start("plain");
    let scene = scene_with(&peer);
    give(&scene, BOB);
    assert_eq!(peer.arrived(), [BOB]);
    assert_eq!(outbox(&scene), [(BOB.to_owned(), "delivered".to_owned(), 1, String::new())]);
    let id = peer.log("letter")[0]["id"].as_str().unwrap().to_owned();
    assert!(id.starts_with('<') && id.ends_with("@pao>"), "{id}");
    scene.advance(DAY);
    deliver(&scene);
    assert_eq!(peer.arrived(), [BOB], "once");
}

#[test]
fn a_server_that_is_away_costs_one_attempt_and_loses_nothing() {
    let peer = Peer::start("plain");
    let scene = scene_with(&peer);
    set(&scene, "mail.smtp.url", "smtp://localhost:1");
    give(&scene, BOB);
    assert_eq!(told(&scene, "localhost:1: connection refused"), [row(BOB, "queued", 1, true)]);
    // Of three letters that are due, one is tried, and all say why they wait.
    peer.behave("sender");
    set(&scene, "mail.smtp.url", &peer.url("smtp", ""));
    scene.advance(60);
    set(&scene, "mail.transport", "off");
    give(&scene, CY);
    give(&scene, DEE);
    assert_eq!(
        told(&scene, "550"),
        [row(BOB, "queued", 1, false), row(CY, "queued", 0, false), row(DEE, "queued", 0, false)]
    );
    set(&scene, "mail.transport", "smtp");
    deliver(&scene);
    assert_eq!(
        told(&scene, "550 5.7.1"),
        [row(BOB, "queued", 2, true), row(CY, "queued", 1, true), row(DEE, "queued", 1, true)]
    );
    assert_eq!(peer.connections(), 1);
    // Each waits for its own time: a minute, two minutes.
    peer.behave("take");
    scene.advance(59);
    deliver(&scene);
    assert_eq!(peer.arrived(), [""; 0]);
    scene.advance(1);
    deliver(&scene);
    assert_eq!(peer.arrived(), [CY, DEE]);
    scene.advance(60);
    deliver(&scene);
    deliver(&scene);
    assert_eq!(peer.arrived(), [CY, DEE, BOB]);
    scene.check();
}

#[test]
fn a_broken_connection_ends_the_delivery_and_stops_one_letter_only() {
    let peer = Peer::start("plain");
    let scene = scene_with(&peer);
    set(&scene, "mail.transport", "off");
    give(&scene, BOB);
    give(&scene, CY);
    set(&scene, "mail.transport", "smtp");
    peer.behave("drop");
    deliver(&scene);
    let rows = outbox(&scene);
    assert_eq!((rows[0].2, rows[1].2, peer.connections()), (1, 0, 1), "{rows:?}");
    peer.behave("take");
    deliver(&scene);
    assert_eq!(peer.arrived(), [CY]);
    scene.advance(60);
    deliver(&scene);
    assert_eq!(peer.arrived(), [CY, BOB]);
}

#[test]
fn a_letter_that_nobody_takes_fails_at_once_or_after_a_week() {
    let peer = Peer::start("plain");
    let scene = scene_with(&peer);
    peer.behave("refuse");
    give(&scene, BOB);
    scene.enroll("Nobody Inc", "nobody@example.com");
    let welcome = "SELECT state, secret, attempts FROM message WHERE recipient = 'nobody@example.com'";
    assert_eq!(scene.rows(welcome), [["failed", "null", "1"]], "its secret is erased");
    assert_eq!(told(&scene, "554 5.7.1"), [row(BOB, "queued", 1, true)]);
    scene.advance(7 * DAY - 1);
    deliver(&scene);
    assert_eq!(told(&scene, "554"), [row(BOB, "queued", 2, true)]);
    scene.advance(120);
    deliver(&scene);
    assert_eq!(told(&scene, "554"), [row(BOB, "failed", 3, true)]);
    peer.behave("take");
    scene.advance(DAY);
    deliver(&scene);
    assert!(peer.arrived().is_empty());
    scene.check();
}

#[test]
fn the_wait_between_attempts_doubles_up_to_six_hours() {
    let peer = Peer::start("plain");
    let scene = scene_with(&peer);
    peer.behave("later");
    give(&scene, BOB);
    for wait in [60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 21600, 21600] {
        let connections = peer.connections();
        scene.advance(wait - 1);
        deliver(&scene);
        assert_eq!(peer.connections(), connections, "{wait}");
        scene.advance(1);
        deliver(&scene);
        assert_eq!(peer.connections(), connections + 1, "{wait}");
    }
}

#[test]
fn a_setting_that_cannot_be_used_is_told_by_the_outbox() {
    let peer = Peer::start("tls");
    let scene = scene_with(&peer);
    let wrong = [
        ("mail.smtp.url", "smtps://pao:canary@localhost".to_owned(), "mail.smtp.url must not hold a password"),
        ("mail.smtp.url", peer.url("smtps", "pao@example.com@"), "set mail.smtp.password-file too"),
        ("mail.smtp.password-file", "password".to_owned(), "mail.smtp.password-file cannot be read: the path"),
        ("mail.smtp.password-file", scene.path("none").display().to_string(), "No such file"),
        ("mail.smtp.password-file", scene.path("password").display().to_string(), "certificate"),
        ("mail.smtp.ca-file", "ca.pem".to_owned(), "mail.smtp.ca-file cannot be read: the path"),
        ("mail.smtp.ca-file", scene.path("none").display().to_string(), "mail.smtp.ca-file cannot be read"),
    ];
    fs::write(scene.path("password"), "correct horse\nand more").unwrap();
    give(&scene, BOB);
    for (attempts, (key, value, words)) in (2..).zip(wrong) {
        set(&scene, key, &value);
        scene.advance(DAY / 4);
        deliver(&scene);
        assert_eq!(told(&scene, words), [row(BOB, "queued", attempts, true)], "{words}: {:?}", outbox(&scene));
        assert!(!format!("{:?}", outbox(&scene)).contains("canary"));
    }
    set(&scene, "mail.smtp.ca-file", peer.folder.join("ca.pem").to_str().unwrap());
    scene.advance(DAY / 4);
    deliver(&scene);
    assert_eq!(peer.arrived(), [BOB]);
}

/// A post that lets somebody else run a command while it works.
pub struct Nosy(pub ProcessPost, pub Box<dyn FnMut()>);

impl Post for Nosy {
    fn deliver(&mut self, route: &Route, outgoing: &Outgoing) -> Result<(), Undelivered> {
        self.1();
        self.0.deliver(route, outgoing)
    }
}

#[test]
fn a_person_waits_for_half_a_minute_of_letters_at_most() {
    let peer = Peer::start("plain");
    let scene = scene_with(&peer);
    set(&scene, "mail.transport", "off");
    for id in [BOB, CY, DEE] {
        give(&scene, id);
    }
    set(&scene, "mail.transport", "smtp");
    let clock = scene.clone();
    scene.post_by(Nosy(ProcessPost::default(), Box::new(move || clock.advance(15))));
    change_nothing(&scene);
    assert_eq!(peer.arrived(), [BOB, CY]);
    change_nothing(&scene);
    assert_eq!(peer.arrived(), [BOB, CY, DEE]);
}

#[test]
fn two_processes_that_deliver_at_once_send_each_letter_once() {
    let peer = Peer::start("plain");
    let scene = scene_with(&peer);
    set(&scene, "mail.transport", "off");
    for id in [BOB, CY, DEE] {
        give(&scene, id);
    }
    set(&scene, "mail.transport", "smtp");
    let (other, mut meddled) = (scene.clone(), false);
    scene.post_by(Nosy(
        ProcessPost::default(),
        Box::new(move || {
            if !std::mem::replace(&mut meddled, true) {
                change_nothing(&other);
            }
        }),
    ));
    change_nothing(&scene);
    let mut arrived = peer.arrived();
    assert_eq!(arrived.len(), 3, "{arrived:?}");
    assert_eq!(arrived.pop().as_deref(), Some(BOB), "the other process had the rest while this one was at the first");
    assert_eq!(
        told(&scene, "x"),
        [row(BOB, "delivered", 1, false), row(CY, "delivered", 1, false), row(DEE, "delivered", 1, false)]
    );
}
