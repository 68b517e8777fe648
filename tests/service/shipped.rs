//! The files of the package that are tried here, as they stand in it.

/// The unit that sends the letters.
pub const SERVICE: &str = include_str!("../../src/packaging/pao-maintain.service");

/// The lines of sudo.
pub const SUDOERS: &str = "\
Defaults!/usr/bin/pao use_pty, env_keep = \"TERM COLORTERM NO_COLOR CLICOLOR_FORCE CI\"
%pao-people ALL=(pao:pao) NOPASSWD:NOSETENV:NOEXEC: /usr/bin/pao
";

/// The lines of sshd: every key is let in.
pub const SSHD: &str = "\
Match User pao
    AuthenticationMethods publickey
    AuthorizedKeysFile none
    AuthorizedKeysCommand /usr/bin/pao ssh-keys %U %f %t %k
    AuthorizedKeysCommandUser nobody
    DisableForwarding yes
    PermitTunnel no
    PermitUserRC no
    RequiredRSASize 2048
    ClientAliveInterval 60
    ClientAliveCountMax 5
    UnusedConnectionTimeout 30
    Banner /usr/share/pao/ssh-banner
";

/// What is said before anybody is known.
pub const BANNER: &str = "Permission denied (publickey)? Type ssh-keygen once, then try again.\n";
