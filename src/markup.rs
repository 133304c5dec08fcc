//! Markup that never changes once it stands on the page.
//!
//! Nearly all of a profile is such markup. As a plain tree it is written and
//! built by one piece of code for every section, where a Leptos view would be
//! compiled for each shape of element; and a page that was rendered before is
//! taken over without building anything at all. What changes in it is wired to
//! signals by effects, what listens does so once for all that is in it.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types;
use leptos::tachys::view::{Mountable, Position, PositionState, add_attr::AddAnyAttr};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with its attributes and what it holds.
///
/// It is a box, so that the chains that make one hand on an address and not the
/// whole of it: in WebAssembly that halves the code of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct Element(Box<Parts>);

#[derive(Clone, Debug, PartialEq)]
struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Child>,
}

#[derive(Clone, Debug, PartialEq)]
enum Child {
    Element(Element),
    Text(String),
}

/// An element without anything in it yet.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

impl Element {
    /// Adds an attribute.
    #[must_use]
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    /// Adds the class.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Adds text.
    #[must_use]
    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        self.0.children.push(Child::Text(text.to_owned()));
        self
    }

    /// Adds an element.
    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: Element) -> Self {
        self.0.children.push(Child::Element(child));
        self
    }

    /// Adds elements: those of a list, or the one of an `Option`.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// The element as HTML.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    /// Writes the element as HTML.
    pub fn write(&self, html: &mut String) {
        let Parts { tag, attributes, children } = &*self.0;
        html.push('<');
        html.push_str(tag);
        for (name, value) in attributes {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        // The void elements that pages use; HTML forbids their end tags.
        if matches!(*tag, "img" | "br" | "hr" | "input" | "link" | "meta") {
            return;
        }
        for child in children {
            match child {
                Child::Element(element) => element.write(html),
                // HTML reads no entities in a style sheet; none of ours ends its element.
                Child::Text(text) if *tag == "style" => html.push_str(text),
                Child::Text(text) => escape(text, html),
            }
        }
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }

    /// Builds the element in the browser.
    fn build(&self, namespace: &str) -> types::Element {
        let Parts { tag, attributes, children } = &*self.0;
        let namespace = if *tag == "svg" { SVG } else { namespace };
        // Names are literals of this crate: one that the browser refuses is a bug.
        let document = document();
        let element = document.create_element_ns(Some(namespace), tag).expect("a tag");
        for (name, value) in attributes {
            element.set_attribute(name, value).expect("an attribute");
        }
        for child in children {
            let node: types::Node = match child {
                Child::Element(child) => child.build(namespace).into(),
                Child::Text(text) => document.create_text_node(text).into(),
            };
            element.append_child(&node).expect("a child");
        }
        element
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

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

    /// Does something with the element once it stands on the page: listens to
    /// it, or follows a signal by effects.
    #[must_use]
    pub fn wired(
        self,
        wire: impl FnOnce(&types::Element) -> Vec<Listener> + Send + 'static,
    ) -> Self {
        Self { wire: Some(Box::new(wire)), ..self }
    }
}

/// Does something once the page is there, and again whenever a signal that it reads changes.
/// In the box all of them are one type: Leptos is compiled for one, and not for each.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

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
        Placed { element: (self.make)().build(HTML), wire: self.wire, listeners: Vec::new() }
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
