//! The messages of the interface: `messages` and `cookies` say which there are, and each language
//! has a file. The texts of a profile are in its document.

mod ar;
mod cookies;
mod en;
mod lt;
mod messages;

pub use cookies::CookieMessages;
pub use messages::{CountKinds, Messages, Precisions, Roles};

use crate::model::Language;

impl Messages {
    /// The messages in a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &en::MESSAGES,
            Language::Lithuanian => &lt::MESSAGES,
            Language::Arabic => &ar::MESSAGES,
        }
    }

    /// How long something is kept: so many days.
    pub fn days(&self, count: u32) -> String {
        match self.language {
            Language::English => en::days(count),
            Language::Lithuanian => lt::days(count),
            Language::Arabic => ar::days(count),
        }
    }
}
