//! Attacks by number and by time: many tries, a mail server that takes its time, a key that stops programs.
use crate::house::House;
use crate::made::{FOLDER, KIM, LEE};
use crate::people::{ANN, ANSWER, BOB, CY, Person, registration};
use crate::ran::Ran;
use crate::sshd::Key;
use crate::ways::Way;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::MetadataExt as _;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{scope, sleep, spawn};
use std::time::{Duration, Instant};

/// What the answers say, but for the moment that they name.
fn words(ran: &Ran) -> (Option<i32>, String, String) {
    let error = ran.error();
    (ran.status, error["code"].to_string(), error["message"].to_string())
}

/// `pao login` with a password that is nobody's.
fn wrong(house: &House, way: &Way, id: &str) -> Ran {
    house.run(way, &["--json", "login", id, "--password-file", "-"], &["nothing like it at all"])
}

/// Runs the calls some at a time. Gives what they did.
fn at_once<T: Sync, R: Send>(of: &[T], call: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let worker = || std::iter::from_fn(|| of.get(next.fetch_add(1, Ordering::Relaxed)).map(&call)).collect::<Vec<_>>();
    scope(|scope| {
        let workers: Vec<_> = (0..4).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn tries_are_counted_where_they_come_from_whatever_key_is_shown() {
    let (house, _) = House::story();
    let keys: Vec<(Way, String)> =
        (0..31).map(|n| (Way::Ssh(Key::new(&format!("n{n}"))), format!("guess{n}@example.com"))).collect();
    let users: Vec<(Way, String)> = keys.iter().map(|(_, id)| (Way::Sudo(KIM), id.clone())).collect();
    for tries in [keys, users] {
        let failed = at_once(&tries[..30], |(way, id)| wrong(&house, way, id));
        assert!(failed.iter().all(|ran| ran.status == Some(3)), "{failed:#?}");
        let (way, unknown) = &tries[30];
        let throttled = wrong(&house, way, unknown).ends(8);
        assert!(
            throttled.code() == "throttled" && throttled.error()["details"]["retry_at"].is_string(),
            "{throttled:?}"
        );
        assert_eq!(words(&wrong(&house, way, ANN.id)), words(&throttled), "known and unknown");
        let right = house.run(way, &["--json", "login", ANN.id, "--password-file", "-"], &[&ANN.password()]);
        assert_eq!(words(&right), words(&throttled), "before any address is looked at");
        for other in
            [&["account", "recover", "--email", ANN.id][..], &["account", "recover", "--email", "none@example.com"]]
        {
            assert_eq!(house.run(way, &[&["--json"], other].concat(), &[]).ends(8).code(), "throttled");
        }
    }
    // Who comes from elsewhere feels nothing of it.
    house.signs_in(&Way::Sudo(LEE), ANN);
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn letters_are_counted_where_they_are_asked_for() {
    let (house, _) = House::story();
    let ids: Vec<&'static str> = (0..22).map(|n| &*format!("new{n}@example.com").leak()).collect();
    for way in [Way::Ssh(Key::new("eve")), Way::Sudo(KIM)] {
        let register = |id: &&'static str| {
            let person = Person::new("new", id);
            house.run(&way, &[&["--json"], &registration(person)[..]].concat(), &[&person.password(), ANSWER])
        };
        let asked = at_once(&ids[..20], register);
        assert!(asked.iter().all(|ran| ran.status == Some(0)), "{asked:#?}");
        let throttled = register(&ids[20]).ends(8);
        assert_eq!(words(&register(&ANN.id)), words(&throttled), "known and unknown");
    }
    house.run(&Way::Sudo(LEE), &["account", "recover", "--email", ANN.id], &[]).ends(0);
}

/// A mail server that greets after three seconds and then takes everything.
fn slow_server() -> u16 {
    fn serve(mut stream: TcpStream) -> std::io::Result<()> {
        sleep(Duration::from_secs(3));
        stream.write_all(b"220 slow.example\r\n")?;
        let mut letter = false;
        for line in BufReader::new(stream.try_clone()?).lines() {
            let line = line?;
            let answer = match line.as_str() {
                "DATA" => "354 go on\r\n",
                "." => "250 taken\r\n",
                _ if letter => "",
                _ => "250 yes\r\n",
            };
            letter = line == "DATA" || letter && line != ".";
            stream.write_all(answer.as_bytes())?;
        }
        Ok(())
    }
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    spawn(move || listener.incoming().flatten().for_each(|stream| drop(spawn(|| serve(stream)))));
    port
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn time_tells_nobody_which_address_is_known() {
    let (house, _) = House::story();
    let url = format!("smtp://127.0.0.1:{}", slow_server());
    for (key, value) in [("mail.smtp.url", url.as_str()), ("mail.transport", "smtp")] {
        house.owner(&["config", "set", key, value], &[]).ends(0);
    }
    let outgoing = || {
        let about = std::fs::metadata(format!("{FOLDER}/outgoing")).unwrap();
        (about.mtime(), about.mtime_nsec())
    };
    let mut told = Vec::new();
    for way in [Way::Ssh(Key::new("eve")), Way::Sudo(KIM)] {
        let mut took = Vec::new();
        for id in [ANN.id, "none@example.com"] {
            let person = Person::new("eve", Box::leak(id.to_owned().into_boxed_str()));
            let register = registration(person);
            for (argv, lines) in [
                (&["account", "recover", "--email", id][..], vec![]),
                (&register[..], vec![person.password(), ANSWER.to_owned()]),
            ] {
                let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
                let (before, begun) = (outgoing(), Instant::now());
                let ran = house.run(&way, &[&["--json"], argv].concat(), &lines).ends(0);
                took.push(begun.elapsed());
                assert_ne!(outgoing(), before, "the unit is woken whatever came of it: {argv:?}");
                told.push((argv[0].to_owned(), ran.out, ran.err));
            }
        }
        let (least, most) = (took.iter().min().unwrap(), took.iter().max().unwrap());
        assert!(*most < *least + Duration::from_secs(2), "{took:?}");
    }
    for command in ["account", "register"] {
        let mut all = told.iter().filter(|(other, ..)| other == command);
        let first = all.next().unwrap();
        assert!(all.all(|other| other == first), "{told:?}");
    }
    // The one whose work it is waits for the server, and all of it goes.
    house.timer().ends(0);
    assert_eq!(house.count("message WHERE state = 'queued'"), 0);
}

/// Says that it is over, also when it went wrong.
struct Over<'f>(&'f AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn nobody_is_kept_waiting_by_somebody_who_stops_a_call() {
    let (house, _) = House::story();
    house.signs_in(&Way::Sudo(LEE), BOB);
    let over = AtomicBool::new(false);
    let written = scope(|scope| {
        let writer = scope.spawn(|| {
            let mut written = 0;
            while !over.load(Ordering::Relaxed) {
                let name = format!("Else{written}");
                house.run(&Way::Sudo(LEE), &["account", "update", "--last-name", &name], &[]).ends(0);
                written += 1;
            }
            written
        });
        let writes = Over(&over);
        // Two ways, each caller with a row of their own; moments spread over what a sign-in takes.
        let tries: Vec<(Way, u64)> = (0..120)
            .map(|n| (if n % 4 == 0 { Way::Ssh(Key::new(&format!("z{n}"))) } else { Way::Sudo(KIM) }, n * 37 % 200))
            .collect();
        at_once(&tries, |(way, moment)| {
            let mut console = house.sits(way, &["login", CY.id]);
            console.sees("Password of cy@example.com: ");
            console.types(&format!("{}\n", CY.password()));
            sleep(Duration::from_millis(*moment));
            console.presses_ctrl('z');
            // A key that comes when `pao` is gone stops `sudo` or `ssh`, which hold nothing.
            let shown = console.sees(" whole]");
            assert!(shown.contains("\nSigned in as cy@example.com"), "{shown}");
            assert!(shown.ends_with("[ended 0") || shown.ends_with("[ended 148"), "{shown}");
        });
        drop(writes);
        writer.join().unwrap()
    });
    assert!(written > 20, "{written}");
}
