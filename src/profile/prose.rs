use super::count::Count;
use super::source::Source;
use crate::document::{Id, Link, Text};

record! {
    /// A headed part of running text, with what belongs beside it.
    pub struct Prose {
        /// The section's name in addresses.
        pub id: Id,
        /// The heading.
        pub title: Text,
        /// The paragraphs.
        pub paragraphs: Vec<Text>,
        /// Numbers of people that the text is about, each a statement of its own.
        pub figures: Vec<Count>,
        /// Points that are read one by one, such as key projects.
        pub points: Vec<Text>,
        /// Articles to read on.
        pub links: Vec<Article>,
        /// Where this comes from, if not from the profile's origin.
        pub source: Option<Source>,
    }
}

record! {
    /// Something to read elsewhere.
    pub struct Article {
        /// Its title.
        pub label: Text,
        /// Its address.
        pub url: Link,
    }
}
