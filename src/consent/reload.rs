//! The one reload that ends what was refused while it ran.
//!
//! What the visitor did is noted in the history entry, which outlives the reload and nothing else,
//! unless a script of the page keeps something of its own there.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// What the history entry holds meanwhile.
const ANSWERED: &str = "partner-profile:answered";

/// Notes that the visitor has just answered.
pub fn note_answer() {
    replace(&JsValue::NULL, &ANSWERED.into());
}

/// Whether the visitor had answered before the page was loaded again, which is told once.
pub fn has_answered() -> bool {
    replace(&ANSWERED.into(), &JsValue::NULL)
}

fn replace(before: &JsValue, after: &JsValue) -> bool {
    window().history().is_ok_and(|history| {
        history.state().is_ok_and(|state| state == *before)
            && history.replace_state(after, "").is_ok()
    })
}
