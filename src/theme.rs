//! Light or dark: the one optional thing that the page itself remembers.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::consent::{Choice, store};
use crate::markup::{Element, Listener, Markup, effect, el, met};
use crate::site::Site;
use crate::words::{Cookies, Words};

/// The purpose under which the switch is remembered; its first storage key is
/// where. Without the purpose in the site document there is no switch.
pub const PURPOSE: &str = "preferences";
/// The attribute of the page's root element that the style sheets follow.
const ATTRIBUTE: &str = "data-theme";

choice! {
    /// The colours of the page.
    pub enum Theme {
        /// As the system has them.
        Automatic = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

impl Theme {
    const ALL: [Self; 3] = [Self::Automatic, Self::Light, Self::Dark];

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
/// is painted. The key is there only while the visitor allows it; under Global Privacy
/// Control it may be left from before that, so there the stored answer has to allow it.
#[cfg(not(target_arch = "wasm32"))]
pub fn head_script(site: &Site) -> Option<String> {
    let text = |text: &str| serde_json::Value::from(text).to_string().replace('<', "\\u003c");
    let (key, answer) = (text(key(site)?), text(&site.storage_key()));
    Some(format!(
        "try{{let s=localStorage,t=s.getItem({key});\
         if((t==\"light\"||t==\"dark\")&&(!navigator.globalPrivacyControl||\
         s.getItem({answer}).includes('\"{PURPOSE}\":true')))\
         document.documentElement.setAttribute(\"{ATTRIBUTE}\",t)}}catch{{}}"
    ))
}

/// The switch, which works once storage has been read. What is chosen holds for the
/// page; it is remembered while its purpose is on, and forgotten when that is refused.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let choice = Choice::current()?;
    let key = key(&choice.site)?.to_owned();
    let words = &Words::of(choice.language).cookies;
    // Until storage may be read, nothing is known and nothing is changed.
    let theme = RwSignal::new(None::<Theme>);
    let followed = choice.clone();
    effect(move || {
        let is_known = followed.view().is_known();
        let allows = followed.allows(PURPOSE);
        let Some(chosen) = theme.get() else {
            if is_known {
                let kept = allows.then(|| store::text_of(&key)).flatten();
                theme.set(Some(Theme::from_word(&kept.unwrap_or_default())));
            }
            return;
        };
        chosen.apply();
        match chosen {
            // Refusing has removed the key.
            _ if !allows => {}
            Theme::Automatic => store::remove(&key),
            chosen => store::keep_text(&key, chosen.as_str()),
        }
    });
    Some(Markup::new(move || switch(words)).wired(move |element| {
        let around = element.clone();
        effect(move || {
            let Some(chosen) = theme.get() else { return };
            let _ = around.remove_attribute("disabled");
            let is_forgotten = chosen != Theme::Automatic && !choice.allows(PURPOSE);
            show(&around, chosen, is_forgotten.then_some(words.not_remembered));
        });
        let choose = move |event: web_sys::Event| {
            theme.set(met(&event, OPTION).map(|word| Theme::from_word(&word)));
        };
        vec![Listener::new(element, "change", choose)]
    }))
}

/// Names the theme of a radio button.
const OPTION: &str = "data-pp-theme";

fn switch(words: &Cookies) -> Element {
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

/// Shows the switch as it is chosen, with a note or none.
fn show(around: &web_sys::Element, chosen: Theme, note: Option<&str>) {
    let selector = format!("[{OPTION}={}]", chosen.as_str());
    if let Ok(Some(radio)) = around.query_selector(&selector) {
        radio.unchecked_into::<web_sys::HtmlInputElement>().set_checked(true);
    }
    if let Ok(Some(element)) = around.query_selector(&format!(".{NOTE}")) {
        element.set_text_content(note);
    }
}
