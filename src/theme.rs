//! Light or dark: the one optional thing that the page itself remembers.

use leptos::prelude::*;

#[cfg(not(target_arch = "wasm32"))]
use crate::consent::early;
use crate::consent::{ConsentController, storage};
use crate::model::Site;

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
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Automatic => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme that a word stands for.
    pub fn from_word(word: &str) -> Self {
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

/// The colours of this page. It is context, since every part of the switch follows them. What is
/// chosen holds for the page; it is remembered while its purpose is on, and forgotten when that is
/// refused.
#[derive(Clone, Copy)]
pub struct ThemeController {
    /// The theme, and whether the visitor has chosen it on this page.
    shown: RwSignal<(Theme, bool)>,
    consent: ConsentController,
}

impl ThemeController {
    /// The colours as they are until the choice has started, which they then follow.
    pub fn new(consent: ConsentController) -> Self {
        let shown = RwSignal::new((Theme::Automatic, false));
        let controller = Self { shown, consent };
        Effect::new(move |was_remembered: Option<bool>| {
            let is_remembered = controller.is_remembered();
            if consent.is_known() {
                controller.follow(is_remembered && was_remembered != Some(true));
            }
            is_remembered
        });
        controller
    }

    /// What is shown; followed.
    pub fn theme(self) -> Theme {
        self.shown.get().0
    }

    /// Whether what is chosen is remembered; followed.
    pub fn is_remembered(self) -> bool {
        self.consent.allows(PURPOSE)
    }

    /// Shows what the visitor chooses.
    pub fn choose(self, theme: Theme) {
        self.show(theme, true);
        if untrack(|| self.is_remembered()) {
            self.remember(theme);
        }
    }

    /// Takes up what is kept, where that may begin now. It may be of another page, and counts unless
    /// the visitor has chosen on this one.
    fn follow(self, begins: bool) {
        let (theme, is_own) = self.shown.get_untracked();
        let kept = (begins && !is_own)
            .then(|| self.key().and_then(|key| storage::text_of(&key)))
            .flatten();
        let kept = kept.map(|word| Theme::from_word(&word));
        let theme = kept.unwrap_or(theme);
        self.show(theme, is_own);
        // Otherwise nothing is kept and nothing was chosen.
        if begins && kept.is_none() && (is_own || theme != Theme::Automatic) {
            self.remember(theme);
        }
    }

    fn show(self, theme: Theme, is_own: bool) {
        theme.apply();
        if self.shown.get_untracked() != (theme, is_own) {
            self.shown.set((theme, is_own));
        }
    }

    fn remember(self, theme: Theme) {
        match (self.key(), theme) {
            (None, _) => {}
            (Some(key), Theme::Automatic) => storage::remove(&key),
            (Some(key), theme) => storage::keep_text(&key, theme.as_str()),
        }
    }

    fn key(self) -> Option<String> {
        self.consent.terms(|terms| {
            let purpose = terms.purposes.iter().find(|purpose| purpose.id == PURPOSE);
            purpose?.storage.first().cloned()
        })
    }
}
