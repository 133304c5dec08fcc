use crate::document::{Id, Text};

record! {
    /// Whom a profile is about.
    pub struct Partner {
        /// The name in common use.
        pub name: Text,
        /// A country or an organisation.
        pub kind: PartnerKind,
        /// The name of a picture in `public/flags`, without its ending.
        pub flag: Option<Id>,
    }
}

choice! {
    /// What a partner is.
    pub enum PartnerKind {
        /// A state.
        Country = "country",
        /// An international organisation.
        Organisation = "organisation",
    }
}
