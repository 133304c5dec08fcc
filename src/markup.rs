//! Markup that never changes once it stands on the page.
//!
//! Nearly all of a profile is such markup. As a plain tree it is written and
//! built by one piece of code for every section, where a Leptos view would be
//! compiled for each shape of element; and a page that was rendered before is
//! taken over without building anything at all. What listens does so once for all
//! that is in it.

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

/// What is done with an element once it stands on the page; the listeners live
/// as long as it does.
type Wire = Box<dyn FnOnce(&types::Element) -> Vec<Listener> + Send>;

/// A view of one element of markup, which is made only where it has to be built.
pub struct Markup {
    make: Box<dyn FnOnce() -> Element + Send>,
    wire: Option<Wire>,
}

impl Markup {
    /// The view of the element that `make` gives.
    pub fn new(make: impl FnOnce() -> Element + Send + 'static) -> Self {
        Self { make: Box::new(make), wire: None }
    }

    /// Does something with the element once it stands on the page, as to listen to it.
    #[must_use]
    pub fn wired(
        self,
        wire: impl FnOnce(&types::Element) -> Vec<Listener> + Send + 'static,
    ) -> Self {
        Self { wire: Some(Box::new(wire)), ..self }
    }
}

/// The element as it stands on the page.
pub struct Placed {
    element: types::Element,
    wire: Option<Wire>,
    listeners: Vec<Listener>,
}

impl Placed {
    fn wire(&mut self) {
        if let Some(wire) = self.wire.take() {
            self.listeners = wire(&self.element);
        }
    }
}

impl Mountable for Placed {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.element.mount(parent, marker);
        self.wire();
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

impl Render for Markup {
    type State = Placed;

    fn build(self) -> Placed {
        Placed { element: (self.make)().build(), wire: self.wire, listeners: Vec::new() }
    }

    /// Other markup takes the place of what stood there.
    fn rebuild(self, state: &mut Placed) {
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
        (self.make)().write(buf);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Placed {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        let element = cursor.current().unchecked_into();
        let mut placed = Placed { element, wire: self.wire, listeners: Vec::new() };
        placed.wire();
        placed
    }

    fn into_owned(self) -> Self {
        self
    }
}
