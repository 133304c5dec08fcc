//! The messages of the interface: `messages` and `cookies` say which there are, and each language
//! has a file. The texts of a profile are in its document.

mod ar;
mod cookies;
mod en;
mod lt;
mod messages;

pub use cookies::CookieMessages;
pub use messages::Messages;

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
}
