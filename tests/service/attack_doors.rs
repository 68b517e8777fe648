//! Attacks on the doors: what ssh could do besides, keys of others, tokens of others.
use crate::house::House;
use crate::made::{KIM, LEE, OWNER, PAO, STAND};
use crate::people::{ANN, BOB};
use crate::ran::Ran;
use crate::sshd::{HOST, Key, Sshd};
use crate::ways::{Way, feeds};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::net::UnixListener;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

fn said(command: &mut Command) -> Ran {
    feeds(command, &[])
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn nothing_but_words_comes_through() {
    let (house, _) = House::story();
    let key = Key::new("eve");
    let before = house.frozen();
    let ssh = || house.sshd.ssh(&key, OWNER);
    // A subsystem is one more word that the guest says.
    let sftp = said(ssh().args(["-s", "127.0.0.1", "sftp"]));
    house.refused(sftp, 2);
    let port = house.sshd.port.to_string();
    let known = format!("UserKnownHostsFile={STAND}/known_hosts.{port}");
    for (program, argv) in [
        ("scp", vec!["-P", &port, "/etc/hostname", "pao@127.0.0.1:/tmp/pao-acceptance-evil"]),
        ("scp", vec!["-O", "-P", &port, "pao@127.0.0.1:/var/lib/pao/pao.db", "/dev/null"]),
        ("sftp", vec!["-P", &port, "pao@127.0.0.1:/var/lib/pao/pao.db", "/dev/null"]),
    ] {
        let mut command = Command::new(program);
        command.args(["-F", "none", "-q", "-i"]).arg(&key.path).args(["-o", &known, "-o", "BatchMode=yes"]);
        let ran = said(
            command.args(argv).env_clear().env("PATH", "/usr/bin:/bin").stdout(Stdio::piped()).stderr(Stdio::piped()),
        );
        assert!(ran.status != Some(0) && !std::path::Path::new("/tmp/pao-acceptance-evil").exists(), "{ran:?}");
    }
    // A shell is `pao` without a word.
    let shell = said(ssh().args(["-T", "127.0.0.1"]).stdin(Stdio::null()));
    assert!(shell.status == Some(0) && shell.out.contains("Usage: "), "{shell:?}");
    // A tunnel, an agent, a display.
    let tunnel = said(ssh().args(["-w", "0:0", "-o", "ExitOnForwardFailure=yes"]).args(HOST).args(["--version"]));
    assert!(tunnel.status == Some(255) || tunnel.err.contains("unnel"), "{tunnel:?}");
    let version = format!("pao {}\n", env!("CARGO_PKG_VERSION"));
    for option in ["-A", "-X", "-Y"] {
        let ran = said(
            ssh().arg(option).args(HOST).arg("--version").env("DISPLAY", ":77").env("SSH_AUTH_SOCK", "/nonexistent"),
        );
        assert_eq!(ran.ends(0).out, version);
    }
    house.is_still(&before);
}

/// A port that is forwarded reaches nobody, in either direction, by `-L`, `-D`, `-W` and `-R`, a socket as little.
#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn nothing_is_forwarded() {
    let (house, _) = House::story();
    let key = Key::new("eve");
    let target = TcpListener::bind("127.0.0.1:0").unwrap();
    target.set_nonblocking(true).unwrap();
    let to = target.local_addr().unwrap().to_string();
    let direct = said(house.sshd.ssh(&key, OWNER).args(["-W", &to, "127.0.0.1"]));
    assert!(direct.status == Some(255) && target.accept().is_err(), "{direct:?}");
    let back = said(house.sshd.ssh(&key, OWNER).args([
        "-o",
        "ExitOnForwardFailure=yes",
        "-R",
        &format!("0:{to}"),
        "127.0.0.1",
        "--",
        "--version",
    ]));
    assert_eq!(back.status, Some(255), "{back:?}");
    let local = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let socket = format!("{STAND}/forwarded");
    let _nobody = UnixListener::bind(format!("{STAND}/target")).unwrap();
    for forward in
        [["-L", &format!("{local}:{to}")], ["-D", &local.to_string()], ["-L", &format!("{socket}:{STAND}/target")]]
    {
        let mut child = house.sshd.ssh(&key, OWNER).arg("-N").args(forward).arg("127.0.0.1").spawn().unwrap();
        let mut got = Vec::new();
        for _ in 0..100 {
            if let Ok(mut stream) = TcpStream::connect(local) {
                // What a client of SOCKS asks for; to anything else it is noise.
                let [high, low] = target.local_addr().unwrap().port().to_be_bytes();
                let _ = stream.write_all(&[4, 1, high, low, 127, 0, 0, 1, 0]);
                stream.set_read_timeout(Some(Duration::from_secs(2))).unwrap();
                let _ = stream.read_to_end(&mut got);
                break;
            }
            if std::path::Path::new(&socket).exists() {
                let mut stream = std::os::unix::net::UnixStream::connect(&socket).unwrap();
                let _ = stream.read_to_end(&mut got);
                break;
            }
            sleep(Duration::from_millis(20));
        }
        assert!(target.accept().is_err(), "{forward:?} reached somebody");
        child.kill().unwrap();
        child.wait().unwrap();
    }
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn nobody_comes_by_the_key_of_another() {
    let (house, _) = House::story();
    let (ann, eve) = (Key::new("ann"), Key::new("eve"));
    house.signs_in(&Way::Ssh(ann.clone()), ANN);
    let before = house.frozen();
    let whoami = |key: &Key| house.run(&Way::Ssh(key.clone()), &["--json", "whoami"], &[]);
    assert_eq!(house.refused(whoami(&eve), 3).code(), "sign_in_required");
    // Both keys are offered, the public half of Ann's first; only the own one can sign.
    std::fs::copy(format!("{}.pub", ann.path.display()), format!("{STAND}/key.half.pub")).unwrap();
    let mut half = house.sshd.ssh(&Key { path: format!("{STAND}/key.half.pub").into(), ..ann.clone() }, OWNER);
    let ran = said(half.arg("-i").arg(&eve.path).args(HOST).args(["--json", "whoami"]));
    assert_eq!(house.refused(ran, 3).code(), "sign_in_required");
    // A certificate, whoever signed it; a short key.
    let authority = Key::new("authority");
    crate::made::runs(
        "ssh-keygen",
        &[
            "-q",
            "-s",
            authority.path.to_str().unwrap(),
            "-I",
            "ann",
            "-n",
            OWNER,
            &format!("{}.pub", eve.path.display()),
        ],
    );
    let certificate = format!("{}-cert.pub", eve.path.display());
    let mut by_certificate = house.sshd.ssh(&eve, OWNER);
    by_certificate.args([
        "-o",
        &format!("CertificateFile={certificate}"),
        "-o",
        "PubkeyAcceptedAlgorithms=ssh-ed25519-cert-v01@openssh.com",
    ]);
    assert_eq!(said(by_certificate.args(HOST).arg("whoami")).status, Some(255));
    let short = Key::of_type("short", &["-t", "rsa", "-b", "1024"]);
    assert_eq!(
        said(house.sshd.ssh(&short, OWNER).args(["-o", "RequiredRSASize=1024"]).args(HOST).arg("whoami")).status,
        Some(255)
    );
    house.is_still(&before);
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn a_line_for_everybody_opens_no_door_but_the_registrys() {
    let _house = House::empty();
    let key = Key::new("eve");
    let everybody = format!(
        "AuthorizedKeysFile none\nAuthorizedKeysCommand {PAO} ssh-keys %U %f %t %k\nAuthorizedKeysCommandUser nobody\nPermitRootLogin yes\n"
    );
    let sshd = Sshd::begin(&everybody);
    for user in ["root", KIM, LEE] {
        let ran = said(sshd.ssh(&key, user).args(HOST).arg("id"));
        assert_eq!(ran.status, Some(255), "{user} {ran:?}");
    }
    let ran = said(sshd.ssh(&key, OWNER).args(HOST).arg("--version"));
    assert_eq!(ran.ends(0).out, format!("pao {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn a_token_works_for_whoever_made_it_and_nobody_else() {
    let (house, _) = House::story();
    let (ann, bob) = (Way::Ssh(Key::new("ann")), Way::Ssh(Key::new("bob")));
    let (kim, lee) = (Way::Sudo(KIM), Way::Sudo(LEE));
    for (own, others) in [(&ann, [&bob, &kim]), (&kim, [&lee, &ann])] {
        let token = house.token(own, ANN);
        let whoami = ["--json", "whoami", "--token-file", "-"];
        assert_eq!(house.run(own, &whoami, &[&token]).ends(0).json()["id"], ANN.id);
        assert_eq!(house.run(own, &["--json", "whoami"], &[]).ends(3).code(), "sign_in_required");
        let before = house.frozen();
        for other in others {
            assert_eq!(house.refused(house.run(other, &whoami, &[&token]), 3).code(), "sign_in_required");
        }
        house.is_still(&before);
    }
    for (own, other) in [(&ann, &bob), (&kim, &lee)] {
        house.signs_in(own, ANN);
        let before = house.frozen();
        for words in [
            &["whoami"][..],
            &["access", "list"],
            &["access", "update", BOB.id, "--tools", "none"],
            &["account", "sign-out-all"],
        ] {
            let ran = house.run(other, &[&["--json"], words].concat(), &[]);
            assert_eq!(house.refused(ran, 3).code(), "sign_in_required", "{words:?}");
        }
        house.is_still(&before);
    }
}
