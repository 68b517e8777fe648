//! The vendor's staff: named and removed by operators.
use crate::error::Result;
use crate::model::standing::Person;
use crate::store::authority::confirmed::Confirmed;
use crate::store::authority::operator::OperatorAuthority;
use crate::store::change::access;

/// Makes a person an operator. Access whose end date has passed is closed first: it is none.
///
/// # Errors
/// What SQLite says, also where somebody with access to an active site got this far; the same for all functions here.
pub fn name(by: &OperatorAuthority<'_>, _: &Confirmed<'_>, person: &Person) -> Result<()> {
    let tx = by.tx();
    access::close_expired_everywhere(tx, person.no)?;
    tx.conn.execute("UPDATE person SET operator = 1 WHERE person = ?1", [person.no])?;
    Ok(())
}

/// Makes an operator a person like everybody else.
pub fn remove(by: &OperatorAuthority<'_>, _: &Confirmed<'_>, person: &Person) -> Result<()> {
    by.tx().conn.execute("UPDATE person SET operator = 0 WHERE person = ?1", [person.no])?;
    Ok(())
}
