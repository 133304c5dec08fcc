use std::cell::Cell;
use std::rc::Rc;

use super::choice::{Follower, View};
use super::event::Event;
use super::focus;
use super::live::Live;
use super::policy::Purposes;
use super::record::Channel;
use super::settings::ANCHOR;
use super::state::{Answer, Keeping, Why};
use crate::markup::{Element, Listener, el, met};
use crate::model::ConsentModel as Model;
use crate::words::{Cookies, Words};

/// What the notice shows.
#[derive(Clone, Copy, Default, PartialEq)]
enum Shown {
    #[default]
    Nothing,
    Question(Why),
    Confirmation {
        allowed: Purposes,
        is_kept: bool,
        lingers: bool,
    },
}

impl Shown {
    fn of(view: &View) -> Self {
        match view.consent.answer {
            _ if !view.leads => Self::Nothing,
            Answer::Undecided { why, .. } => Self::Question(why),
            Answer::Decided(record) if view.consent.confirming => Self::Confirmation {
                allowed: record.allowed,
                is_kept: view.consent.keeping == Keeping::Durable,
                lingers: view.lingers,
            },
            _ => Self::Nothing,
        }
    }
}

/// The notice on the page. It goes when it is dropped.
struct Notice {
    element: web_sys::Element,
    _listener: Listener,
}

impl Drop for Notice {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// Asks the visitor, then says what was chosen. For a visitor who has answered
/// before there is nothing; nor before storage has been read.
///
/// The notice comes first into the element, so that it is the first that Tab reaches.
pub fn follower(live: &'static Live, root: &web_sys::Element, all: &'static Words) -> Follower {
    let words = &all.cookies;
    let root = root.clone();
    let shown = Cell::<Shown>::default();
    let notice = Cell::new(None);
    Rc::new(move |view| {
        let next = Shown::of(&view);
        let before = shown.replace(next);
        if next == before {
            return;
        }
        let parts = match next {
            Shown::Nothing => {
                notice.set(None);
                return;
            }
            Shown::Question(why) => question(live, words, why),
            Shown::Confirmation { allowed, is_kept, lingers } => {
                let said = match allowed {
                    all if all == live.policy.all() => words.accepted,
                    Purposes::NONE => words.opted_out,
                    _ => words.chosen,
                };
                confirmation(words, said, is_kept, lingers)
            }
        };
        let element = el("section")
            .class("pp-notice")
            // In another site it is a shadow part, like those that the embed names.
            .attr("part", "notice")
            .attr("aria-label", words.name)
            .children(parts)
            .build();
        // Who has answered or is in the notice reads on in it. Anybody else is left where they are,
        // as where an element is made anew or takes over from another.
        let had_focus = |gone: Notice| focus::focused_notice().as_ref() == Some(&gone.element);
        let reads = live.enters() | notice.take().is_some_and(had_focus);
        let _ = root.insert_before(&element, root.first_child().as_ref());
        let listener = listen(live, &element, Channel::Notice);
        notice.set(Some(Notice { element: element.clone(), _listener: listener }));
        if reads {
            focus::enter(&element);
        } else {
            focus::reveal();
        }
    })
}

fn question(live: &Live, words: &Cookies, why: Why) -> [Element; 2] {
    let again = match why {
        Why::First => None,
        Why::Expired => Some(words.expired),
        Why::Revised => Some(words.revised),
        Why::NewPurpose => Some(words.new_purpose),
        Why::Unreadable => Some(words.unreadable),
    };
    let question = match live.policy.model {
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
    el("a").attr("href", &["#", ANCHOR].concat()).text(text)
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
pub(super) fn listen(
    live: &'static Live,
    element: &web_sys::Element,
    channel: Channel,
) -> Listener {
    let around = element.clone();
    Listener::new(element, "click", move |event| {
        live.send(match met(&event, ACTION).as_deref() {
            Some(ACCEPT) => Event::Accept(channel),
            Some(OPT_OUT) => Event::OptOut(channel),
            Some(SAVE) => Event::Save(super::settings::wanted(live, &around), channel),
            Some(HIDE) => Event::Hide,
            _ => return,
        });
    })
}
