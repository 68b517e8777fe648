//! What is fuzzed: everything that takes apart what somebody else wrote. Each target judges what comes out, too: a crash is not
//! the only mistake.
//!
//! Two use it: the package beside this file, under libFuzzer, and `tests/all/seeds.rs`, which feeds it the seeds in `corpus`.
use pao::World;
use pao::mail::ProcessPost;
use pao::model::behind::Behind;
use pao::model::code::{MailedCode, looks_like_code};
use pao::model::email::{self, Address};
use pao::model::hash::{self, HashCost};
use pao::model::host::Host;
use pao::model::moment::Moment;
use pao::model::secret::Secret;
use pao::model::shell::quoted;
use pao::model::ssh_words;
use pao::model::text;
use pao::model::way::Way;
use pao::ui::ask::Refusing;
use pao::world::{Clock, Dice, Environment, Folders, Terminal};
use std::ffi::OsString;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;
use std::sync::OnceLock;
use std::time::Instant;

/// What takes apart any bytes, by its name, which is that of its corpus too.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const ALL: &[Target] = &[
    ("code", code),
    ("email", address),
    ("host", host),
    ("phc", phc),
    ("import", import),
    ("shown", shown),
    ("image", image),
    ("words", words),
];

/// A line that came over ssh. What is taken can be quoted, and comes back as the same words.
fn words(bytes: &[u8]) {
    let Ok(words) = ssh_words::split(bytes) else { return };
    assert!(words.len() <= 1000 && words.iter().map(String::len).sum::<usize>() <= bytes.len());
    let line = words.iter().map(quoted).collect::<Vec<_>>().join(" ");
    // Hidden characters are spelled with `printf`, which only a shell can read.
    if words.iter().all(|word| matches!(text::shown(word), std::borrow::Cow::Borrowed(_))) {
        let again = ssh_words::split(format!("pao {line}").as_bytes());
        assert!(again.as_ref() == Ok(&words) || line.len() > 32_000, "{words:?} {again:?}");
    }
}

/// A mailed code as somebody typed it.
fn code(bytes: &[u8]) {
    let Ok(typed) = std::str::from_utf8(bytes) else { return };
    match MailedCode::parse(typed, "code") {
        Ok(code) => {
            let shown = code.shown();
            assert_eq!(shown.len(), 19, "four groups of four");
            let again = MailedCode::parse(&shown, "code").expect("what is shown can be typed");
            assert_eq!(again.canonical(), code.canonical());
            assert!(looks_like_code(typed), "a usage error would repeat it");
            // One wrong symbol is always found.
            for (place, symbol) in code.canonical().char_indices() {
                let other = if symbol == '7' { "8" } else { "7" };
                let mut wrong = code.canonical().to_owned();
                wrong.replace_range(place..=place, other);
                assert!(MailedCode::parse(&wrong, "code").is_err(), "{place}");
            }
        }
        Err(error) => {
            let said = format!("{error} {:?}", error.hint);
            assert!(!looks_like_code(typed) || !said.contains(typed), "a secret is repeated");
        }
    }
}

fn address(bytes: &[u8]) {
    let Ok(typed) = std::str::from_utf8(bytes) else { return };
    let Ok(address) = Address::parse(typed, "email") else {
        assert!(Address::parse_new(typed, "email").is_err(), "an address that nobody may have is taken anew");
        return;
    };
    let kept = address.as_str();
    assert!(kept.len() <= email::MAX && kept.matches('@').count() == 1, "{kept:?}");
    assert!(kept.bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase()), "{kept:?}");
    assert!(!kept.starts_with('-') && !kept.contains(['"', '\\', '<', '>', '(', ')', ',', ':', ';']), "{kept:?}");
    assert_eq!(Address::parse(kept, "email").as_ref(), Ok(&address), "what is kept is itself");
    if Address::parse_new(typed, "email").is_ok() {
        assert!(!kept.contains(['$', '`', '!', '&', '|', '*', '?', '#', '~', '{', '}', '%', '^']), "{kept:?}");
    }
}

fn host(bytes: &[u8]) {
    let Ok(typed) = std::str::from_utf8(bytes) else { return };
    let Ok(host) = Host::parse(typed, "host") else { return };
    let kept = host.as_str();
    let labels: Vec<&str> = kept.split('.').collect();
    assert!(kept.len() <= 253 && labels.len() > 1, "{kept:?}");
    for label in &labels {
        let signs = label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        assert!(signs && (1..=63).contains(&label.len()), "{kept:?}");
        assert!(!label.starts_with('-') && !label.ends_with('-'), "{kept:?}");
    }
    assert!(kept.parse::<std::net::IpAddr>().is_err(), "{kept:?}");
    assert_eq!(Host::parse(kept, "host").as_ref(), Ok(&host), "what is kept is itself");
    assert!(host.is_under(&host));
}

/// A hash as a damaged or hostile file holds it: what asks for more than the limit is refused before it costs anything.
fn phc(bytes: &[u8]) {
    let Ok(stored) = std::str::from_utf8(bytes) else { return };
    // What is not said is as dear as the default.
    let asked = |name: &str, default: u64| -> u64 {
        let numbers = stored.match_indices(name).map(|(at, _)| {
            let digits: String = stored[at + name.len()..].chars().take_while(char::is_ascii_digit).take(18).collect();
            digits.parse().unwrap_or(0)
        });
        numbers.max().unwrap_or(default)
    };
    let (memory, passes) = (asked("m=", 19_456), asked("t=", 2));
    let secret = |text: &str| Secret::new(text.to_owned());
    let _ = hash::is_cheaper(&secret(stored), HashCost::OWASP);
    let beyond = memory > 262_144 || passes > 10;
    // What lies between is allowed, and dear.
    if beyond || memory.saturating_mul(passes) <= 1024 {
        let begun = Instant::now();
        let fits = hash::matches(&secret("plum kettle"), &secret(stored));
        assert!(!(beyond && fits), "{stored:?}");
        assert!(begun.elapsed().as_secs() < 2, "{stored:?}");
    }
}

/// A list of people, or of sites.
fn import(bytes: &[u8]) {
    for read in pao::read_lists(bytes) {
        match read {
            Ok(good) => assert!(good <= bytes.len() as u64 / 8, "{good} lines"),
            Err(error) => assert!(text::shown(&error.message) == error.message, "{:?}", error.message),
        }
    }
}

/// Whatever goes to a terminal.
fn shown(bytes: &[u8]) {
    let foreign = String::from_utf8_lossy(bytes);
    let shown = text::shown(&foreign);
    assert!(!shown.chars().any(obeyed), "{shown:?}");
    assert_eq!(text::shown(&shown), shown, "what is shown is shown as it is");
    if let Ok(line) = text::line(&foreign, "note", 200) {
        assert_eq!(text::line(&line, "note", 200).as_ref(), Ok(&line), "what is kept is itself");
        assert!(!line.is_empty() && line.chars().count() <= 200 && !line.contains(['\n', '\r', '\t', '\u{1b}']));
    }
    let json = serde_json::to_string(&*foreign).expect("a string");
    let safe = text::json_shown(&json);
    assert!(!safe.chars().any(obeyed), "{safe:?}");
    assert_eq!(serde_json::from_str::<String>(&safe).ok().as_deref(), Some(&*foreign), "JSON says the same");
    let plain = text::json_plain(&safe);
    assert_eq!(serde_json::from_str::<String>(&plain).ok().as_deref(), Some(&*foreign), "and back");
}

/// What a terminal obeys, or what turns or hides what is read: told here once more, by the standard's own ranges.
fn obeyed(c: char) -> bool {
    matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

/// A file in the place of the registry, and as a copy to restore: refused, or it behaves. What is refused is not changed, and a
/// copy never.
fn image(bytes: &[u8]) {
    let (folder, bytes) = (folder(), &forged(bytes));
    let _ = fs::remove_dir_all(folder);
    private(&folder.join("new"));
    let put = |name: &str| {
        let mut open = OpenOptions::new();
        let mut file =
            open.write(true).create(true).truncate(true).mode(0o600).open(folder.join(name)).expect("a file");
        file.write_all(bytes).expect("room");
    };
    put("copy.db");
    let status = run(folder, &["db", "restore", "copy.db", "--yes", "--db", "new/pao.db"], "");
    assert!([0, 1, 4, 6, 10].contains(&status), "{status}");
    assert_eq!(status == 0, folder.join("new/pao.db").exists(), "restored is there, refused is not");
    assert!(fs::read(folder.join("copy.db")).is_ok_and(|now| now == *bytes), "a copy was changed");
    if status == 0 {
        assert_eq!(
            run(folder, &["db", "check", "--db", "new/pao.db"], ""),
            0,
            "a copy was restored that does not check out"
        );
    }
    put("pao.db");
    for argv in [&["db", "check"][..], &["audit", "verify"], &["whoami"], &["login", ID, "--password-file", "-"]] {
        let status = run(folder, argv, PASSWORD);
        assert!([0, 1, 3, 10].contains(&status), "{argv:?}: {status}");
        if status == 10 {
            let now = fs::read(folder.join("pao.db")).expect("the file");
            // Another journal mode is set back, which the header says and counts.
            let header = |at: &usize| matches!(at, 18 | 19 | 24..28 | 92..96);
            let changed: Vec<usize> =
                (0..now.len().max(bytes.len())).filter(|at| now.get(*at) != bytes.get(*at)).collect();
            assert!(changed.iter().all(header), "{argv:?} changed what it refused: {changed:?}");
        }
    }
    let _ = fs::remove_dir_all(folder);
}

/// What the bytes stand for: a file as it is (0), or the registry that `init` makes, cut off (2) or whole, with bytes put in other
/// bytes' places, each at an offset of three.
fn forged(bytes: &[u8]) -> Vec<u8> {
    let Some((kind, rest)) = bytes.split_first() else { return Vec::new() };
    let (mut image, edits) = match (kind, rest) {
        (0, rest) => return rest.to_owned(),
        (2, [high, low, rest @ ..]) => {
            let kept = usize::from(*high) * 4096 + usize::from(*low) * 16;
            (registry()[..kept.min(registry().len())].to_owned(), rest)
        }
        (_, rest) => (registry().to_owned(), rest),
    };
    for edit in edits.chunks_exact(4) {
        let at = usize::from(edit[0]) << 16 | usize::from(edit[1]) << 8 | usize::from(edit[2]);
        if let Some(byte) = image.get_mut(at) {
            *byte = edit[3];
        }
    }
    image
}

const ID: &str = "olga@vendor.example";
const PASSWORD: &str = "plum 4711 kettle Orbit\n";

/// A registry in which one operator is.
fn registry() -> &'static [u8] {
    static REGISTRY: OnceLock<Vec<u8>> = OnceLock::new();
    REGISTRY.get_or_init(|| {
        let folder = folder();
        private(folder);
        let names = ["--email", ID, "--first-name", "Olga", "--last-name", "O", "--country", "US"];
        let argv = [&["init"][..], &names, &["--password-file", "-"]].concat();
        assert_eq!(run(folder, &argv, PASSWORD), 0);
        fs::read(folder.join("pao.db")).expect("the registry")
    })
}

fn private(folder: &Path) {
    DirBuilder::new().recursive(true).mode(0o700).create(folder).expect("a folder of our own");
}

/// One folder a thread.
fn folder() -> &'static Path {
    thread_local! {
        static FOLDER: &'static Path = {
            let name = format!("pao-fuzz-{}-{:?}", std::process::id(), std::thread::current().id());
            Box::leak(std::env::temp_dir().join(name).into_boxed_path())
        };
    }
    FOLDER.with(|folder| *folder)
}

struct Standing;

impl Clock for Standing {
    fn now(&self) -> Moment {
        Moment::from_seconds(1_800_000_000)
    }
}

/// Nothing here draws a secret.
struct Still;

impl Dice for Still {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), pao::Error> {
        bytes.fill(7);
        Ok(())
    }
}

fn run(folder: &Path, argv: &[&str], typed: &'static str) -> u8 {
    let mut world = World {
        clock: Box::new(Standing),
        dice: Box::new(Still),
        environment: Environment::of([("PAO_DB".into(), folder.join("pao.db").into_os_string())]),
        folders: Folders {
            data: Some(folder.join("data")),
            state: Some(folder.join("state")),
            home: Some(folder.join("home")),
            working: Some(folder.to_owned()),
            database: None,
        },
        terminal: Terminal::default(),
        stdin: Box::new(typed.as_bytes()),
        out: Box::new(std::io::sink()),
        err: Box::new(std::io::sink()),
        meter: false,
        asker: Box::new(Refusing),
        pager: None,
        post: Box::<ProcessPost>::default(),
        hash_cost: HashCost { memory_kib: 8, passes: 1 },
        behind: Behind::Personal,
        way: Way::Here,
        program: None,
        confine: || (),
    };
    pao::run(std::iter::once("pao").chain(argv.iter().copied()).map(OsString::from), &mut world)
}
