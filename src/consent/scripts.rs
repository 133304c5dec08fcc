//! Scripts that were allowed: each is started once, in their order, and called back where it is refused on
//! its way.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use super::attributes::{FAILED, STARTED, STATE};
use super::callback::callback;
use super::elements::warn;
use super::purposes::Purposes;
use super::runnable_script::{runnable, without_writing};
use super::runtime::Runtime;
use super::script_type::ScriptType;
use super::trusted_types::TrustedTypes;

/// The scripts of one page's choice.
#[derive(Default)]
pub struct Scripts {
    /// The purposes that are on.
    on: Cell<Purposes>,
    running: Cell<Purposes>,
    /// Those whose turn has not come.
    queue: RefCell<VecDeque<(Element, Purposes)>>,
    /// Those on their way.
    loading: RefCell<Vec<Loading>>,
    trusted_types: TrustedTypes,
}

/// A script that was started, and has not run yet.
#[derive(Clone)]
struct Loading {
    /// What stood in the page.
    original: Element,
    /// What stands there in its place.
    script: Element,
    purposes: Purposes,
    /// Whether those without an address have to wait for it.
    is_in_order: bool,
}

impl Scripts {
    /// The purposes of which one has run.
    pub fn running(&self) -> Purposes {
        self.running.get()
    }

    fn has_run(&self, purposes: Purposes) {
        self.running.set(self.running.get() | purposes);
    }

    /// Puts one at the end of those that wait for their turn.
    pub fn enqueue(&self, script: Element, purposes: Purposes) {
        let _ = script.set_attribute(STATE, STARTED);
        self.queue.borrow_mut().push_back((script, purposes));
    }

    /// Takes the purposes that are on. Scripts that are on their way are kept from running where
    /// theirs are not on any more: of another document they are not run
    /// (<https://html.spec.whatwg.org/#execute-the-script-element>).
    pub fn set_on(&self, on: Purposes) {
        self.on.set(on);
        self.loading.borrow_mut().retain(|loading| {
            let stays = on.has(loading.purposes);
            if !stays {
                let _ = Document::new().and_then(|away| away.adopt_node(&loading.script));
                let _ = loading.original.remove_attribute(STATE);
            }
            stays
        });
    }

    /// Whether a script in order is on its way.
    fn is_held_up(&self) -> bool {
        self.loading.borrow().iter().any(|loading| loading.is_in_order)
    }

    /// Takes a script off those on their way.
    fn arrived(&self, runtime: &Rc<Runtime>, arrived: &Loading, has_run: bool) {
        let Loading { original, script, purposes, .. } = arrived;
        let count = self.loading.borrow().len();
        self.loading.borrow_mut().retain(|loading| loading.script != *script);
        let is_called_back = self.loading.borrow().len() == count;
        if has_run {
            self.has_run(*purposes);
            let _ = original.set_attribute(STATE, STARTED);
            // It was running already when it was called back: it has refused its purposes itself.
            if is_called_back {
                runtime.end_refused(*purposes);
            }
        } else if !is_called_back {
            let _ = original.set_attribute(STATE, FAILED);
        }
        self.start_next(runtime);
    }

    /// Starts the scripts whose turn it is: those with an address in their
    /// order, as the browser keeps it, and one without when all before it are done.
    pub fn start_next(&self, runtime: &Rc<Runtime>) {
        loop {
            let next = self.queue.borrow().front().cloned();
            let Some((script, purposes)) = next else { return };
            // Under Trusted Types a script of the page can only name it as data.
            let address = script.get_attribute("src").or_else(|| script.get_attribute("data-src"));
            if address.is_none() && self.is_held_up() {
                return;
            }
            self.queue.borrow_mut().pop_front();
            // Refused while it waited.
            if !self.on.get().has(purposes) {
                let _ = script.remove_attribute(STATE);
                continue;
            }
            // Taken out of the page while it waited: it would neither run nor tell that it is done.
            if script.is_connected()
                && let Err(cause) = self.start(runtime, &script, address.as_deref(), purposes)
            {
                let _ = script.set_attribute(STATE, FAILED);
                let what = if self.trusted_types.are_refused() {
                    "this script was not started; the page's policy has to allow the Trusted Types \
                     policy “partner-profile”:"
                } else {
                    "this script was not started:"
                };
                warn(what, &script, &cause);
            }
        }
    }

    fn start(
        &self,
        runtime: &Rc<Runtime>,
        original: &Element,
        address: Option<&str>,
        purposes: Purposes,
    ) -> Result<(), JsValue> {
        let (script, kind) = runnable(original, address, &self.trusted_types)?;
        // A module may run for long before it tells that it has.
        if address.is_none() || kind == ScriptType::Module {
            self.has_run(purposes);
        }
        // Rules are neither fetched nor reported as loaded.
        if address.is_some() && kind != ScriptType::Rules {
            let loading = Loading {
                original: original.clone(),
                script: script.clone(),
                purposes,
                is_in_order: !original.has_attribute("async"),
            };
            let (runtime, arrived) = (runtime.clone(), loading.clone());
            let done = callback(move |event| {
                let has_run = event.unchecked_into::<web_sys::Event>().type_() == "load";
                runtime.gate.scripts.arrived(&runtime, &arrived, has_run);
            });
            let done = done.into_js_value();
            for event in ["load", "error"] {
                script.add_event_listener_with_callback(event, done.unchecked_ref())?;
            }
            self.loading.borrow_mut().push(loading);
        }
        // Of what has an address, browsers refuse it themselves.
        let insert = || original.after_with_node_1(&script);
        if address.is_none() { without_writing(original, insert) } else { insert() }
    }
}
