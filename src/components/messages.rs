use std::sync::Arc;

use leptos::prelude::*;

use crate::consent::ConsentStatus;
use crate::words::Words;

/// What interactive parts say: on a page that was rendered at build time they have no other words. It
/// is context, since parts all over the page speak.
#[derive(Clone)]
pub struct Messages(Arc<[String]>);

/// What is said of other things than the cookie choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// The switch of the colours is not remembered.
    NotRemembered,
    /// A section's address was copied.
    AddressCopied,
    /// A section's address could not be copied.
    AddressNotCopied,
    /// No partner fits what is searched for.
    NoPartnerFound,
    /// Some partners do.
    PartnersShown,
}

impl Messages {
    /// The messages in their order: of each [`ConsentStatus`], then of each [`Message`].
    pub fn list(words: &Words) -> Vec<String> {
        let cookies = &words.cookies;
        let of_choice = ConsentStatus::ALL.map(|status| match status {
            ConsentStatus::Expired => cookies.expired,
            ConsentStatus::Revised => cookies.revised,
            ConsentStatus::NewPurpose => cookies.new_purpose,
            ConsentStatus::Unreadable => cookies.unreadable,
            ConsentStatus::OptedOutByGpc => cookies.signalled,
            ConsentStatus::OnUnasked => cookies.on_unasked,
            ConsentStatus::OffUnasked => cookies.off_unasked,
            ConsentStatus::Accepted => cookies.accepted,
            ConsentStatus::OptedOut => cookies.opted_out,
            ConsentStatus::Chosen => cookies.chosen,
            ConsentStatus::NotKept => cookies.not_kept,
            ConsentStatus::ScriptsStillRunning => cookies.lingers,
        });
        let others = [
            cookies.not_remembered,
            words.address_copied,
            words.address_not_copied,
            words.no_partner_found,
            words.partners_shown,
        ];
        of_choice.into_iter().chain(others).map(str::to_owned).collect()
    }

    /// What is said of the cookie choice.
    pub fn status(&self, status: ConsentStatus) -> &str {
        self.at(status as usize)
    }

    /// What is said of something else.
    pub fn get(&self, message: Message) -> &str {
        self.at(ConsentStatus::ALL.len() + message as usize)
    }

    fn at(&self, index: usize) -> &str {
        self.0.get(index).map_or("", String::as_str)
    }
}

/// Makes known to the components below what they say.
pub fn provide_messages(list: Vec<String>) {
    provide_context(Messages(list.into()));
}

/// What is said here.
pub fn use_messages() -> Messages {
    expect_context()
}
