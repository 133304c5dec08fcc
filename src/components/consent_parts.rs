//! What the notice and the cookie settings are made of. Their text is in the page: what comes to
//! life in the browser shows it, hides it and obeys buttons.

use leptos::html;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::consent::{Channel, ConsentStatus, Event, use_consent};
use crate::interactive;

/// What a button of the choice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConsentAction {
    /// Allows everything.
    Accept,
    /// Refuses everything.
    OptOut,
    /// Allows what the checkboxes ask for.
    Save,
    /// Takes the confirmation away.
    Hide,
}

/// A button of the choice. All of them look alike.
#[interactive]
pub fn ConsentButton(
    /// What it does.
    action: ConsentAction,
    /// Where it stands.
    via: Channel,
    /// Its label.
    children: Children,
) -> impl IntoView {
    let consent = use_consent();
    let act = move |_| {
        consent.dispatch(match action {
            ConsentAction::Accept => Event::Accept(via),
            ConsentAction::OptOut => Event::OptOut(via),
            ConsentAction::Save => Event::Save(consent.wanted(), via),
            ConsentAction::Hide => Event::Hide,
        });
    };
    view! {
        <button type="button" class="pp-button" on:click=act>
            {children()}
        </button>
    }
}

/// Controls that can be used once the choice has started: until then nothing optional runs.
#[interactive]
pub fn ConsentControls(
    /// Its class.
    class: String,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let consent = use_consent();
    view! {
        <fieldset class=class disabled=move || !consent.is_known()>
            {children()}
        </fieldset>
    }
}

/// Says how the choice stands, in all the messages that hold. It is not there without any.
///
/// The text is set as a whole: a translator may have put elements of its own into it.
#[interactive]
pub fn ConsentMessage(
    /// Its class.
    class: String,
    /// Whether it is read out when it changes.
    is_status: bool,
    /// What is said, and when.
    messages: Vec<(ConsentStatus, String)>,
    /// What is said before the choice has started.
    children: Children,
) -> impl IntoView {
    let consent = use_consent();
    let paragraph = NodeRef::<html::P>::new();
    Effect::new(move |_| {
        let Some(paragraph) = paragraph.get().filter(|_| consent.is_known()) else { return };
        let said = consent.said(&messages);
        paragraph.set_hidden(said.is_empty());
        // The same words set again would be read out again.
        if paragraph.text_content().as_ref() != Some(&said) {
            paragraph.set_text_content(Some(&said));
        }
    });
    view! {
        <p class=class role=is_status.then_some("status") node_ref=paragraph>
            {children()}
        </p>
    }
}
