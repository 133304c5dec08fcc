//! Markup that never changes once it stands on the page.
//!
//! Nearly all of a profile is such markup. As a plain tree it is written and
//! built by one piece of code for every section, where a Leptos view would be
//! compiled for each shape of element; and a page that was rendered before is
//! taken over without building anything at all. What changes or listens is a
//! Leptos view around it.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types;
use leptos::tachys::view::{Mountable, Position, PositionState, add_attr::AddAnyAttr};
use wasm_bindgen::JsCast;

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with its attributes and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
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
pub fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

impl Element {
    /// Adds an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// Adds an attribute where there is a value for it.
    #[must_use]
    pub fn maybe_attr(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Adds the class.
    #[must_use]
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Adds text.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Child::Text(text.to_owned()));
        self
    }

    /// Adds an element.
    #[must_use]
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Child::Element(child));
        self
    }

    /// Adds elements: those of a list, or the one of an `Option`.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Child::Element));
        self
    }

    /// Writes the element as HTML.
    pub fn write(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.tag);
        for (name, value) in &self.attributes {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        // The void elements that a profile uses; HTML forbids their end tags.
        if matches!(self.tag, "img" | "br" | "hr" | "input") {
            return;
        }
        for child in &self.children {
            match child {
                Child::Element(element) => element.write(html),
                Child::Text(text) => escape(text, html),
            }
        }
        html.push_str("</");
        html.push_str(self.tag);
        html.push('>');
    }

    /// Builds the element in the browser.
    fn build(&self, namespace: &str) -> types::Element {
        let namespace = if self.tag == "svg" { SVG } else { namespace };
        // Names are literals of this crate: one that the browser refuses is a bug.
        let document = document();
        let element = document.create_element_ns(Some(namespace), self.tag).expect("a tag");
        for (name, value) in &self.attributes {
            element.set_attribute(name, value).expect("an attribute");
        }
        for child in &self.children {
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

/// A view of one element of markup, which is made only where it has to be built.
pub struct Markup(Box<dyn FnOnce() -> Element + Send>);

impl Markup {
    /// The view of the element that `make` gives.
    pub fn new(make: impl FnOnce() -> Element + Send + 'static) -> Self {
        Self(Box::new(make))
    }
}

/// The element as it stands on the page.
pub struct Placed(types::Element);

impl Mountable for Placed {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.0.clone()]
    }
}

impl Render for Markup {
    type State = Placed;

    fn build(self) -> Placed {
        Placed((self.0)().build(HTML))
    }

    fn rebuild(self, _: &mut Placed) {}
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

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Placed {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        position.set(Position::NextChild);
        Placed(cursor.current().unchecked_into())
    }

    fn into_owned(self) -> Self {
        self
    }
}
