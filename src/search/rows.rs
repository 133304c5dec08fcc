//! The rows of the list on the page, which are hidden and shown.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Date, JsString};
use leptos::prelude::{document, request_animation_frame, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, NodeList};

use super::address;
use super::fold::{SEPARATOR, folded};

/// How long the list is worked on before the browser has its turn, in milliseconds.
const SLICE: f64 = 4.0;
/// How many partners are shown or hidden before the browser has its turn. Those of the first few
/// turns are on the screen, or come there, and are laid out; the others are far from it.
const CHANGES: u32 = 25;
const NEAR: u32 = 400;

/// The partners of the list in their order, and which of them are hidden.
pub struct PartnerRows {
    names: String,
    nodes: OnceCell<Option<Nodes>>,
    hidden: RefCell<Vec<bool>>,
    /// Counts what was searched for: what began before gives way.
    turn: Cell<u32>,
}

struct Nodes {
    groups: NodeList,
    entries: NodeList,
}

/// How far the list has been gone through.
#[derive(Clone, Copy, Default)]
struct Position {
    group: u32,
    entry: u32,
    /// Where the next names start.
    name: usize,
    found: u32,
    /// How many have been shown or hidden.
    changed: u32,
}

impl PartnerRows {
    /// The rows of partners with these names, as they stand on the page.
    pub fn new(names: String) -> Self {
        Self { names, nodes: OnceCell::new(), hidden: RefCell::default(), turn: Cell::default() }
    }

    fn nodes(&self) -> Option<&Nodes> {
        let find = || {
            let all = |selector| document().query_selector_all(selector).ok();
            Some(Nodes { groups: all(".pp-index__group")?, entries: all(".pp-index__entry")? })
        };
        self.nodes.get_or_init(find).as_ref()
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        self.nodes().map_or(0, |nodes| nodes.entries.length())
    }

    /// Begins to hide what does not fit and to show what does. `done` is told how many fit, or nothing
    /// where all do, unless something else is searched for before.
    pub fn show(self: &Rc<Self>, query: String, done: impl Fn(Option<u32>) + 'static) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        let rows = self.clone();
        // What was typed is shown first.
        set_timeout(
            move || {
                // Before anything is changed: browsers note where the page is scrolled to, and
                // would lay it out for that.
                address::keep(&query);
                rows.go_on(wanted(&query), turn, Position::default(), done);
            },
            Duration::ZERO,
        );
    }

    /// Goes through the list, a while at a time: typing comes first.
    fn go_on(
        self: Rc<Self>,
        wanted: Vec<String>,
        turn: u32,
        mut at: Position,
        done: impl Fn(Option<u32>) + 'static,
    ) {
        let started = Date::now();
        let before = at.changed;
        while self.turn.get() == turn {
            let Some(group) = self.nodes().and_then(|nodes| nodes.groups.get(at.group)) else {
                return done((!wanted.is_empty()).then_some(at.found));
            };
            self.sift(group.unchecked_ref(), &wanted, &mut at);
            at.group += 1;
            let is_much = at.changed < NEAR && at.changed - before >= CHANGES;
            if is_much || Date::now() - started > SLICE {
                return request_animation_frame(move || self.go_on(wanted, turn, at, done));
            }
        }
    }

    /// Shows of one group what fits, without its letter; nothing of it where nothing does. A class
    /// on the whole list would do for the letters, but the browser would look for them everywhere.
    fn sift(&self, group: &HtmlElement, wanted: &[String], at: &mut Position) {
        if group.child_element_count() > 1
            && let Some(letter) = group.first_element_child()
        {
            letter.unchecked_ref::<HtmlElement>().set_hidden(!wanted.is_empty());
        }
        let length = group.last_element_child().map_or(0, |list| list.child_element_count());
        let rest = self.names.get(at.name..).unwrap_or_default();
        let fits: Vec<bool> = rest
            .split(SEPARATOR)
            .take(length as usize)
            .map(|names| {
                at.name += names.len() + 1;
                fits(names, wanted)
            })
            .collect();
        let count = fits.iter().filter(|fits| **fits).count();
        if count > 0 {
            at.changed += self.set_shown(at.entry, &fits);
        }
        group.set_hidden(count == 0);
        at.entry += length;
        at.found += u32::try_from(count).unwrap_or_default();
    }

    /// Shows and hides entries from one on, and tells how many that changed.
    fn set_shown(&self, first: u32, shown: &[bool]) -> u32 {
        let Some(nodes) = self.nodes() else { return 0 };
        let mut hidden = self.hidden.borrow_mut();
        hidden.resize(nodes.entries.length() as usize, false);
        let mut changed = 0;
        for (entry, is_shown) in (first..).zip(shown) {
            if let Some(is_hidden) = hidden.get_mut(entry as usize)
                && *is_hidden == *is_shown
                && let Some(entry) = nodes.entries.get(entry)
            {
                entry.unchecked_ref::<HtmlElement>().set_hidden(!is_shown);
                *is_hidden = !is_shown;
                changed += 1;
            }
        }
        changed
    }

    /// Goes to the first partner that fits, however much of the list is still shown.
    pub fn open_first(&self, query: &str) {
        let wanted = wanted(query);
        let first = self.names.split(SEPARATOR).position(|names| fits(names, &wanted));
        let Some(first) = first.filter(|_| !wanted.is_empty()) else { return };
        address::keep(query);
        let entry = self.nodes().and_then(|nodes| nodes.entries.get(u32::try_from(first).ok()?));
        let link = entry.and_then(|entry| entry.first_child());
        link.inspect(|link| link.unchecked_ref::<HtmlElement>().click());
    }
}

/// The words that are searched for.
fn wanted(query: &str) -> Vec<String> {
    let text = JsString::from(query).normalize("NFKD").to_lower_case();
    folded(&String::from(text)).split_whitespace().map(str::to_owned).collect()
}

/// Whether all of the words are in the names. Byte by byte: names are short, and what searches long
/// texts quickly is a hundredth of the WebAssembly.
fn fits(names: &str, wanted: &[String]) -> bool {
    let is_in_names =
        |word: &String| names.as_bytes().windows(word.len()).any(|part| part == word.as_bytes());
    wanted.iter().all(is_in_names)
}
