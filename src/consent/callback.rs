use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// A function of ours as JavaScript calls it. Every shape of function has its own code on both
/// sides, so all have this one.
pub type Callback = Closure<dyn Fn(JsValue) -> JsValue>;

/// Makes a function that returns nothing.
pub fn callback(call: impl Fn(JsValue) + 'static) -> Callback {
    Closure::new(move |value| {
        call(value);
        JsValue::UNDEFINED
    })
}
