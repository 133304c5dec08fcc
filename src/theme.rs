//! Light or dark: the one optional thing that the page itself remembers.

use std::cell::Cell;
use std::mem::forget;
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

#[cfg(not(target_arch = "wasm32"))]
use crate::consent::early;
use crate::consent::{Choice, Follower, store};
use crate::markup::{Element, Listener, Markup, el, met};
use crate::model::Site;
use crate::words::{Cookies, Words};

/// The purpose under which the switch is remembered; its first storage key is
/// where. Without the purpose in the site document there is no switch.
pub const PURPOSE: &str = "preferences";
/// The attribute of the page's root element that the style sheets follow.
const ATTRIBUTE: &str = "data-theme";

/// The colours of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has them.
    Automatic,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::Automatic, Self::Light, Self::Dark];

    /// The word for it in storage and markup.
    fn as_str(self) -> &'static str {
        match self {
            Self::Automatic => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.as_str() == word).unwrap_or(Self::Automatic)
    }

    /// Shows the page in it.
    fn apply(self) {
        let Some(root) = document().document_element() else { return };
        let _ = match self {
            Self::Automatic => root.remove_attribute(ATTRIBUTE),
            theme => root.set_attribute(ATTRIBUTE, theme.as_str()),
        };
    }
}

/// The key under which the switch is remembered.
pub fn key(site: &Site) -> Option<&str> {
    site.purpose(PURPOSE)?.storage.first().map(|entry| &*entry.key)
}

/// A script for the page's head that applies what is remembered before anything
/// is painted, where its purpose is on.
#[cfg(not(target_arch = "wasm32"))]
pub fn head_script(site: &Site) -> Option<String> {
    let key = early::literal(key(site)?);
    let is_on = early::condition(site, PURPOSE);
    Some(format!(
        "try{{let s=localStorage,t=s.getItem({key});if((t==\"light\"||t==\"dark\")&&{is_on})\
         document.documentElement.setAttribute(\"{ATTRIBUTE}\",t)}}catch{{}}"
    ))
}

/// The switch, where the site document has the purpose under which it is remembered. It works
/// once storage has been read, see [`follower`].
pub fn switch(site: &Site, words: &'static Words) -> Option<Markup> {
    key(site).map(|_| Markup::new(move || fieldset(&words.cookies)))
}

/// Makes the switch in `root` work. What is chosen holds for the page; it is
/// remembered while its purpose is on, and forgotten when that is refused.
pub fn follower(
    choice: &'static Choice,
    root: &web_sys::Element,
    site: &Site,
    words: &'static Words,
) -> Option<Follower> {
    let element = root.query_selector(".pp-theme").ok()??;
    let switch = Rc::new(Switch {
        choice,
        element: element.clone(),
        key: key(site)?.to_owned(),
        words: &words.cookies,
        shown: Cell::new(None),
        is_own: Cell::new(false),
        was_allowed: Cell::new(false),
    });
    let chosen = switch.clone();
    // The page stays, and with it what listens to it.
    forget(Listener::new(&element, "change", move |event| {
        if let Some(word) = met(&event, OPTION) {
            chosen.choose(Theme::from_word(&word));
        }
    }));
    Some(Rc::new(move |_| switch.follow()))
}

/// The switch on the page.
struct Switch {
    choice: &'static Choice,
    element: web_sys::Element,
    key: String,
    words: &'static Cookies,
    shown: Cell<Option<Theme>>,
    /// Whether the visitor has chosen on this page.
    is_own: Cell<bool>,
    /// Whether it was known to be remembered.
    was_allowed: Cell<bool>,
}

impl Switch {
    /// Whether it may be remembered. In the midst of a change this is ahead of what was told.
    fn is_allowed(&self) -> bool {
        self.choice.allows(PURPOSE)
    }

    fn follow(&self) {
        let is_allowed = self.is_allowed();
        let was_allowed = self.was_allowed.replace(is_allowed);
        let begins = is_allowed && !was_allowed;
        // What is kept may be of another page, and counts unless the visitor has chosen on this one.
        let kept = (begins && !self.is_own.get()).then(|| store::text_of(&self.key)).flatten();
        let kept = kept.map(|word| Theme::from_word(&word));
        let theme = kept.or(self.shown.get()).unwrap_or(Theme::Automatic);
        self.show(theme);
        // Otherwise nothing is kept and nothing was chosen.
        let is_chosen = self.is_own.get() || theme != Theme::Automatic;
        if begins && kept.is_none() && is_chosen {
            self.remember();
        }
        let _ = self.element.remove_attribute("disabled");
    }

    fn choose(&self, theme: Theme) {
        self.is_own.set(true);
        self.show(theme);
        self.remember();
    }

    fn show(&self, theme: Theme) {
        self.shown.set(Some(theme));
        theme.apply();
        let find = |selector: &str| self.element.query_selector(selector).ok().flatten();
        if let Some(radio) = find(&["[", OPTION, "=", theme.as_str(), "]"].concat()) {
            radio.unchecked_into::<HtmlInputElement>().set_checked(true);
        }
        if let Some(note) = find(&[".", NOTE].concat()) {
            let is_forgotten = theme != Theme::Automatic && !self.is_allowed();
            note.set_text_content(is_forgotten.then_some(self.words.not_remembered));
        }
    }

    fn remember(&self) {
        match self.shown.get() {
            // Refusing has removed the key.
            _ if !self.is_allowed() => {}
            None | Some(Theme::Automatic) => store::remove(&self.key),
            Some(theme) => store::keep_text(&self.key, theme.as_str()),
        }
    }
}

/// Names the theme of a radio button.
const OPTION: &str = "data-pp-theme";

fn fieldset(words: &Cookies) -> Element {
    let options = Theme::ALL.map(|option| {
        let label = match option {
            Theme::Automatic => words.automatic,
            Theme::Light => words.light,
            Theme::Dark => words.dark,
        };
        let mut radio = el("input")
            .attr("type", "radio")
            .attr("name", "pp-theme")
            .attr(OPTION, option.as_str());
        if option == Theme::Automatic {
            radio = radio.attr("checked", "");
        }
        el("label").class("pp-theme__option").child(radio).text(label)
    });
    el("fieldset")
        .class("pp-theme")
        .attr("disabled", "")
        .child(el("legend").class("pp-theme__legend").text(words.theme))
        .children(options)
        .child(el("p").class(NOTE))
}

/// The class of what is said where the switch is not remembered.
const NOTE: &str = "pp-theme__note";
