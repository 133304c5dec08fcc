//! Markup that never changes once it stands on the page.
//!
//! Nearly all of a profile is such markup. As a plain tree it is written and
//! built by one piece of code for every section, where a Leptos view would be
//! compiled for each shape of element. What listens does so once for all that is in it.

mod callback;
mod element;
mod listener;

use leptos::prelude::{Render, RenderHtml};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types;
use leptos::tachys::view::{Mountable, Position, PositionState, add_attr::AddAnyAttr};
use wasm_bindgen::JsCast;

pub use callback::{Callback, callback};
pub use element::{Element, el};
pub use listener::{Listener, met};

/// A view of one element of markup, which is made once it is written or built.
pub struct Markup(Box<dyn FnOnce() -> Element + Send>);

impl Markup {
    /// The view of the element that `make` gives.
    pub fn new(make: impl FnOnce() -> Element + Send + 'static) -> Self {
        Self(Box::new(make))
    }
}

impl Render for Markup {
    type State = types::Element;

    fn build(self) -> types::Element {
        (self.0)().build()
    }

    /// Other markup takes the place of what stood there.
    fn rebuild(self, state: &mut types::Element) {
        let mut next = self.build();
        state.insert_before_this(&mut next);
        state.unmount();
        *state = next;
    }
}

impl AddAnyAttr for Markup {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        (self.0)().write(buf);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> types::Element {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        cursor.current().unchecked_into()
    }

    fn into_owned(self) -> Self {
        self
    }
}
