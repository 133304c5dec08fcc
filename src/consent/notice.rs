use leptos::prelude::*;

use super::choice::Choice;
use super::policy::{Model, Purposes};
use super::record::Channel;
use super::settings::ANCHOR;
use super::state::{Answer, Event, Keeping, Why};
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
    Some(move || {
        let content = match shown.get() {
            Shown::Nothing => return None,
            Shown::Question(why) => question(&choice, words, why).into_any(),
            Shown::Confirmation { allowed, is_kept, lingers } => {
                let policy = choice.site.consent.policy();
                let said = match allowed {
                    all if all == policy.all() => words.accepted,
                    Purposes::NONE => words.opted_out,
                    _ => words.chosen,
                };
                confirmation(&choice, words, said, is_kept, lingers).into_any()
            }
        };
        Some(view! { <section class="pp-notice" aria-label=words.name>{content}</section> })
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

fn question(choice: &Choice, words: &'static Cookies, why: Why) -> impl IntoView {
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
    view! {
        <div class="pp-notice__text">
            {again.map(|again| view! { <p>{again}</p> })}
            <p>{question} " " <a href=format!("#{ANCHOR}")>{words.read_more}</a></p>
        </div>
        <div class="pp-notice__actions">
            {button(choice, words.accept, Event::Accept(Channel::Notice))}
            {button(choice, words.opt_out, Event::OptOut(Channel::Notice))}
        </div>
    }
}

fn confirmation(
    choice: &Choice,
    words: &'static Cookies,
    said: &'static str,
    is_kept: bool,
    lingers: bool,
) -> impl IntoView {
    // What was pressed is gone: the answer to it takes the focus, and is read out.
    let text = NodeRef::<leptos::html::Div>::new();
    text.on_load(|text| {
        let _ = text.focus();
    });
    view! {
        <div class="pp-notice__text" node_ref=text tabindex="-1">
            <p>{said}</p>
            {(!is_kept).then(|| view! { <p>{words.not_kept}</p> })}
            {lingers.then(|| view! { <p>{words.lingers}</p> })}
            <p><a href=format!("#{ANCHOR}")>{words.change}</a></p>
        </div>
        <div class="pp-notice__actions">{button(choice, words.hide, Event::Hide)}</div>
    }
}

/// A button of the choice. All of them look alike.
pub(super) fn button(choice: &Choice, label: &'static str, event: Event) -> impl IntoView + use<> {
    let choice = choice.clone();
    view! {
        <button type="button" class="pp-button" on:click=move |_| choice.send(event)>
            {label}
        </button>
    }
}
