//! `pao access …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{HARD, Node, SITE, SITE_CHANGE, SITE_LIST, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("add" "access.add" SITE_CHANGE "Give a person access",
        "Examples:\n  pao access add bob@example.com --role secondary --contact-update update\n  pao access add cy@example.com --role user --tools full --expires 90d\n  pao access add cy@example.com --role user --dry-run",
        command::access::add::AddArgs => command::access::add::run),
    verb!("update" "access.update" SITE_CHANGE "Change what a person may do",
        "Examples:\n  pao access update cy@example.com --reporting view\n  pao access update cy@example.com --expires 2027-12-31",
        command::access::update::UpdateArgs => command::access::update::run),
    verb!("revoke" "access.revoke" HARD "Take access away from a person",
        "Examples:\n  pao access revoke cy@example.com --reason 'left the project'\n  pao access revoke bob@example.com --grants hand-to:eve@example.com --yes",
        command::access::revoke::RevokeArgs => command::access::revoke::run),
    verb!("leave" "access.leave" HARD "Give up your own access", "Examples:\n  pao access leave --site 7000017\n  pao access leave --dry-run", command::access::leave::run),
    verb!("list" "access.list" SITE_LIST "List who has access",
        "Examples:\n  pao access list\n  pao access list --role user --privilege tools=full\n  pao access list --as-of 2026-03-01 --format csv",
        command::access::list::ListArgs => command::access::list::run),
    verb!("show" "access.show" SITE "Show what one person may do; without an ID, you", "Examples:\n  pao access show\n  pao access show bob@example.com",
        command::access::show::ShowArgs => command::access::show::run),
    verb!("history" "access.history" SITE_LIST "Show what one person could do, since when and until when; without an ID, you",
        "Examples:\n  pao access history\n  pao access history bob@example.com --json",
        command::access::history::HistoryArgs => command::access::history::run),
    verb!("diff" "access.diff" SITE_LIST "Show whose access is different between two moments",
        "Examples:\n  pao access diff --from 2026-01-01 --to 2026-03-31\n  pao access diff --from 30d --to 0d --json",
        command::access::diff::DiffArgs => command::access::diff::run),
    verb!("tree" "access.tree" SITE "Show who gave whom access", "Examples:\n  pao access tree\n  pao access tree --site 7000017 --json", command::access::tree::run),
    verb!("import" "access.import" HARD "Make the list of people with access what a file says",
        "The file is CSV with a header, or a JSON array as `pao access list --json` prints it. Columns: id, role, tools, reporting,\nentitlements, documents, manage-access, contact-update, expires, note; id and role are needed. Commas, semicolons, tabs or bars may\nstand between them, as spreadsheets write them, in UTF-8 or UTF-16. An empty level is the default for a\nnew person and stays for a present one; an empty end date means none. All lines are taken, or none.\n\nExamples:\n  pao access import people.csv --dry-run\n  pao access import people.csv --prune --dry-run --exit-code\n  pao access import people.csv --prune --yes\n  pao access export | pao access import -",
        command::access::import::ImportArgs => command::access::import::run),
    verb!("export" "access.export" SITE_LIST "Print the list of people with access as a file for `access import`",
        "Examples:\n  pao access export > people.csv\n  pao access export --json > people.json", command::access::export::run),
];
