//! The story of product.md, as commands.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::error::{Error, Result};
use crate::model::head::hex;
use crate::model::practice::OperatorToken;
use crate::model::practice::Played;
use crate::model::practice::PrimaryToken;
use crate::model::shell::{self, pao};
use crate::rules::Code;
use crate::ui::Format;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use serde_json::Value;
use std::ffi::OsStr;
use std::path::Path;

use super::stage::Stage;

const OLGA: &str = "olga@vendor.example";
const ANN: &str = "ann@example.com";
const BOB: &str = "bob@example.com";
const CY: &str = "cy@example.com";
const DEE: &str = "dee@example.com";

/// Plays it, and says how to go on.
///
/// # Errors
/// `internal` when a step does not end as the story says.
pub fn play(cx: &mut Context<'_>, path: &Path) -> Result<Outcome> {
    let mut random = [0_u8; 6];
    cx.session().dice.fill(&mut random)?;
    let password = format!("practice kettle {}", hex(&random));
    mark(cx, path)?;
    let mut stage = Stage::new(cx, path)?;
    let played = act(&mut stage, &password);
    stage.clear();
    let (operator, primary) = played?;
    let steps = std::mem::take(&mut stage.steps);
    let answer = Played { db: path.display().to_string(), steps, operator, primary };
    let report = Report::object(&answer, going_on(path, &password))?;
    if cx.output().options().format == Format::Table {
        cx.output().line("");
    }
    Ok(report.into())
}

/// Makes the file with its mark; the story's first command then finds it and fills it.
fn mark(cx: &mut Context<'_>, path: &Path) -> Result<()> {
    cx.session().create(path, false, true)?;
    cx.session().close();
    Ok(())
}

fn act(stage: &mut Stage<'_, '_>, password: &str) -> Result<(OperatorToken, PrimaryToken)> {
    let site = enrolment(stage, password)?;
    registration_and_authorisation(stage, password, &site)?;
    secondary_and_users(stage, password)?;
    nomination(stage, password, &site)?;
    provisioning(stage, &site)?;
    hand_over(stage, password)?;
    record(stage, &site)?;
    let operator = OperatorToken { id: OLGA.to_owned(), token: token(stage, "olga", OLGA, password)? };
    let primary = PrimaryToken { id: BOB.to_owned(), token: token(stage, "bob", BOB, password)?, site };
    Ok((operator, primary))
}

fn enrolment(stage: &mut Stage<'_, '_>, password: &str) -> Result<String> {
    stage.say("1. Enrolment: an operator enrols Example Corp with Ann as its Primary Contact.");
    let name = ["--first-name", "Olga", "--last-name", "Operator", "--country", "US"];
    let init = [&["init", "--email", OLGA][..], &name, &["--password-file", "-"]].concat();
    stage.step("olga", &init, &[password], 0)?;
    stage.step("olga", &["login", OLGA, "--password-file", "-"], &[password], 0)?;
    let primary = ["--primary-first-name", "Ann", "--primary-last-name", "Archer", "--primary-email", ANN];
    let enroll = [&["site", "enroll", "--company", "Example Corp", "--country", "DE"][..], &primary].concat();
    stage.step("olga", &enroll, &[], 0)?;
    number(stage)
}

fn registration_and_authorisation(stage: &mut Stage<'_, '_>, password: &str, site: &str) -> Result<()> {
    stage.say("2. Registration: Ann asks for an ID and types the code that was mailed to her.");
    register(stage, "ann", ANN, "Ann", "Archer", password)?;
    stage.say("3. Authorisation: the site sleeps until Ann comes in with the passcode of the Welcome letter.");
    stage.step("ann", &["access", "list", "--site", site], &[], 4)?;
    let passcode = stage.secret(ANN, "Temporary passcode")?;
    stage.step("ann", &["authorize", "--passcode-file", "-"], &[&passcode], 0)
}

fn secondary_and_users(stage: &mut Stage<'_, '_>, password: &str) -> Result<()> {
    stage.say("4. A Secondary Contact: Bob has an ID; Ann names him. Only she can.");
    register(stage, "bob", BOB, "Bob", "Baker", password)?;
    stage.step("ann", &["access", "add", BOB, "--role", "secondary", "--contact-update", "update"], &[], 0)?;
    stage.say("5. Users: Bob gives Cy access, so that Cy can order. Bob cannot name a Secondary Contact.");
    register(stage, "cy", CY, "Cy", "Cole", password)?;
    stage.step("bob", &["access", "add", CY, "--role", "secondary"], &[], 4)?;
    stage.step("bob", &["access", "add", CY, "--role", "user", "--tools", "full"], &[], 0)?;
    stage.step("cy", &["can", "order"], &[], 0)?;
    stage.step("ann", &["access", "list"], &[], 0)
}

fn nomination(stage: &mut Stage<'_, '_>, password: &str, site: &str) -> Result<()> {
    stage.say("6. Self-nomination: Dee has an ID but no site. She asks; Ann decides.");
    register(stage, "dee", DEE, "Dee", "Dunn", password)?;
    let ask = ["nominate", "--site", site, "--primary-contact", ANN, "--reason", "I run the gateway"];
    stage.step("dee", &ask, &[], 0)?;
    stage.step("bob", &["approve", "1"], &[], 4)?;
    stage.step("ann", &["approve", "1", "--role", "user"], &[], 0)
}

fn provisioning(stage: &mut Stage<'_, '_>, site: &str) -> Result<()> {
    stage.say(
        "7. Provisioning: the site must hold sametime-gateway; an operator records it and carries the request out.",
    );
    let gateway = ["--gateway-name", "gw-one", "--host", "gateway.example.com", "--cert-cn", "gateway.example.com"];
    let rest = [
        "--cert-issuer",
        "Example Trust CA",
        "--notify",
        "im-team@example.com",
        "--domain",
        "example.com",
        "--provider",
        "aol",
    ];
    let form = [&["provision", "submit"][..], &gateway, &rest].concat();
    stage.step("dee", &form, &[], 4)?;
    let grant = ["entitlement", "grant", "--site", site, "--product", "sametime-gateway", "--quantity", "1"];
    stage.step("olga", &grant, &[], 0)?;
    stage.step("dee", &form, &[], 0)?;
    stage.step("olga", &["provision", "receive", "1"], &[], 0)?;
    stage.step("olga", &["provision", "complete", "1"], &[], 0)?;
    stage.step("dee", &["provision", "accept-terms", "1", "--provider", "aol", "--yes"], &[], 0)?;
    stage.step("dee", &["can", "message", "--provider", "aol"], &[], 0)
}

fn hand_over(stage: &mut Stage<'_, '_>, password: &str) -> Result<()> {
    stage.say("8. Hand-over: Ann leaves. Only the existing Primary Contact can hand the site over.");
    let change = ["contact", "set-primary", BOB, "--yes", "--password-file", "-"];
    stage.step("bob", &change, &[password], 4)?;
    stage.step("ann", &change, &[password], 0)?;
    stage.step("bob", &["access", "list"], &[], 0)
}

fn record(stage: &mut Stage<'_, '_>, site: &str) -> Result<()> {
    stage.say("The record: every change and every refusal is in a trail that can be checked.");
    let columns = "seq,actor,action,subject,outcome,code";
    stage.step("olga", &["audit", "list", "--site", site, "--columns", columns], &[], 0)?;
    stage.step("olga", &["audit", "verify"], &[], 0)
}

fn register(stage: &mut Stage<'_, '_>, who: &str, id: &str, first: &str, last: &str, password: &str) -> Result<()> {
    let name = ["--email", id, "--first-name", first, "--last-name", last, "--country", "DE"];
    let secrets = ["--question", "Name of my first ship?", "--password-file", "-", "--answer-file", "-"];
    let words = [&["register"][..], &name, &secrets].concat();
    stage.step(who, &words, &[password, "Nautilus of Trieste"], 0)?;
    let code = stage.secret(id, "Verification code")?;
    stage.step(
        who,
        &["account", "verify", "--email", id, "--password-file", "-", "--code-file", "-"],
        &[password, &code],
        0,
    )?;
    stage.step(who, &["login", id, "--password-file", "-"], &[password], 0)
}

/// The number that the enrolment gave.
fn number(stage: &mut Stage<'_, '_>) -> Result<String> {
    let listed: Value = json(&stage.aside("olga", &["site", "list", "--json"], &[])?)?;
    text(&listed[0]["site"])
}

fn token(stage: &mut Stage<'_, '_>, who: &str, id: &str, password: &str) -> Result<String> {
    let printed = stage.aside(who, &["login", id, "--print-token", "--json", "--password-file", "-"], &[password])?;
    text(&json(&printed)?["token"])
}

fn json(printed: &str) -> Result<Value> {
    serde_json::from_str(printed)
        .map_err(|error| Error::new(Code::Internal, format!("the story does not hold: {error}")))
}

fn text(value: &Value) -> Result<String> {
    value
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| Error::new(Code::Internal, "the story does not hold: a value is missing"))
}

fn going_on(path: &Path, password: &str) -> Vec<Part> {
    let again = shell::typed([OsStr::new("demo"), "--db".as_ref(), path.as_ref()]);
    vec![
        Part::Line(
            "The practice database stays, and its letters beside it. Go on with it as Bob, who is the Primary"
                .to_owned(),
        ),
        Part::Line(format!("Contact now; everybody's password is: {password}")),
        Part::Line(format!("  export PAO_DB={}", shell::quoted(path))),
        Part::Line(format!("  {}", pao("login").arg(BOB))),
        Part::Line("  pao access list".to_owned()),
        Part::Line("  pao access add ID --role user --dry-run".to_owned()),
        Part::Line(format!("`{again}` plays the story anew and replaces this file.")),
    ]
}
