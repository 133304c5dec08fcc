//! What the notice and the cookie settings are made of. Their text is in the page: what comes to
//! life in the browser shows it, hides it and obeys buttons.

use leptos::html;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::status_messages::{keep_text, use_status_messages};
use crate::consent::{self, ConsentStatus, Event, NoticeState, Purposes, Via, use_consent};
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
            ConsentAction::Accept => Event::Choose(Purposes::ALL, via),
            ConsentAction::OptOut => Event::Choose(Purposes::NONE, via),
            ConsentAction::Save => Event::Choose(consent.wanted(), via),
            ConsentAction::Hide => Event::Confirm(false),
        });
    };
    view! {
        <button type="button" class="pp-button" on:click=act>
            {children()}
        </button>
    }
}

/// Says why the question is asked again, where it is not asked for the first time. It shows the question.
#[interactive]
pub fn ConsentReason() -> impl IntoView {
    let paragraph = NodeRef::new();
    show_part(paragraph, true);
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

/// Says what was chosen. It shows the confirmation.
#[interactive]
pub fn ConsentAnswer(
    /// What can be said of it before the choice has started.
    children: Children,
) -> impl IntoView {
    let paragraph = NodeRef::new();
    show_part(paragraph, false);
    say(paragraph, &ANSWERED);
    view! {
        <p class="pp-notice__message" node_ref=paragraph>
            {children()}
        </p>
    }
}

/// Says how the choice stands, and reads it out when that changes. It enables the controls around it.
#[interactive]
pub fn ConsentSummary(
    /// What is said before the choice has started.
    children: Children,
) -> impl IntoView {
    let paragraph = NodeRef::new();
    let unasked =
        [ConsentStatus::OptedOutByGpc, ConsentStatus::OnUnasked, ConsentStatus::OffUnasked];
    enable_controls(paragraph);
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

/// Makes the controls around a paragraph usable once the choice has started: until then nothing optional runs.
pub fn enable_controls(paragraph: NodeRef<html::P>) {
    let consent = use_consent();
    Effect::new(move |_| {
        let Some(paragraph) = paragraph.get().filter(|_| consent.is_known()) else { return };
        if let Ok(Some(controls)) = paragraph.closest("fieldset") {
            let _ = controls.remove_attribute("disabled");
        }
    });
}

/// Shows the part of the notice that a paragraph is in while it is called for: the question, or what was
/// just chosen.
fn show_part(paragraph: NodeRef<html::P>, is_question: bool) {
    let consent = use_consent();
    Effect::new(move |before: Option<Option<NoticeState>>| {
        let all = consent.notice();
        let state = all.filter(|state| is_question == matches!(state, NoticeState::Question(_)));
        let paragraph = paragraph.get().filter(|_| consent.is_known())?;
        let notice: HtmlElement = paragraph.closest(".pp-notice").ok()??.unchecked_into();
        if let Ok(Some(page)) = notice.closest("body") {
            let _ = page.toggle_attribute_with_force("data-notice", all.is_some());
        }
        // The page's script may have shown it before.
        let (before, was_shown) = (before.flatten(), !notice.hidden());
        if before == state && was_shown == state.is_some() {
            return state;
        }
        // Who is in the question reads on in the notice where that confirms. Else the part that goes away
        // gives the focus to the page.
        let was_in = consent::is_in(&notice);
        if was_in && state.is_none() && all != Some(NoticeState::Confirmation) {
            consent::to_page();
        }
        notice.set_hidden(state.is_none());
        if state.is_some() {
            let enters = consent.focuses_confirmation() || was_in;
            match (was_shown && before.is_none(), enters) {
                // The visitor has found it already.
                (true, _) => {}
                (false, true) => consent::enter(&notice),
                (false, false) => consent::reveal(),
            }
        }
        state
    });
}
