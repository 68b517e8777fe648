//! The table of rules: R1 to R20 of product.md, each with its code, sentence, hint and long explanation.
//!
//! What must hold: `pao rules`, `pao explain`, the error texts, the man page and the matrix test all read this one
//! table; nothing else in the program words a rule.
use crate::rules::codes::Code;

macro_rules! rules {
    ($($rule:ident $number:literal [$($code:ident)*] $sentence:literal, $hint:literal, $long:literal;)*) => {
        /// A numbered rule of product.md.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule { $(#[doc = $sentence] $rule,)* }

        impl Rule {
            /// Every rule, in order.
            pub const ALL: &[Rule] = &[$(Rule::$rule,)*];

            /// Its number, as in `R3`.
            pub const fn number(self) -> &'static str { match self { $(Rule::$rule => $number,)* } }

            /// The codes that a refusal by this rule can carry; none where the rule is a promise about how `pao` works.
            pub const fn codes(self) -> &'static [Code] { match self { $(Rule::$rule => &[$(Code::$code,)*],)* } }

            /// The rule in one sentence.
            pub const fn sentence(self) -> &'static str { match self { $(Rule::$rule => $sentence,)* } }

            /// What usually helps; empty where nothing does.
            pub const fn hint(self) -> &'static str { match self { $(Rule::$rule => $hint,)* } }

            /// The long form that `pao explain` prints.
            pub const fn long(self) -> &'static str { match self { $(Rule::$rule => $long,)* } }
        }
    };
}

rules! {
    R1 "R1" [SiteNotActive]
        "No one can use a site until its Primary Contact has come in for the first time",
        "the Primary Contact comes in with `pao authorize`; a new passcode is mailed by `pao request-passcode`",
        "A site is asleep from its enrolment until its Primary Contact redeems a temporary passcode. Until then only looking \
at the site, asking for a passcode, redeeming it and the operator's own work are possible; a nomination may be filed and waits. \
A site that was closed or withdrawn stays so for good: its people may still read and leave, and every change is refused.";
    R2 "R2" [PasscodeNotAccepted]
        "The Primary Contact comes in by redeeming the newest temporary passcode of that site",
        "ask for a new one with `pao request-passcode`; it is mailed to the Primary Contact of record and is good for one hour",
        "The passcode must be the newest one issued for the site, unexpired and unused, and it must be presented by the ID whose \
current address is the Primary Contact's e-mail address of record. A passcode is spent by success, by a newer one, by its time and by \
five wrong tries. Every way to fail looks the same from outside. A text that cannot be a passcode at all is told apart and costs nothing.";
    R3 "R3" [PrimaryOnly]
        "Only the Primary Contact names, changes or removes a Secondary Contact",
        "ask the Primary Contact of the site",
        "A Secondary Contact with manage-access of `update` gives access to users, and changes or ends it. Secondary Contacts \
themselves are named, changed and removed by the Primary Contact alone.";
    R4 "R4" [ManagerOnly]
        "Only managers see and use the functions that manage access",
        "ask the Primary Contact, or a Secondary Contact with manage-access; `pao access show` shows your own access",
        "Managers are the Primary Contact, and Secondary Contacts as far as their manage-access goes: `view` lets them see who has \
access, `update` lets them change it. A user sees only their own access.";
    R5 "R5" [IdRequired]
        "To be given access or to be handed a site, a person must have an ID",
        "pass this on: \"Please run `pao register`, type the code that is mailed to you, and tell me your ID.\"",
        "An ID is made by `pao register` and exists once the mailed code was typed. Where a form names both an ID and an e-mail \
address, they must belong together.";
    R6 "R6" [ChangePrimaryOnly]
        "Only the existing Primary Contact can change the Primary Contact of record",
        "the Primary Contact runs `pao contact set-primary ID`",
        "No operator, no Secondary Contact, no nomination, no import and no second enrolment under the same number changes the Primary \
Contact of a site. The new Primary must already hold access there; an end date on it falls; the former Primary gets the default privileges \
of the role chosen for them. A Primary who is gone cannot be replaced: the vendor closes the site and enrols a new one.";
    R7 "R7" [PrimaryStays]
        "The Primary Contact's access can only be handed over",
        "hand the site over first: `pao contact set-primary ID`",
        "While a site is active it has exactly one Primary Contact. That access cannot be revoked, lowered, left or given an end \
date.";
    R8 "R8" [OwnAccess]
        "Nobody changes their own access",
        "another manager of the site can do it; to give up your access run `pao access leave`",
        "Neither raising nor lowering: what you may do is decided by somebody else. A Secondary Contact or a user may leave a site.";
    R9 "R9" [ExceedsOwn]
        "Nobody raises a level above their own",
        "ask the Primary Contact, who holds every level",
        "A manager gives at most what they hold. What somebody holds already is not raised, and levels that are left alone are not \
judged. A default above the manager's own level is lowered to it.";
    R10 "R10" [RolePrivilege]
        "A user holds no manage-access and no contact-update; a Secondary Contact holds manage-access of view or more",
        "choose `--role secondary`, or leave the privilege out",
        "The role says what kind of person somebody is at the site, the privileges say how far it goes; the two must fit.";
    R11 "R11" [NominationPrimaryOnly]
        "A nomination is processed by the Primary Contact of that site alone, never by the nominee",
        "ask the Primary Contact of the site; a Secondary Contact can give the access itself with `pao access add`",
        "Declining needs a reason, and the nominee is told either way. To have answered \"I believe I am the Primary Contact\" never \
grants anything.";
    R12 "R12" [ContactUpdateNeeded]
        "Contacts of record are seen with contact-update of view and changed with update",
        "ask the Primary Contact for contact-update",
        "The contacts of record are the people named on the enrolment form. The type `primary` changes only when the site is handed \
over; its phone number is changed by the Primary Contact.";
    R13 "R13" [NotEntitled]
        "Provisioning needs a site with a current entitlement to sametime-gateway",
        "the vendor's operators record entitlements; `pao entitlement list` shows what the site holds",
        "The entitlement is judged in the moment in which the request is submitted.";
    R14 "R14" [TermsNotAccepted]
        "A public messaging provider opens only after its own terms of service were accepted for the gateway",
        "somebody with access to the site runs `pao provision accept-terms`",
        "The agreement is between the customer and the provider. `pao` records who accepted which version of the terms, and when.";
    R15 "R15" [OperatorApart OperatorOnly]
        "Operators do the vendor's work, and only they do it",
        "operators enrol sites, record entitlements and carry out provisioning; who gets into a site is decided by its managers",
        "An operator holds no access, names nobody, decides and files no nomination, redeems nothing, and is nobody's Primary e-mail. \
Whoever has a part in a site cannot be made an operator.";
    R16 "R16" [NotFound]
        "What you may not see does not exist",
        "`pao whoami` lists the sites where you have access; to ask for access run `pao nominate`",
        "A site, a person's access, a nomination or a request outside your reach is answered exactly as one that is not there. A site \
is within reach of those with access, of operators and, while sleeping, of its Primary Contact of record.";
    R17 "R17" []
        "Access that has an end date stops by itself after that moment, and access that was revoked stops at once",
        "",
        "Roles are read in each transaction and never remembered: a sign-in proves who somebody is, never what they may do.";
    R18 "R18" [SignInRequired SignInFailed Throttled]
        "Everything but registering, verifying, recovering and signing in needs a sign-in",
        "sign in with `pao login`; whoever has no ID yet begins with `pao register`",
        "One counter per person over wrong passwords, passcodes, codes, recovery answers and nomination pairs slows them down: five \
failures are free, the sixth starts a wait of 30 seconds that doubles up to an hour, and at fifty the password is disabled until recovery. Only \
such tries are throttled, never other commands of a running sign-in. A successful sign-in sets the counter to zero.";
    R19 "R19" [ConfirmPassword]
        "What outlives or ends a sign-in asks for the password again",
        "give the password of the ID that is signed in, at the prompt or with `--password-file`",
        "A sign-in that was stolen or left open must not be enough to hand a site over, to change the password, the e-mail address or the \
security question, to close an ID, to make an automation token, to name or remove an operator, to close or withdraw a site. A wrong password is \
counted like one at `pao login`. No automation token does any of these, whatever the password.";
    R20 "R20" []
        "Every change writes its audit entry and its notices in the same transaction as itself",
        "",
        "All of it happens or none of it. Notices are delivered after the change is on disk; a mail server that fails undoes nothing.";
}

impl Rule {
    /// The rule whose number is `text`, as in `R3` or `r3`.
    pub fn of_number(text: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.number().eq_ignore_ascii_case(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_from_1_to_20_and_codes_point_back() {
        for (index, rule) in Rule::ALL.iter().enumerate() {
            assert_eq!(rule.number(), format!("R{}", index + 1));
            for code in rule.codes() {
                assert_eq!(code.rule(), Some(*rule), "{}", code.word());
            }
            assert!(!rule.sentence().ends_with('.') && rule.long().ends_with('.'), "{rule:?}");
        }
        for code in Code::ALL.iter().filter(|code| code.rule().is_some()) {
            assert!(code.rule().is_some_and(|rule| rule.codes().contains(code)), "{}", code.word());
        }
    }
}
