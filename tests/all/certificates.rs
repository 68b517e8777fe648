//! Certificates as OpenSSL and people's programs write them.
//!
//! What must hold: whatever form the same certificate has, the same comes out of it. What is no certificate is told as what
//! it is, and a private key is never taken for anything else.
use crate::provision::{form, house, words};
use crate::world::{BEGINNING, DEE, Scene, password};
use pao::model::certificate::{Certificate, Key, Kind, Problem, read};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A folder in which `openssl` works: an authority, and the certificate of a gateway that it issued.
struct MailConfig {
    scene: Scene,
}

impl MailConfig {
    fn open() -> Self {
        let mail_config = Self { scene: Scene::new() };
        mail_config.ssl(
            "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 4000 -subj /CN=Example\u{a0}Trust",
        );
        mail_config.issue("gw", "rsa:2048", "-days 4000", "subjectAltName=DNS:gateway.example.com,DNS:IM.example.com");
        mail_config
    }

    /// Runs `openssl` with these words; a no-break space stands for one within a word.
    fn ssl(&self, line: &str) {
        let words = line.split(' ').map(|word| word.replace('\u{a0}', " "));
        let run = Command::new("openssl").args(words).current_dir(self.scene.path("")).output();
        let run = run.unwrap_or_else(|error| panic!("{error}; this test needs the Debian package openssl"));
        assert!(run.status.success(), "openssl {line}: {}", String::from_utf8_lossy(&run.stderr));
    }

    /// `NAME.key` and `NAME.pem`, signed by the authority, with these flags and these extensions.
    fn issue(&self, name: &str, key: &str, flags: &str, extensions: impl AsRef<[u8]>) {
        fs::write(self.path(&format!("{name}.ext")), extensions).unwrap();
        let subject = "-subj /CN=gateway.example.com";
        self.ssl(&format!("req -newkey {key} -nodes -keyout {name}.key -out {name}.csr {subject}"));
        self.sign(name, flags);
    }

    fn sign(&self, name: &str, flags: &str) {
        let files = format!("-in {name}.csr -out {name}.pem -CA ca.pem -CAkey ca.key -extfile {name}.ext");
        self.ssl(&format!("x509 -req {files} {flags}"));
    }

    fn path(&self, name: &str) -> PathBuf {
        self.scene.path(name)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn read(&self, name: &str) -> Result<Certificate, Problem> {
        read(&self.bytes(name))
    }

    fn gateway(&self) -> Certificate {
        let read = self.read("gw.pem").unwrap();
        assert_eq!((read.common_name.as_deref(), read.issuer.as_str()), (Some("gateway.example.com"), "Example Trust"));
        assert_eq!(read.names, ["gateway.example.com", "im.example.com"]);
        assert_eq!(read.key, Some(Key { kind: Kind::Rsa, bits: 2048 }));
        read
    }
}

#[test]
fn a_trusted_certificate_is_read_and_so_is_the_leaf_before_its_chain() {
    let mail_config = MailConfig::open();
    mail_config.ssl("x509 -in gw.pem -trustout -addtrust serverAuth -setalias Gateway -out trusted.pem");
    let trusted = mail_config.text("trusted.pem");
    assert!(trusted.starts_with("-----BEGIN TRUSTED CERTIFICATE-----"), "{trusted}");
    let (plain, authority) = (mail_config.text("gw.pem"), mail_config.text("ca.pem"));
    let other = plain.replace("CERTIFICATE", "X509 CERTIFICATE");
    for file in [
        trusted.clone(),
        format!("{trusted}{authority}"),
        format!("{authority}{trusted}"),
        format!("{trusted}{plain}"),
        other.clone(),
        format!("{other}{}", authority.replace("CERTIFICATE", "TRUSTED CERTIFICATE")),
    ] {
        assert_eq!(read(file.as_bytes()), Ok(mail_config.gateway()), "{file}");
    }
}

#[test]
fn der_is_read_whatever_stands_behind_it() {
    let mail_config = MailConfig::open();
    mail_config.ssl("x509 -in gw.pem -outform DER -out gw.der");
    mail_config.ssl("x509 -in ca.pem -outform DER -out ca.der");
    mail_config.ssl("pkey -in gw.key -outform DER -out key.der");
    mail_config.ssl("rsa -in gw.key -traditional -outform DER -out rsa.der");
    let (der, authority) = (mail_config.bytes("gw.der"), mail_config.bytes("ca.der"));
    for behind in [b"".as_slice(), b"\r\n", b"\0\0", &authority] {
        assert_eq!(read(&[der.as_slice(), behind].concat()), Ok(mail_config.gateway()), "{behind:02x?}");
    }
    assert_eq!(read(&der[..der.len() - 2]), Err(Problem::BreaksOff));
    for key in ["key.der", "rsa.der"] {
        assert_eq!(mail_config.read(key), Err(Problem::PrivateKey));
        assert_eq!(read(&[der.as_slice(), &mail_config.bytes(key)].concat()), Err(Problem::PrivateKey));
        assert_eq!(read(&[mail_config.bytes(key).as_slice(), b"\r\n"].concat()), Err(Problem::PrivateKey));
    }
}

#[test]
fn serial_numbers_of_every_length_are_passed_over() {
    let mail_config = MailConfig::open();
    for serial in [
        "1".to_owned(),
        "0xFF".to_owned(),
        format!("0x{}", "7F".repeat(21)),
        format!("0x{}", "E1".repeat(64)),
        "-5".to_owned(),
    ] {
        mail_config.sign("gw", &format!("-days 4000 -set_serial {serial}"));
        mail_config.gateway();
    }
}

#[test]
fn names_are_read_in_whatever_letters_they_stand() {
    let mail_config = MailConfig::open();
    for (written, wanted) in [
        ("DNS:gateway.bücher.example".as_bytes(), "gateway.xn--bcher-kva.example"),
        (b"DNS:gateway.b\xfccher.example", "gateway.xn--bcher-kva.example"),
        ("DNS:*.bücher.example".as_bytes(), "*.xn--bcher-kva.example"),
        (b"DNS:br--site.example.com", "br--site.example.com"),
        (b"DNS:GATE_WAY.example.com", "gate_way.example.com"),
    ] {
        let list = [b"subjectAltName=email:x@example.com,IP:192.0.2.1,".as_slice(), written].concat();
        mail_config.issue("idn", "rsa:2048", "-days 4000", list);
        assert_eq!(mail_config.read("idn.pem").unwrap().names, [wanted]);
    }
}

#[test]
fn the_size_of_a_key_is_known() {
    let mail_config = MailConfig::open();
    mail_config.ssl("dsaparam -out dsa.par 1024");
    for (key, wanted, small) in [
        ("rsa:1024", Some((Kind::Rsa, 1024)), true),
        ("rsa:3072", Some((Kind::Rsa, 3072)), false),
        ("rsa-pss -pkeyopt rsa_keygen_bits:1024", Some((Kind::Rsa, 1024)), true),
        ("ec -pkeyopt ec_paramgen_curve:prime192v1", Some((Kind::Ec, 192)), true),
        ("ec -pkeyopt ec_paramgen_curve:secp224r1", Some((Kind::Ec, 224)), false),
        ("ec -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit", Some((Kind::Ec, 256)), false),
        ("ec -pkeyopt ec_paramgen_curve:P-521", Some((Kind::Ec, 528)), false),
        ("dsa:dsa.par", Some((Kind::Dsa, 1024)), true),
        ("ed25519", None, false),
    ] {
        mail_config.issue("sized", key, "-days 4000", "subjectAltName=DNS:gateway.example.com");
        let found = mail_config.read("sized.pem").unwrap().key;
        assert_eq!(found, wanted.map(|(kind, bits)| Key { kind, bits }), "{key}");
        assert_eq!(found.is_some_and(Key::is_small), small, "{key}");
    }
}

#[test]
fn other_files_of_openssl_are_told_as_what_they_are() {
    let mail_config = MailConfig::open();
    mail_config.ssl("req -in gw.csr -outform DER -out csr.der");
    mail_config.ssl("pkey -in gw.key -pubout -out public.pem");
    mail_config.ssl("pkcs12 -export -in gw.pem -inkey gw.key -passout pass:x -out store.p12");
    mail_config.ssl("crl2pkcs7 -nocrl -certfile gw.pem -out bundle.p7");
    mail_config.ssl("pkcs8 -topk8 -in gw.key -passout pass:x -out locked.key");
    for (name, problem) in [
        ("gw.csr", Problem::Request),
        ("csr.der", Problem::Request),
        ("public.pem", Problem::PublicKey),
        ("store.p12", Problem::Pkcs12),
        ("bundle.p7", Problem::Pkcs7),
        ("gw.key", Problem::PrivateKey),
        ("locked.key", Problem::PrivateKey),
        ("gw.ext", Problem::Rubbish),
    ] {
        assert_eq!(mail_config.read(name), Err(problem), "{name}");
    }
}

#[test]
fn a_certificate_may_come_through_standard_input() {
    let (scene, _) = house();
    let mail_config = MailConfig::open();
    // The clock of the scene stands; what openssl makes is good from the present on.
    scene.advance((mail_config.gateway().not_before.seconds() - BEGINNING).max(0) + 60);
    scene.sign_in(DEE);
    mail_config.issue("small", "rsa:1024", "-days 4000", "subjectAltName=DNS:gateway.example.com");
    let line =
        form(" --domain example.com --cert -").replace(" --cert-cn gateway.example.com --cert-issuer ExampleTrust", "");
    let run = scene.typed(DEE, words(&line), &[&mail_config.text("gw.pem")]).done();
    assert_eq!(run.json()["certificate"]["issuer"], "Example Trust");
    assert!(!run.err.contains("warning"), "{run}");
    let run = scene.typed(DEE, words(&line), &[&mail_config.text("small.pem")]).done();
    assert!(run.err.contains("warning: the certificate's key has only 1024 bits (RSA)"), "{run}");
    // A password that is read from there too is the first line.
    let as_dee = format!("{line} --as {DEE} --password-file -");
    scene.typed("nobody", words(&as_dee), &[&password(DEE), &mail_config.text("gw.pem")]).done();
    let typed = format!("{line} --password-file -");
    scene.typed(DEE, words(&typed), &[&password(DEE), &mail_config.text("gw.pem")]).done();
    let run = scene.typed(DEE, words(&line), &[&mail_config.text("gw.key")]).refused("invalid_value");
    assert_eq!(run.error()["message"], "cert: the file holds a private key");
    let run = scene.run(DEE, words(&line)).refused("invalid_value");
    assert_eq!(run.error()["message"], "cert: the file is empty");
}
