//! In another site: renders a profile into the shadow root of a
//! `<partner-profile>` and frees all of it when the element goes.
//!
//! The element's class is JavaScript, `scripts/embed.js`: it fetches and hands
//! over; reading and rendering are here. The host page is not ours, so nothing
//! here looks at its address, its storage or its elements, but for the cookie
//! choice where the host has handed it over with `consent="own"`.

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use web_sys::{Element, HtmlElement, MouseEvent, ShadowRoot};

use partner_profile::bundle::Shown;
use partner_profile::consent::{Choice, settings};
use partner_profile::document::{self, Decode as _, MAX_BYTES, MOST_VALUES, Node, Problems};
use partner_profile::heading::copies;
use partner_profile::map::Map;
use partner_profile::markup::{Listener, Markup};
use partner_profile::mount::mount;
use partner_profile::page::{ProfileView, provenance};
use partner_profile::profile::{Language, Profile};
use partner_profile::site::Site;
use partner_profile::words::Words;

/// The shadow parts, each by the classes that it names. Published: a part keeps
/// its name when a class changes.
const PARTS: [(&str, &str); 9] = [
    (".pp-header", "header"),
    (".pp-header__title, .pp-heading__text", "heading"),
    (".pp-facts", "facts"),
    (".pp-facts__fact", "fact"),
    (".pp-section", "section"),
    ("figure, .pp-figures__figure", "figure"),
    (".pp-timeline__events", "timeline"),
    (".pp-places__figure", "map"),
    (".pp-provenance", "sources"),
];

/// How many problems of a document an error names.
const PROBLEMS_NAMED: usize = 5;

/// One profile of a host page. Freeing it takes it off the page.
#[wasm_bindgen]
pub struct Embed {
    profile: Profile,
    maps: Vec<Map>,
    site: Option<Arc<Site>>,
    home: String,
    // The choice goes before what it is shown in.
    choice: Option<Rc<Choice>>,
    shown: Option<Box<dyn Any>>,
}

#[wasm_bindgen]
impl Embed {
    /// Reads a document. `home` is the address that the links to sections get,
    /// without a fragment.
    ///
    /// # Errors
    /// An `Error` whose `name` is a code of `partner-profile-error`:
    /// `too-large`, `not-json` or `invalid`.
    #[wasm_bindgen(constructor)]
    pub fn new(source: &str, home: String) -> Result<Embed, js_sys::Error> {
        let code = if source.len() > MAX_BYTES { "too-large" } else { "not-json" };
        let node = Node::read(source).map_err(|problems| failure(code, &problems))?;
        let code = if node.values() > MOST_VALUES { "too-large" } else { "invalid" };
        let profile: Profile = document::decode(&node, source, |_, _| ())
            .map_err(|problems| failure(code, &problems))?;
        Ok(Self { profile, maps: Vec::new(), site: None, home, choice: None, shown: None })
    }

    /// The names of the maps that the profile needs.
    #[wasm_bindgen(getter = mapNames)]
    pub fn map_names(&self) -> Vec<String> {
        self.profile.maps().into_iter().map(ToString::to_string).collect()
    }

    /// Takes a map's document, under the name that the profile has for it.
    /// Without it, or where it is not one, the places are there as a list.
    #[wasm_bindgen(js_name = addMap)]
    pub fn add_map(&mut self, name: &str, source: &str) {
        let name = self.profile.maps().into_iter().find(|known| ***known == *name).cloned();
        if let (Some(name), Ok(map)) = (name, document::read::<Map>(source)) {
            self.maps.push(Map { name, ..map });
        }
    }

    /// Takes the site's document: the element asks for the cookie choice itself,
    /// once per page however many elements there are.
    #[wasm_bindgen(js_name = addSite)]
    pub fn add_site(&mut self, source: &str) {
        // Like this Wasm it comes from where the site was built, which has looked at it.
        self.site = Node::parse(source).map(|node| Arc::new(Site::take(&node)));
    }

    /// Leaves the cookie choice to others, at once; it is shown so from the next time on.
    #[wasm_bindgen(js_name = dropSite)]
    pub fn drop_site(&mut self) {
        self.choice = None;
        self.site = None;
    }

    /// Shows the profile at the end of `root`, in place of how it was shown
    /// before: the title's heading level, and the ids of the sections in their
    /// order; all of them where there is none.
    pub fn show(&mut self, root: HtmlElement, level: u8, sections: Vec<String>) {
        self.shown = None;
        let language = language(&root, self.profile.language);
        let words = Words::of(language);
        let text_words = Words::of(self.profile.language);
        let home = self.home.clone();
        let profile = self.profile.clone().limited_to(&sections);
        let shown = Arc::new(Shown { profile, maps: self.maps.clone() });
        let view = EmbeddedProfile(EmbeddedProfileProps {
            words,
            text_words,
            shown,
            home: home.clone(),
            site: self.site.clone(),
            level,
        });
        let mounted = mount(&root, view);
        let Some(view) = root.first_element_child() else { return };
        let listener = Listener::new(&view, "click", move |event| {
            if follow(event.unchecked_ref(), &home).is_some() {
                event.prevent_default();
            }
        });
        self.shown = Some(Box::new((copies(&view, words), listener, mounted)));
        set(&view, "lang", language.as_str());
        set(&view, "dir", language.direction().as_str());
        name_parts(&root);
        if let Some(site) = &self.site {
            let element = root.get_root_node().dyn_into::<ShadowRoot>().ok();
            let join = || Rc::new(Choice::join(site, words, element.map(|root| root.host())));
            let choice = Rc::downgrade(self.choice.get_or_insert_with(join));
            // Once nothing of this is in use any more: who hears of the choice may change the element.
            queue_microtask(move || {
                if let Some(choice) = choice.upgrade() {
                    choice.show(&view, words, None);
                }
            });
        }
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

fn failure(code: &str, problems: &Problems) -> js_sys::Error {
    let mut lines: Vec<_> =
        problems.0.iter().take(PROBLEMS_NAMED).map(ToString::to_string).collect();
    if let Some(more) = problems.0.len().checked_sub(PROBLEMS_NAMED).filter(|more| *more > 0) {
        lines.push(format!("and {more} more"));
    }
    let error = js_sys::Error::new(&lines.join("\n"));
    error.set_name(code);
    error
}

fn name_parts(root: &HtmlElement) {
    for (selector, part) in PARTS {
        let Ok(elements) = root.query_selector_all(selector) else { continue };
        for element in (0..elements.length()).filter_map(|index| elements.get(index)) {
            set(element.unchecked_ref(), "part", part);
        }
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // It fails for names that are none.
    let _ = element.set_attribute(name, value);
}

/// The profile with its sources, and links that stay inside.
#[component]
fn EmbeddedProfile(
    /// The profile.
    shown: Arc<Shown>,
    /// The interface's words.
    words: &'static Words,
    /// The words in the language of the profile's text.
    text_words: &'static Words,
    /// The level of the profile's title, from 1.
    level: u8,
    /// The address of the profile's page.
    home: String,
    /// The site whose cookie choice is asked for, where the element does that.
    site: Option<Arc<Site>>,
) -> impl IntoView {
    let sources = shown.clone();
    view! {
        <div class="pp-embed">
            <div class="pp-main">
                // Without the flag: the page's policy need not admit pictures.
                <ProfileView shown words text_words level flags=None home/>
            </div>
            <div class="pp-footer">
                {Markup::new(move || provenance(&sources.profile, words, text_words))}
                {site.map(|site| settings(site, words, level + 1))}
            </div>
        </div>
    }
}

/// Goes to the section that a plain click asks for. A link cannot: the ids are
/// the shadow root's own, and its address is that of the profile's page.
fn follow(event: &MouseEvent, home: &str) -> Option<()> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() != 0 || modified {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let address = link.get_attribute("href")?;
    // The cookie section has no page of its own elsewhere.
    let id = address.strip_prefix(home).unwrap_or(&address).strip_prefix('#')?;
    let root: HtmlElement = event.current_target()?.dyn_into().ok()?;
    let heading = root.query_selector(&format!("[id='{id}']")).ok()??;
    let heading: HtmlElement = heading.dyn_into().ok()?;
    heading.focus().ok()?;
    heading.scroll_into_view();
    Some(())
}
