use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::choice::Choice;
use super::event::Event;
use super::policy::{Model, Purposes};
use super::record::Channel;
use super::settings::ANCHOR;
use super::state::{Answer, Keeping, Why};
use crate::markup::{Element, Listener, Markup, el, met};
use crate::words::{Cookies, Words};

/// What the notice shows.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Nothing,
    Question(Why),
    Confirmation { allowed: Purposes, is_kept: bool, lingers: bool },
}

/// Asks the visitor, then says what was chosen. For a visitor who has answered
/// before there is nothing; nor on the server, which does not know.
///
/// It belongs first into the page, so that it is the first that Tab reaches.
#[component]
pub fn Notice() -> impl IntoView {
    let choice = Choice::current()?;
    let words = &Words::of(choice.language).cookies;
    let shown = {
        let choice = choice.clone();
        Memo::new(move |_| shown(&choice))
    };
    let mut before = Shown::Nothing;
    Some(move || {
        let shown = shown.get();
        // What was pressed was in the notice. Where there was none, as in an element that is made
        // anew or takes over from another, the reader is somewhere else.
        let was_there = std::mem::replace(&mut before, shown) != Shown::Nothing;
        let (parts, takes_focus) = match shown {
            Shown::Nothing => return None,
            Shown::Question(why) => (question(&choice, words, why), false),
            Shown::Confirmation { allowed, is_kept, lingers } => {
                let policy = choice.site.consent.policy();
                let said = match allowed {
                    all if all == policy.all() => words.accepted,
                    Purposes::NONE => words.opted_out,
                    _ => words.chosen,
                };
                (confirmation(words, said, is_kept, lingers), was_there)
            }
        };
        let choice = choice.clone();
        let make = move || {
            el("section")
                .class("pp-notice")
                // In another site it is a shadow part, like those that the embed names.
                .attr("part", "notice")
                .attr("aria-label", words.name)
                .children(parts)
        };
        Some(Markup::new(make).wired(move |element| {
            // What was pressed is gone: the answer to it takes the focus, and is read out.
            if let Some(text) = element.first_element_child().filter(|_| takes_focus) {
                let _ = text.unchecked_into::<web_sys::HtmlElement>().focus();
            }
            vec![listen(element, choice, Channel::Notice)]
        }))
    })
}

fn shown(choice: &Choice) -> Shown {
    let view = choice.view();
    match view.consent.answer {
        _ if !view.leads => Shown::Nothing,
        Answer::Undecided { why, .. } => Shown::Question(why),
        Answer::Decided(record) if view.consent.confirming => Shown::Confirmation {
            allowed: record.allowed,
            is_kept: view.consent.keeping == Keeping::Durable,
            lingers: view.lingers,
        },
        _ => Shown::Nothing,
    }
}

fn question(choice: &Choice, words: &Cookies, why: Why) -> [Element; 2] {
    let again = match why {
        Why::First => None,
        Why::Expired => Some(words.expired),
        Why::Revised => Some(words.revised),
        Why::NewPurpose => Some(words.new_purpose),
        Why::Unreadable => Some(words.unreadable),
    };
    let question = match choice.site.consent.model {
        Model::OptOut => words.question_opt_out,
        Model::OptIn => words.question_opt_in,
    };
    let text = el("div")
        .class("pp-notice__text")
        .children(again.map(|again| el("p").text(again)))
        .child(el("p").text(question).text(" ").child(to_settings(words.read_more)));
    let actions = el("div")
        .class("pp-notice__actions")
        .child(button(words.accept, ACCEPT))
        .child(button(words.opt_out, OPT_OUT));
    [text, actions]
}

fn confirmation(words: &Cookies, said: &str, is_kept: bool, lingers: bool) -> [Element; 2] {
    let text = el("div")
        .class("pp-notice__text")
        .attr("tabindex", "-1")
        .child(el("p").text(said))
        .children((!is_kept).then(|| el("p").text(words.not_kept)))
        .children(lingers.then(|| el("p").text(words.lingers)))
        .child(el("p").child(to_settings(words.change)));
    [text, el("div").class("pp-notice__actions").child(button(words.hide, HIDE))]
}

fn to_settings(text: &str) -> Element {
    el("a").attr("href", &format!("#{ANCHOR}")).text(text)
}

/// Names what a button of the choice does.
const ACTION: &str = "data-pp-action";
pub(super) const ACCEPT: &str = "accept";
pub(super) const OPT_OUT: &str = "opt-out";
pub(super) const SAVE: &str = "save";
const HIDE: &str = "hide";

/// A button of the choice. All of them look alike.
pub(super) fn button(label: &str, action: &str) -> Element {
    el("button").attr("type", "button").class("pp-button").attr(ACTION, action).text(label)
}

/// Obeys the buttons in an element.
pub(super) fn listen(element: &web_sys::Element, choice: Choice, channel: Channel) -> Listener {
    let around = element.clone();
    Listener::new(element, "click", move |event| {
        let event = match met(&event, ACTION).as_deref() {
            Some(ACCEPT) => Event::Accept(channel),
            Some(OPT_OUT) => Event::OptOut(channel),
            Some(SAVE) => Event::Save(super::settings::wanted(&around, &choice), channel),
            Some(HIDE) => Event::Hide,
            _ => return,
        };
        choice.send(event);
    })
}
