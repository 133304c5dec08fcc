use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use strum::VariantArray;

use crate::consent::ConsentStatus;
use crate::i18n::Messages;

/// What interactive parts say: on a page that was rendered at build time they have no other messages. It
/// is context, since parts all over the page speak.
#[derive(Clone)]
pub struct StatusMessages(Arc<[String]>);

/// What is said of other things than the cookie choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusMessage {
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

impl StatusMessages {
    /// The messages in their order: of each [`ConsentStatus`], then of each [`StatusMessage`].
    pub fn list(messages: &Messages) -> Vec<String> {
        let cookies = &messages.cookies;
        let of_choice = ConsentStatus::VARIANTS.iter().map(|status| match status {
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
            ConsentStatus::ScriptsStillRunning => cookies.scripts_still_running,
        });
        let others = [
            cookies.not_remembered,
            messages.address_copied,
            messages.address_not_copied,
            messages.no_partner_found,
            messages.partners_shown,
        ];
        of_choice.chain(others).map(str::to_owned).collect()
    }

    /// What is said of the cookie choice.
    pub fn status(&self, status: ConsentStatus) -> &str {
        self.at(status as usize)
    }

    /// What is said of something else.
    pub fn get(&self, message: StatusMessage) -> &str {
        self.at(ConsentStatus::VARIANTS.len() + message as usize)
    }

    fn at(&self, index: usize) -> &str {
        self.0.get(index).map_or("", String::as_str)
    }
}

/// Makes known to the components below what they say.
pub fn provide_status_messages(list: Vec<String>) {
    provide_context(StatusMessages(list.into()));
}

/// What is said here.
pub fn use_status_messages() -> StatusMessages {
    expect_context()
}

/// Keeps a paragraph's text as `text` has it; nothing leaves it as it was rendered. It is set as a
/// whole: a translator may have put elements of its own into it. The same text set again would be
/// read out again.
pub(super) fn keep_text(paragraph: NodeRef<html::P>, text: impl Fn() -> Option<String> + 'static) {
    // Boxed: each type of effect is code of its own.
    let text: Box<dyn Fn() -> Option<String>> = Box::new(text);
    Effect::new(move |_| {
        let Some((paragraph, text)) = paragraph.get().zip(text()) else { return };
        if paragraph.text_content().as_ref() != Some(&text) {
            paragraph.set_text_content(Some(&text));
        }
    });
}
