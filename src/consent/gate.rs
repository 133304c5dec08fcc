//! Scripts and frames of the page that wait for their purpose.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, MutationObserver, MutationObserverInit};

use super::attributes::{OWNER, PURPOSE, STATE};
use super::callback::callback;
use super::elements::{found, warn};
use super::frames::Frames;
use super::purposes::Purposes;
use super::runtime::Runtime;
use super::scripts::Scripts;

/// Browsers that have WebAssembly pass over `nomodule`, and never tell that they are done with it.
const SCRIPTS: &str =
    "script[type='text/plain'][data-consent]:not([data-consent-state], [nomodule])";
const FAILED_SCRIPTS: &str = "script[data-consent-state='failed']";
const FRAMES: &str = "iframe[data-consent][data-src]";
/// What names a purpose and has run or loaded at once.
const UNBLOCKED: &str = "script[data-consent]:not([type='text/plain']), \
     iframe[data-consent]:not([data-src]), iframe[data-consent][src]:not([data-consent-state])";
const ALL: &str = "script[data-consent], iframe[data-consent]";

/// What one site's choice starts and stops on the page.
#[derive(Default)]
pub struct Gate {
    /// The scripts.
    pub scripts: Scripts,
    frames: Frames,
    /// The purposes that are on; none is known before the choice has started.
    on: Cell<Option<Purposes>>,
    /// Whether it is about to look again.
    is_planned: Cell<bool>,
    /// On a page of ours, what was told of as a mistake.
    told: RefCell<Option<Vec<Element>>>,
}

impl Gate {
    /// Looks again whenever something is added to the page or taken away: in a task of its own, so that
    /// with another observer that does the same the page goes on. `is_ours` tells whether the page is:
    /// mistakes in it are told then.
    pub fn watch(&self, runtime: &Rc<Runtime>, is_ours: bool) {
        *self.told.borrow_mut() = is_ours.then(Vec::new);
        self.tell_mistakes(runtime);
        let watched = runtime.clone();
        let look = callback(move |_| {
            watched.gate.is_planned.set(false);
            watched.gate.scan(&watched);
        });
        let (watched, look) = (runtime.clone(), look.into_js_value());
        let plan = callback(move |_| {
            if !watched.gate.is_planned.replace(true) {
                let _ = window().set_timeout_with_callback(look.unchecked_ref());
            }
        });
        let plan = plan.into_js_value();
        if let Ok(observer) = MutationObserver::new(plan.unchecked_ref()) {
            let init = MutationObserverInit::new();
            init.set_child_list(true);
            init.set_subtree(true);
            let _ = observer.observe_with_options(&document(), &init);
        }
    }

    /// Starts what is on and waits, also what could not be started before, and stops what is not on.
    pub fn apply(&self, runtime: &Rc<Runtime>, on: Purposes) {
        self.on.set(Some(on));
        for script in found(FAILED_SCRIPTS) {
            if !claimed(runtime, &script).is_empty() {
                let _ = script.remove_attribute(STATE);
            }
        }
        self.scan(runtime);
    }

    fn scan(&self, runtime: &Rc<Runtime>) {
        let Some(on) = self.on.get() else { return };
        self.tell_mistakes(runtime);
        self.scripts.set_on(on);
        for script in found(SCRIPTS) {
            let purposes = claimed(runtime, &script);
            if !purposes.is_empty() && on.has(purposes) {
                self.scripts.enqueue(script, purposes);
            }
        }
        self.scripts.start_next(runtime);
        self.frames.tidy(&runtime.terms.site);
        for frame in found(FRAMES) {
            let purposes = claimed(runtime, &frame);
            // Without purposes of the site it is not ours: in another site it may be that one's own.
            if !purposes.is_empty() {
                self.frames.set_allowed(runtime, &frame, purposes, on.has(purposes));
            }
        }
    }

    /// Tells, once each, what names purposes and does not wait for them, or for ever.
    fn tell_mistakes(&self, runtime: &Runtime) {
        let mut told = self.told.borrow_mut();
        let Some(told) = told.as_mut() else { return };
        for element in found(ALL) {
            let is_unblocked = element.matches(UNBLOCKED) == Ok(true);
            let is_right = !is_unblocked && !named(runtime, &element).is_empty();
            if is_right || told.contains(&element) {
                continue;
            }
            let cause = if is_unblocked {
                "a script needs type=\"text/plain\", and a frame data-src in place of src"
            } else {
                "public/site.json has no such purpose"
            };
            warn("this does not wait for the cookie choice:", &element, &cause.into());
            told.push(element);
        }
    }
}

/// The purposes that an element names; none where one is unknown.
fn named(runtime: &Runtime, element: &Element) -> Purposes {
    runtime.terms.sets_of(&element.get_attribute(PURPOSE).unwrap_or_default())
}

/// Takes an element for the site, unless another has; the purposes that it waits for, or none.
fn claimed(runtime: &Runtime, element: &Element) -> Purposes {
    let (purposes, site) = (named(runtime, element), &runtime.terms.site);
    if purposes.is_empty() || element.get_attribute(OWNER).is_some_and(|owner| owner != *site) {
        return Purposes::NONE;
    }
    let _ = element.set_attribute(OWNER, site);
    purposes
}
