//! Views on the page, built into an element.
//!
//! `leptos::mount` does the same with Leptos's reactive system around it. Nothing on a page is a
//! signal: what changes is told by [`crate::consent::Choice`]. Owner, shared context and executor
//! would be a third of the Wasm.

use leptos::prelude::IntoView;
use leptos::tachys::view::Mountable;
use web_sys::Element;

/// A view on the page. It is taken away when this is dropped.
#[must_use]
pub struct Mounted<M: Mountable>(M);

impl<M: Mountable> Drop for Mounted<M> {
    fn drop(&mut self) {
        self.0.unmount();
    }
}

/// Builds a view at the end of an element.
pub fn mount<V: IntoView>(root: &Element, view: V) -> Mounted<V::State> {
    let mut state = view.build();
    state.mount(root, None);
    Mounted(state)
}
