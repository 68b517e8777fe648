//! Certificates of every kind, made for the tests beside this file.
use crate::model::certificate::{Certificate, Refused, Warning, judge};
use crate::model::host::Host;
use crate::model::moment::Moment;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};

/// 2026-11-21T20:15:00Z.
pub const NOW: Moment = Moment::from_seconds(1_795_292_100);
/// A certificate that may issue others, with its key.
pub type Issuer = CertifiedIssuer<'static, KeyPair>;

pub fn params(common_name: Option<&str>, names: &[&str]) -> CertificateParams {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = CertificateParams::new(names).unwrap();
    params.distinguished_name.remove(DnType::CommonName);
    if let Some(name) = common_name {
        params.distinguished_name.push(DnType::CommonName, name);
    }
    params.not_before = date_time_ymd(2026, 1, 1);
    params.not_after = date_time_ymd(2027, 12, 31);
    params
}

pub fn authority(common_name: &str, above: Option<&Issuer>) -> Issuer {
    let mut params = params(Some(common_name), &[]);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    match above {
        Some(above) => CertifiedIssuer::signed_by(params, key, above).unwrap(),
        None => CertifiedIssuer::self_signed(params, key).unwrap(),
    }
}

pub fn signed(params: &CertificateParams, by: &Issuer) -> rcgen::Certificate {
    params.signed_by(&KeyPair::generate().unwrap(), by).unwrap()
}

pub fn own(params: &CertificateParams) -> rcgen::Certificate {
    params.self_signed(&KeyPair::generate().unwrap()).unwrap()
}

pub fn gateway() -> CertificateParams {
    params(Some("gateway.example.com"), &["gateway.example.com", "IM.example.com"])
}

pub fn judged(read: &Certificate, host: &str) -> Result<Vec<Warning>, Refused> {
    judge(read, &Host::parse(host, "host").unwrap(), NOW)
}
