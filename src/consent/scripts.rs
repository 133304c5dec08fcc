//! Scripts that were allowed: each is started once, in their order, and called back where it is refused on
//! its way.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use super::attributes::{OWNER, PURPOSE, STATE};
use super::callback::{Callback, callback};
use super::policy::Purposes;

/// The name of the Trusted Types policy.
const TRUSTED: &str = "partner-profile";

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
    trusted: RefCell<Option<JsValue>>,
}

/// A script that was started, and has not run yet.
struct Loading {
    /// What stood in the page.
    original: Element,
    /// What stands there in its place.
    script: Element,
    purpose: Purposes,
    /// Whether those without an address have to wait for it.
    is_in_order: bool,
}

impl Scripts {
    /// The purposes of which one has run.
    pub fn running(&self) -> Purposes {
        self.running.get()
    }

    /// Puts one at the end of those that wait for their turn.
    pub fn enqueue(&self, script: Element, purpose: Purposes) {
        let _ = script.set_attribute(STATE, "started");
        self.queue.borrow_mut().push_back((script, purpose));
    }

    /// Takes the purposes that are on. Scripts that are on their way are kept from running where
    /// theirs is not on any more: of another document they are not run
    /// (<https://html.spec.whatwg.org/#execute-the-script-element>).
    pub fn set_on(&self, on: Purposes) {
        self.on.set(on);
        self.loading.borrow_mut().retain(|loading| {
            let stays = on.has(loading.purpose);
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

    /// Takes a script off those on their way; it has run unless it failed.
    fn arrived(self: &Rc<Self>, script: &Element, has_run: bool) {
        self.loading.borrow_mut().retain(|loading| {
            let stays = loading.script != *script;
            if !stays && has_run {
                self.running.set(self.running.get() | loading.purpose);
            }
            stays
        });
        self.start_next();
    }

    /// Starts the scripts whose turn it is: those with an address in their
    /// order, as the browser keeps it, and one without when all before it are done.
    pub fn start_next(self: &Rc<Self>) {
        loop {
            let next = self.queue.borrow().front().cloned();
            let Some((script, purpose)) = next else { return };
            // Under Trusted Types a script of the page can only name it as data.
            let address = script.get_attribute("src").or_else(|| script.get_attribute("data-src"));
            if address.is_none() && self.is_held_up() {
                return;
            }
            self.queue.borrow_mut().pop_front();
            // Refused while it waited.
            if !self.on.get().has(purpose) {
                let _ = script.remove_attribute(STATE);
                continue;
            }
            // Taken out of the page while it waited: it would neither run nor tell that it is done.
            let is_there = script.is_connected();
            if is_there && self.start(&script, address.as_deref(), purpose).is_err() {
                let purpose = script.get_attribute(PURPOSE).unwrap_or_default();
                let text = [
                    "partner-profile: a script of the purpose “",
                    &purpose,
                    "” was not started: the page's Content-Security-Policy has to allow the \
                     Trusted Types policy “",
                    TRUSTED,
                    "”",
                ];
                web_sys::console::warn_1(&text.concat().into());
            }
        }
    }

    fn start(
        self: &Rc<Self>,
        original: &Element,
        address: Option<&str>,
        purpose: Purposes,
    ) -> Result<(), JsValue> {
        let script = document().create_element("script")?;
        for name in original.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            let value = original.get_attribute(&name).unwrap_or_default();
            match name.as_str() {
                "src" | "type" | PURPOSE | STATE | OWNER => {}
                "data-type" => script.set_attribute("type", &value)?,
                name => script.set_attribute(name, &value)?,
            }
        }
        // Hidden from the attribute once the page is parsed.
        let nonce = Reflect::get(original, &"nonce".into())?;
        Reflect::set(&script, &"nonce".into(), &nonce)?;
        // Made by a script it would be asynchronous.
        let is_async = original.has_attribute("async");
        Reflect::set(&script, &"async".into(), &is_async.into())?;
        match address {
            Some(address) => {
                let address = self.trusted("createScriptURL", address);
                Reflect::set(&script, &"src".into(), &address)?;
            }
            None => {
                let text = original.text_content().unwrap_or_default();
                Reflect::set(&script, &"text".into(), &self.trusted("createScript", &text))?;
            }
        }
        // Of another type it is data, which browsers neither fetch nor report as loaded.
        let kind = original.get_attribute("data-type").unwrap_or_default();
        let is_module = kind == "module";
        let is_run =
            is_module || matches!(&*kind, "" | "text/javascript" | "application/javascript");
        // A module may run for long before it tells that it has.
        if address.is_none() || is_module {
            self.running.set(self.running.get() | purpose);
        }
        if address.is_some() && is_run {
            let (scripts, copy) = (self.clone(), script.clone());
            let done = callback(move |event| {
                let has_run = event.unchecked_into::<web_sys::Event>().type_() == "load";
                scripts.arrived(&copy, has_run);
            });
            let done = done.into_js_value();
            for event in ["load", "error"] {
                script.add_event_listener_with_callback(event, done.unchecked_ref())?;
            }
            let (original, script, is_in_order) = (original.clone(), script.clone(), !is_async);
            self.loading.borrow_mut().push(Loading { original, script, purpose, is_in_order });
        }
        original.after_with_node_1(&script)
    }

    /// What Trusted Types accept in the place of a text, where the browser knows them.
    fn trusted(&self, kind: &str, text: &str) -> JsValue {
        let mut policy = self.trusted.borrow_mut();
        let policy = policy.get_or_insert_with(|| trusted_types_policy().unwrap_or_default());
        Reflect::get(policy, &kind.into())
            .ok()
            .and_then(|make| make.dyn_into::<js_sys::Function>().ok())
            .and_then(|make| make.call1(policy, &text.into()).ok())
            .unwrap_or_else(|| text.into())
    }
}

/// The one policy of this crate (<https://w3c.github.io/trusted-types/>). It
/// passes on what stands in the page, which is as trusted as the page.
fn trusted_types_policy() -> Option<JsValue> {
    let factory = Reflect::get(&window(), &"trustedTypes".into()).ok()?;
    let create = Reflect::get(&factory, &"createPolicy".into()).ok()?;
    let same = Callback::new(|text| text).into_js_value();
    let rules = Object::new();
    for kind in ["createScriptURL", "createScript"] {
        Reflect::set(&rules, &kind.into(), &same).ok()?;
    }
    create.dyn_into::<js_sys::Function>().ok()?.call2(&factory, &TRUSTED.into(), &rules).ok()
}
