//! `pao site …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{CHANGE, HARD, LIST, Node, SITE, SITE_CHANGE, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("enroll" "site.enroll" CHANGE "Enrol a site; its Welcome letter is mailed",
        "Examples:\n  pao site enroll --company 'Example Corp' --country DE --primary-first-name Ann --primary-last-name Archer --primary-email ann@example.com\n  pao site enroll --dry-run",
        command::site::enroll::EnrollArgs => command::site::enroll::run),
    verb!("import" "site.import" CHANGE "Enrol many sites from a file; their Welcome letters are mailed",
        "The file is CSV with a header, or a JSON array as `pao site list --json` prints it. Columns: company, country, primary-first-name,\nprimary-last-name, primary-email (all needed), via, program, agreement, number, phone. Commas, semicolons, tabs or bars may stand\nbetween them, as spreadsheets write them, in UTF-8 or UTF-16. A number that was given already names that\nsite: company, country and agreement are amended, the Primary Contact never. All lines are taken, or none.\n\nExamples:\n  pao site import sites.csv --dry-run\n  pao site import sites.csv --json",
        command::site::import::ImportArgs => command::site::import::run),
    verb!("list" "site.list" LIST "List the sites within your reach", "Examples:\n  pao site list\n  pao site list --status awaiting-primary --json",
        command::site::list::ListArgs => command::site::list::run),
    verb!("show" "site.show" SITE "Show one site", "Examples:\n  pao site show --site 7000017\n  pao site show --site 7000017 --json", command::site::show::run),
    verb!("update" "site.update" SITE_CHANGE "Amend what the registry says about a site", "Examples:\n  pao site update --site 7000017 --company 'Example SE'\n  pao site update --site 7000017 --agreement A-2027 --country FR",
        command::site::update::UpdateArgs => command::site::update::run),
    verb!("resend-welcome" "site.resend-welcome" SITE_CHANGE "Send the Welcome letter again, with a new passcode",
        "Examples:\n  pao site resend-welcome --site 7000017\n  pao site resend-welcome --site 7000017 --dry-run", command::site::resend_welcome::run),
    verb!("withdraw" "site.withdraw" HARD "Withdraw a sleeping site, for good", "Examples:\n  pao site withdraw --site 7000017 --reason 'enrolled twice' --yes\n  pao site withdraw --site 7000017 --reason 'enrolled twice' --dry-run",
        command::site::ending::EndingArgs => command::site::withdraw::run),
    verb!("close" "site.close" HARD "Close an active site, for good", "Examples:\n  pao site close --site 7000017 --reason 'agreement ended' --yes\n  pao site close --site 7000017 --reason 'agreement ended' --dry-run",
        command::site::ending::EndingArgs => command::site::close::run),
];
