use super::date::When;
use super::source::Source;
use crate::document::{Id, Text};

record! {
    /// Since when the partner belongs, and to which working groups.
    pub struct Membership {
        /// The section's name in addresses.
        pub id: Id,
        /// The heading.
        pub title: Text,
        /// The paragraphs before the list.
        pub paragraphs: Vec<Text>,
        /// What the partner entered, and when. Statements that do not agree stand side by side.
        pub entries: Vec<Entry>,
        /// The working groups.
        pub groups: Vec<Group>,
    }
}

record! {
    /// A date of entry.
    pub struct Entry {
        /// What began, such as "Member since".
        pub label: Text,
        /// When.
        pub when: When,
        /// What else the reader should know.
        pub note: Option<Text>,
        /// Where this comes from, if not from the profile's origin.
        pub source: Option<Source>,
    }
}

record! {
    /// A working group of the coalition.
    pub struct Group {
        /// Its name.
        pub name: Text,
        /// The partner's part in it.
        pub role: Role,
    }
}

choice! {
    /// A partner's part in a working group.
    pub enum Role {
        /// Takes part.
        Member = "member",
        /// Leads together with others.
        CoLead = "co-lead",
    }
}
