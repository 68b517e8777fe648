//! What the compiler refuses, shown by doctests: each program that must not compile stands beside a twin that differs
//! in that one point and does. No part of the program uses this module.
//!
//! # What must hold
//! Every refusal names its error code, so that it cannot happen for another reason. The proofs take what they need
//! (an open store, a key) as arguments, so that none of them needs a way in that the program does not have.
pub use crate::command::{Caller, Context, Outcome};
pub use crate::error::Error;
pub use crate::model::command_id::CommandId;
pub use crate::model::person::PersonNo;
pub use crate::model::site::SiteNumber;
pub use crate::model::standing::{Person, Standing};
pub use crate::rules::Code;
pub use crate::store::authority::confirmed::Confirmed;
pub use crate::store::authority::manager::ManagerAuthority;
pub use crate::store::authority::primary::{Primary, PrimaryAuthority};
pub use crate::store::authority::signed_in::{Key, SignedIn};
pub use crate::store::authority::visitor::Visitor;
pub use crate::store::change::access::{Terms, give_user, hand_over, revoke_secondary, revoke_user};
pub use crate::store::{Committed, Entry, ReadTx, Store, WriteTx};

/// Only the Primary ends the access of a Secondary Contact (R3): the proof of a manager is not enough.
///
/// ```
/// # use pao::proofs::{Error, ManagerAuthority, PersonNo, PrimaryAuthority, revoke_secondary};
/// fn action(manager: &ManagerAuthority<'_>, whom: PersonNo) -> Result<bool, Error> {
///     revoke_secondary(&PrimaryAuthority::among_managers(manager)?, whom, None)
/// }
/// ```
/// ```compile_fail,E0308
/// # use pao::proofs::{Error, ManagerAuthority, PersonNo, PrimaryAuthority, revoke_secondary};
/// fn action(manager: &ManagerAuthority<'_>, whom: PersonNo) -> Result<bool, Error> {
///     revoke_secondary(manager, whom, None)
/// }
/// ```
pub enum WriterWithTheWrongAuthority {}

/// Giving access wants a proof, and a sign-in alone is none.
///
/// ```
/// # use pao::proofs::{Error, ManagerAuthority, Person, SignedIn, SiteNumber, Terms, give_user};
/// fn action(me: &SignedIn<'_>, site: &SiteNumber, to: &Person, terms: &Terms) -> Result<(), Error> {
///     give_user(&ManagerAuthority::of(me, site)?, to, terms)
/// }
/// ```
/// ```compile_fail,E0308
/// # use pao::proofs::{Error, ManagerAuthority, Person, SignedIn, SiteNumber, Terms, give_user};
/// fn action(me: &SignedIn<'_>, site: &SiteNumber, to: &Person, terms: &Terms) -> Result<(), Error> {
///     give_user(me, to, terms)
/// }
/// ```
/// ```compile_fail,E0061
/// # use pao::proofs::{Error, ManagerAuthority, Person, SignedIn, SiteNumber, Terms, give_user};
/// fn action(me: &SignedIn<'_>, site: &SiteNumber, to: &Person, terms: &Terms) -> Result<(), Error> {
///     give_user(to, terms)
/// }
/// ```
pub enum WriterWithoutAuthority {}

/// Proofs are minted in a transaction that may write: a view to read from is not enough.
///
/// ```
/// # use pao::proofs::{Error, Key, ReadTx, SignedIn, WriteTx};
/// fn action(tx: &WriteTx<'_>, key: &Key) -> Result<(), Error> {
///     SignedIn::authenticate(tx, key).map(drop)
/// }
/// ```
/// ```compile_fail,E0308
/// # use pao::proofs::{Error, Key, ReadTx, SignedIn, WriteTx};
/// fn action(tx: &ReadTx<'_>, key: &Key) -> Result<(), Error> {
///     SignedIn::authenticate(tx, key).map(drop)
/// }
/// ```
pub enum AuthorityWithoutTransaction {}

/// A proof is worth nothing once its transaction was committed.
///
/// ```
/// # use pao::proofs::{Code, Error, Key, PersonNo, PrimaryAuthority, SignedIn, SiteNumber, WriteTx, revoke_secondary};
/// fn action(tx: WriteTx<'_>, key: &Key, site: &SiteNumber, whom: PersonNo) -> Result<(), Error> {
///     let me = SignedIn::authenticate(&tx, key)?;
///     let by = PrimaryAuthority::of(&me, site, Code::PrimaryOnly, "revokes")?;
///     let entry = by.entry();
///     revoke_secondary(&by, whom, None)?;
///     tx.commit(entry).map(drop)
/// }
/// ```
/// ```compile_fail,E0505
/// # use pao::proofs::{Code, Error, Key, PersonNo, PrimaryAuthority, SignedIn, SiteNumber, WriteTx, revoke_secondary};
/// fn action(tx: WriteTx<'_>, key: &Key, site: &SiteNumber, whom: PersonNo) -> Result<(), Error> {
///     let me = SignedIn::authenticate(&tx, key)?;
///     let by = PrimaryAuthority::of(&me, site, Code::PrimaryOnly, "revokes")?;
///     let entry = by.entry();
///     let done = tx.commit(entry).map(drop);
///     revoke_secondary(&by, whom, None)?;
///     done
/// }
/// ```
pub enum UseAfterCommit {}

/// Nor is it worth anything once its transaction was dropped, which rolls back.
///
/// ```
/// # use pao::proofs::{Error, Key, ManagerAuthority, PersonNo, SignedIn, SiteNumber, WriteTx, revoke_user};
/// fn action(tx: WriteTx<'_>, key: &Key, site: &SiteNumber, whom: PersonNo) -> Result<bool, Error> {
///     let me = SignedIn::authenticate(&tx, key)?;
///     let by = ManagerAuthority::of(&me, site)?;
///     let ended = revoke_user(&by, whom, None);
///     drop(tx);
///     ended
/// }
/// ```
/// ```compile_fail,E0505
/// # use pao::proofs::{Error, Key, ManagerAuthority, PersonNo, SignedIn, SiteNumber, WriteTx, revoke_user};
/// fn action(tx: WriteTx<'_>, key: &Key, site: &SiteNumber, whom: PersonNo) -> Result<bool, Error> {
///     let me = SignedIn::authenticate(&tx, key)?;
///     let by = ManagerAuthority::of(&me, site)?;
///     drop(tx);
///     let ended = revoke_user(&by, whom, None);
///     ended
/// }
/// ```
pub enum UseAfterDrop {}

/// Handing the site over takes a password (R19) and consumes the proof (R6): afterwards the bearer is not the Primary.
///
/// ```
/// # use pao::proofs::{Confirmed, Error, Person, PrimaryAuthority, hand_over, revoke_secondary};
/// fn action(by: PrimaryAuthority<'_>, sure: &Confirmed<'_>, to: &Person, other: &Person) -> Result<(), Error> {
///     revoke_secondary(&by, other.no, None)?;
///     hand_over(by, sure, to, None)
/// }
/// ```
/// ```compile_fail,E0382
/// # use pao::proofs::{Confirmed, Error, Person, PrimaryAuthority, hand_over, revoke_secondary};
/// fn action(by: PrimaryAuthority<'_>, sure: &Confirmed<'_>, to: &Person, other: &Person) -> Result<(), Error> {
///     hand_over(by, sure, to, None)?;
///     revoke_secondary(&by, other.no, None).map(drop)
/// }
/// ```
/// ```compile_fail,E0061
/// # use pao::proofs::{Error, Person, PrimaryAuthority, hand_over};
/// fn action(by: PrimaryAuthority<'_>, to: &Person) -> Result<(), Error> {
///     hand_over(by, to, None)
/// }
/// ```
pub enum PrimaryAfterHandOver {}

/// Nobody but the mint makes a proof.
///
/// ```
/// # use pao::proofs::{Code, Error, PrimaryAuthority, SignedIn, SiteNumber, Standing, WriteTx};
/// fn action<'tx>(me: &SignedIn<'tx>, site: &SiteNumber) -> Result<PrimaryAuthority<'tx>, Error> {
///     PrimaryAuthority::of(me, site, Code::PrimaryOnly, "does this")
/// }
/// ```
/// ```compile_fail,E0451
/// # use pao::proofs::{Code, Error, Primary, PrimaryAuthority, SignedIn, SiteNumber, Standing, WriteTx};
/// fn action<'tx>(tx: &'tx WriteTx<'tx>, standing: Standing, right: Primary) -> Result<PrimaryAuthority<'tx>, Error> {
///     Ok(PrimaryAuthority { tx, standing, right })
/// }
/// ```
pub enum ForgedAuthority {}

/// A proof cannot be copied, to be kept for later.
///
/// ```
/// # use pao::proofs::PrimaryAuthority;
/// fn action<'tx>(by: PrimaryAuthority<'tx>) -> PrimaryAuthority<'tx> {
///     by
/// }
/// ```
/// ```compile_fail,E0599
/// # use pao::proofs::PrimaryAuthority;
/// fn action<'tx>(by: PrimaryAuthority<'tx>) -> PrimaryAuthority<'tx> {
///     by.clone()
/// }
/// ```
pub enum ClonedAuthority {}

/// There is no commit without an entry in the audit trail (R20), and none twice.
///
/// ```
/// # use pao::proofs::{Committed, Error, ManagerAuthority, SignedIn, WriteTx, Key};
/// fn action(tx: WriteTx<'_>, key: &Key) -> Result<Committed, Error> {
///     let entry = SignedIn::authenticate(&tx, key)?.entry();
///     tx.commit(entry)
/// }
/// ```
/// ```compile_fail,E0061
/// # use pao::proofs::{Committed, Error, ManagerAuthority, SignedIn, WriteTx, Key};
/// fn action(tx: WriteTx<'_>, key: &Key) -> Result<Committed, Error> {
///     let entry = SignedIn::authenticate(&tx, key)?.entry();
///     tx.commit()
/// }
/// ```
/// ```compile_fail,E0382
/// # use pao::proofs::{Committed, Error, ManagerAuthority, SignedIn, WriteTx, Key};
/// fn action(tx: WriteTx<'_>, key: &Key) -> Result<Committed, Error> {
///     let entry = SignedIn::authenticate(&tx, key)?.entry();
///     tx.commit(entry)?;
///     tx.commit(SignedIn::authenticate(&tx, key)?.entry())
/// }
/// ```
pub enum CommitWithoutEntry {}

/// An entry comes from an authority, which says who acts.
///
/// ```
/// # use pao::proofs::{Entry, Visitor, WriteTx};
/// fn action(tx: &WriteTx<'_>) -> Entry {
///     Visitor::anonymous(tx).entry()
/// }
/// ```
/// ```compile_fail,E0599
/// # use pao::proofs::{Entry, Visitor, WriteTx};
/// fn action(tx: &WriteTx<'_>) -> Entry {
///     Entry::default()
/// }
/// ```
/// ```compile_fail,E0624
/// # use pao::proofs::{Entry, Person, Visitor};
/// fn action(somebody: &Person) -> Entry {
///     Visitor::entry_by(somebody)
/// }
/// ```
pub enum EntryOfNobody {}

/// A change is reported only with the proof that it was committed, or tried in a dry run.
///
/// ```
/// # use pao::proofs::{Committed, Context, Error, Key, Outcome, SignedIn, WriteTx};
/// fn report(cx: &mut Context<'_>, done: &Committed) -> Result<Outcome, Error> {
///     Ok(cx.changed(done, "done", vec![])?.into())
/// }
/// ```
/// ```compile_fail,E0061
/// # use pao::proofs::{Committed, Context, Error, Key, Outcome, SignedIn, WriteTx};
/// fn report(cx: &mut Context<'_>, done: &Committed) -> Result<Outcome, Error> {
///     Ok(cx.changed("done", vec![])?.into())
/// }
/// ```
/// ```compile_fail,E0451
/// # use pao::proofs::Committed;
/// fn forge() -> Committed {
///     Committed { changed: true, dry_run: false, notices: vec![], notice_count: 0, letters: 1..=0 }
/// }
/// ```
pub enum ReportWithoutCommit {}

/// Nobody is asked anything while a transaction is open: the session has borrowed the context, and the prompt with it.
///
/// ```
/// # use pao::proofs::{Committed, Context, Caller, Error, SignedIn};
/// fn action(cx: &mut Context<'_>, caller: &Caller) -> Result<Committed, Error> {
///     cx.prompt().confirm("Shall it be done?")?;
///     let (done, ()) = cx.session().change(caller, |tx| {
///         let entry = SignedIn::authenticate(&tx, &caller.key)?.entry();
///         Ok((tx.commit(entry)?, ()))
///     })?;
///     cx.prompt().say("It is done.");
///     Ok(done)
/// }
/// ```
/// ```compile_fail,E0500
/// # use pao::proofs::{Committed, Context, Caller, Error, SignedIn};
/// fn action(cx: &mut Context<'_>, caller: &Caller) -> Result<Committed, Error> {
///     let (done, ()) = cx.session().change(caller, |tx| {
///         cx.prompt().confirm("Shall it be done?")?;
///         let entry = SignedIn::authenticate(&tx, &caller.key)?.entry();
///         Ok((tx.commit(entry)?, ()))
///     })?;
///     cx.prompt().say("It is done.");
///     Ok(done)
/// }
/// ```
pub enum QuestionInsideTransaction {}

/// One change at a time: a second transaction begins when the first has ended.
///
/// ```
/// # use pao::model::moment::Moment;
/// # use pao::proofs::{CommandId, Error, Store};
/// fn changes(store: &mut Store, now: Moment) -> Result<(), Error> {
///     drop(store.write(CommandId::Maintain, now, false)?);
///     drop(store.write(CommandId::Maintain, now, false)?);
///     Ok(())
/// }
/// ```
/// ```compile_fail,E0499
/// # use pao::model::moment::Moment;
/// # use pao::proofs::{CommandId, Error, Store};
/// fn changes(store: &mut Store, now: Moment) -> Result<(), Error> {
///     let one = store.write(CommandId::Maintain, now, false)?;
///     drop(store.write(CommandId::Maintain, now, false)?);
///     drop(one);
///     Ok(())
/// }
/// ```
pub enum TwoTransactions {}
