//! The choice in the browser where several instances share a page.
#![cfg(target_arch = "wasm32")]

use std::sync::Arc;

use gloo_storage::{LocalStorage, Storage as _};
use leptos::prelude::document;
use partner_profile::consent::{Choice, settings};
use partner_profile::model::{self, Language, Site};
use partner_profile::mount::mount;
use partner_profile::words::Words;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::*;
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A site of its own for each test: they share a page and its storage.
fn site(id: &str) -> Arc<Site> {
    let text =
        include_str!("fixtures/site/full.json").replace("\"partners\"", &format!("\"{id}\""));
    let site: Site = model::read(&text).expect("the fixture is right");
    let _ = LocalStorage::raw().remove_item(&site.storage_key());
    Arc::new(site)
}

fn host() -> HtmlElement {
    let host = document().create_element("div").expect("a div");
    document().body().expect("a body").append_child(&host).expect("to be there");
    host.unchecked_into()
}

/// Shows notice and settings in an element of their own.
fn mounted(site: &Arc<Site>, language: Language) -> (HtmlElement, impl Sized) {
    let host = host();
    let words = Words::of(language);
    let view = mount(&host, settings(site.clone(), words, 2));
    let choice = Choice::join(site, words, None);
    choice.show(&host, words, None);
    (host, (choice, view))
}

fn find(host: &HtmlElement, selector: &str) -> Option<Element> {
    host.query_selector(selector).expect("a selector")
}

fn press(host: &HtmlElement, selector: &str) {
    find(host, selector).expect(selector).unchecked_into::<HtmlElement>().click();
}

fn text(host: &HtmlElement, selector: &str) -> String {
    find(host, selector).and_then(|element| element.text_content()).unwrap_or_default()
}

#[wasm_bindgen_test]
fn two_instances_ask_once_and_follow_one_answer() {
    let site = site("two-instances");
    let (first, _first) = mounted(&site, Language::English);
    let (second, _second) = mounted(&site, Language::Lithuanian);
    assert!(find(&first, ".pp-notice").is_some(), "the first instance asks");
    assert!(find(&second, ".pp-notice").is_none(), "the second one doesn't ask again");
    press(&first, ".pp-notice .pp-button:last-child");
    assert_eq!(text(&first, ".pp-cookies__state"), "You opted out of cookies.");
    assert_eq!(text(&second, ".pp-cookies__state"), "Atsisakėte slapukų.");
}

#[wasm_bindgen_test]
fn the_second_instance_asks_when_the_first_is_gone() {
    let site = site("leaving");
    let (first, handle) = mounted(&site, Language::English);
    let (second, _second) = mounted(&site, Language::Arabic);
    drop(handle);
    first.remove();
    assert!(text(&second, ".pp-notice").contains("أوافق"));
}

#[wasm_bindgen_test]
fn two_sites_on_one_page_are_asked_apart() {
    let (one, other) = (site("one-site"), site("other-site"));
    let (first, _first) = mounted(&one, Language::English);
    let (second, _second) = mounted(&other, Language::English);
    press(&first, ".pp-notice .pp-button");
    assert!(LocalStorage::get::<serde_json::Value>(one.storage_key()).is_ok());
    assert!(LocalStorage::get::<serde_json::Value>(other.storage_key()).is_err());
    assert!(find(&second, ".pp-notice").is_some());
}
