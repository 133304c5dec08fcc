//! In another site: renders a profile into the shadow root of a
//! `<partner-profile>` and frees all of it when the element goes.
//!
//! The element's class is JavaScript, `src/scripts/embed.js`: it fetches and hands
//! over; reading and rendering are here. The host page is not ours, so nothing
//! here looks at its address, its storage or its elements, but for the cookie
//! choice where the host has handed it over with `consent="own"`.

use std::any::Any;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::{Element, HtmlElement, ShadowRoot};

use partner_profile::components::{
    RenderContext, StatusMessages, consent_terms, provide_copied, provide_status_messages,
};
use partner_profile::consent::ConsentController;
use partner_profile::i18n::Messages;
use partner_profile::model::{self, Id, Language, Map, Profile, ReadError, Site};

use crate::blocked_frame::show_in_shadow;
use crate::embedded_profile::EmbeddedProfile;

/// A document that elements of a host page share.
#[wasm_bindgen]
pub struct SharedProfile {
    pub(crate) profile: Rc<Profile>,
    pub(crate) maps: Rc<Vec<Map>>,
}

#[wasm_bindgen]
impl SharedProfile {
    /// Reads a document.
    ///
    /// # Errors
    /// An `Error` whose `name` is a code of `partner-profile-error`:
    /// `too-large`, `not-json` or `invalid`.
    #[wasm_bindgen(constructor)]
    pub fn new(source: &str) -> Result<SharedProfile, js_sys::Error> {
        let profile = model::read(source).map_err(|error| failure(&error))?;
        Ok(Self { profile: Rc::new(profile), maps: Rc::default() })
    }

    /// The names of the maps that the profile still lacks.
    #[wasm_bindgen(getter = mapNames)]
    pub fn map_names(&self) -> Vec<String> {
        self.missing().map(ToString::to_string).collect()
    }

    /// Takes a map's document, under the name that the profile has for it.
    /// Without it, or where it is not one, the places are there as a list.
    #[wasm_bindgen(js_name = addMap)]
    pub fn add_map(&mut self, name: &str, source: &str) {
        let name = self.missing().find(|missing| ***missing == *name).cloned();
        if let (Some(name), Ok(map)) = (name, model::read::<Map>(source)) {
            Rc::make_mut(&mut self.maps).push(Map { name, ..map });
        }
    }

    fn missing(&self) -> impl Iterator<Item = &Id> {
        let is_missing = |name: &&Id| self.maps.iter().all(|map| map.name != **name);
        self.profile.maps().into_iter().filter(is_missing)
    }
}

/// One profile of a host page. Freeing it takes it off the page.
#[wasm_bindgen]
pub struct Embed {
    profile: Rc<Profile>,
    maps: Rc<Vec<Map>>,
    site: Option<Site>,
    home: String,
    /// The element's part in the cookie choice of its site.
    consent: Option<ConsentController>,
    /// What unmounts the view when it is dropped.
    shown: Option<Box<dyn Any>>,
}

#[wasm_bindgen]
impl Embed {
    /// A profile with the maps that are there. `home` is the address that the links to
    /// sections get, without a fragment.
    #[wasm_bindgen(constructor)]
    pub fn new(shared: &SharedProfile, home: String) -> Embed {
        let (profile, maps) = (Rc::clone(&shared.profile), Rc::clone(&shared.maps));
        Self { profile, maps, site: None, home, consent: None, shown: None }
    }

    /// Takes the site's document: the element asks for the cookie choice itself,
    /// once per page however many elements there are.
    #[wasm_bindgen(js_name = addSite)]
    pub fn add_site(&mut self, source: &str) {
        // Like this Wasm it comes from where the site was built, which has checked it.
        self.site = model::read_data(source).ok();
    }

    /// Leaves the cookie choice to others, at once; it is shown so from the next time on.
    #[wasm_bindgen(js_name = dropSite)]
    pub fn drop_site(&mut self) {
        self.leave();
        self.site = None;
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
        let (maps, site) = (Vec::clone(&self.maps), self.site.clone());
        let consent = self.join(&root, messages);
        let view = move || {
            provide_status_messages(StatusMessages::list(messages));
            provide_copied();
            if let Some(consent) = consent {
                provide_context(consent);
            }
            view! { <EmbeddedProfile profile maps context site/> }
        };
        self.shown = Some(Box::new(mount_to(root, view)));
        // Once nothing of this is in use any more: who hears of the choice may change the element.
        if let Some(consent) = consent {
            queue_microtask(move || consent.start());
        }
    }

    /// The choice of the element's site, if it has one.
    fn join(
        &mut self,
        root: &HtmlElement,
        messages: &'static Messages,
    ) -> Option<ConsentController> {
        let terms = consent_terms(self.site.as_ref()?, messages);
        let element = root.get_root_node().dyn_into::<ShadowRoot>().ok().map(|root| root.host());
        let join = || ConsentController::join(&terms, element, show_in_shadow);
        Some(*self.consent.get_or_insert_with(join))
    }

    fn leave(&mut self) {
        if let Some(consent) = self.consent.take() {
            consent.leave();
        }
    }
}

impl Drop for Embed {
    fn drop(&mut self) {
        self.leave();
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

fn failure(error: &ReadError) -> js_sys::Error {
    let failure = js_sys::Error::new(&error.to_string());
    failure.set_name(error.code());
    failure
}
