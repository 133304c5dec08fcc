use leptos::tachys::renderer::types;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A listener that ends when it is dropped.
pub struct Listener {
    target: types::Element,
    name: &'static str,
    call: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    /// Listens to an element and to all in it.
    pub fn new(
        target: &types::Element,
        name: &'static str,
        call: impl FnMut(web_sys::Event) + 'static,
    ) -> Self {
        let call = Closure::wrap(Box::new(call) as Box<dyn FnMut(web_sys::Event)>);
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
pub fn met(event: &web_sys::Event, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<types::Element>().ok()?;
    target.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}
