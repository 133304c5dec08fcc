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
    /// The class of the group.
    class: String,
    /// The id of what names the group: a legend would have to be its child.
    labelled_by: Option<String>,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let consent = use_consent();
    view! {
        <fieldset class=class aria-labelledby=labelled_by disabled=move || !consent.is_known()>
            {children()}
        </fieldset>
    }
}

/// Says how the choice stands, in all the messages that hold. It is not there without any.
#[interactive]
pub fn ConsentMessage(
    /// What is said, see [`messages()`].
    messages: Vec<String>,
) -> impl IntoView {
    let paragraph = NodeRef::new();
    say(paragraph, messages);
    view! { <p class="pp-notice__message" hidden=true node_ref=paragraph></p> }
}

/// Says how the choice stands, and reads it out when that changes.
#[interactive]
pub fn ConsentSummary(
    /// What is said, see [`messages()`].
    messages: Vec<String>,
    /// What is said before the choice has started.
    children: Children,
) -> impl IntoView {
    let paragraph = NodeRef::new();
    say(paragraph, messages);
    view! {
        <p class="pp-cookies__state" role="status" node_ref=paragraph>
            {children()}
        </p>
    }
}

/// Keeps in a paragraph the messages that hold, once the choice has started. The text is set as a
/// whole: a translator may have put elements of its own into it.
fn say(paragraph: NodeRef<html::P>, messages: Vec<String>) {
    let consent = use_consent();
    Effect::new(move |_| {
        let Some(paragraph) = paragraph.get().filter(|_| consent.is_known()) else { return };
        let said = consent.said(&messages);
        paragraph.set_hidden(said.is_empty());
        // The same words set again would be read out again.
        if paragraph.text_content().as_ref() != Some(&said) {
            paragraph.set_text_content(Some(&said));
        }
    });
}

/// A message for each status, empty where nothing is said of it: as a list it is the smallest that an
/// island can be handed.
pub fn messages(said: &[(ConsentStatus, &str)]) -> Vec<String> {
    let message = |status| {
        let found = said.iter().find(|(said, _)| *said == status);
        found.map_or_else(String::new, |(_, message)| (*message).to_owned())
    };
    ConsentStatus::ALL.map(message).into()
}
