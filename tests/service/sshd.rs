//! A real sshd on loopback, with the lines that the package ships, and keys with which people come.
use crate::made::{STAND, file, runs};
use rustix::process::{Pid, Signal, kill_process};
use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::Duration;

/// What a server is asked to do besides: each of it allowed, so that it is our own lines that refuse it.
const GENEROUS: &str = "Subsystem sftp internal-sftp\nX11Forwarding yes\nAllowTcpForwarding yes\nPermitTunnel yes\n";

/// What stands between the options of `ssh` and the words for the other side, which may begin with a hyphen.
pub const HOST: [&str; 2] = ["127.0.0.1", "--"];

/// A server; it ends with the value.
pub struct Sshd {
    child: Child,
    pub port: u16,
    log: PathBuf,
}

impl Sshd {
    /// A server with these lines behind the usual ones of Debian, in the place of `AcceptEnv` and the shipped file if they say so.
    pub fn begin(lines: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let host_key = format!("{STAND}/host_key");
        if !fs::exists(&host_key).unwrap() {
            runs("ssh-keygen", &["-q", "-t", "ed25519", "-N", "", "-f", &host_key]);
        }
        // Somebody else could take it before sshd does; the connection below would then fail on its host key.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let fixed = "ListenAddress 127.0.0.1\nPidFile none\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n";
        let config = format!("Port {port}\nHostKey {host_key}\n{fixed}{GENEROUS}{lines}");
        let path = file(&format!("{STAND}/sshd_config.{number}"), config, 0o600);
        let log = PathBuf::from(format!("{STAND}/sshd.{number}.log"));
        let mut command = Command::new("/usr/sbin/sshd");
        command.args(["-D", "-e", "-f"]).arg(path).env_clear().stdin(Stdio::null()).stdout(Stdio::null());
        let child = command.stderr(File::create(&log).unwrap()).spawn().unwrap();
        let server = Self { child, port, log };
        let host_key = fs::read_to_string(format!("{host_key}.pub")).unwrap();
        file(&format!("{STAND}/known_hosts.{port}"), format!("[127.0.0.1]:{port} {host_key}"), 0o600);
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return server;
            }
            sleep(Duration::from_millis(20));
        }
        panic!("sshd does not answer: {}", server.log());
    }

    /// What it has written into its log.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// `ssh` to this server with `key`, without a terminal and without a command yet.
    pub fn ssh(&self, key: &Key, user: &str) -> Command {
        let mut ssh = Command::new("/usr/bin/ssh");
        ssh.env_clear().env("PATH", "/usr/bin:/bin").env("TERM", "xterm").env("HOME", STAND).current_dir(STAND);
        ssh.args(["-F", "none", "-p", &self.port.to_string(), "-l", user]).arg("-i").arg(&key.path);
        for option in
            ["IdentitiesOnly=yes", "IdentityAgent=none", "BatchMode=yes", "LogLevel=ERROR", "GlobalKnownHostsFile=none"]
        {
            ssh.args(["-o", option]);
        }
        ssh.arg("-o")
            .arg(format!("UserKnownHostsFile={STAND}/known_hosts.{}", self.port))
            .args(["-o", "StrictHostKeyChecking=yes"]);
        ssh.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        ssh
    }
}

impl Drop for Sshd {
    fn drop(&mut self) {
        if let Some(pid) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process(pid, Signal::TERM);
        }
        let _ = self.child.wait();
    }
}

/// A key of a person; a new one has never been seen by any server.
#[derive(Clone, Debug)]
pub struct Key {
    pub path: PathBuf,
    /// `SHA256:…`, by which callers are known.
    pub fingerprint: String,
    /// `TYPE KEY`, as in a file of known keys.
    pub public: String,
}

impl Key {
    pub fn new(name: &str) -> Self {
        Self::of_type(name, &["-t", "ed25519"])
    }

    /// A key as these options of `ssh-keygen` make it.
    pub fn of_type(name: &str, options: &[&str]) -> Self {
        let path = format!("{STAND}/key.{name}");
        runs("ssh-keygen", &[&["-q", "-N", "", "-C", name, "-f", &path], options].concat());
        let about = runs("ssh-keygen", &["-l", "-f", &path]);
        let fingerprint = about.split(' ').nth(1).unwrap().to_owned();
        let public = fs::read_to_string(format!("{path}.pub")).unwrap();
        let public = public.split(' ').take(2).collect::<Vec<_>>().join(" ");
        Self { path: path.into(), fingerprint, public }
    }
}
