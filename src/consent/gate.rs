//! Scripts and frames of the page that wait for their purpose.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, MutationObserver, MutationObserverInit, NodeList};

use super::frame;
use super::live::Live;
use super::policy::Purposes;
use super::scripts::Scripts;
use super::state::Answer;
use crate::markup::callback;

/// Names the purpose on a script or frame.
pub const PURPOSE: &str = "data-consent";
/// Says on it that it was started; a script is not started again.
pub const STATE: &str = "data-consent-state";
/// Names the site whose choice an element follows: a page may know the choices of several.
pub const OWNER: &str = "data-consent-site";
/// Browsers that have WebAssembly pass over `nomodule`, and never tell that they are done with it.
const SCRIPTS: &str =
    "script[type='text/plain'][data-consent]:not([data-consent-state], [nomodule])";
const FRAMES: &str = "iframe[data-consent][data-src]";

/// What one page's choice starts and stops.
#[derive(Default)]
pub struct Gate {
    scripts: Scripts,
}

impl Gate {
    /// The purposes of which a script has run.
    pub fn running(&self) -> Purposes {
        self.scripts.running()
    }

    /// Looks again whenever something is added to the page.
    pub fn watch(&'static self, live: &'static Live) {
        let look = callback(move |_| self.scan(live)).into_js_value();
        if let Ok(observer) = MutationObserver::new(look.unchecked_ref()) {
            let init = MutationObserverInit::new();
            init.set_child_list(true);
            init.set_subtree(true);
            let _ = observer.observe_with_options(&document(), &init);
        }
    }

    /// Starts what is on and waiting; stops the frames that are off.
    pub fn scan(&'static self, live: &'static Live) {
        let consent = live.consent();
        if consent.answer == Answer::Unknown {
            return;
        }
        let on = consent.allowed();
        self.scripts.call_back(on);
        for script in found(SCRIPTS) {
            let purpose = claimed(live, &script);
            if !purpose.is_empty() && on.has(purpose) {
                self.scripts.enqueue(script, purpose);
            }
        }
        self.scripts.pump(live);
        for frame in found(FRAMES) {
            let purpose = claimed(live, &frame);
            // Without a purpose of the site it is not ours: in another site it may be that one's own.
            if purpose.is_empty() {
                continue;
            }
            match (on.has(purpose), frame.has_attribute(STATE)) {
                (true, false) => frame::start(&frame),
                (true, true) => {}
                (false, is_started) => {
                    let had_focus = is_started && frame::stop(&frame);
                    frame::block(live, &frame, purpose);
                    if had_focus {
                        frame::focus_placeholder(&frame);
                    }
                }
            }
        }
    }
}

/// Takes an element for this site, unless another has; the purpose that it waits for, or none.
fn claimed(live: &Live, element: &Element) -> Purposes {
    let purpose = live.policy.purpose(&element.get_attribute(PURPOSE).unwrap_or_default());
    let site = &*live.site.id;
    if !purpose.is_empty() && element.get_attribute(OWNER).is_some_and(|owner| owner != site) {
        return Purposes::NONE;
    }
    if !purpose.is_empty() {
        let _ = element.set_attribute(OWNER, site);
    }
    purpose
}

fn found(selector: &str) -> Vec<Element> {
    let list: Option<NodeList> = document().query_selector_all(selector).ok();
    let count = list.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(|index| list.as_ref()?.item(index)?.dyn_into().ok()).collect()
}
