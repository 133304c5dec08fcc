//! Frames that wait for their purpose, and what stands in their place.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::attributes::{BLOCKED, NAME, OWNER, STARTED, STATE};
use super::elements::found;
use super::event::Event;
use super::focus::focus;
use super::purposes::Purposes;
use super::runtime::Runtime;
use crate::model::{ConsentTerms, Language, PurposeTerms};

/// What stands in the place of frames.
const PLACES: &str = ".pp-blocked[data-consent-site]";

/// Shows what stands in the place of a blocked frame. What it returns is kept for as long as that
/// stands there.
pub type RenderBlockedFrame = fn(BlockedFrame) -> Box<dyn Any>;

/// A frame that may not load, as it is shown.
pub struct BlockedFrame {
    /// Stands in its place.
    pub place: HtmlElement,
    /// In another site, the element that asks.
    pub element: Option<Element>,
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

/// The frames of one site's choice. A frame and what stands in its place are known as the elements that
/// they are: scripts of the page may move, wrap, copy or remove either of them.
#[derive(Default)]
pub struct Frames {
    blocked: RefCell<Vec<Blocked>>,
}

/// A frame that is blocked.
struct Blocked {
    frame: Element,
    /// What stands in its place.
    place: HtmlElement,
    /// Keeps that working.
    _shown: Box<dyn Any>,
}

impl Frames {
    /// Takes away what stands in the place of frames that are gone, and copies of it, which do nothing.
    pub fn tidy(&self, site: &str) {
        let is_gone = |blocked: &mut Blocked| !blocked.frame.is_connected();
        let gone: Vec<_> = self.blocked.borrow_mut().extract_if(.., is_gone).collect();
        gone.iter().for_each(|blocked| blocked.place.remove());
        for place in found(PLACES) {
            let is_known = self.blocked.borrow().iter().any(|blocked| *blocked.place == place);
            if !is_known && place.get_attribute(OWNER).as_deref() == Some(site) {
                place.remove();
            }
        }
    }

    /// Loads a frame or blocks it; nothing where it already is so.
    pub fn set_allowed(
        &self,
        runtime: &Rc<Runtime>,
        frame: &Element,
        purposes: Purposes,
        is_allowed: bool,
    ) {
        let is_started = frame.get_attribute(STATE).as_deref() == Some(STARTED);
        let is_known = self.blocked.borrow().iter().any(|blocked| blocked.frame == *frame);
        if is_allowed && !is_started {
            self.start(frame);
        } else if !is_allowed && !is_known {
            self.block(runtime, frame, purposes);
        }
    }

    fn start(&self, frame: &Element) {
        let at = self.blocked.borrow().iter().position(|blocked| blocked.frame == *frame);
        let blocked = at.map(|at| self.blocked.borrow_mut().swap_remove(at));
        let had_focus = blocked.is_some_and(|Blocked { place, .. }| {
            let had_focus = place.contains(document().active_element().as_deref());
            place.remove();
            had_focus
        });
        let load = || {
            let _ = frame.set_attribute(STATE, STARTED);
            let _ = frame.remove_attribute("hidden");
            let address = frame.get_attribute("data-src").unwrap_or_default();
            let _ = frame.set_attribute("src", &address);
        };
        match frame.get_attribute(NAME) {
            None => load(),
            Some(name) => anew(frame, || {
                let _ = frame.remove_attribute(NAME);
                let _ = frame.set_attribute("name", &name);
                load();
            }),
        }
        // The button is gone; what it allows is what comes next.
        if had_focus {
            focus(Some(frame.clone()), false);
        }
    }

    fn block(&self, runtime: &Rc<Runtime>, frame: &Element, purposes: Purposes) {
        let had_focus = document().active_element().as_ref() == Some(frame);
        let name = frame.get_attribute("name");
        if name.is_some() || frame.has_attribute("src") {
            anew(frame, || {
                let _ = frame.remove_attribute("src");
                let _ = frame.remove_attribute("name");
            });
        }
        if let Some(name) = name {
            let _ = frame.set_attribute(NAME, &name);
        }
        let _ = frame.set_attribute(STATE, BLOCKED);
        let _ = frame.set_attribute("hidden", "");
        let place = document().create_element("div").ok();
        let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        place.set_class_name("pp-blocked");
        let _ = place.set_attribute(OWNER, &runtime.terms.site);
        let title = frame.get_attribute("title");
        if let Some(_shown) = show(runtime, place.clone(), title, purposes) {
            let _ = frame.before_with_node_1(&place);
            if had_focus {
                focus(button(&place), false);
            }
            self.blocked.borrow_mut().push(Blocked { frame: frame.clone(), place, _shown });
        }
    }
}

/// Shows in an element what stands in the place of a frame with this title and purposes.
fn show(
    runtime: &Rc<Runtime>,
    place: HtmlElement,
    title: Option<String>,
    purposes: Purposes,
) -> Option<Box<dyn Any>> {
    let ConsentTerms { purposes: all, blocked, allow, .. } = &runtime.terms;
    let is_needed = |purpose: &&PurposeTerms| purposes.has(runtime.terms.set_of(&purpose.id));
    let needed: Vec<_> = all.iter().filter(is_needed).collect();
    let labels: Vec<_> = needed.iter().map(|purpose| &*purpose.label).collect();
    let language = needed.first()?.language;
    let is_in_one = needed.iter().all(|purpose| purpose.language == language);
    let allowing = runtime.clone();
    Some((runtime.render)(BlockedFrame {
        place,
        element: runtime.element(),
        title,
        purposes: labels.join(", "),
        language: is_in_one.then_some(language),
        blocked: blocked.clone(),
        allow: allow.clone(),
        on_allow: Box::new(move || allowing.dispatch(Event::Allow(purposes))),
    }))
}

/// Changes a frame while it is out of the page, which is what ends its content and the name of that for
/// certain.
fn anew(frame: &Element, change: impl FnOnce()) {
    let (parent, next) = (frame.parent_node(), frame.next_sibling());
    frame.remove();
    change();
    if let Some(parent) = parent {
        let _ = parent.insert_before(frame, next.as_ref());
    }
}

/// The button that allows a frame which is blocked.
fn button(place: &Element) -> Option<Element> {
    const BUTTON: &str = ".pp-button";
    match place.shadow_root() {
        Some(root) => root.query_selector(BUTTON).ok()?,
        None => place.query_selector(BUTTON).ok()?,
    }
}
