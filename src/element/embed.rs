use std::any::Any;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};

use super::embedded_profile::EmbeddedProfile;
#[cfg(feature = "own-consent")]
use super::own_consent::OwnConsent;
use super::shared_profile::SharedProfile;
use crate::components::{RenderContext, StatusMessages, provide_status_messages};
use crate::i18n::Messages;
use crate::model::{Language, Map, Profile};

/// One profile of a host page. Freeing it takes it off the page.
#[wasm_bindgen]
pub struct Embed {
    profile: Rc<Profile>,
    maps: Rc<Vec<Map>>,
    home: String,
    #[cfg(feature = "own-consent")]
    pub(super) own_consent: OwnConsent,
    /// What unmounts the view when it is dropped.
    shown: Option<Box<dyn Any>>,
}

#[wasm_bindgen]
impl Embed {
    /// A profile with the maps that are there. `home` is the address that the links to
    /// sections get, without a fragment.
    #[wasm_bindgen(constructor)]
    pub fn new(shared: &SharedProfile, home: String) -> Embed {
        Self {
            profile: Rc::clone(&shared.profile),
            maps: Rc::clone(&shared.maps),
            home,
            #[cfg(feature = "own-consent")]
            own_consent: OwnConsent::default(),
            shown: None,
        }
    }

    /// Shows the profile at the end of `root`, in place of how it was shown
    /// before: the title's heading level, and the ids of the sections in their
    /// order; all of them where there is none.
    pub fn show(&mut self, root: HtmlElement, level: u8, sections: Vec<String>) {
        self.shown = None;
        let language = language(&root, self.profile.language);
        let messages = Messages::of(language);
        let profile = Profile::clone(&self.profile).limited_to(&sections);
        let context = RenderContext::new(&profile, messages);
        let context = RenderContext { level, home: self.home.as_str().into(), ..context };
        let maps = Vec::clone(&self.maps);
        #[cfg(feature = "own-consent")]
        let asked = self.own_consent.join(&root, messages, level + 1);
        let view = move || {
            provide_status_messages(StatusMessages::list(messages));
            #[cfg(feature = "own-consent")]
            let (notice, settings) = asked.map(OwnConsent::view).unzip();
            #[cfg(not(feature = "own-consent"))]
            let (notice, settings) = ((), ());
            view! { <EmbeddedProfile profile maps context notice settings/> }
        };
        self.shown = Some(Box::new(mount_to(root, view)));
        #[cfg(feature = "own-consent")]
        self.own_consent.start();
    }
}

/// The language of the words around the profile: the element's own, declared or
/// inherited from the page, where there are words in it, or else the document's.
fn language(element: &Element, document: Language) -> Language {
    let speaks = |language: &Language| {
        element.matches(&format!(":lang({})", language.as_str())).unwrap_or(false)
    };
    Language::ALL.into_iter().find(speaks).unwrap_or(document)
}
