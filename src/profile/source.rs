use super::date::When;
use crate::document::{Link, Text};

record! {
    /// Where one fact comes from when it is not the profile's origin.
    pub struct Source {
        /// The publisher or work, as it is to be shown.
        pub name: Text,
        /// Its address.
        pub url: Option<Link>,
    }
}

record! {
    /// The publication that the profile as a whole is based on.
    pub struct Origin {
        /// Who published it.
        pub publisher: Text,
        /// What is known as its title.
        pub title: Text,
        /// Its address.
        pub url: Option<Link>,
        /// When it was published; missing where it names no date.
        pub date: Option<When>,
        /// What the reader should know of its age or state.
        pub note: Option<Text>,
    }
}
