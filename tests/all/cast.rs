//! Who appears in the matrix, and at which sites: one person for every way of standing to a site.
//!
//! The same people hold the same roles at the active and at the closed site; they are strangers to the others.
use crate::world::{OPS, Scene};
use std::fs;
use std::os::unix::fs::PermissionsExt;

/// Everybody who asks, with how they stand to the active site and, before it was closed, to the closed one.
pub const ASKERS: &[(&str, &str)] = &[
    ("nobody", "signed out"),
    ("ops", "operator"),
    ("dee", "stranger who has asked to be let in"),
    ("pat", "Primary Contact of record of the sleeping site"),
    ("eve", "Primary Contact of the other site"),
    ("ann", "Primary Contact"),
    ("bob", "Secondary Contact, manage-access=update, contact-update=update, tools=media"),
    ("sue", "Secondary Contact, manage-access=view, contact-update=view"),
    ("cy", "user"),
    ("flo", "former Primary Contact, Secondary Contact now"),
    ("rex", "Secondary Contact, revoked"),
    ("max", "user whose end date has passed"),
];

/// Every site, by what became of it.
pub const SITES: &[&str] = &["active", "closed", "sleeping", "other", "withdrawn", "nowhere"];

/// At so many of them every row is asked; at the rest, where nothing is within reach, the first row of each action is
/// enough.
pub const WITHIN_REACH: usize = 4;

/// The scene, and the numbers of the sites in the order of [`SITES`].
pub struct Cast {
    pub scene: Scene,
    pub numbers: Vec<String>,
    /// The newest entry of the trail about each of them; one that is not there where there is none.
    entries: Vec<String>,
    /// Dee's nomination at each of them.
    nominations: Vec<String>,
}

/// The ID of somebody by the name they have in the matrix.
pub fn id(name: &str) -> String {
    if name == "ops" { OPS.to_owned() } else { format!("{name}@example.com") }
}

impl Cast {
    /// Builds the scene: everybody is signed in, and `right` and `wrong` are files with secrets.
    pub fn assemble() -> Self {
        let scene = Scene::new();
        scene.init();
        for name in ["dee", "pat", "eve", "ann", "bob", "sue", "cy", "flo", "rex", "max", "tom", "sam", "new"] {
            scene.person(&id(name));
        }
        let (active, closed) = (busy_site(&scene, "Active"), busy_site(&scene, "Closed"));
        let asks = |site: &str, primary: &str| {
            scene.run(&id("dee"), ["nominate", "--site", site, "--primary-contact", &id(primary)]).done();
        };
        asks(&active, "ann");
        asks(&closed, "ann");
        scene.confirmed(OPS, ["site", "close", "--site", &closed, "--reason", "agreement ended", "--yes"]).done();
        for who in ["cy", "bob"] {
            scene.confirmed(&id(who), ["token", "create", "--site", &active, "--can", "enter"]).done();
        }
        scene.run(&id("bob"), ["token", "revoke", "2"]).done();
        let other = scene.active_site("Other", &id("eve"));
        let withdrawn = scene.enroll("Withdrawn", &id("pat"));
        asks(&other, "eve");
        asks(&withdrawn, "pat");
        scene.confirmed(OPS, ["site", "withdraw", "--site", &withdrawn, "--reason", "enrolled twice", "--yes"]).done();
        let sleeping = scene.enroll("Sleeping", &id("pat"));
        asks(&sleeping, "pat");
        secret(&scene, "right", &scene.letter(&id("pat"), "welcome").secret());
        secret(&scene, "wrong", "not the password of anybody");
        files(&scene, &sleeping);
        scene.advance(2 * 3600);
        scene.sign_in(OPS);
        let numbers = vec![active, closed, sleeping, other, withdrawn, "9999999".to_owned()];
        let newest = |site| format!("SELECT coalesce(max(seq), 9999) FROM audit WHERE site = '{site}'");
        let entries = numbers.iter().map(|site| scene.rows(&newest(site))[0][0].clone()).collect();
        let dees = |site| format!("SELECT coalesce(max(nomination), 9999) FROM nomination WHERE site = '{site}'");
        let nominations = numbers.iter().map(|site| scene.rows(&dees(site))[0][0].clone()).collect();
        Self { scene, numbers, entries, nominations }
    }

    /// The newest entry of the trail about a site, as it was at the beginning.
    pub fn entry(&self, site: &str) -> &str {
        &self.entries[self.place(site)]
    }

    /// What Dee asked at a site.
    pub fn nomination(&self, site: &str) -> &str {
        &self.nominations[self.place(site)]
    }

    fn place(&self, site: &str) -> usize {
        self.numbers.iter().position(|number| number == site).unwrap()
    }
}

/// Flo comes in first and hands over to Ann, who lets everybody else in.
fn busy_site(scene: &Scene, company: &str) -> String {
    let (flo, ann) = (id("flo"), id("ann"));
    let site = scene.active_site(company, &flo);
    scene.give(&flo, &site, &ann, "secondary", &[]);
    scene.confirmed(&flo, ["contact", "set-primary", &ann, "--site", &site, "--yes"]).done();
    let grants: &[(&str, &str, &[&str])] = &[
        ("bob", "secondary", &["--tools", "media", "--contact-update", "update"]),
        ("sue", "secondary", &["--manage-access", "view", "--contact-update", "view"]),
        ("cy", "user", &[]),
        ("rex", "secondary", &[]),
        ("max", "user", &["--expires", "2026-11-21T21:15:00Z"]),
        ("tom", "user", &[]),
        ("sam", "secondary", &[]),
    ];
    for (name, role, flags) in grants {
        scene.give(&ann, &site, &id(name), role, flags);
    }
    gateways(scene, &site);
    scene.run(&ann, ["access", "revoke", &id("rex"), "--site", &site, "--yes"]).done();
    site
}

/// An entitlement; a request of Cy's that nobody has looked at, one of Rex's, and a gateway of Cy's that is served and
/// holds the domain that Rex asked for.
fn gateways(scene: &Scene, site: &str) {
    let grant = "entitlement grant --product sametime-gateway --quantity 1 --site";
    scene.run(OPS, grant.split(' ').chain([site])).done();
    for (name, who, domain) in [("gateway", "cy", "held"), ("open", "cy", "open"), ("left", "rex", "held")] {
        let line = format!(
            "provision submit --gateway-name {name} --host gw.example.com --cert-cn gw.example.com --cert-issuer CA \
             --notify im@example.com --domain {domain}.site{site}.example --provider aol --site {site}"
        );
        let number = scene.run(&id(who), line.split(' ')).done().json()["request"].to_string();
        if name == "gateway" {
            scene.run(OPS, ["provision", "complete", &number]).done();
            scene.run(&id(who), ["provision", "accept-terms", &number, "--provider", "aol", "--yes"]).done();
        }
    }
}

impl Cast {
    /// The number of a request or an entitlement at a site, by its name in the rows; one that is not there elsewhere.
    pub fn thing(&self, site: &str, name: &str) -> Option<String> {
        let sql = match name {
            "entitlement" => format!("SELECT max(entitlement) FROM entitlement WHERE site = '{site}'"),
            "gateway" | "open" | "left" => {
                format!("SELECT max(request) FROM provision WHERE site = '{site}' AND gateway_name = '{name}'")
            }
            _ => return None,
        };
        let found = self.scene.rows(&sql)[0][0].clone();
        Some(if found == "null" { "9999".to_owned() } else { found })
    }
}

/// What imports read.
fn files(scene: &Scene, sleeping: &str) {
    let site = "company,country,primary-first-name,primary-last-name,primary-email,number\n";
    for (name, text) in [
        ("grants-new", "id,role\nnew@example.com,user\n"),
        ("names-secondary", "id,role\nnew@example.com,secondary\n"),
        ("leaves-all-as-it-is", "id,role\nann@example.com,primary\nsam@example.com,secondary\ncy@example.com,user\n"),
        ("changes-primary", "id,role\nann@example.com,secondary\n"),
        ("changes-bob", "id,role,tools\nbob@example.com,secondary,none\n"),
        ("malformed", "id,role\ntom@example.com,guest\n"),
        ("keeps-tom", "id,role\ntom@example.com,user\n"),
        ("new-site", &format!("{site}New,DE,N,E,new@example.com,\n")),
        ("renamed-primary", &format!("{site}Sleeping,DE,N,E,new@example.com,{sleeping}\n")),
    ] {
        fs::write(scene.path(name), text).unwrap();
    }
}

fn secret(scene: &Scene, name: &str, value: &str) {
    let path = scene.path(name);
    fs::write(&path, value).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
}
