//! Whether a folder is on this machine: network mounts cannot keep the locks and the shared memory that write-ahead logging
//! needs.
//!
//! # Which
//! The kernel's table of mounts names the type, `fuse.sshfs` for instance, where statfs(2) says no more than FUSE. What runs
//! over FUSE is on another machine unless it is known to be on this one.
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

/// What is on another machine, or shared with one, or with the host of a virtual machine.
const ELSEWHERE: &[&str] = &[
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "orangefs",
    "prl_fs",
    "pvfs2",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
];

/// File systems over FUSE that keep their files on a disk of this machine.
const LOCAL: &[&str] = &["fuseblk", "fuse.fuse-overlayfs", "fuse.gocryptfs"];

/// File systems of this machine by the number that statfs(2) gives. Most databases lie on one, and the table, which is long
/// on some machines, need not be read.
const HERE: &[u64] = &[
    0xef53,      // ext2, ext3, ext4
    0x5846_5342, // xfs
    0x9123_683e, // btrfs
    0x2fc1_2fc1, // zfs
    0xf2f5_2010, // f2fs
    0xca45_1a4e, // bcachefs
    0x794c_7630, // overlay
    0x0102_1994, // tmpfs
    0x7371_7368, // squashfs
    0x9660,      // iso9660
];

/// What `folder`, an absolute path without links, is on, in words, where that may be another machine.
pub fn network(folder: &Path) -> rustix::io::Result<Option<String>> {
    let system = rustix::fs::statfs(folder)?;
    #[expect(clippy::cast_sign_loss, reason = "the width of f_type differs between machines")]
    let magic = (system.f_type as u64) & 0xffff_ffff;
    if HERE.contains(&magic) {
        return Ok(None);
    }
    Ok(by_table(&fs::read("/proc/self/mountinfo").unwrap_or_default(), folder))
}

/// The same by the table alone. Where it says nothing (a `chroot` without /proc), nobody knows.
fn by_table(table: &[u8], folder: &Path) -> Option<String> {
    match kind(table, folder) {
        Some(kind) => is_elsewhere(&kind).then(|| format!("a network mount ({kind})")),
        None => Some("a file system whose type cannot be found out, since /proc is missing".to_owned()),
    }
}

fn is_elsewhere(kind: &str) -> bool {
    let fuse = kind == "fuse" || kind.starts_with("fuse.") || kind == "fuseblk";
    if fuse { !LOCAL.contains(&kind) } else { ELSEWHERE.contains(&kind) }
}

/// The type of the file system at a path, by a table in the form of proc_pid_mountinfo(5): of the mounts on the way to it the
/// last one, and of several in one place the newest.
fn kind(table: &[u8], path: &Path) -> Option<String> {
    let mut best: Option<(usize, &[u8])> = None;
    for line in table.split(|byte| *byte == b'\n') {
        let mut fields = line.split(|byte| *byte == b' ');
        let (Some(point), Some(kind)) =
            (fields.nth(4).map(unescaped), fields.skip_while(|field| *field != b"-").nth(1))
        else {
            continue;
        };
        if path.starts_with(OsStr::from_bytes(&point)) && best.is_none_or(|(length, _)| point.len() >= length) {
            best = Some((point.len(), kind));
        }
    }
    best.map(|(_, kind)| String::from_utf8_lossy(&unescaped(kind)).into_owned())
}

/// A field in which the kernel wrote blanks, line ends and backslashes as `\040`.
fn unescaped(field: &[u8]) -> Vec<u8> {
    let octal = |digits: &[u8]| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 8).ok();
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((&first, after)) = rest.split_first() {
        let escaped = after.get(..3).filter(|_| first == b'\\').and_then(octal);
        bytes.push(escaped.unwrap_or(first));
        rest = if escaped.is_some() { &after[3..] } else { after };
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 master:2 - ext4 /dev/vda rw,discard
30 27 0:27 / /mnt/a\\040b\\134c rw,nosuid - fuse.sshfs ann@host:/a\\040b rw,user_id=0
31 27 0:28 / /mnt/share rw - ext4 /dev/vdb rw
32 31 0:29 / /mnt/share rw shared:7 - nfs4 server:/export rw
33 27 0:30 / /mnt/disk rw - fuseblk /dev/sdb1 rw
34 27 0:31 / /users rw - cifs //server/users rw
35 34 254:1 / /users/local rw - xfs /dev/vdc rw
not a line of it
";

    #[test]
    fn the_last_mount_on_the_way_says_the_type() {
        let kind = |path: &str| kind(TABLE.as_bytes(), Path::new(path)).unwrap();
        for (path, expected) in [
            ("/", "ext4"),
            ("/var/lib/pao", "ext4"),
            ("/mnt", "ext4"),
            ("/mnt/a b\\c", "fuse.sshfs"),
            ("/mnt/a b\\c/deep/er", "fuse.sshfs"),
            ("/mnt/a", "ext4"),
            ("/mnt/share/pao", "nfs4"),
            ("/mnt/shared", "ext4"),
            ("/mnt/disk/pao", "fuseblk"),
            ("/users/ann", "cifs"),
            ("/users/local/ann", "xfs"),
            ("/proc/self", "proc"),
        ] {
            assert_eq!(kind(path), expected, "{path}");
        }
        assert_eq!(super::kind(b"", Path::new("/")), None);
        assert_eq!(super::kind(TABLE.as_bytes(), Path::new("relative")), None);
    }

    #[test]
    fn fuse_is_elsewhere_unless_it_is_known() {
        for elsewhere in
            ["fuse", "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.", "9p", "nfs", "nfs4", "cifs", "smb3", "virtiofs"]
        {
            assert!(is_elsewhere(elsewhere), "{elsewhere}");
        }
        for here in ["ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "fuseblk", "fuse.gocryptfs", "ecryptfs", ""] {
            assert!(!is_elsewhere(here), "{here}");
        }
    }

    #[test]
    fn blanks_and_backslashes_are_read_as_the_kernel_wrote_them() {
        for (field, expected) in [
            (r"/a\040b", &b"/a b"[..]),
            (r"\134040", br"\040"),
            (r"\12", br"\12"),
            (r"\", br"\"),
            (r"\999", br"\999"),
            ("", b""),
        ] {
            assert_eq!(unescaped(field.as_bytes()), expected, "{field}");
        }
    }

    #[test]
    fn what_is_elsewhere_is_named_and_what_nobody_knows_is_not_trusted() {
        let by_table = |table: &str, path: &str| super::by_table(table.as_bytes(), Path::new(path));
        for (path, kind) in [("/mnt/a b\\c/x", "fuse.sshfs"), ("/mnt/share", "nfs4"), ("/users/ann", "cifs")] {
            assert_eq!(by_table(TABLE, path), Some(format!("a network mount ({kind})")));
        }
        for path in ["/", "/mnt/disk", "/users/local/ann", "/mnt/a"] {
            assert_eq!(by_table(TABLE, path), None, "{path}");
        }
        assert!(by_table("", "/mnt").is_some_and(|words| words.contains("/proc")));
    }

    #[test]
    fn this_machine_is_no_network_mount() {
        assert_eq!(network(&std::env::temp_dir().canonicalize().unwrap()).unwrap(), None);
    }
}
