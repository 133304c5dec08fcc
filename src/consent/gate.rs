//! Scripts and frames of the page that wait for their purpose.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, MutationObserver, MutationObserverInit};

use super::attributes::{OWNER, PURPOSE, STATE};
use super::callback::callback;
use super::elements::{found, warn};
use super::frames::{Frames, ShowInPlace};
use super::policy::{Policy, Purposes};
use super::scripts::{OnRefused, Scripts};
use crate::model::ConsentTerms;

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
pub struct Gate {
    site: String,
    policy: Policy,
    scripts: Rc<Scripts>,
    frames: Frames,
    /// The purposes that are on; none is known before the choice has started.
    on: Cell<Option<Purposes>>,
    /// Whether it is about to look again.
    is_planned: Cell<bool>,
    /// On a page of ours, what was told of as a mistake.
    told: RefCell<Option<Vec<Element>>>,
}

impl Gate {
    /// The gate of a site's choice. `show` puts something in the place of a blocked frame, and
    /// `on_refused` is told of a script that has refused its own purposes.
    pub fn new(terms: &ConsentTerms, show: ShowInPlace, on_refused: OnRefused) -> Self {
        Self {
            site: terms.site.clone(),
            policy: Policy::of(terms),
            scripts: Rc::new(Scripts::new(on_refused)),
            frames: Frames::new(terms.site.clone(), show),
            is_planned: Cell::default(),
            told: RefCell::default(),
            on: Cell::default(),
        }
    }

    /// The purposes of which a script has run.
    pub fn running(&self) -> Purposes {
        self.scripts.running()
    }

    /// Looks again whenever something is added to the page or taken away: in a task of its own, so that
    /// with another observer that does the same the page goes on. `is_ours` tells whether the page is:
    /// mistakes in it are told then.
    pub fn watch(self: &Rc<Self>, is_ours: bool) {
        *self.told.borrow_mut() = is_ours.then(Vec::new);
        self.tell_mistakes();
        let gate = self.clone();
        let look = callback(move |_| {
            gate.is_planned.set(false);
            gate.scan();
        });
        let (gate, look) = (self.clone(), look.into_js_value());
        let plan = callback(move |_| {
            if !gate.is_planned.replace(true) {
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
    pub fn apply(&self, on: Purposes) {
        self.on.set(Some(on));
        for script in found(FAILED_SCRIPTS) {
            if !self.claimed(&script).is_empty() {
                let _ = script.remove_attribute(STATE);
            }
        }
        self.scan();
    }

    fn scan(&self) {
        let Some(on) = self.on.get() else { return };
        self.tell_mistakes();
        self.scripts.set_on(on);
        for script in found(SCRIPTS) {
            let purposes = self.claimed(&script);
            if !purposes.is_empty() && on.has(purposes) {
                self.scripts.enqueue(script, purposes);
            }
        }
        self.scripts.start_next();
        self.frames.tidy();
        for frame in found(FRAMES) {
            let purposes = self.claimed(&frame);
            // Without purposes of the site it is not ours: in another site it may be that one's own.
            if !purposes.is_empty() {
                self.frames.set_allowed(&frame, purposes, on.has(purposes));
            }
        }
    }

    /// Tells, once each, what names purposes and does not wait for them, or for ever.
    fn tell_mistakes(&self) {
        let mut told = self.told.borrow_mut();
        let Some(told) = told.as_mut() else { return };
        for element in found(ALL) {
            let is_unblocked = element.matches(UNBLOCKED) == Ok(true);
            let is_right = !is_unblocked && !self.purposes(&element).is_empty();
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

    /// The purposes that an element names; none where one is unknown.
    fn purposes(&self, element: &Element) -> Purposes {
        self.policy.purposes(&element.get_attribute(PURPOSE).unwrap_or_default())
    }

    /// Takes an element for this site, unless another has; the purposes that it waits for, or none.
    fn claimed(&self, element: &Element) -> Purposes {
        let purposes = self.purposes(element);
        if purposes.is_empty()
            || element.get_attribute(OWNER).is_some_and(|owner| owner != self.site)
        {
            return Purposes::NONE;
        }
        let _ = element.set_attribute(OWNER, &self.site);
        purposes
    }
}
