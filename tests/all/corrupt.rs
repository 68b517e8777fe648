//! Hostile text in every word of the command line, every variable and every line of a file that is read: nothing of it
//! does anything to a terminal when it is repeated.
use crate::actions::{AT_A_SITE, ELSEWHERE, action};
use crate::cast::{Cast, id};
use crate::injected::{NASTY, is_harmless};

/// For every action, its longest row.
pub fn longest_rows() -> Vec<&'static str> {
    let rows = || AT_A_SITE.iter().chain(ELSEWHERE).copied();
    let longest = |deed_of: &&str| rows().filter(|row| action(row) == *deed_of).max_by_key(|row| row.len());
    let typed = [
        "register --email x --first-name x --last-name x --country x --question x --password-file x --answer-file x",
        "login x --ttl x",
        "account verify --email x --code-file x",
        "account reset --email x --code-file x --answer-file x --new-password-file x",
        "operator reset x --yes",
        "audit verify --expect x",
        "db path --db x",
        "db check --db x",
        "demo --db x --sites x --people x --seed x",
        "init --db x --email x --first-name x --last-name x --country x --password-file x",
        "explain x",
        "help x",
        "schema x x",
        "completions x",
        "man x",
        "x y",
        "access list --format x --color x --columns x --limit x --after x --as x --role x --as-of x --privilege tools=x",
        "status --password-file x --as x",
    ];
    pao::commands().iter().filter_map(longest).chain(typed).collect()
}

#[test]
fn no_word_of_the_command_line_does_anything_to_a_terminal() {
    let cast = Cast::assemble();
    let nasty = NASTY.replace('\0', "");
    let mut echoed = 0;
    for row in longest_rows() {
        let words: Vec<String> = row.split(' ').map(|word| word.replace('@', "x@")).collect();
        for place in 0..words.len() {
            for spoilt in [format!("--{nasty}"), format!("{}{nasty}", words[place])] {
                let mut argv = words.clone();
                argv[place] = spoilt;
                let run = cast.scene.call(&id("ann"), &argv).typing(&[&nasty, &nasty, &nasty]).run();
                is_harmless(&run);
                assert!(!run.err.contains("internal"), "{run}");
                echoed += usize::from(run.err.contains("\\u{1b}"));
            }
        }
    }
    assert!(echoed > 100, "{echoed} answers repeat what was typed");
}

#[test]
fn no_variable_and_no_line_of_a_file_does_anything_to_a_terminal() {
    let cast = Cast::assemble();
    let nasty = NASTY.replace('\0', "");
    for name in ["PAO_DB", "PAO_FORMAT", "PAO_SITE", "PAO_ID", "PAO_PASSWORD_FILE", "PAO_TOKEN", "CI", "TERM", "PAGER"]
    {
        for argv in [&["access", "list"][..], &["--json", "db", "path"], &["whoami", "--as", "ann@example.com"]] {
            is_harmless(&cast.scene.call(&id("ann"), argv).with(name, &nasty).run());
        }
    }
    let site = cast.numbers[0].as_str();
    for line in ["@,user", "tom@example.com,@", "tom@example.com,user,@", "@"] {
        let lines = ["id,role,note", &line.replace('@', &nasty), "\"", "a,b,c,d,@"];
        for json in [&[][..], &["--json"]] {
            let argv = [json, &["access", "import", "-", "--site", site]].concat();
            let run = cast.scene.call(&id("ann"), argv).typing(&lines).run();
            is_harmless(&run);
            assert_eq!(run.status, 7, "{run}");
        }
        let header = line.replace('@', &nasty);
        is_harmless(&cast.scene.call(&id("ann"), ["access", "import", "-", "--site", site]).typing(&[&header]).run());
    }
}
