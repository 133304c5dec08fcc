use super::source::Source;
use crate::document::{Id, Text};

record! {
    /// What the partner gave or did, each with a figure where one is known.
    pub struct Contributions {
        /// The section's name in addresses.
        pub id: Id,
        /// The heading.
        pub title: Text,
        /// The paragraphs before the list.
        pub paragraphs: Vec<Text>,
        /// The contributions.
        pub items: Vec<Contribution>,
    }
}

record! {
    /// One contribution.
    pub struct Contribution {
        /// Its figure as it is shown; missing where it was not preserved.
        pub figure: Option<Text>,
        /// What the figure stands for.
        pub caption: Text,
        /// Where this comes from, if not from the profile's origin.
        pub source: Option<Source>,
    }
}
