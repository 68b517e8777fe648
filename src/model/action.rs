//! What somebody may want to do at a site, in the words of `pao can`; an automation token is narrowed to some of them.
crate::words! {
    /// What `pao can` knows to ask about.
    Action {
        /// Be at the site at all.
        Enter "enter",
        Download "download",
        Media "media",
        Order "order",
        Renew "renew",
        ViewReports "view-reports",
        ViewEntitlements "view-entitlements",
        UpdateEntitlements "update-entitlements",
        ViewDocuments "view-documents",
        ListAccess "list-access",
        ChangeAccess "change-access",
        NameSecondary "name-secondary",
        ChangePrimary "change-primary",
        DecideNominations "decide-nominations",
        UpdateContacts "update-contacts",
        Provision "provision",
        Message "message",
    }
}
