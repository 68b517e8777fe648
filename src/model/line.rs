//! A line of an import of access: who is to hold what.
use crate::model::access::{Levels, Privilege, Role};
use crate::model::email::Address;
use crate::model::moment::Moment;
use crate::model::when::When;

/// What a line says about the end of the access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The file has no such column: what is there stays.
    Unsaid,
    /// No end date.
    Never,
    /// This one.
    At(When),
}

impl End {
    /// The end date of access that ends at `held` now.
    pub fn over(self, held: Option<Moment>) -> Option<Moment> {
        match self {
            End::Unsaid => held,
            End::Never => None,
            End::At(when) => Some(when.at),
        }
    }
}

/// One line, once every value in it is good.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub id: Address,
    pub role: Role,
    /// Ranks in the order of [`Privilege::ALL`]; none where the line leaves a level open.
    pub ranks: [Option<i64>; 6],
    pub end: End,
    /// None where the line has no remark.
    pub note: Option<String>,
}

impl Line {
    /// The levels of the line in place of those in `base`.
    pub fn over(&self, base: Levels) -> Levels {
        let asked = Privilege::ALL.iter().zip(self.ranks);
        asked.fold(base, |levels, (privilege, rank)| rank.map_or(levels, |rank| levels.with(*privilege, rank)))
    }
}
