//! A line that holds a secret, from a file or a stream.
//!
//! What must hold: no byte behind the line is read: the next line may be the next secret.
use crate::model::encoding::Encoding;
use crate::model::secret::Secret;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Bytes of a line that may hold a secret; a password has at most 256 code points.
const LONGEST: usize = 4096;

/// The first line of a file that a setting names.
pub(super) fn secret_in(path: &Path) -> Result<Secret, std::io::Error> {
    if !path.is_absolute() {
        return Err(std::io::Error::other("the path does not begin at the root"));
    }
    let secret = secret_of(&first_line(&mut File::open(path)?)?).map_err(std::io::Error::other)?;
    secret.ok_or_else(|| std::io::Error::other("the first line is empty"))
}

/// The secret that a line holds, without a byte order mark; none where nothing is left.
pub(super) fn secret_of(line: &[u8]) -> Result<Option<Secret>, String> {
    let Encoding::Utf8 { mark } = Encoding::of(line) else {
        return Err("the file is UTF-16; save it as UTF-8".to_owned());
    };
    if line.len() > LONGEST {
        return Err(format!("the line is longer than {LONGEST} bytes"));
    }
    let text = std::str::from_utf8(&line[mark..]).map_err(|_| "the line is not UTF-8".to_owned())?;
    Ok((!text.is_empty()).then(|| Secret::new(text.to_owned())))
}

/// The first line without its end, byte by byte so that the next line stays for the next secret.
pub(super) fn first_line(from: &mut dyn Read) -> std::io::Result<zeroize::Zeroizing<Vec<u8>>> {
    let mut line = zeroize::Zeroizing::new(Vec::with_capacity(LONGEST + 2));
    let mut byte = [0_u8];
    while line.len() <= LONGEST {
        match from.read(&mut byte) {
            Ok(0) => break,
            Ok(_) if byte[0] == b'\n' => break,
            Ok(_) => line.push(byte[0]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(line)
}
