//! Frames that wait for their purpose, and what stands in their place.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::event::Event;
use super::gate::{PURPOSE, STATE};
use super::live::Live;
use super::policy::Purposes;
use crate::markup::callback;
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
        let _ = fill(live, frame, purpose);
    }
}

fn placeholder(frame: &Element) -> Option<Element> {
    frame.previous_element_sibling().filter(|element| element.class_list().contains("pp-blocked"))
}

fn fill(live: &'static Live, frame: &Element, purpose: Purposes) -> Result<(), JsValue> {
    let id = frame.get_attribute(PURPOSE).unwrap_or_default();
    // Without a purpose of the site there is nothing that would allow it.
    let Some(described) = live.site.purpose(&id) else { return Ok(()) };
    let Words { language: spoken, cookies: words, .. } = live.words;
    let (label, language) = described.label.of(*spoken);
    let place = element("div", "pp-blocked", "")?;
    place.set_attribute("lang", spoken.as_str())?;
    place.set_attribute("dir", spoken.direction().as_str())?;
    if let Some(title) = frame.get_attribute("title") {
        place.append_child(&*element("p", "pp-blocked__title", &title)?)?;
    }
    // What is allowed is the purpose, here and elsewhere: the words name it.
    let named = |tag, class, words| {
        let around = element(tag, class, &format!("{words} "))?;
        let name = element("span", "", label)?;
        name.set_attribute("lang", language.as_str())?;
        around.append_child(&name).map(|_| around)
    };
    place.append_child(&*named("p", "pp-blocked__text", words.blocked)?)?;
    let button = named("button", "pp-button", words.allow)?;
    button.set_attribute("type", "button")?;
    let allow = callback(move |_| live.send(Event::Allow(purpose)));
    button.add_event_listener_with_callback("click", allow.into_js_value().unchecked_ref())?;
    place.append_child(&button)?;
    frame.before_with_node_1(&place)
}

fn element(tag: &str, class: &str, text: &str) -> Result<Element, JsValue> {
    let element = document().create_element(tag)?;
    element.set_class_name(class);
    element.set_text_content(Some(text));
    Ok(element)
}
