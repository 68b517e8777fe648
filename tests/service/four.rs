//! Several people at once: each is who they are, and sees nothing of the others.
use crate::house::House;
use crate::made::{FOLDER, KIM, LEE, calls};
use crate::people::{ANN, BOB, CY, DEE, Person};
use crate::ran::Ran;
use crate::sshd::Key;
use crate::ways::{Way, as_user, ended};
use std::fs;
use std::process::Stdio;
use std::thread::{scope, sleep};
use std::time::Duration;

fn four(house: &House) -> [(Way, Person); 4] {
    let keys = [(Way::Ssh(Key::new("ann")), ANN), (Way::Ssh(Key::new("bob")), BOB)];
    let [ann, bob] = keys;
    let people = [ann, bob, (Way::Sudo(KIM), CY), (Way::Sudo(LEE), DEE)];
    scope(|scope| people.iter().for_each(|(way, person)| drop(scope.spawn(|| house.signs_in(way, *person)))));
    people
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn two_users_and_two_keys_are_four_people_and_nobody_signs_out_another() {
    let (house, _) = House::story();
    let four = four(&house);
    for round in 0..=four.len() {
        scope(|scope| {
            for (place, (way, person)) in four.iter().enumerate() {
                let house = &house;
                scope.spawn(move || {
                    let ran = house.run(way, &["--json", "whoami"], &[]);
                    if place < round {
                        assert_eq!(ran.ends(3).code(), "sign_in_required");
                    } else {
                        assert_eq!(ran.ends(0).json()["id"], person.id);
                    }
                });
            }
        });
        if let Some((way, _)) = four.get(round) {
            house.run(way, &["logout"], &[]).ends(0);
        }
    }
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn file_folder_and_processes_are_closed_to_everybody_else() {
    let (house, _) = House::story();
    let key = Way::Ssh(Key::new("ann"));
    let runs_on =
        |way: &Way| house.pao(way, ["login", ANN.id, "--password-file", "-"]).stdin(Stdio::piped()).spawn().unwrap();
    let waiting = [runs_on(&key), runs_on(&Way::Sudo(LEE))];
    // sshd's own question about the key comes and goes; a process that is about to be gone has no words any more.
    let of_people = |pid: &i32| {
        let line = fs::read_to_string(format!("/proc/{pid}/cmdline"));
        line.is_ok_and(|line| !line.is_empty() && !line.contains("ssh-keys"))
    };
    let mut pids = Vec::new();
    for _ in 0..100 {
        pids = calls();
        pids.retain(of_people);
        if pids.len() == 2 {
            break;
        }
        sleep(Duration::from_millis(50));
    }
    assert_eq!(pids.len(), 2, "both wait for a password");
    let mut paths = vec![FOLDER.to_owned(), house.db(), format!("{FOLDER}/outgoing"), format!("{FOLDER}/pao-mail")];
    let parts = ["environ", "mem", "maps", "fd", "cwd", "auxv"];
    paths.extend(pids.iter().flat_map(|pid| parts.map(|part| format!("/proc/{pid}/{part}"))));
    for user in [KIM, LEE] {
        for path in &paths {
            let mut cat = as_user(user, "/bin/sh");
            let ran = Ran::of(&cat.args(["-c", "cat -- \"$0\" || ls -- \"$0/\"", path]).output().unwrap());
            assert!(
                ran.status != Some(0) && ran.out.is_empty() && ran.err.contains("denied"),
                "{user} {path}: {ran:?}"
            );
        }
    }
    for mut child in waiting {
        drop(child.stdin.take());
        ended(child).ends(2);
    }
}
