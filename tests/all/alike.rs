//! Two sites that could be taken for one another: whoever enrols the second is told of the first, and nobody is refused.
use crate::call::Run;
use crate::world::{ANN, BOB, OPS, Scene};
use std::fs;

fn scene() -> Scene {
    let scene = Scene::new();
    scene.init();
    scene
}

fn enroll(scene: &Scene, company: &str, primary: &str, flags: &[&str]) -> Run {
    let names = ["--primary-first-name", "P", "--primary-last-name", "E", "--primary-email", primary];
    let argv = ["site", "enroll", "--company", company, "--country", "DE"].into_iter().chain(names);
    scene.run(OPS, argv.chain(flags.iter().copied())).done()
}

fn warnings(run: &Run) -> Vec<&str> {
    run.err.lines().filter_map(|line| line.strip_prefix("warning: ")).collect()
}

#[test]
fn numbers_that_differ_by_leading_zeros_are_told_apart_aloud() {
    let scene = scene();
    assert_eq!(warnings(&enroll(&scene, "One", ANN, &["--number", "12345"])), [""; 0]);
    let words = |new: &str, old: &str| format!("site number {new} and site number {old} differ by leading zeros only");
    let run = enroll(&scene, "Two", BOB, &["--number", "0012345", "--dry-run"]);
    assert_eq!(warnings(&run), [words("0012345", "12345")]);
    let run = enroll(&scene, "Two", BOB, &["--number", "0012345"]);
    assert_eq!((warnings(&run), run.json()["changed"] == true), (vec![words("0012345", "12345").as_str()], true));
    // What became of the other does not matter: letters about it are still about.
    scene.confirmed(OPS, ["site", "withdraw", "--site", "12345", "--reason", "twice", "--yes"]).done();
    let run = enroll(&scene, "Three", "dee@example.com", &["--number", "0000012345"]);
    let [first, second] = ["12345", "0012345"].map(|old| words("0000012345", old));
    assert_eq!(warnings(&run), [first, second]);
    let other = ["112345", "123450", "00123450", "1234500000"];
    for (number, company) in other.iter().zip(["A", "B", "C", "D"]) {
        let run = enroll(&scene, company, "dee@example.com", &["--number", number]);
        assert_eq!(warnings(&run).len(), usize::from(company == "C"), "{run}");
    }
    let run = enroll(&scene, "Quiet", "eve@example.com", &["--number", "000012345", "--quiet"]);
    assert_eq!(run.err, "");
    scene.check();
}

#[test]
fn the_registry_gives_no_number_that_could_be_taken_for_another() {
    let scene = scene();
    enroll(&scene, "One", ANN, &["--number", "07000017"]);
    let run = enroll(&scene, "Two", BOB, &[]);
    assert_eq!((run.json()["site"].as_str(), warnings(&run)), (Some("7000018"), vec![]));
    // Not even one that a later line of the same file names.
    let header = "company,country,primary-first-name,primary-last-name,primary-email,number\n";
    let lines = "Three,DE,P,E,dee@example.com,\nFour,DE,P,E,eve@example.com,0007000019\n";
    fs::write(scene.path("sites"), format!("{header}{lines}")).unwrap();
    let run = scene.run(OPS, ["site", "import", "sites"]).done();
    assert_eq!(
        (run.json()["added_ids"].to_string(), warnings(&run)),
        (r#"["7000020","0007000019"]"#.to_owned(), vec![])
    );
    scene.check();
}

#[test]
fn the_same_company_with_the_same_primary_contact_is_named_while_it_is_there() {
    let scene = scene();
    let first = scene.enroll("Example Corp", ANN);
    let words = |company: &str, who: &str, old: &str| {
        format!(
            "{company} is enrolled with {who} as its Primary Contact already: site {old}; if the two are one, \
             `pao site withdraw` takes back the one that nobody has come in to"
        )
    };
    for (company, primary, twice) in [
        ("Example Corp", ANN, true),
        ("EXAMPLE corp", &ANN.to_uppercase(), true),
        ("Example Corporation", ANN, false),
        ("Example Corp", BOB, false),
    ] {
        let run = enroll(&scene, company, primary, &["--dry-run"]);
        let expected: Vec<String> = twice.then(|| words(company, ANN, &first)).into_iter().collect();
        assert_eq!(warnings(&run), expected);
    }
    scene.person(ANN);
    scene.authorize(ANN, &first).done();
    let run = enroll(&scene, "Example Corp", ANN, &[]);
    let second = run.json()["site"].as_str().unwrap().to_owned();
    assert_eq!(warnings(&run), [words("Example Corp", ANN, &first)]);
    // Once one of them is gone, only the other is in the way.
    scene.confirmed(OPS, ["site", "close", "--site", &first, "--reason", "over", "--yes"]).done();
    let run = enroll(&scene, "Example Corp", ANN, &["--dry-run"]);
    assert_eq!(warnings(&run), [words("Example Corp", ANN, &second)]);
    scene.confirmed(OPS, ["site", "withdraw", "--site", &second, "--reason", "twice", "--yes"]).done();
    assert_eq!(warnings(&enroll(&scene, "Example Corp", ANN, &[])), [""; 0]);
    scene.check();
}

#[test]
fn an_import_names_the_line_and_the_other_site_a_new_one_of_the_same_file_too() {
    let scene = scene();
    let there = scene.enroll("Example Corp", ANN);
    let header = "company,country,primary-first-name,primary-last-name,primary-email,number\n";
    let lines = "Example Corp,DE,P,E,ann@example.com,\nOther,DE,P,E,bob@example.com,\nOther,FR,P,E,bob@example.com,\n\
                 Third,DE,P,E,dee@example.com,012345\nFourth,DE,P,E,dee@example.com,12345\n";
    fs::write(scene.path("sites"), format!("{header}{lines}")).unwrap();
    let heard = |flags: &[&str]| {
        let run = scene.run(OPS, ["site", "import", "sites"].iter().chain(flags)).done();
        warnings(&run).iter().map(|line| line.split("; if").next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let expected = |new: &str| {
        vec![
            format!("line 2: Example Corp is enrolled with {ANN} as its Primary Contact already: site {there}"),
            format!("line 4: Other is enrolled with {BOB} as its Primary Contact already: site {new}"),
            "line 6: site number 12345 and site number 012345 differ by leading zeros only".to_owned(),
        ]
    };
    assert_eq!(heard(&["--dry-run"]), expected("(new number)"));
    assert_eq!(heard(&["--dry-run", "--quiet"]), [""; 0]);
    assert_eq!(heard(&[]), expected("7000019"));
    // A list that comes back is no second enrolment.
    let listed = scene.run(OPS, ["site", "list"]).done().out;
    fs::write(scene.path("sites"), listed).unwrap();
    assert_eq!(heard(&[]), [""; 0]);
    // Many are counted.
    let many: String = (0..30).map(|_| "Example Corp,DE,P,E,ann@example.com,\n").collect();
    fs::write(scene.path("sites"), format!("{header}{many}")).unwrap();
    let said = heard(&["--dry-run"]);
    assert_eq!((said.len(), said.last().unwrap().starts_with("and ")), (21, true), "{said:?}");
    scene.check();
}
