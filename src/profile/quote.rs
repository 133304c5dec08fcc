use super::date::When;
use super::source::Source;
use crate::document::{Id, Text};

record! {
    /// Words of a person, with who said them.
    pub struct Quote {
        /// The section's name in addresses.
        pub id: Id,
        /// The heading.
        pub title: Text,
        /// What was said, by paragraph.
        pub paragraphs: Vec<Text>,
        /// Who said it.
        pub speaker: Text,
        /// The speaker's post.
        pub post: Option<Text>,
        /// When it was said.
        pub when: Option<When>,
        /// Where this comes from, if not from the profile's origin.
        pub source: Option<Source>,
    }
}
