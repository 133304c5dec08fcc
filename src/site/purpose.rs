use super::lifetime::Lifetime;
use super::phrase::Phrase;
use crate::document::{Id, Text};

record! {
    /// Something optional that a visitor can refuse.
    pub struct Purpose {
        /// Its name in records, events and `data-consent` attributes.
        pub id: Id,
        /// Its name on screen.
        pub label: Phrase,
        /// What it does for the visitor, in a sentence.
        pub text: Phrase,
        /// The cookies that it sets. Refusing removes them.
        pub cookies: Vec<Cookie>,
        /// The keys that it keeps in the browser's storage. Refusing removes them.
        pub storage: Vec<StorageKey>,
    }
}

record! {
    /// A cookie.
    pub struct Cookie {
        /// Its name; a star at the end stands for any ending.
        pub name: Text,
        /// How long it lasts.
        pub lifetime: Lifetime,
        /// Who sets it, where that is not the site itself.
        pub by: Option<Text>,
        /// What it is for, where the purpose's sentence doesn't say.
        pub text: Option<Phrase>,
    }
}

record! {
    /// A key in local or session storage.
    pub struct StorageKey {
        /// The key; a star at the end stands for any ending.
        pub key: Text,
        /// How long it lasts.
        pub lifetime: Lifetime,
        /// Who writes it, where that is not the site itself.
        pub by: Option<Text>,
        /// What it is for, where the purpose's sentence doesn't say.
        pub text: Option<Phrase>,
    }
}
