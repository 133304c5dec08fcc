use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::{HtmlElement, ShadowRoot};

use super::blocked_frame::show_in_shadow;
use super::embed::Embed;
use crate::components::{CookieSettings, Notice, consent_terms};
use crate::consent::ConsentController;
use crate::i18n::Messages;
use crate::model::{Site, read_data};

/// An element's part in the cookie choice of its site.
#[derive(Default)]
pub struct OwnConsent {
    /// Nothing where the choice is left to others.
    site: Option<Site>,
    controller: Option<ConsentController>,
}

/// What an element shows of the choice.
pub struct Asked {
    controller: ConsentController,
    site: Site,
    messages: &'static Messages,
    /// The level of the heading of the cookie settings.
    level: u8,
}

#[wasm_bindgen]
impl Embed {
    /// Takes the site's document: the element asks for the cookie choice itself,
    /// once per page however many elements there are.
    #[wasm_bindgen(js_name = addSite)]
    pub fn add_site(&mut self, source: &str) {
        // Like this Wasm it comes from where the site was built, which has checked it.
        self.own_consent.site = read_data(source).ok();
    }

    /// Leaves the cookie choice to others, at once; it is shown so from the next time on.
    #[wasm_bindgen(js_name = dropSite)]
    pub fn drop_site(&mut self) {
        self.own_consent = OwnConsent::default();
    }
}

impl OwnConsent {
    /// The choice of the element's site, if it has one.
    pub fn join(
        &mut self,
        root: &HtmlElement,
        messages: &'static Messages,
        level: u8,
    ) -> Option<Asked> {
        let site = self.site.clone()?;
        let terms = consent_terms(&site, messages);
        let element = root.get_root_node().dyn_into::<ShadowRoot>().ok().map(|root| root.host());
        let join = || ConsentController::join(&terms, element, show_in_shadow);
        let controller = *self.controller.get_or_insert_with(join);
        Some(Asked { controller, site, messages, level })
    }

    /// Starts the choice once nothing of the element is in use any more: who hears of the choice may change
    /// the element.
    pub fn start(&self) {
        if let Some(consent) = self.controller {
            queue_microtask(move || consent.start());
        }
    }

    /// The notice and the cookie settings.
    pub fn view(asked: Asked) -> (impl IntoView, impl IntoView) {
        let Asked { controller, site, messages, level } = asked;
        provide_context(controller);
        let settings = site.consent.clone();
        (view! { <Notice messages settings/> }, view! { <CookieSettings site messages level/> })
    }
}

impl Drop for OwnConsent {
    fn drop(&mut self) {
        if let Some(consent) = self.controller.take() {
            consent.leave();
        }
    }
}
