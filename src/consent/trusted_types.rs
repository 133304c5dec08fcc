//! Trusted Types (<https://w3c.github.io/trusted-types/>): what a page that requires them takes for scripts.

use std::cell::RefCell;

use js_sys::{Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

use super::callback::Callback;

/// The name of the one policy of this crate.
const NAME: &str = "partner-profile";

/// The policy, made when it is needed: undefined where the browser knows none or the page refuses it.
#[derive(Default)]
pub struct TrustedTypes(RefCell<Option<JsValue>>);

impl TrustedTypes {
    /// What is accepted in the place of a text, where the browser knows such a thing.
    pub fn make(&self, kind: &str, text: &str) -> JsValue {
        let mut policy = self.0.borrow_mut();
        let policy = policy.get_or_insert_with(|| create_policy().unwrap_or_default());
        Reflect::get(policy, &kind.into())
            .ok()
            .and_then(|make| make.dyn_into::<Function>().ok())
            .and_then(|make| make.call1(policy, &text.into()).ok())
            .unwrap_or_else(|| text.into())
    }

    /// Whether there is no policy though one was needed.
    pub fn are_refused(&self) -> bool {
        self.0.borrow().as_ref().is_some_and(JsValue::is_undefined)
    }
}

/// A policy that passes on what stands in the page, which is as trusted as the page.
fn create_policy() -> Option<JsValue> {
    let factory = Reflect::get(&window(), &"trustedTypes".into()).ok()?;
    let create = Reflect::get(&factory, &"createPolicy".into()).ok()?;
    let same = Callback::new(|text| text).into_js_value();
    let rules = Object::new();
    for kind in ["createScriptURL", "createScript"] {
        Reflect::set(&rules, &kind.into(), &same).ok()?;
    }
    create.dyn_into::<Function>().ok()?.call2(&factory, &NAME.into(), &rules).ok()
}
