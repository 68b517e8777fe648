//! PEM: certificates as text. What programs and people do to it on its way (indented or quoted lines, other labels, none at
//! all) is undone.
use crate::model::certificate::file::take;
use crate::model::certificate::parts::Parts;
use crate::model::certificate::problem::Problem;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::{Error as PemError, PemObject};
use zeroize::Zeroizing;

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";

/// PEM as programs write it: lines without what mails and editors put round them, the labels of OpenSSL made the usual one,
/// bare base64 between labels.
pub(super) fn plain(text: &str) -> Zeroizing<String> {
    let around = |c: char| c.is_whitespace() || matches!(c, '>' | '|' | '"' | '\'' | ',' | '\\');
    let mut pem = Zeroizing::new(String::with_capacity(text.len() + 64));
    let mut is_bare = true;
    // In a string of JSON the ends of lines are written out.
    for line in text.lines().flat_map(|line| line.split("\\n")).map(|line| line.trim_matches(around)) {
        let edge = [BEGIN, END].iter().find_map(|edge| Some((*edge, line.strip_prefix(edge)?.strip_suffix(DASHES)?)));
        match edge {
            Some((edge, "X509 CERTIFICATE" | "TRUSTED CERTIFICATE")) => {
                pem.extend([edge, "CERTIFICATE", DASHES]);
            }
            _ => pem.push_str(line),
        }
        pem.push('\n');
        is_bare &= line.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='));
    }
    // In base64, a sequence of more than 127 bytes begins like this.
    if is_bare && pem.starts_with("MI") {
        pem.insert_str(0, "-----BEGIN CERTIFICATE-----\n");
        pem.push_str("-----END CERTIFICATE-----\n");
    }
    pem
}

/// The certificates of a PEM file, each once. A private key beside them is refused all the same: it was not to be given.
pub(super) fn blocks(pem: &str) -> Result<Vec<Parts>, Problem> {
    let labels: Vec<&str> = pem.lines().filter_map(|line| line.strip_prefix(BEGIN)?.strip_suffix(DASHES)).collect();
    let has = |part: &str| labels.iter().any(|label| label.contains(part));
    if has("PRIVATE KEY") {
        return Err(Problem::PrivateKey);
    }
    let mut chain = Vec::new();
    for block in CertificateDer::pem_slice_iter(pem.as_bytes()) {
        let block = block.map_err(|error| match error {
            PemError::MissingSectionEnd { .. } => Problem::BreaksOff,
            _ => Problem::Garbled,
        })?;
        take(&mut chain, &block)
            .map_err(|problem| if problem == Problem::Rubbish { Problem::Garbled } else { problem })?;
    }
    match chain.len() {
        0 if has("CERTIFICATE REQUEST") => Err(Problem::Request),
        0 if has("PKCS7") || has("CMS") => Err(Problem::Pkcs7),
        0 if has("PUBLIC KEY") => Err(Problem::PublicKey),
        0 => Err(Problem::Rubbish),
        _ => Ok(chain),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::certificate::made::{authority, gateway, signed};
    use crate::model::certificate::read;

    #[test]
    fn a_file_of_pem_is_read_however_it_was_carried_along() {
        let made = signed(&gateway(), &authority("Example CA", None));
        let (pem, wanted) = (made.pem(), read(made.der()));
        let lines =
            |before: &str, after: &str| pem.lines().flat_map(|line| [before, line, after, "\n"]).collect::<String>();
        let utf16 = |bytes: fn(u16) -> [u8; 2]| pem.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let bare: String = pem.lines().filter(|line| !line.starts_with('-')).flat_map(|line| [line, "\n"]).collect();
        for file in [
            lines("    ", "  "),
            lines("\t", "\r"),
            lines("> ", ""),
            lines("> > ", ""),
            format!("{{\"crt\": \"{}\"}}", pem.replace('\n', "\\n")).replace("{\"crt\": ", ""),
            format!("crt: |\n{}", lines("  ", "")),
            pem.replace("CERTIFICATE", "X509 CERTIFICATE"),
            pem.replace("CERTIFICATE", "TRUSTED CERTIFICATE"),
            bare.replace('\n', ""),
            bare,
        ] {
            assert_eq!(read(file.as_bytes()), wanted, "{file}");
        }
        for file in [
            utf16(u16::to_le_bytes),
            [b"\xff\xfe", utf16(u16::to_le_bytes).as_slice()].concat(),
            [b"\xfe\xff", utf16(u16::to_be_bytes).as_slice()].concat(),
            [b"subject=M\xfcller\n", pem.as_bytes()].concat(),
        ] {
            assert_eq!(read(&file), wanted);
        }
    }
}
