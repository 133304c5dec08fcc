//! Frames that wait for their purpose, and what stands in their place.

use std::mem::forget;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::event::Event;
use super::gate::{PURPOSE, STATE};
use super::live::Live;
use super::policy::Purposes;
use crate::markup::{self, Listener, el};
use crate::words::Words;

/// Loads a frame's content.
pub fn start(frame: &Element) {
    let _ = frame.set_attribute(STATE, "started");
    let _ = frame.remove_attribute("hidden");
    let active = document().active_element();
    let placeholder = placeholder(frame);
    let had_focus = placeholder.as_ref().is_some_and(|place| place.contains(active.as_deref()));
    if let Some(placeholder) = placeholder {
        placeholder.remove();
    }
    let _ = frame.set_attribute("src", &frame.get_attribute("data-src").unwrap_or_default());
    // The button is gone; what it allows is what comes next.
    if let Some(frame) = frame.dyn_ref::<HtmlElement>().filter(|_| had_focus) {
        let _ = frame.focus();
    }
}

/// Ends a frame's content, and tells whether the focus was in it. Taking the frame out of the page
/// is what ends it for certain.
pub fn stop(frame: &Element) -> bool {
    let had_focus = document().active_element().as_ref() == Some(frame);
    let _ = frame.remove_attribute(STATE);
    let _ = frame.remove_attribute("src");
    if let Some(parent) = frame.parent_node() {
        let next = frame.next_sibling();
        let _ = parent.remove_child(frame);
        let _ = parent.insert_before(frame, next.as_ref());
    }
    had_focus
}

/// Moves the focus from a frame that was stopped to the button that allows it again.
pub fn focus_placeholder(frame: &Element) {
    let button = placeholder(frame).and_then(|place| place.last_element_child());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// Puts in the place of a frame what it is, and a button that allows it.
pub fn block(live: &'static Live, frame: &Element, purpose: Purposes) {
    if placeholder(frame).is_none() {
        let _ = frame.set_attribute("hidden", "");
        let Some(place) = explanation(live, frame) else { return };
        if let Some(button) = place.last_element_child() {
            forget(Listener::new(&button, "click", move |_| live.send(Event::Allow(purpose))));
        }
        let _ = frame.before_with_node_1(&place);
    }
}

fn placeholder(frame: &Element) -> Option<Element> {
    frame.previous_element_sibling().filter(|element| element.class_list().contains("pp-blocked"))
}

fn explanation(live: &Live, frame: &Element) -> Option<Element> {
    // Without a purpose of the site there is nothing that would allow it.
    let purpose = live.site.purpose(&frame.get_attribute(PURPOSE)?)?;
    let Words { language: spoken, cookies: words, .. } = live.words;
    let (label, language) = purpose.label.of(*spoken);
    // What is allowed is the purpose, here and elsewhere: the words name it.
    let named = |element: markup::Element, words: &str| {
        let name = el("span").attr("lang", language.as_str()).text(label);
        element.text(words).text(" ").child(name)
    };
    let title = frame.get_attribute("title");
    let button = el("button").attr("type", "button").class("pp-button");
    let place = el("div")
        .class("pp-blocked")
        .attr("lang", spoken.as_str())
        .attr("dir", spoken.direction().as_str())
        .children(title.map(|title| el("p").class("pp-blocked__title").text(&title)))
        .child(named(el("p").class("pp-blocked__text"), words.blocked))
        .child(named(button, words.allow));
    Some(place.build())
}
