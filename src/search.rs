//! The search in the list of partners.
//!
//! The list is rendered once, at build time, and stays as it is: what was
//! searched for only hides the rest of it. The page's data holds no list but the
//! names, folded, as one text: that is quick to read and quick to search.

mod address;
mod fold;
mod rows;

use std::rc::Rc;

use leptos::prelude::*;

use self::rows::PartnerRows;

#[cfg(not(target_arch = "wasm32"))]
pub use fold::fold;
pub use fold::{SEPARATOR, folded};

/// The search of a page. It is context, since the field starts it and the status tells of it.
#[derive(Clone, Copy)]
pub struct Search {
    /// What is searched for; nothing before the search works.
    query: RwSignal<Option<String>>,
    /// How many partners fit, once all have been looked at.
    found: RwSignal<Option<u32>>,
    rows: StoredValue<Rc<PartnerRows>, LocalStorage>,
}

impl Search {
    /// A search in names, as the page of the list has them.
    pub fn new(names: String) -> Self {
        let rows = StoredValue::new_local(Rc::new(PartnerRows::new(names)));
        Self { query: RwSignal::new(None), found: RwSignal::new(None), rows }
    }

    /// Starts with what the address says; going back and links find it again.
    pub fn start(self) {
        Effect::new(move |_| {
            if let Some(query) = self.query.get() {
                self.rows.get_value().show(query, move |found| self.found.set(found));
            }
        });
        self.set_query(address::kept());
        // Going back to an anchor of this page does not load it again.
        window_event_listener_untyped("popstate", move |_| self.set_query(address::kept()));
    }

    /// Whether it works; followed.
    pub fn is_ready(self) -> bool {
        self.query.with(Option::is_some)
    }

    /// What is searched for; followed.
    pub fn query(self) -> String {
        self.query.get().unwrap_or_default()
    }

    /// Searches for something.
    pub fn set_query(self, query: String) {
        if self.query.with_untracked(|before| before.as_ref() != Some(&query)) {
            self.query.set(Some(query));
        }
    }

    /// How many partners fit, and of how many; nothing where all are shown. Followed.
    pub fn found(self) -> Option<(u32, u32)> {
        Some((self.found.get()?, self.rows.get_value().count()))
    }

    /// Goes to the first partner that fits, however much of the list is still shown.
    pub fn open_first(self) {
        if let Some(query) = self.query.get_untracked() {
            self.rows.get_value().open_first(&query);
        }
    }
}
