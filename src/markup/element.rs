use leptos::prelude::document;
use leptos::tachys::renderer::types;
use wasm_bindgen::UnwrapThrowExt as _;

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
    pub fn build(&self) -> types::Element {
        self.build_in(HTML)
    }

    fn build_in(&self, namespace: &str) -> types::Element {
        let Parts { tag, attributes, children } = &*self.0;
        let namespace = if *tag == "svg" { SVG } else { namespace };
        // Names are literals of this crate: one that the browser refuses is a bug.
        let document = document();
        let element = document.create_element_ns(Some(namespace), tag).expect_throw("a tag");
        for (name, value) in attributes {
            element.set_attribute(name, value).expect_throw("an attribute");
        }
        for child in children {
            let node: types::Node = match child {
                Child::Element(child) => child.build_in(namespace).into(),
                Child::Text(text) => document.create_text_node(text).into(),
            };
            element.append_child(&node).expect_throw("a child");
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
