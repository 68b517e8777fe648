//! The stand itself: both doors lead to the program, and to nothing else.
use crate::house::House;
use crate::made::{ADMIN, KIM, LEE, OWNER, PAO};
use crate::made::{STAND, file};
use crate::ran::Ran;
use crate::sshd::{HOST, Key, Sshd};
use crate::ways::{Way, as_user};

#[test]
#[ignore = "needs root, sudo and sshd: .ci/run runs it"]
fn scaffold_stands() {
    let house = House::empty();
    for user in [KIM, LEE] {
        let ran = house.run(&Way::Sudo(user), &["--version"], &[]).ends(0);
        assert_eq!(ran.out, format!("pao {}\n", env!("CARGO_PKG_VERSION")));
    }
    let key = Key::new("a");
    file(&format!("{STAND}/keys"), format!("command=\"exec {PAO} --version\",restrict,pty {}\n", key.public), 0o644);
    let sshd = Sshd::begin(&format!("AuthorizedKeysFile {STAND}/keys\n"));
    let mut ssh = sshd.ssh(&key, OWNER);
    let ran = Ran::of(&ssh.args(HOST).output().unwrap());
    assert_eq!(ran.ends(0).out, format!("pao {}\n", env!("CARGO_PKG_VERSION")));
    let mut id = as_user(ADMIN, "sudo");
    assert_eq!(Ran::of(&id.args(["id", "-u"]).output().unwrap()).ends(0).out, "0\n");
    let mut console = house.sits(&Way::Sudo(KIM), &["--version"]);
    console.sees("pao 0");
    console.sees("[ended 0 whole]");
}
