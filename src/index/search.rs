use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Date, JsString};
use leptos::prelude::{request_animation_frame, set_timeout, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent, NodeList};

use super::address;
use super::{SEPARATOR, folded};
use crate::markup::Listener;
use crate::words::Words;

/// How long the list is worked on before the browser has its turn, in milliseconds.
const SLICE: f64 = 4.0;
/// How many partners are shown or hidden before the browser has its turn. Those of the first few
/// turns are on the screen, or come there, and are laid out; the others are far from it.
const CHANGES: u32 = 25;
const NEAR: u32 = 400;

/// Makes the search in the list in `root` work, as long as the listeners are there. `names` are
/// those of [`super::Listing`].
pub fn wire(root: &web_sys::Element, names: String, words: &'static Words) -> Vec<Listener> {
    let Some(search) = Search::find(root, names, words).map(Rc::new) else { return Vec::new() };
    let on = |name, call: fn(&Rc<Search>, &Event)| {
        let search = search.clone();
        Listener::new(&search.form.clone(), name, move |event| call(&search, &event))
    };
    let mut listeners = vec![
        on("input", |search, _| search.start()),
        on("submit", |search, event| {
            event.prevent_default();
            search.go();
        }),
        on("keydown", |search, event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            if event.key() == "Escape" && !search.input.value().is_empty() {
                // Some browsers clear the field by themselves, others do not.
                event.prevent_default();
                search.input.set_value("");
                search.start();
            }
        }),
    ];
    search.recall();
    search.form.set_class_name("pp-search");
    // Going back to an anchor of this page does not load it again.
    listeners.push(Listener::new(&window(), "popstate", move |_| search.recall()));
    listeners
}

/// The list and what is known of it.
struct Search {
    form: web_sys::Element,
    input: HtmlInputElement,
    status: web_sys::Element,
    groups: NodeList,
    entries: NodeList,
    names: String,
    words: &'static Words,
    /// Which entries are hidden at the moment.
    hidden: RefCell<Vec<bool>>,
    /// Counts what was searched for: what began before gives way.
    turn: Cell<u32>,
}

/// How far the list has been gone through.
#[derive(Clone, Copy, Default)]
struct Place {
    group: u32,
    entry: u32,
    /// Where the next names start.
    name: usize,
    found: u32,
    /// How many have been shown or hidden.
    changed: u32,
}

impl Search {
    fn find(root: &web_sys::Element, names: String, words: &'static Words) -> Option<Self> {
        let one = |selector| root.query_selector(selector).ok()?;
        let entries = root.query_selector_all(".pp-index__entry").ok()?;
        Some(Self {
            form: one(".pp-search")?,
            input: one(".pp-search__field")?.unchecked_into(),
            status: one(".pp-search__status")?,
            groups: root.query_selector_all(".pp-index__group").ok()?,
            hidden: RefCell::new(vec![false; entries.length() as usize]),
            entries,
            names,
            words,
            turn: Cell::new(0),
        })
    }

    /// The words that are searched for.
    fn wanted(&self) -> Vec<String> {
        let text = JsString::from(self.input.value()).normalize("NFKD").to_lower_case();
        folded(&String::from(text)).split_whitespace().map(str::to_owned).collect()
    }

    /// Begins to hide what does not fit and to show what does.
    fn start(self: &Rc<Self>) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        let search = Rc::clone(self);
        // What was typed is shown first.
        set_timeout(
            move || {
                // Before anything is changed: browsers note where the page is scrolled to, and
                // would lay it out for that.
                address::keep(&search.input.value());
                let wanted = search.wanted();
                search.go_on(wanted, turn, Place::default());
            },
            Duration::ZERO,
        );
    }

    /// Goes through the list, a while at a time: typing comes first.
    fn go_on(self: Rc<Self>, wanted: Vec<String>, turn: u32, mut place: Place) {
        let started = Date::now();
        let before = place.changed;
        while self.turn.get() == turn {
            let Some(group) = self.groups.get(place.group) else {
                return self.finish(&wanted, place.found);
            };
            self.sift(group.unchecked_ref(), &wanted, &mut place);
            place.group += 1;
            let is_much = place.changed < NEAR && place.changed - before >= CHANGES;
            if is_much || Date::now() - started > SLICE {
                return request_animation_frame(move || self.go_on(wanted, turn, place));
            }
        }
    }

    /// Shows of one group what fits, without its letter; nothing of it where nothing does. A class
    /// on the whole list would do for the letters, but the browser would look for them everywhere.
    fn sift(&self, group: &HtmlElement, wanted: &[String], place: &mut Place) {
        if group.child_element_count() > 1
            && let Some(letter) = group.first_element_child()
        {
            letter.unchecked_ref::<HtmlElement>().set_hidden(!wanted.is_empty());
        }
        let length = group.last_element_child().map_or(0, |list| list.child_element_count());
        let rest = self.names.get(place.name..).unwrap_or_default();
        let fits: Vec<bool> = rest
            .split(SEPARATOR)
            .take(length as usize)
            .map(|names| {
                place.name += names.len() + 1;
                fits(names, wanted)
            })
            .collect();
        let count = fits.iter().filter(|fits| **fits).count();
        if count > 0 {
            let mut hidden = self.hidden.borrow_mut();
            for (entry, fits) in (place.entry..).zip(fits) {
                let hidden = &mut hidden[entry as usize];
                if *hidden == fits
                    && let Some(entry) = self.entries.get(entry)
                {
                    entry.unchecked_ref::<HtmlElement>().set_hidden(!fits);
                    *hidden = !fits;
                    place.changed += 1;
                }
            }
        }
        group.set_hidden(count == 0);
        place.entry += length;
        place.found += u32::try_from(count).unwrap_or_default();
    }

    /// Says what was found.
    fn finish(&self, wanted: &[String], found: u32) {
        let said = match (wanted, found) {
            ([], _) => String::new(),
            (_, 0) => self.words.no_partner_found.to_owned(),
            _ => self.words.partners_shown(found, self.entries.length()),
        };
        self.status.set_text_content(Some(&said));
    }

    /// Goes to the first partner that fits, however much of the list is still shown.
    fn go(&self) {
        let wanted = self.wanted();
        let first = self.names.split(SEPARATOR).position(|names| fits(names, &wanted));
        if let Some(first) = first.filter(|_| !wanted.is_empty()) {
            address::keep(&self.input.value());
            let entry = self.entries.get(u32::try_from(first).unwrap_or_default());
            let link = entry.and_then(|entry| entry.first_child());
            link.inspect(|link| link.unchecked_ref::<HtmlElement>().click());
        }
    }

    /// Searches for what the address says.
    fn recall(self: &Rc<Self>) {
        let value = address::kept();
        if !value.is_empty() || value != self.input.value() {
            self.input.set_value(&value);
            self.start();
        }
    }
}

/// Whether all of the words are in the names. Byte by byte: names are short, and what searches long
/// texts quickly is a hundredth of the WebAssembly.
fn fits(names: &str, wanted: &[String]) -> bool {
    let is_in_names =
        |word: &String| names.as_bytes().windows(word.len()).any(|part| part == word.as_bytes());
    wanted.iter().all(is_in_names)
}
