//! What scripts of the page can hear and do.

use std::rc::Rc;

use js_sys::{Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, Element};

use super::callback::Callback;
use super::event::{Cause, Event};
use super::focus;
use super::purposes::Purposes;
use super::record::Via;
use super::runtime::Runtime;
use super::state::ConsentState;
use super::time::Millis;
use crate::model::ConsentTerms;

/// Fires once at start and once for every change.
pub const CHANGE: &str = "partner-profile-consent-change";
/// The name of the script interface.
const GLOBAL: &str = "partnerProfileConsent";

/// Tells the page's scripts of a choice: on `element`, from where it reaches the document as well,
/// or on the document.
pub fn announce(element: Option<Element>, detail: &Object, cause: Cause) {
    set(detail, "cause", &<&str>::from(cause).into());
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(CHANGE, &init) {
        let _ = match element {
            Some(element) => element.dispatch_event(&event),
            None => document().dispatch_event(&event),
        };
    }
}

/// The site that an event is about.
pub fn site_of(event: &web_sys::Event) -> Option<String> {
    site(&Reflect::get(event, &"detail".into()).ok()?)
}

fn site(object: &JsValue) -> Option<String> {
    Reflect::get(object, &"site".into()).ok()?.as_string()
}

/// The choice as scripts see it. An answer may have an id.
pub fn detail(terms: &ConsentTerms, state: &ConsentState, id: Option<String>) -> Object {
    let purposes = Object::new();
    for (id, is_on) in terms.each(state.allowed()) {
        set(&purposes, id, &is_on.into());
    }
    let detail = Object::new();
    set(&detail, "site", &(&*terms.site).into());
    set(&detail, "model", &terms.model.as_ref().into());
    set(&detail, "purposes", &purposes);
    set(&detail, "revision", &terms.revision.into());
    set(&detail, "asked", &(state.asks() || state.is_decided()).into());
    set(&detail, "decided", &state.is_decided().into());
    let record = state.record();
    set(&detail, "given", &date(record.map(|record| record.given)));
    set(&detail, "changed", &date(record.map(|record| record.changed)));
    set(&detail, "durable", &(!state.is_volatile).into());
    if let Some(id) = id {
        set(&detail, "id", &id.into());
    }
    detail
}

/// A date as JavaScript has them.
#[expect(clippy::cast_precision_loss, reason = "milliseconds")]
fn date(millis: Option<Millis>) -> JsValue {
    millis.map_or(JsValue::NULL, |millis| (millis as f64).into())
}

/// Puts the script interface on the window, unless there is one, and tells whether this program is
/// the primary one of the site's choice on the page: it is not where the interface there is of the
/// same site.
pub fn install(runtime: &Rc<Runtime>) -> bool {
    let window = window();
    let there = Reflect::get(&window, &GLOBAL.into()).unwrap_or_default();
    if !there.is_undefined() {
        return site(&there).is_none_or(|site| site != runtime.terms.site);
    }
    let interface = Object::new();
    set(&interface, "site", &(&*runtime.terms.site).into());
    let method = |name, call: fn(&Rc<Runtime>, JsValue) -> JsValue| {
        let runtime = runtime.clone();
        set(&interface, name, &Callback::new(move |value| call(&runtime, value)).into_js_value());
    };
    method("get", |runtime, _| runtime.detail().into());
    method("accept", |runtime, _| dispatch(runtime, Event::Choose(Purposes::ALL, Via::Script)));
    method("optOut", |runtime, _| dispatch(runtime, Event::Choose(Purposes::NONE, Via::Script)));
    method("set", |runtime, names| {
        dispatch(runtime, Event::Choose(wanted(runtime, &names), Via::Script))
    });
    method("reset", |runtime, _| dispatch(runtime, Event::Reset));
    method("open", |runtime, _| {
        focus::to_settings(runtime.element());
        JsValue::UNDEFINED
    });
    let _ = Reflect::set(&window, &GLOBAL.into(), &interface);
    true
}

fn dispatch(runtime: &Rc<Runtime>, event: Event) -> JsValue {
    runtime.dispatch(event);
    JsValue::UNDEFINED
}

/// The purposes that are on now, but for those that a script names in an object with booleans.
fn wanted(runtime: &Runtime, names: &JsValue) -> Purposes {
    let on = runtime.state().allowed();
    runtime.terms.each(on).fold(on, |on, (id, _)| {
        let purpose = runtime.terms.set_of(id);
        match Reflect::get(names, &id.into()).ok().and_then(|value| value.as_bool()) {
            Some(true) => on | purpose,
            Some(false) => on & !purpose,
            None => on,
        }
    })
}

fn set(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}
