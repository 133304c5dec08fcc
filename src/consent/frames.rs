//! Frames that wait for their purpose, and what stands in their place.

use std::any::Any;
use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::attributes::STATE;
use super::policy::Purposes;
use crate::model::Language;

/// Shows what stands in the place of a blocked frame. What it returns is kept for as long as that
/// stands there.
pub type RenderBlockedFrame = fn(BlockedFrame) -> Box<dyn Any>;

/// A frame that may not load, as it is shown.
pub struct BlockedFrame {
    /// Stands in its place.
    pub place: HtmlElement,
    /// Its title.
    pub title: Option<String>,
    /// The names of its purposes.
    pub purposes: String,
    /// The language of these, where it is one.
    pub language: Option<Language>,
    /// What is said in its place; the purposes' names follow.
    pub blocked: String,
    /// What is said on the button; the purposes' names follow.
    pub allow: String,
    /// What the button does.
    pub on_allow: Box<dyn Fn()>,
}

/// Shows something in an element that stands in the place of a frame with this title and purpose.
pub type ShowInPlace = Box<dyn Fn(HtmlElement, Option<String>, Purposes) -> Option<Box<dyn Any>>>;

/// The frames of one site's choice.
pub struct Frames {
    show: ShowInPlace,
    /// What stands in the place of each, and what keeps that working.
    places: RefCell<Vec<(Element, Box<dyn Any>)>>,
}

impl Frames {
    /// Frames in whose place `show` puts something while they are blocked.
    pub fn new(show: ShowInPlace) -> Self {
        Self { show, places: RefCell::default() }
    }

    /// Loads a frame or blocks it; nothing where it already is so.
    pub fn set_allowed(&self, frame: &Element, purpose: Purposes, is_allowed: bool) {
        match (is_allowed, frame.has_attribute(STATE)) {
            (true, false) => self.start(frame),
            (true, true) => {}
            (false, is_started) => {
                let had_focus = is_started && stop(frame);
                self.block(frame, purpose);
                if had_focus {
                    focus_button(frame);
                }
            }
        }
    }

    fn start(&self, frame: &Element) {
        let _ = frame.set_attribute(STATE, "started");
        let _ = frame.remove_attribute("hidden");
        let active = document().active_element();
        let place = place_of(frame);
        let had_focus = place.as_ref().is_some_and(|place| place.contains(active.as_deref()));
        if let Some(place) = place {
            place.remove();
            let mut places = self.places.borrow_mut();
            let at = places.iter().position(|(shown, _)| *shown == place);
            let gone = at.map(|at| places.swap_remove(at));
            drop(places);
            drop(gone);
        }
        let _ = frame.set_attribute("src", &frame.get_attribute("data-src").unwrap_or_default());
        // The button is gone; what it allows is what comes next.
        if let Some(frame) = frame.dyn_ref::<HtmlElement>().filter(|_| had_focus) {
            let _ = frame.focus();
        }
    }

    fn block(&self, frame: &Element, purpose: Purposes) {
        if place_of(frame).is_some() {
            return;
        }
        let _ = frame.set_attribute("hidden", "");
        let place = document().create_element("div").ok();
        let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        place.set_class_name("pp-blocked");
        let title = frame.get_attribute("title");
        if let Some(shown) = (self.show)(place.clone(), title, purpose) {
            let _ = frame.before_with_node_1(&place);
            self.places.borrow_mut().push((place.into(), shown));
        }
    }
}

/// Ends a frame's content, and tells whether the focus was in it. Taking the frame out of the page
/// is what ends it for certain.
fn stop(frame: &Element) -> bool {
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
fn focus_button(frame: &Element) {
    let button = place_of(frame).and_then(|place| place.last_element_child());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// What stands in the place of a frame.
fn place_of(frame: &Element) -> Option<Element> {
    frame.previous_element_sibling().filter(|element| element.class_list().contains("pp-blocked"))
}
