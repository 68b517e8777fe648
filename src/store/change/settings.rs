//! Settings: written by operators; those about mail by the owner of the file.
use crate::error::Result;
use crate::model::setting::Setting;
use crate::store::WriteTx;
use crate::store::authority::caretaker::CaretakerAuthority;
use crate::store::authority::operator::OperatorAuthority;

/// Sets what operators may set. Gives whether anything is different now.
///
/// # Errors
/// What SQLite says; the same for all functions here.
pub fn set(by: &OperatorAuthority<'_>, setting: Setting, value: Option<&str>) -> Result<bool> {
    if setting.is_the_owners() { Ok(false) } else { write(by.tx(), setting, value) }
}

/// Sets what the owner of the file sets.
pub fn set_as_owner(by: &CaretakerAuthority<'_>, setting: Setting, value: Option<&str>) -> Result<bool> {
    write(by.tx(), setting, value)
}

fn write(tx: &WriteTx<'_>, setting: Setting, value: Option<&str>) -> Result<bool> {
    let key = setting.word();
    let changed = match value {
        Some(value) => tx.conn.execute(
            "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2 WHERE value <> ?2",
            (key, value),
        )?,
        None => tx.conn.execute("DELETE FROM setting WHERE key = ?1", [key])?,
    };
    Ok(changed == 1)
}
