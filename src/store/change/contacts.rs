//! Contacts of record: named and cleared. The type `primary` follows the person; only its phone number is written here.
use crate::error::Result;
use crate::model::contact::Named;
use crate::store::authority::contacts::ContactAuthority;
use crate::store::authority::primary::PrimaryAuthority;

/// Names somebody, in place of whoever was named.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn name(by: &ContactAuthority<'_>, who: &Named) -> Result<()> {
    by.tx().conn.execute(
        "INSERT INTO contact (site, type, first_name, last_name, email, phone) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (site, type) DO UPDATE SET first_name = ?3, last_name = ?4, email = ?5, phone = ?6",
        (&by.standing().site.site, by.kind(), &who.first_name, &who.last_name, &who.email, &who.phone),
    )?;
    Ok(())
}

/// Nobody is named any more. Gives whether anybody was.
pub fn clear(by: &ContactAuthority<'_>) -> Result<bool> {
    let sql = "DELETE FROM contact WHERE site = ?1 AND type = ?2";
    Ok(by.tx().conn.execute(sql, (&by.standing().site.site, by.kind()))? == 1)
}

/// The Primary Contact's phone number of record.
pub fn set_phone(by: &PrimaryAuthority<'_>, phone: &str) -> Result<()> {
    let sql = "UPDATE contact SET phone = ?2 WHERE site = ?1 AND type = 'primary'";
    by.tx().conn.execute(sql, (&by.standing().site.site, phone))?;
    Ok(())
}
