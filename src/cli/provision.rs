//! `pao provision …` as it is typed.
use crate::cli::shared::leaf;
use crate::cli::tree::{HARD, Node, SITE, SITE_CHANGE, SITE_LIST, Verb, verb};
use crate::command;
use clap::{Args as _, FromArgMatches as _};

/// The verbs, in the order of help.
pub(super) const VERBS: &[Node] = &[
    verb!("submit" "provision.submit" SITE_CHANGE "Ask for a gateway to be added; `pao provision` alone opens this form",
        "Examples:\n  pao provision\n  pao provision submit --gateway-name gw-one --host gateway.example.com --cert gateway.pem --notify im-team@example.com --domain example.com --provider aol\n  pao provision submit --gateway-name gw-one --host gateway.example.com --cert-cn gateway.example.com --cert-issuer 'Example Trust CA' --notify im-team@example.com --domain example.com,corp.example.com --dry-run",
        command::provision::submit::SubmitArgs => command::provision::submit::run),
    verb!("list" "provision.list" SITE_LIST "List requests",
        "Examples:\n  pao provision list\n  pao provision list --overdue\n  pao provision list --status provisioned --format csv",
        command::provision::list::ListArgs => command::provision::list::run),
    verb!("show" "provision.show" SITE "Show one request",
        "Examples:\n  pao provision show 12\n  pao provision show 12 --json",
        command::provision::show::ShowArgs => command::provision::show::run),
    verb!("cancel" "provision.cancel" HARD "Take a request back before it is decided",
        "Examples:\n  pao provision cancel 12\n  pao provision cancel 12 --reason 'wrong host' --yes",
        command::provision::cancel::CancelArgs => command::provision::cancel::run),
    verb!("end" "provision.end" HARD "End a gateway that is served",
        "Examples:\n  pao provision end 12\n  pao provision end 12 --reason 'moved to another service' --yes",
        command::provision::end::EndArgs => command::provision::end::run),
    verb!("accept-terms" "provision.accept-terms" HARD "Accept the terms of a public provider for a gateway",
        "Examples:\n  pao provision accept-terms 12 --provider aol\n  pao provision accept-terms 12 --provider aol --yes",
        command::provision::accept_terms::AcceptTermsArgs => command::provision::accept_terms::run),
    verb!("receive" "provision.receive" SITE_CHANGE "Mark a request as received (operators)",
        "Examples:\n  pao provision receive 12\n  pao provision receive 12 --dry-run",
        command::provision::receive::ReceiveArgs => command::provision::receive::run),
    verb!("complete" "provision.complete" SITE_CHANGE "Mark a gateway as provisioned (operators)",
        "Examples:\n  pao provision complete 12\n  pao provision complete 12 --dry-run",
        command::provision::complete::CompleteArgs => command::provision::complete::run),
    verb!("reject" "provision.reject" SITE_CHANGE "Reject a request (operators)",
        "Examples:\n  pao provision reject 12 --reason 'the host does not answer'\n  pao provision reject 12 --reason 'the certificate is of another host' --dry-run",
        command::provision::reject::RejectArgs => command::provision::reject::run),
];
