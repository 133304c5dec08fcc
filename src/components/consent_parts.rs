//! What the notice and the cookie settings are made of. Their text is in the page: what comes to
//! life in the browser shows it, hides it and obeys buttons.

use leptos::html;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::status_messages::{keep_text, use_status_messages};
use crate::consent::{ConsentStatus, Event, Via, use_consent};
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
    via: Via,
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
#[cfg(any(not(target_arch = "wasm32"), feature = "islands"))]
#[leptos::island]
pub fn ConsentControls(
    /// The class of the group.
    class: String,
    /// The id of what names the group: a legend would have to be its child.
    labelled_by: Option<String>,
    /// The controls.
    children: Children,
) -> impl IntoView {
    controls(class, labelled_by, children())
}

/// Controls that can be used once the choice has started.
#[cfg(not(any(not(target_arch = "wasm32"), feature = "islands")))]
#[component]
pub fn ConsentControls<C: IntoView + 'static>(
    /// The class of the group.
    class: String,
    /// The id of what names the group.
    labelled_by: Option<String>,
    /// The controls.
    children: TypedChildren<C>,
) -> impl IntoView {
    controls(class, labelled_by, children.into_inner()())
}

fn controls(class: String, labelled_by: Option<String>, children: impl IntoView) -> impl IntoView {
    let consent = use_consent();
    view! {
        <fieldset class=class aria-labelledby=labelled_by disabled=move || !consent.is_known()>
            {children}
        </fieldset>
    }
}

/// Says why the question is asked again. It is not there where it is asked for the first time.
#[interactive]
pub fn ConsentReason() -> impl IntoView {
    let paragraph = NodeRef::new();
    say(
        paragraph,
        &[
            ConsentStatus::Expired,
            ConsentStatus::Revised,
            ConsentStatus::NewPurpose,
            ConsentStatus::Unreadable,
        ],
    );
    view! { <p class="pp-notice__message" node_ref=paragraph></p> }
}

/// Says what was chosen.
#[interactive]
pub fn ConsentAnswer(
    /// What can be said of it before the choice has started.
    children: Children,
) -> impl IntoView {
    let paragraph = NodeRef::new();
    say(paragraph, &ANSWERED);
    view! {
        <p class="pp-notice__message" node_ref=paragraph>
            {children()}
        </p>
    }
}

/// Says how the choice stands, and reads it out when that changes.
#[interactive]
pub fn ConsentSummary(
    /// What is said before the choice has started.
    children: Children,
) -> impl IntoView {
    let paragraph = NodeRef::new();
    let unasked =
        [ConsentStatus::OptedOutByGpc, ConsentStatus::OnUnasked, ConsentStatus::OffUnasked];
    say(paragraph, &[&unasked[..], &ANSWERED].concat());
    view! {
        <p class="pp-cookies__state" role="status" node_ref=paragraph>
            {children()}
        </p>
    }
}

/// What can be said of an answer.
const ANSWERED: [ConsentStatus; 5] = [
    ConsentStatus::Accepted,
    ConsentStatus::OptedOut,
    ConsentStatus::Chosen,
    ConsentStatus::NotKept,
    ConsentStatus::ScriptsStillRunning,
];

/// Keeps in a paragraph what can be said of the choice, once it has started.
fn say(paragraph: NodeRef<html::P>, statuses: &[ConsentStatus]) {
    let (consent, messages, statuses) = (use_consent(), use_status_messages(), statuses.to_vec());
    keep_text(paragraph, move || {
        let said = statuses.iter().filter(|status| consent.is(**status));
        let said: Vec<&str> = said.map(|status| messages.status(*status)).collect();
        consent.is_known().then(|| said.join(" "))
    });
}
