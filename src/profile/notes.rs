use super::source::Source;
use crate::document::{Id, Text};

record! {
    /// What the reader should know about the facts.
    pub struct Notes {
        /// The section's name in addresses.
        pub id: Id,
        /// The heading.
        pub title: Text,
        /// The notes.
        pub notes: Vec<Note>,
    }
}

record! {
    /// One note.
    pub struct Note {
        /// What it says.
        pub text: Text,
        /// Where it comes from, if not from the profile's origin.
        pub source: Option<Source>,
    }
}
