//! Screens as people see them, at three widths, in files that a person can read: `tests/all/screens/<columns>.txt`.
//!
//! `PAO_BLESS=1 cargo test --test all screens` writes them again; read what changed before you keep it.
use crate::world::{ANN, BOB, CY, Scene};
use pao::model::secret::Secret;
use pao::ui::ask::{Asker, Unanswered};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

const WIDTHS: [u16; 3] = [40, 80, 120];

/// Fills in the form for a grant, and sends it.
struct Grants;

impl Asker for Grants {
    fn line(&mut self, question: &str, _: Option<&str>) -> Result<String, Unanswered> {
        Ok(if question.starts_with("ID") { "dee@example.com" } else { "2026-12-31" }.to_owned())
    }
    fn secret(&mut self, _: &str) -> Result<Secret, Unanswered> {
        Err(Unanswered::EndOfInput)
    }
    fn choice(&mut self, _: &str, _: &[String], default: usize) -> Result<usize, Unanswered> {
        Ok(default)
    }
    fn yes(&mut self, _: &str, default: bool) -> Result<bool, Unanswered> {
        Ok(default)
    }
}

/// Ann's site with two people, one of whom has more than the usual privileges, an end date and a note.
fn house() -> Scene {
    let scene = Scene::new();
    scene.init();
    let site = scene.active_site("Example Corp", ANN);
    for id in [BOB, CY, "dee@example.com"] {
        scene.person(id);
    }
    scene.give(ANN, &site, BOB, "secondary", &[]);
    let more = [
        "--tools",
        "full",
        "--reporting",
        "view",
        "--expires",
        "30d",
        "--note",
        "orders and renews for the whole department",
    ];
    scene.give(BOB, &site, CY, "user", &more);
    scene
}

fn screens(columns: u16) -> String {
    let scene = house();
    let mut screens = String::new();
    for line in ["access list", "access show cy@example.com", "status", "access add", "access revoke bob@example.org"] {
        let call = scene.call(ANN, line.split(' ')).with("NO_COLOR", "1").at_a_terminal(Grants).sized(columns, 40);
        let run = call.run();
        let folder = scene.path("").display().to_string();
        let said = format!("{}{}", run.out, run.err).replace(folder.trim_end_matches('/'), "FOLDER");
        let _ = write!(screens, "$ pao {line}\n{said}\n");
    }
    screens
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the screens are written again where somebody asks for it")]
fn people_see_at_every_width_what_they_saw_when_it_was_last_judged() {
    for columns in WIDTHS {
        let path = PathBuf::from(format!("tests/all/screens/{columns}.txt"));
        let shown = screens(columns);
        if std::env::var("PAO_BLESS").is_ok() {
            fs::create_dir_all("tests/all/screens").unwrap();
            fs::write(&path, &shown).unwrap();
        }
        let judged = fs::read_to_string(&path).unwrap();
        assert!(judged == shown, "{} is not what is shown now:\n{shown}", path.display());
    }
}

#[test]
fn nothing_but_what_is_copied_is_wider_than_the_terminal() {
    for columns in WIDTHS {
        for line in screens(columns).lines().filter(|line| !line.contains("pao ") && !line.contains("FOLDER")) {
            assert!(line.chars().count() <= usize::from(columns), "{columns}: {line}");
        }
    }
}
