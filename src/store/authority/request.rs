//! Whoever may do one kind of action to one request for a gateway.
//!
//! What must hold: the kind of action is part of the proof's type, so that a proof for accepting terms never cancels. The
//! state of the request is judged by the verb: a proof says who, not when.
use crate::error::Result;
use crate::model::provision::RequestFacts;
use crate::model::site::SiteNumber;
use crate::model::standing::Standing;
use crate::rules::{self, Refusal, provision as rule};
use crate::store::Entry;
use crate::store::authority::at_site::{AtSite, Right};
use crate::store::authority::signed_in::SignedIn;
use crate::store::query::provisions;
use std::marker::PhantomData;

/// A kind of action, with its rule.
pub trait RequestAction {
    /// R15, R1, then the command's own rule.
    ///
    /// # Errors
    /// The refusal.
    fn judge(asker: &Standing, request: &RequestFacts) -> Result<(), Refusal>;
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident |$asker:ident, $request:ident| $judge:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}
        impl RequestAction for $name {
            fn judge($asker: &Standing, $request: &RequestFacts) -> Result<(), Refusal> { $judge }
        }
    )*};
}

actions! {
    /// Take it back before it is decided.
    Cancel |asker, request| rule::may_cancel(asker, request);
    /// End the gateway.
    End |asker, _request| rule::may_end(asker);
    /// Accept a provider's terms.
    Accept |asker, _request| rule::may_accept(asker);
    /// The vendor's work: receive, complete, reject.
    Work |asker, _request| rule::may_work(asker);
}

/// Which request is meant; a site that was named must be its own.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub number: i64,
    pub site: Option<SiteNumber>,
}

/// What a proof of [`RequestAuthority`] is good for.
#[derive(Debug)]
pub struct OnRequest<A> {
    request: RequestFacts,
    action: PhantomData<A>,
}

impl<A> Right for OnRequest<A> {
    fn describe(&self, entry: Entry) -> Entry {
        entry.about(format!("request {}", self.request.number))
    }
}

/// Evidence that the bearer may do `A` to one request.
pub type RequestAuthority<'tx, A> = AtSite<'tx, OnRequest<A>>;

impl<'tx, A: RequestAction> AtSite<'tx, OnRequest<A>> {
    /// The only mint.
    ///
    /// # Errors
    /// `not_found`, then what the action's rule says.
    pub fn of(me: &SignedIn<'tx>, wanted: &Wanted) -> Result<Self> {
        let found = provisions::standing(me.tx().view(), me.person(), wanted.number, wanted.site.as_ref())?;
        let (standing, request) = rules::provision::within_reach(found, wanted.number)?;
        A::judge(&standing, &request)?;
        Ok(Self::judged(me.tx(), standing, OnRequest { request, action: PhantomData }))
    }
}

impl<A> AtSite<'_, OnRequest<A>> {
    /// The request.
    pub fn request(&self) -> &RequestFacts {
        &self.right().request
    }
}
