//! Components in a real browser: what a section shows, and what it does when it is used.
#![cfg(all(target_arch = "wasm32", feature = "csr"))]

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use partner_profile::components::{
    Profile as ProfileView, RenderContext, StatusMessages, provide_status_messages,
};
use partner_profile::i18n::Messages;
use partner_profile::model::{self, Profile};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

const FULL: [&str; 9] = [
    include_str!("fixtures/channels-full.json"),
    include_str!("fixtures/contributions-full.json"),
    include_str!("fixtures/membership-full.json"),
    include_str!("fixtures/notes-full.json"),
    include_str!("fixtures/places-full.json"),
    include_str!("fixtures/prose-full.json"),
    include_str!("fixtures/quote-full.json"),
    include_str!("fixtures/strength-full.json"),
    include_str!("fixtures/timeline-full.json"),
];

const MINIMAL: [&str; 9] = [
    include_str!("fixtures/channels-minimal.json"),
    include_str!("fixtures/contributions-minimal.json"),
    include_str!("fixtures/membership-minimal.json"),
    include_str!("fixtures/notes-minimal.json"),
    include_str!("fixtures/places-minimal.json"),
    include_str!("fixtures/prose-minimal.json"),
    include_str!("fixtures/quote-minimal.json"),
    include_str!("fixtures/strength-minimal.json"),
    include_str!("fixtures/timeline-minimal.json"),
];

fn read(source: &str) -> Result<Profile, model::ReadError> {
    model::read(source)
}

/// A profile on screen, taken away at the end of the test: tests share the document.
struct Mounted {
    host: HtmlElement,
    _handle: Box<dyn std::any::Any>,
}

impl Mounted {
    fn new(source: &str, level: u8) -> Self {
        let profile = read(source).expect("the fixture is valid");
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let handle = show(&host, profile, level);
        Self { host, _handle: Box::new(handle) }
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let list = self.host.query_selector_all(selector).unwrap();
        (0..list.length()).map(|at| list.get(at).unwrap().unchecked_into()).collect()
    }

    fn text(&self) -> String {
        self.host.text_content().unwrap_or_default()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.host.remove();
    }
}

fn show(host: &HtmlElement, profile: Profile, level: u8) -> UnmountHandle<impl Mountable + use<>> {
    let messages = Messages::of(profile.language);
    let context = RenderContext { level, ..RenderContext::new(&profile, messages) };
    let flags = Some("flags/".to_owned());
    mount_to(host.clone(), move || {
        provide_status_messages(StatusMessages::list(messages));
        view! { <ProfileView profile maps=Vec::new() context flags/> }
    })
}

/// Lets the browser take its next turn: promises of the clipboard settle in one.
async fn turn() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback(&resolve).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}

#[wasm_bindgen_test]
fn every_section_kind_shows_its_heading_and_anchor() {
    for source in FULL.into_iter().chain(MINIMAL) {
        let profile = read(source).expect("the fixture is valid");
        let shown = Mounted::new(source, 1);
        for section in &profile.sections {
            let heading = &shown.all(&format!("h2[id='{}']", &*section.id))[0];
            assert_eq!(heading.text_content().as_deref(), Some(&*section.title));
        }
    }
}

#[wasm_bindgen_test]
fn every_paragraph_of_a_document_is_on_the_page_as_text() {
    let source = FULL[5].replace("\"paragraphs\": [", "\"paragraphs\": [\"<b>5 < 6 &amp;</b>\",");
    let shown = Mounted::new(&source, 1);
    assert!(shown.text().contains("<b>5 < 6 &amp;</b>"));
    assert!(shown.all("b").is_empty());
}

#[wasm_bindgen_test]
fn headings_start_at_the_level_that_the_host_asks_for() {
    let shown = Mounted::new(MINIMAL[5], 3);
    assert_eq!(shown.all("h3").len(), 1);
    assert!(!shown.all("h4").is_empty());
    assert!(shown.all("h1, h2").is_empty());
}

#[wasm_bindgen_test]
fn headings_deeper_than_html_has_elements_for_keep_their_level() {
    let shown = Mounted::new(MINIMAL[5], 6);
    assert_eq!(shown.all("h6").len(), 1);
    assert!(!shown.all("[role=heading][aria-level='7']").is_empty());
}

#[wasm_bindgen_test]
async fn a_heading_link_says_what_became_of_the_copy() {
    let shown = Mounted::new(MINIMAL[5], 1);
    let status = &shown.all("[role=status]")[0];
    assert_eq!(status.text_content().as_deref(), Some(""));
    // It listens once the profile is on the page.
    turn().await;
    shown.all(".pp-heading__link")[0].unchecked_ref::<HtmlElement>().click();
    let messages = Messages::of(read(MINIMAL[5]).expect("valid").language);
    // A browser without a focused window refuses to copy; both answers are said.
    let said = loop {
        turn().await;
        let said = status.text_content().unwrap_or_default();
        if !said.is_empty() {
            break said;
        }
    };
    assert!(
        [messages.address_copied, messages.address_not_copied].contains(&said.as_str()),
        "{said}"
    );
}

#[wasm_bindgen_test]
fn taking_a_profile_away_leaves_nothing_behind() {
    let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    drop(show(&host, read(FULL[7]).expect("valid"), 1));
    assert_eq!(host.inner_html(), "");
}
