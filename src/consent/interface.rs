//! What scripts of the page can hear and do.

use js_sys::{Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

use super::event::{Cause, Event};
use super::live::Live;
use super::policy::Purposes;
use super::record::Channel;
use super::state::Keeping;
use crate::markup::Callback;

/// Fires once at start and once for every change.
pub const CHANGE: &str = "partner-profile-consent-change";
/// The name of the script interface.
const GLOBAL: &str = "partnerProfileConsent";

/// Tells the page's scripts of the choice as it is now.
pub fn announce(live: &Live, cause: Cause) {
    let detail = detail(live);
    set(&detail, "cause", &cause.as_str().into());
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(CHANGE, &init) {
        // From an element it reaches the document as well.
        let _ = match live.element() {
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

fn detail(live: &Live) -> Object {
    let consent = live.consent();
    let purposes = Object::new();
    for (id, is_on) in live.policy.each(consent.allowed()) {
        set(&purposes, id, &is_on.into());
    }
    let detail = Object::new();
    set(&detail, "site", &(&*live.site.id).into());
    set(&detail, "model", &live.policy.model.as_str().into());
    set(&detail, "purposes", &purposes);
    set(&detail, "decided", &consent.is_decided().into());
    set(&detail, "durable", &(consent.keeping == Keeping::Durable).into());
    detail
}

/// Puts the script interface on the window, unless there is one, and tells whether this program
/// leads the site's choice on the page: it does not where the interface there is of the same site.
pub fn install(live: &'static Live) -> bool {
    let window = window();
    let there = Reflect::get(&window, &GLOBAL.into()).unwrap_or_default();
    if !there.is_undefined() {
        return site(&there).is_none_or(|site| site != *live.site.id);
    }
    let interface = Object::new();
    set(&interface, "site", &(&*live.site.id).into());
    let method = |name, call: Box<dyn Fn(JsValue) -> JsValue>| {
        set(&interface, name, &Callback::wrap(call).into_js_value());
    };
    let tell = |event| -> Box<dyn Fn(JsValue) -> JsValue> {
        Box::new(move |_| {
            live.send(event);
            JsValue::UNDEFINED
        })
    };
    method("get", Box::new(move |_| detail(live).into()));
    method("accept", tell(Event::Accept(Channel::Script)));
    method("optOut", tell(Event::OptOut(Channel::Script)));
    method("reset", tell(Event::Reset));
    method("open", tell(Event::Reopen));
    method(
        "set",
        Box::new(move |wanted| {
            live.send(Event::Save(wanted_purposes(live, &wanted), Channel::Script));
            JsValue::UNDEFINED
        }),
    );
    let _ = Reflect::set(&window, &GLOBAL.into(), &interface);
    true
}

/// The purposes that are on now, but for those that the script names.
fn wanted_purposes(live: &Live, wanted: &JsValue) -> Purposes {
    let on = live.consent().allowed();
    live.policy.each(on).fold(on, |on, (id, _)| {
        let purpose = live.policy.purpose(id);
        match Reflect::get(wanted, &id.into()).ok().and_then(|value| value.as_bool()) {
            Some(true) => on | purpose,
            Some(false) => on & !purpose,
            None => on,
        }
    })
}

fn set(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}
