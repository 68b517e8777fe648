//! Who has access to a site, each under whoever gave it.
use crate::command::Outcome;
use crate::command::context::Context;
use crate::command::site_meant::Visit;
use crate::error::Result;
use crate::model::tree::{Branch, forest};
use crate::store::query::history;
use crate::ui::prose::Part;
use crate::ui::report::Report;
use clap::Args;

use super::may_read;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  pao access tree
  pao access tree --site 7000017 --json")]
pub struct TreeArgs {}

/// Shows the tree.
///
/// # Errors
/// R1, R4, R16.
pub fn run(_args: &TreeArgs, cx: &mut Context<'_>) -> Result<Outcome> {
    let Visit { tx, standing, .. } = cx.visit(Ok(()))?;
    may_read(&standing)?;
    let forest = forest(history::members(tx.view(), &standing.site.site)?);
    let mut lines = Vec::new();
    for root in &forest {
        lines.push(Part::Line(format!("{}  {}{}", root.id, root.role, gone(root))));
        draw(&root.children, "", &mut lines);
    }
    Ok(Report::object(&forest, lines)?.into())
}

/// Who gave a root their access, where that was somebody else: they are gone, or have become less than they were.
fn gone(root: &Branch) -> String {
    let giver = root.granted_by.as_ref().filter(|giver| **giver != root.id);
    giver.map(|giver| format!("  (by {giver})")).unwrap_or_default()
}

/// The branches under one that is drawn already. They are no deeper than the forest lets them grow.
fn draw(branches: &[Branch], margin: &str, lines: &mut Vec<Part>) {
    for (at, branch) in branches.iter().enumerate() {
        let (elbow, below) = if at + 1 == branches.len() { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        lines.push(Part::Line(format!("{margin}{elbow}{}  {}", branch.id, branch.role)));
        draw(&branch.children, &format!("{margin}{below}"), lines);
    }
}
