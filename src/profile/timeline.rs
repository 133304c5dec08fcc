use super::date::When;
use super::source::Source;
use crate::document::{Id, Text};

record! {
    /// What happened when, in the order of time.
    pub struct Timeline {
        /// The section's name in addresses.
        pub id: Id,
        /// The heading.
        pub title: Text,
        /// The paragraphs before the figure.
        pub paragraphs: Vec<Text>,
        /// What happened.
        pub events: Vec<Event>,
    }
}

record! {
    /// One thing that happened.
    pub struct Event {
        /// When, as precisely as it is known.
        pub when: When,
        /// What, in a few words.
        pub title: Text,
        /// What else there is to say.
        pub text: Option<Text>,
        /// Where this comes from, if not from the profile's origin.
        pub source: Option<Source>,
    }
}
