//! `access import` and `access export`, `site import`: files in and out, all lines or none.
//!
//! What must hold after every test here: the file checks out and the trail, replayed, tells the same as the tables; and a
//! file that was refused has changed nothing.
use crate::access::{house, levels, listed, words};
use crate::world::{ANN, BOB, CY, DEE, OPS, Run, Scene, password};
use serde_json::{Value, json};
use std::fs;

const HEADER: &str = "id,role,tools,reporting,entitlements,documents,manage-access,contact-update,expires,note";

/// Imports `text` as `who`, with more flags where wanted.
pub fn import(scene: &Scene, who: &str, text: impl AsRef<[u8]>, flags: &str) -> Run {
    fs::write(scene.path("people"), text).unwrap();
    scene.run(who, words(&format!("access import people{flags}")))
}

/// `line code` of every row that was refused.
fn rows(run: &Run) -> Vec<String> {
    let error = run.error();
    let row = |row: &Value| format!("{} {}", row["line"], row["code"].as_str().unwrap());
    error["details"]["rows"].as_array().unwrap_or_else(|| panic!("{run}")).iter().map(row).collect()
}

/// Refused as `invalid_value` with these rows, and nothing is different.
#[track_caller]
fn refused(scene: &Scene, who: &str, text: impl AsRef<[u8]>, flags: &str, expected: &[impl AsRef<str>]) -> Run {
    let (before, letters) = (scene.dump(&["sign_in"]), scene.letters().len());
    let run = import(scene, who, text, flags).refused("invalid_value");
    assert_eq!(rows(&run), expected.iter().map(AsRef::as_ref).collect::<Vec<_>>(), "{run}");
    assert_eq!(run.status, 7);
    assert_eq!(scene.dump(&["sign_in"]), before, "{run}");
    assert_eq!(scene.letters().len(), letters);
    run
}

/// added, updated, revoked, unchanged.
fn counts(run: &Run) -> [i64; 4] {
    ["added", "updated", "revoked", "unchanged"].map(|key| run.json()[key].as_i64().unwrap_or(-1))
}

/// People `n1@example.com` and so on, with an ID and without a password.
fn crowd(scene: &Scene, many: u32) {
    let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < MANY)
        INSERT INTO person (id, email, first_name, last_name, country, operator, registered_at)
        SELECT 'n' || i || '@example.com', 'n' || i || '@example.com', 'N', 'N', 'DE', 0, 0 FROM n RETURNING person";
    scene.reader().rows(&sql.replace("MANY", &many.to_string()));
}

fn export(scene: &Scene, who: &str) -> String {
    scene.prose(who, ["access", "export"]).done().out
}

#[test]
fn three_bad_lines_among_many_are_all_named_and_nothing_is_changed() {
    let (scene, _) = house();
    crowd(&scene, 40);
    let mut lines: Vec<String> = vec!["id,role,tools".to_owned()];
    lines.extend((1..=40).map(|number| format!("n{number}@example.com,user,full")));
    let good = lines.join("\r\n");
    "n6@example.com,user,fool".clone_into(&mut lines[7]);
    "ghost@example.com,user,full".clone_into(&mut lines[20]);
    "ann@example.com,user,full".clone_into(&mut lines[33]);
    let run = refused(&scene, ANN, lines.join("\n"), "", &["8 invalid_value", "21 id_required", "34 primary_stays"]);
    let details = &run.error()["details"];
    assert_eq!((&details["field"], &details["rows"][0]["field"]), (&json!("file"), &json!("tools")));
    let messages = details["rows"].as_array().unwrap().iter().map(|row| row["message"].as_str().unwrap());
    let messages: Vec<&str> = messages.collect();
    assert_eq!(messages[0], "tools: must be one of none, downloads, media, full");
    assert!(messages[1].contains("ghost@example.com") && messages[2].contains(ANN), "{messages:?}");
    let prose = scene.prose(ANN, ["access", "import", "people"]);
    assert!(prose.err.starts_with("line 8: tools: must be one of"), "{prose}");
    assert!(prose.err.contains("\nline 21: ") && prose.err.contains("\nline 34: ") && prose.out.is_empty(), "{prose}");
    assert!(prose.err.contains("error: file: 3 lines are not acceptable; nothing was changed"), "{prose}");
    let run = import(&scene, ANN, good, "").done();
    assert_eq!(counts(&run), [40, 0, 0, 0]);
    assert_eq!(run.json()["added_ids"].as_array().unwrap().len(), 40);
    assert_eq!(listed(&scene, "").len(), 43);
    scene.check();
}

#[test]
fn a_grant_a_change_and_what_is_there_are_what_single_commands_make_of_them() {
    let (scene, site) = house();
    let letters = scene.letters().len();
    let file = "id,role,reporting,expires,note\ndee@example.com,user,view,2027-01-31,new here\ncy@example.com,secondary,,,\nbob@example.com,secondary,,,\n";
    let run = import(&scene, ANN, file, "").done();
    assert_eq!(counts(&run), [1, 1, 0, 1]);
    let json = run.json();
    assert_eq!((&json["site"], &json["changed"], &json["dry_run"]), (&json!(site), &json!(true), &json!(false)));
    assert_eq!(
        (&json["added_ids"], &json["updated_ids"], &json["revoked_ids"]),
        (&json!([DEE]), &json!([CY]), &json!([]))
    );
    let told = ["access-changed cy@example.com", "access-granted dee@example.com"];
    assert_eq!((run.notices(), scene.posts(letters)), (told.map(str::to_owned).into(), told.map(str::to_owned).into()));
    let dee = scene.run(ANN, ["access", "show", DEE]).done();
    assert_eq!(levels(&dee), "downloads view none none none none");
    assert_eq!((&dee.json()["expires_at"], &dee.json()["note"]), (&json!("2027-01-31T23:59:59Z"), &json!("new here")));
    assert_eq!(levels(&scene.run(ANN, ["access", "show", CY]).done()), "downloads none none none update none");
    let entries = scene
        .rows("SELECT action, actor, subject, json_extract(details, '$.change') FROM audit ORDER BY seq DESC LIMIT 2");
    assert_eq!(entries[0], ["access.import", ANN, CY, "changed"]);
    assert_eq!(entries[1], ["access.import", ANN, DEE, "added"]);
    let letter = scene.rows("SELECT subject FROM message JOIN audit ON seq = entry WHERE kind = 'access-granted' ORDER BY message DESC LIMIT 1");
    assert_eq!(letter[0][0], DEE, "each letter belongs to the entry about its person");
    scene.check();
}

#[test]
fn an_empty_level_stays_and_an_empty_end_date_falls() {
    let (scene, _) = house();
    scene.run(ANN, words("access update cy@example.com --tools media --expires 2027-01-31 --note kept")).done();
    let unchanged = |text: &str| {
        let before = scene.dump(&[]);
        let run = import(&scene, ANN, text, "").done();
        assert_eq!((counts(&run), &run.json()["changed"]), ([0, 0, 0, 1], &json!(false)), "{run}");
        assert_eq!(scene.dump(&[]), before, "{run}");
    };
    unchanged("id,role\nCY@example.com,user\n");
    unchanged("id,role,expires\ncy@example.com,user,2027-01-31T23:59:59Z\n");
    unchanged("id,role,expires\ncy@example.com,user,30d\n");
    unchanged("id,role,tools,expires,note\ncy@example.com,user,media,2027-01-31,another\n");
    let run = import(&scene, ANN, "id,role,tools,expires\ncy@example.com,user,,\n", "").done();
    assert_eq!(counts(&run), [0, 1, 0, 0]);
    let cy = scene.run(ANN, ["access", "show", CY]).done().json();
    assert_eq!(
        (&cy["privileges"]["tools"], &cy["expires_at"], &cy["note"]),
        (&json!("media"), &Value::Null, &json!("kept"))
    );
    let run = import(&scene, ANN, "id,role,expires\ncy@example.com,user,30d\ndee@example.com,user,30d\n", "").done();
    assert_eq!(counts(&run), [1, 0, 0, 1], "a relative end date is never compared");
    assert_eq!(scene.run(ANN, ["access", "show", DEE]).done().json()["expires_at"], "2026-12-21T20:15:00Z");
    refused(&scene, ANN, "id,role,expires\ncy@example.com,user,2026-11-20\n", "", &["2 invalid_value"]);
    scene.check();
}

#[test]
fn the_lines_of_the_primary_and_of_oneself_must_equal_what_is_there() {
    let (scene, _) = house();
    let same = "id,role,tools\nann@example.com,primary,full\nbob@example.com,secondary,\ncy@example.com,user,\n";
    for who in [ANN, BOB] {
        assert_eq!(counts(&import(&scene, who, same, "").done()), [0, 0, 0, 3]);
    }
    for (who, line, code) in [
        (ANN, "ann@example.com,primary,none,", "primary_stays"),
        (ANN, "ann@example.com,secondary,,", "primary_stays"),
        (ANN, "ann@example.com,primary,,2027-01-31", "primary_stays"),
        (ANN, "ann@example.com,primary,,30d", "primary_stays"),
        (BOB, "ann@example.com,user,,", "primary_stays"),
        (BOB, "bob@example.com,secondary,none,", "own_access"),
        (BOB, "bob@example.com,user,,", "own_access"),
        (BOB, "bob@example.com,secondary,,2027-01-31", "own_access"),
        (ANN, "bob@example.com,primary,,", "change_primary_only"),
        (ANN, "dee@example.com,primary,,", "change_primary_only"),
        (BOB, "dee@example.com,secondary,,", "primary_only"),
        (BOB, "cy@example.com,secondary,,", "primary_only"),
        (ANN, "ops@vendor.example,user,,", "operator_apart"),
        (ANN, "ghost@example.com,user,,", "id_required"),
    ] {
        let text = format!("id,role,tools,expires\n{line}\n");
        refused(&scene, who, text, "", &[&format!("2 {code}")]);
    }
    let (column, over) =
        ("id,role,manage-access\ndee@example.com,user,view\n", "id,role,tools\ndee@example.com,user,full\n");
    refused(&scene, ANN, column, "", &["2 role_privilege"]);
    scene.run(ANN, words("access update bob@example.com --tools media")).done();
    refused(&scene, BOB, over, "", &["2 exceeds_own"]);
    assert_eq!(counts(&import(&scene, ANN, over, "").done()), [1, 0, 0, 0]);
    assert_eq!(counts(&import(&scene, BOB, over, "").done()), [0, 0, 0, 1], "what is there is not judged");
    scene.check();
}

#[test]
fn pruning_revokes_whoever_is_not_in_the_file_but_the_primary_and_oneself() {
    let (scene, site) = house();
    scene.give(ANN, &site, DEE, "user", &["--expires", "2026-11-22T20:15:00Z"]);
    scene.give(ANN, &site, "eve@example.com", "user", &[]);
    scene.run(ANN, words("access import people --prune")).refused("usage");
    let letters = scene.letters().len();
    let run = import(&scene, BOB, "id,role\neve@example.com,user\n", " --prune --yes").done();
    assert_eq!((counts(&run), run.json()["revoked_ids"].clone()), ([0, 0, 2, 1], json!([CY, DEE])));
    assert_eq!(scene.posts(letters), ["access-ended cy@example.com", "access-ended dee@example.com"]);
    assert!(scene.letter(CY, "access-ended").body.contains("not in the imported list"));
    assert_eq!(listed(&scene, ""), ["ann primary", "bob secondary", "eve user"]);
    // Bob is a Secondary Contact: for Ann that is no hindrance, for another Secondary Contact it is R3.
    scene.give(ANN, &site, DEE, "secondary", &[]);
    let before = scene.dump(&["sign_in", "audit"]);
    fs::write(scene.path("people"), "id,role\neve@example.com,user\n").unwrap();
    let run = scene.run(DEE, words("access import people --prune --yes")).refused("primary_only");
    assert!(run.error()["message"].as_str().unwrap().contains(BOB), "{run}");
    assert_eq!(scene.dump(&["sign_in", "audit"]), before);
    assert_eq!(scene.last_entry(), "access.import refused primary_only");
    let run = import(&scene, ANN, "id,role\n", " --prune --yes").done();
    assert_eq!(counts(&run), [0, 0, 3, 0]);
    assert_eq!(listed(&scene, ""), ["ann primary"]);
    let run = import(&scene, ANN, "id,role\n", " --prune --yes").done();
    assert_eq!((counts(&run), &run.json()["changed"]), ([0, 0, 0, 0], &json!(false)));
    scene.check();
}

#[test]
fn a_dry_run_says_what_the_real_run_does_and_changes_nothing() {
    let (scene, _) = house();
    scene.give(ANN, "7000017", "eve@example.com", "user", &[]);
    let file = "id,role,tools\ndee@example.com,user,full\ncy@example.com,user,none\n";
    let before = scene.dump(&["sign_in"]);
    let dry = import(&scene, ANN, file, " --prune --dry-run").done();
    assert_eq!(scene.dump(&["sign_in"]), before);
    assert!(dry.json()["notices"][0]["body"].as_str().unwrap().contains("7000017"), "{dry}");
    let plan = scene.prose(ANN, words("access import people --prune -n"));
    assert_eq!(plan.status, 0);
    assert_eq!(
        plan.out,
        "+ dee@example.com  user, tools=full, reporting=none, entitlements=none, documents=none, manage-access=none, contact-update=none\n\
         ~ cy@example.com  tools downloads → none\n\
         - bob@example.com  secondary\n\
         - eve@example.com  user\n"
    );
    assert!(plan.err.contains("1 added, 1 updated, 2 revoked, 0 unchanged at 7000017\n"), "{plan}");
    assert!(plan.err.contains("Would mail access-granted to dee@example.com"), "{plan}");
    let status = |flags: &str| scene.run(ANN, words(&format!("access import people {flags}"))).status;
    assert_eq!((status("--prune --dry-run --exit-code"), status("--prune --dry-run")), (11, 0));
    let real = import(&scene, ANN, file, " --prune --yes --exit-code").done();
    for key in ["added", "updated", "revoked", "unchanged", "added_ids", "updated_ids", "revoked_ids", "changed"] {
        assert_eq!(dry.json()[key], real.json()[key], "{key}");
    }
    assert_eq!(dry.notices(), real.notices());
    assert_eq!(status("--prune --dry-run --exit-code"), 0, "there is nothing left to do");
    let bad = import(&scene, ANN, "id,role\nghost@example.com,user\n", " --dry-run --exit-code");
    assert_eq!(bad.refused("invalid_value").status, 7);
    scene.check();
}

/// Notes that spreadsheets, quotes or escapes could spoil.
const NOTES: [&str; 15] = [
    "=1+1",
    "+49 30",
    "-2",
    "@SUM(A1)",
    "'=quoted",
    "a \"b\", c;d",
    "Jörg Müßig, größer",
    "'s-Hertogenbosch",
    "\u{1f469}\u{200d}\u{1f467} می\u{200c}خواهم",
    "\\n",
    r"\u{200c}",
    r"=\u{5c}u{200d}\",
    "\\u{200d}\u{200d}'",
    "'",
    "\"=1\"",
];

#[test]
fn an_export_comes_back_whatever_stands_in_the_notes() {
    let (scene, site) = house();
    crowd(&scene, 15);
    for (number, note) in (1..).zip(NOTES) {
        let (id, note) = (format!("n{number}@example.com"), format!("--note={note}"));
        let flags = ["--role", "user", "--tools", "media", "--expires", "2027-01-31", &note];
        scene.run(ANN, ["access", "add", &id].into_iter().chain(flags)).done();
    }
    let hostile = ["access", "add", DEE, "--role", "user", "--note", "a\nb"];
    scene.run(ANN, hostile).refused("invalid_value");
    let csv = export(&scene, ANN);
    assert_eq!(csv.lines().next(), Some(HEADER));
    assert!(csv.contains("\nn1@example.com,user,media,none,none,none,none,none,2027-01-31T23:59:59Z,'=1+1\n"), "{csv}");
    assert!(!csv.contains(",=") && !csv.contains(",\"="), "{csv}");
    assert_eq!(scene.prose(ANN, words("access export --format csv")).done().out, csv);
    let json = scene.run(ANN, ["access", "export"]).done();
    assert_eq!(json.json(), scene.run(ANN, ["access", "list"]).done().json());
    for text in [&csv, &json.out] {
        let before = scene.dump(&["sign_in"]);
        for who in [ANN, BOB] {
            let run = import(&scene, who, text, &format!(" --prune --yes --site {site}")).done();
            assert_eq!((counts(&run), &run.json()["changed"], run.notices().len()), ([0, 0, 0, 18], &json!(false), 0));
            assert!(scene.dump(&["sign_in"]) == before, "{run}");
        }
        // At another site everything is given anew, and the same is exported from there.
        let other = scene.active_site("Other", ANN);
        fs::write(scene.path("people"), text).unwrap();
        scene.run(ANN, words(&format!("access import people --site {other}"))).done();
        let there = scene.prose(ANN, words(&format!("access export --site {other}"))).done().out;
        assert_eq!(there, csv);
        scene.confirmed(OPS, words(&format!("site close --site {other} --reason over --yes"))).done();
    }
    let page = scene.prose(
        ANN,
        words(&format!("access export --columns note,id --no-header --limit 2 --after n1@example.com --site {site}")),
    );
    assert_eq!(page.out, "'+49 30,n2@example.com\n'-2,n3@example.com\n");
    scene.check();
}

#[test]
fn files_that_are_not_what_they_should_be_are_refused_with_the_place() {
    let (scene, _) = house();
    let field = |text: &[u8]| {
        let before = scene.dump(&["sign_in"]);
        let run = import(&scene, ANN, text, "").refused("invalid_value");
        assert_eq!(scene.dump(&["sign_in"]), before);
        run.error()["details"]["field"].as_str().unwrap().to_owned()
    };
    assert_eq!(field(b""), "file");
    assert_eq!(field(b"cy@example.com,user\n"), "file");
    assert_eq!(field(b"id,role,colour\ncy@example.com,user,red\n"), "colour");
    assert_eq!(field(b"id,tools\ncy@example.com,full\n"), "role");
    assert_eq!(field(b"id;role;colour\ncy@example.com;user;red\n"), "colour");
    assert_eq!(field(b"sep=;\nid,role\ncy@example.com,user\n"), "file");
    assert_eq!(field(b"PK\x03\x04\x14\0\x06\0"), "file");
    assert_eq!(field(b"id,role\rcy@example.com,user\r"), "file");
    assert_eq!(field(b"id,role,id\n"), "id");
    assert_eq!(field(b"{\"id\":\"cy@example.com\"}"), "file");
    assert_eq!(field(b"[{\"id\":\"cy@example.com\",\"role\":\"user\"}"), "file");
    assert_eq!(field(b"\xff\xfei\0d\0x"), "file");
    refused(
        &scene,
        ANN,
        b"id,role\ncy@example.com,us\xffer\ndee@example.com\n,user\n",
        "",
        &["2 invalid_value", "3 invalid_value", "4 invalid_value"],
    );
    let twice =
        "id,role\ncy@example.com,user\n\"CY@example.com\",user\ndee@example.com,user\ndee@example.com,secondary\n";
    let run = refused(&scene, ANN, twice, "", &["3 invalid_value", "5 invalid_value"]);
    assert!(run.error()["details"]["rows"][0]["message"].as_str().unwrap().contains("earlier line"), "{run}");
    refused(
        &scene,
        ANN,
        "id,role,note\n\ncy@example.com,user,\"a\nb\"\ndee@example.com,user,\x1b[2J\n",
        "",
        &["3 invalid_value", "5 invalid_value"],
    );
    refused(
        &scene,
        ANN,
        r#"[{"id":"dee@example.com","role":"user"},{"id":"x"},{"role":"user","color":"x"}]"#,
        "",
        &["2 invalid_value", "3 invalid_value"],
    );
    scene.check();
}

#[test]
fn a_file_may_come_with_a_mark_from_standard_input_or_not_at_all() {
    let (scene, _) = house();
    let good = "\u{feff}id,role\r\n\r\ndee@example.com,user\r\n,\r\n";
    assert_eq!(counts(&import(&scene, ANN, good, "").done()), [1, 0, 0, 0]);
    scene.run(ANN, words("access import nowhere")).refused("io");
    scene.run(ANN, words("access import")).refused("usage");
    let run = scene.typed(ANN, words("access import -"), &["id,role", "cy@example.com,user", "dee@example.com,user"]);
    assert_eq!(counts(&run.done()), [0, 0, 0, 2]);
    // A password that is read from there as well is the first line, whether or not it is needed.
    for (who, flags) in [(ANN, ""), ("nobody", " --as ann@example.com")] {
        let line = format!("access import - --password-file -{flags}");
        let run = scene.typed(who, words(&line), &[&password(ANN), "id,role", "cy@example.com,user"]);
        assert_eq!(counts(&run.done()), [0, 0, 0, 1]);
    }
    scene.check();
}

/// `text` as UTF-16 with the high byte last (Windows) or first.
fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_list_is_read_however_a_spreadsheet_saved_it() {
    let (scene, _) = house();
    let plain = "id,role,tools,note\ncy@example.com,user,,\"here, there\"\ndee@example.com,user,full,Jörg\n";
    let with = |between: &str| {
        let quoted = plain.replace("here, there", "here; there|");
        quoted.replace(',', between).replace("here; there|", "here, there")
    };
    let windows = |text: &str| text.replace('\n', "\r\n");
    for file in [
        plain.as_bytes().to_vec(),
        with(";").into(),
        windows(&with("\t")).into(),
        with("|").into(),
        format!("sep=;\r\n{}", windows(&with(";"))).into(),
        format!("\u{feff}sep=\t\n{}", with("\t")).into(),
        [b"\xff\xfe", utf16(&windows(&with("\t")), u16::to_le_bytes).as_slice()].concat(),
        [b"\xfe\xff", utf16(&with(";"), u16::to_be_bytes).as_slice()].concat(),
        utf16(plain, u16::to_le_bytes),
        "ID,Role,Tools,Note,,\ncy@example.com,User,,here,,\nDee@Example.com,USER,Full,Jörg,,\n,,,,,\n".into(),
        "Id;Role;Manage Access;Contact_Update;;;\ncy@example.com;user;None;NONE\ndee@example.com;user;none;None;;;;;\n"
            .into(),
        "\u{feff}\"id\",\"role\"\r\n\"cy@example.com\",\"user\"\r\n\u{a0}dee@example.com,user\u{a0}\r\n".into(),
        utf16(r#"[{"id":"cy@example.com","role":"User"},{"id":"dee@example.com","role":"user"}]"#, u16::to_le_bytes),
    ] {
        let run = import(&scene, ANN, &file, " --dry-run").done();
        assert_eq!(counts(&run), [1, 0, 0, 1], "{}", String::from_utf8_lossy(&file));
    }
    assert_eq!(counts(&import(&scene, ANN, "ID;Role\ndee@example.com;Secondary\n", "").done()), [1, 0, 0, 0]);
    assert_eq!(listed(&scene, ""), ["ann primary", "bob secondary", "cy user", "dee secondary"]);
    let sites = "Company;Country;Primary First Name;Primary Last Name;Primary E-mail;Via;;\nMüller AG;DEU;Max;Müller;max@example.com;Purchase;;\n";
    fs::write(scene.path("sites"), utf16(&sites.replace("E-mail", "Email"), u16::to_le_bytes)).unwrap();
    let run = scene.run(OPS, words("site import sites")).done();
    assert_eq!(counts(&run), [1, 0, 0, 0]);
    scene.check();
}

#[test]
fn a_value_in_a_column_without_a_name_is_told_as_that() {
    let (scene, _) = house();
    let file = "id,role,,\ncy@example.com,user,,x\ndee@example.com,user,x,\n";
    let run = refused(&scene, ANN, file, "", &["2 invalid_value", "3 invalid_value"]);
    let message = |row: usize| run.error()["details"]["rows"][row]["message"].as_str().unwrap().to_owned();
    assert_eq!(message(0), "column 4 holds a value, but the header gives it no name");
    assert_eq!(message(1), "column 3 holds a value, but the header gives it no name");
    scene.check();
}

#[test]
fn a_file_that_is_no_such_list_is_not_repeated() {
    let (scene, _) = house();
    let files = [
        "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\n",
        "root,hunter2\ndaemon,hunter3\n",
        "root;hunter2\n",
        "sep=;\nroot;hunter2\n",
        "-----BEGIN PRIVATE KEY-----\nhunter2root\n",
        "hunter2\n",
        "\"root\",\"hunter2\nroot\"\n",
        "{\"root\":\"hunter2\"}\n",
        "[{\"root\":\"hunter2\",\"daemon\":{\"hunter3\":1}}]\n",
        "[root]\nhunter2 = hunter3\n",
        "[\"root\",\"hunter2\"]\n",
        "id,role,root hunter2!\nroot,user,hunter2\n",
        "company,country,primary-email,primary-first-name,primary-last-name,hunter2$root\n",
        "id,role,hunter2",
    ];
    for (at, file) in files.iter().enumerate() {
        fs::write(scene.path("list"), file).unwrap();
        for (who, line) in [(ANN, "access import list"), (OPS, "site import list")] {
            let run = scene.run(who, words(line)).refused("invalid_value");
            let prose = scene.prose(who, words(line));
            // The name of a column beside columns of ours is said: it is one that somebody mistyped.
            let is_column = at == files.len() - 1 && who == ANN;
            for text in [&run.out, &run.err, &prose.out, &prose.err] {
                assert_eq!(text.contains("hunter"), is_column && !text.is_empty(), "{file}: {text}");
                assert!(!text.contains("root") && !text.contains("daemon"), "{file}: {text}");
            }
            if !is_column {
                assert_eq!(run.error()["details"]["field"], "file", "{run}");
            }
        }
    }
    scene.check();
}

#[test]
fn a_fault_is_said_once() {
    let (scene, _) = house();
    let many = "id,role\n".to_owned() + &"cy@example.com\n".repeat(60);
    let run =
        refused(&scene, ANN, &many, "", &(2..=61).map(|line| format!("{line} invalid_value")).collect::<Vec<_>>());
    assert_eq!(run.error()["details"]["rows"].as_array().unwrap().len(), 60);
    let prose = scene.prose(ANN, words("access import people"));
    assert_eq!(
        prose.err.lines().next(),
        Some("lines 2, 3, 4, 5, 6 and 55 more: the line has 1 field, the header 2 columns")
    );
    assert_eq!(prose.err.lines().count(), 3, "{prose}");
    for (file, words_of_it) in
        [("id,role,colour\n", "colour"), ("id,tools\n", "role: the column is missing"), ("", "is empty")]
    {
        fs::write(scene.path("people"), file).unwrap();
        let prose = scene.prose(ANN, words("access import people"));
        let said = prose.err.lines().filter(|line| line.contains(words_of_it)).count();
        assert_eq!((said, prose.status), (1, 7), "{prose}");
    }
    scene.check();
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let (scene, _) = house();
    fs::File::create(scene.path("people")).unwrap().set_len(200 << 20).unwrap();
    let run = scene.run(ANN, words("access import people")).refused("invalid_value");
    assert!(run.error()["message"].as_str().unwrap().contains("128 MiB"), "{run}");
    let long = format!("id,role,note\ncy@example.com,user,\"{}\n", "x".repeat(70_000));
    let run = import(&scene, ANN, long, "").refused("invalid_value");
    assert!(run.error()["message"].as_str().unwrap().contains("line 2 is longer"), "{run}");
    let many =
        "company,country,primary-first-name,primary-last-name,primary-email\n".to_owned() + &",DE,,,\n".repeat(5001);
    fs::write(scene.path("sites"), many).unwrap();
    let run = scene.run(OPS, words("site import sites")).refused("invalid_value");
    assert!(run.error()["message"].as_str().unwrap().contains("more than 5000 lines"), "{run}");
}

#[test]
fn values_come_before_the_site_and_the_asker() {
    let (scene, site) = house();
    for who in [DEE, CY, OPS] {
        let at = |text: &str| import(&scene, who, text, &format!(" --site {site}"));
        assert_eq!(rows(&at("id,role\nx,user\ncy@example.com,user\n").refused("invalid_value")), ["2 invalid_value"]);
        let code = if who == DEE {
            "not_found"
        } else if who == CY {
            "manager_only"
        } else {
            "operator_apart"
        };
        at("id,role\nghost@example.com,user\n").refused(code);
        assert_eq!(scene.last_entry(), format!("access.import refused {code}"));
    }
    scene.run(OPS, ["access", "export", "--site", &site]).refused("operator_apart");
    scene.run(CY, ["access", "export"]).refused("manager_only");
    scene.run(ANN, words("access update bob@example.com --manage-access view")).done();
    scene.run(BOB, ["access", "export"]).done();
    import(&scene, BOB, "id,role\n", "").refused("manager_only");
    scene.check();
}

#[test]
fn whoever_asked_to_be_let_in_is_told_that_it_is_settled() {
    let (scene, site) = house();
    scene.run(DEE, ["nominate", "--site", &site, "--primary-contact", ANN]).done();
    let letters = scene.letters().len();
    let run = import(&scene, BOB, "id,role\ndee@example.com,user\n", "").done();
    let told = [
        "access-granted dee@example.com",
        "nomination-withdrawn ann@example.com",
        "nomination-withdrawn dee@example.com",
    ];
    assert_eq!((run.notices(), scene.posts(letters)), (told.map(str::to_owned).into(), told.map(str::to_owned).into()));
    assert_eq!(scene.run(DEE, ["nomination", "list"]).done().json()[0]["status"], "withdrawn");
    scene.check();
}

#[test]
fn access_that_has_ended_is_given_anew_and_its_interval_stays() {
    let (scene, _) = house();
    scene.run(ANN, words("access update cy@example.com --expires 1d")).done();
    scene.run(ANN, words("access revoke bob@example.com --yes")).done();
    scene.advance(2 * 86_400);
    scene.sign_in(ANN);
    let run = import(&scene, ANN, "id,role\ncy@example.com,user\nbob@example.com,secondary\n", "").done();
    assert_eq!(counts(&run), [2, 0, 0, 0]);
    let reasons = scene.rows(&format!(
        "SELECT nth, coalesce(end_reason, '-') FROM access JOIN person USING (person) WHERE id = '{CY}' ORDER BY nth"
    ));
    assert_eq!(reasons, [["1", "changed"], ["2", "expired"], ["3", "-"]]);
    scene.sign_in(OPS);
    scene.check();
}

#[test]
fn many_secondaries_draw_a_warning_and_a_thousand_are_counted_only() {
    let (scene, _) = house();
    let ids: Vec<String> = (0..5).map(|number| format!("s{number}@example.com")).collect();
    let mut file = String::from("id,role\n");
    for id in &ids {
        scene.person(id);
        file = file + id + ",secondary\n";
    }
    let run = import(&scene, ANN, &file, "").done();
    assert!(run.err.contains("6 Secondary Contacts"), "{run}");
    crowd(&scene, 1300);
    let mut file = String::from("id,role\n");
    for number in 1..=1300 {
        file = file + "n" + &number.to_string() + "@example.com,user\n";
    }
    let plan = {
        fs::write(scene.path("people"), &file).unwrap();
        scene.prose(ANN, words("access import people --dry-run"))
    };
    assert!(plan.out.lines().count() == 1001 && plan.out.ends_with("… and 300 more\n"), "{}", plan.err);
    assert!(plan.err.contains("Would mail 1300 letters"), "{}", plan.err);
    let run = import(&scene, ANN, &file, "").done();
    let json = run.json();
    assert_eq!(counts(&run), [1300, 0, 0, 0]);
    assert!(json["added_ids"].is_null() && json["notices"].is_null() && json["updated_ids"] == json!([]), "{json}");
    let sql =
        "SELECT count(*), count(DISTINCT entry) FROM message WHERE recipient LIKE 'n%' AND kind = 'access-granted'";
    assert_eq!(scene.rows(sql)[0], ["1300", "1300"]);
    let chained = "SELECT count(*) FROM audit WHERE action = 'access.import' AND json_extract(details, '$.effects[0].role') = 'user'";
    assert_eq!(scene.rows(chained)[0][0], "1300");
    scene.check();
}

#[test]
fn the_plan_in_the_readme_is_what_is_printed() {
    let (scene, site) = house();
    scene.give(ANN, &site, "eve@example.com", "user", &[]);
    let readme = fs::read_to_string("README.md").unwrap();
    let (_, block) = readme.split_once("$ cat people.csv\n").unwrap();
    let (file, block) = block.split_once("$ pao access import people.csv --prune --dry-run\n").unwrap();
    let (plan, _) = block.split_once("$ pao access import people.csv --prune --yes").unwrap();
    fs::write(scene.path("people.csv"), file).unwrap();
    assert_eq!(scene.prose(ANN, words("access import people.csv --prune --dry-run")).done().out, plan);
    scene.prose(ANN, words("access import people.csv --prune --yes")).done();
    assert_eq!(listed(&scene, ""), ["ann primary", "bob secondary", "cy user", "dee user"]);
    scene.check();
}

const SITES: &str = "company,country,primary-first-name,primary-last-name,primary-email,number,agreement\n";

fn sites(scene: &Scene, who: &str, lines: &str, flags: &str) -> Run {
    fs::write(scene.path("sites"), SITES.to_owned() + lines).unwrap();
    scene.run(who, words(&format!("site import sites{flags}")))
}

#[test]
fn sites_are_enrolled_with_their_welcome_letters_and_the_passcode_works() {
    let scene = Scene::new();
    scene.init();
    scene.person(ANN);
    let lines = "Example Corp,DE,Ann,Archer,ann@example.com,,\nOther GmbH,Germany,Bo,Baker,bo@example.com,0012345,A1\n";
    let dry = sites(&scene, OPS, lines, " --dry-run").done();
    assert_eq!((counts(&dry), dry.json()["added_ids"].clone()), ([2, 0, 0, 0], json!([null, "0012345"])));
    assert!(scene.rows("SELECT 1 FROM site").is_empty());
    let run = sites(&scene, OPS, lines, "").done();
    assert_eq!((counts(&run), run.json()["added_ids"].clone()), ([2, 0, 0, 0], json!(["7000017", "0012345"])));
    assert_eq!(run.notices(), ["welcome ann@example.com", "welcome bo@example.com"]);
    assert!(!run.out.contains(&scene.letter(ANN, "welcome").secret()), "the operator never sees a passcode");
    scene.authorize(ANN, "7000017").done();
    scene.check();
}

#[test]
fn a_line_without_a_number_never_gets_the_number_of_another_line() {
    let scene = Scene::new();
    scene.init();
    let lines = "Alpha,DE,Ann,Archer,ann@example.com,,\nBeta,DE,Bo,Baker,bo@example.com,7000017,\n";
    let run = sites(&scene, OPS, lines, "").done();
    assert_eq!((counts(&run), run.json()["added_ids"].clone()), ([2, 0, 0, 0], json!(["7000018", "7000017"])));
    assert_eq!(scene.rows("SELECT company FROM site ORDER BY site"), [["Beta"], ["Alpha"]]);
    scene.check();
}

#[test]
fn a_site_that_is_there_is_amended_but_its_primary_contact_is_not() {
    let (scene, site) = house();
    let before = scene.dump(&["sign_in"]);
    let same = format!("Example Corp,DE,Any,Name,ann@example.com,{site},\n");
    let run = sites(&scene, OPS, &same, "").done();
    assert_eq!((counts(&run), &run.json()["changed"]), ([0, 0, 0, 1], &json!(false)));
    assert_eq!(scene.dump(&["sign_in"]), before);
    let bad = format!(
        "New,DE,A,B,new@example.com,,\nExample Corp,DE,Bob,B,bob@example.com,{site},\nNew,XX,A,B,new@example.com,,\n\
         New,DE,A,B,ops@vendor.example,,\n,DE,A,B,new@example.com,,\nNew,DE,A,B,new@example.com,123,\nExample Corp,DE,A,B,ann@example.com,{site},A\n"
    );
    let run = sites(&scene, OPS, &bad, "").refused("invalid_value");
    let expected = [
        "3 change_primary_only",
        "4 invalid_value",
        "5 operator_apart",
        "6 invalid_value",
        "7 invalid_value",
        "8 invalid_value",
    ];
    assert_eq!(rows(&run), expected);
    assert_eq!(scene.dump(&["sign_in"]), before);
    let run = sites(&scene, OPS, &format!("Example SE,FR,Any,Name,ann@example.com,{site},A1\n"), "").done();
    assert_eq!((counts(&run), run.json()["updated_ids"].clone()), ([0, 1, 0, 0], json!([site])));
    let shown = scene.run(OPS, ["site", "show", "--site", &site]).done().json();
    assert_eq!(
        (&shown["company"], &shown["country"], &shown["agreement"]),
        (&json!("Example SE"), &json!("FR"), &json!("A1"))
    );
    let json = scene.run(OPS, ["site", "list"]).done().out;
    fs::write(scene.path("sites"), json).unwrap();
    assert_eq!(counts(&scene.run(OPS, words("site import sites")).done()), [0, 0, 0, 1], "a list comes back");
    sites(&scene, ANN, "New,DE,A,B,new@example.com,,\n", "").refused("operator_only");
    sites(&scene, ANN, "New,XX,A,B,new@example.com,,\n", "").refused("invalid_value");
    scene.check();
}
