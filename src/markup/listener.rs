use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget};

use super::{Callback, callback};

/// A listener that ends when it is dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    call: Callback,
}

impl Listener {
    /// Listens to a target and to all in it.
    pub fn new(target: &EventTarget, name: &'static str, call: impl Fn(Event) + 'static) -> Self {
        let call = callback(move |event| call(event.unchecked_into()));
        let _ = target.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
        Self { target: target.clone(), name, call }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let call = self.call.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.name, call);
    }
}

/// The value of a data attribute of what an event has met, or of what is around it.
pub fn met(event: &Event, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(&["[", attribute, "]"].concat()).ok()??.get_attribute(attribute)
}
