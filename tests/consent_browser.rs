//! The choice in the browser where several instances share a page, and what the page's head knows of
//! it before.
#![cfg(all(target_arch = "wasm32", feature = "csr"))]

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use partner_profile::components::{
    CookieSettings, Notice, StatusMessages, consent_terms, provide_status_messages,
    show_blocked_frame,
};
use partner_profile::consent::{
    ConsentController, ConsentState, Event, Found, early_condition, step,
};
use partner_profile::i18n::Messages;
use partner_profile::model::{self, ConsentModel, Language, Site};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

const DAY: u64 = 86_400_000;

/// A site of its own for each test: they share a page and its storage.
fn site(id: &str) -> Site {
    let text =
        include_str!("fixtures/site/full.json").replace("\"partners\"", &format!("\"{id}\""));
    let mut site: Site = model::read(&text).expect("the fixture is right");
    // The built-in words tell the languages apart.
    site.consent.notice = None;
    let _ = LocalStorage::raw().remove_item(&site.storage_key());
    site
}

fn host() -> HtmlElement {
    let host = document().create_element("div").expect("a div");
    document().body().expect("a body").append_child(&host).expect("to be there");
    host.unchecked_into()
}

/// Shows notice and settings in an element of their own.
async fn mounted(site: &Site, language: Language) -> (HtmlElement, ConsentController, impl Sized) {
    let host = host();
    let messages = Messages::of(language);
    let consent = ConsentController::join(
        &consent_terms(site, messages),
        Some(host.clone().into()),
        show_blocked_frame,
    );
    let site = site.clone();
    let handle = mount_to(host.clone(), move || {
        provide_status_messages(StatusMessages::list(messages));
        provide_context(consent);
        let settings = site.consent.clone();
        view! {
            <Notice messages settings/>
            <CookieSettings site messages level=2/>
        }
    });
    consent.start();
    tick().await;
    (host, consent, handle)
}

fn find(host: &HtmlElement, selector: &str) -> Option<Element> {
    host.query_selector(selector).expect("a selector")
}

/// The notice that is shown.
fn notice(host: &HtmlElement) -> Option<Element> {
    find(host, ".pp-notice:not([hidden])")
}

async fn press(host: &HtmlElement, selector: &str) {
    find(host, selector).expect(selector).unchecked_into::<HtmlElement>().click();
    tick().await;
}

fn text(host: &HtmlElement, selector: &str) -> String {
    find(host, selector).and_then(|element| element.text_content()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn two_instances_ask_once_and_follow_one_answer() {
    let site = site("two-instances");
    let (first, ..) = &mounted(&site, Language::English).await;
    let (second, ..) = &mounted(&site, Language::Lithuanian).await;
    assert!(notice(first).is_some(), "the first instance asks");
    assert!(notice(second).is_none(), "the second one doesn't ask again");
    press(first, ".pp-notice .pp-button:last-child").await;
    assert_eq!(text(first, ".pp-cookies__state"), "You opted out of cookies.");
    assert_eq!(text(second, ".pp-cookies__state"), "Atsisakėte slapukų.");
}

#[wasm_bindgen_test]
async fn the_second_instance_asks_when_the_first_is_gone() {
    let site = site("leaving");
    let (first, consent, handle) = mounted(&site, Language::English).await;
    let (second, ..) = &mounted(&site, Language::Arabic).await;
    consent.leave();
    drop(handle);
    first.remove();
    tick().await;
    let asked = notice(second).and_then(|notice| notice.text_content()).unwrap_or_default();
    assert!(asked.contains("أوافق"));
}

#[wasm_bindgen_test]
async fn two_sites_on_one_page_are_asked_apart() {
    let (one, other) = (site("one-site"), site("other-site"));
    let (first, ..) = &mounted(&one, Language::English).await;
    let (second, ..) = &mounted(&other, Language::English).await;
    press(first, ".pp-notice .pp-button").await;
    assert!(LocalStorage::get::<serde_json::Value>(one.storage_key()).is_ok());
    assert!(LocalStorage::get::<serde_json::Value>(other.storage_key()).is_err());
    assert!(notice(second).is_some());
}

/// What the script in the page's head makes of a stored text.
fn head_allows(site: &Site, purpose: &str, stored: Option<&str>) -> bool {
    let body =
        format!("try {{ return !!{} }} catch {{ return false }}", early_condition(site, purpose));
    let storage = js_sys::Object::new();
    let stored = stored.map_or(JsValue::NULL, JsValue::from);
    let get = js_sys::Function::new_with_args("", "return this.text");
    js_sys::Reflect::set(&storage, &"text".into(), &stored).expect("an object");
    js_sys::Reflect::set(&storage, &"getItem".into(), &get).expect("an object");
    let said = js_sys::Function::new_with_args("s", &body).call1(&JsValue::NULL, &storage);
    said.expect("it does not throw").as_bool().expect("a boolean")
}

/// Records of which some are in force, and others are not for one reason or several.
fn records(now: u64, purposes: &serde_json::Value) -> Vec<String> {
    let mut records = Vec::new();
    for version in [0, 1, 2] {
        for revision in [0, 1, 2] {
            for model in ["opt-out", "opt-in", "other"] {
                for changed in [now - 200 * DAY, now - 181 * DAY, now - 10 * DAY, now + 3 * DAY] {
                    for expires in [now - DAY, now + DAY, now + 1000 * DAY] {
                        let record = serde_json::json!({
                            "version": version, "revision": revision, "model": model,
                            "purposes": purposes, "via": "notice",
                            "given": changed, "changed": changed, "expires": expires,
                        });
                        records.push(record.to_string());
                    }
                }
            }
        }
    }
    records
}

#[wasm_bindgen_test]
fn before_the_page_starts_nothing_is_on_that_would_not_be_on_after() {
    let now = js_sys::Date::now() as u64;
    let mut allowed = 0;
    for model in [ConsentModel::OptOut, ConsentModel::OptIn] {
        let mut site = site("early");
        site.consent.model = model;
        site.consent.revision = 1;
        let terms = consent_terms(&site, Messages::of(Language::English));
        let id = &*terms.purposes[0].id;
        let sets = [
            serde_json::json!({ id: true }),
            serde_json::json!({ id: false }),
            serde_json::json!({ id: "true" }),
            serde_json::json!({ id: true, "gone": "yes" }),
            serde_json::json!({ "gone": true }),
        ];
        let records = sets.iter().flat_map(|purposes| records(now, purposes));
        let broken = ["", "null", "[]", "{}", "\"false\"", "{\"version\":1"].map(str::to_owned);
        for stored in records.chain(broken).map(Some).chain([None]) {
            let found = match &stored {
                Some(text) => Found::read(text, &terms, now),
                None => Found::Nothing,
            };
            let start = Event::Start { found, is_volatile: false, gpc: false };
            let (state, _) = step(&terms, ConsentState::default(), start, now);
            let is_on = state.allowed().has(terms.set_of(id));
            let is_on_early = head_allows(&site, id, stored.as_deref());
            assert!(is_on || !is_on_early, "{model:?} {stored:?}");
            let is_answered =
                state.record().is_some_and(|record| record.answered.has(terms.set_of(id)));
            if is_answered || stored.is_none() {
                assert_eq!(is_on_early, is_on, "{model:?} {stored:?}");
            }
            allowed += u32::from(is_on_early);
        }
    }
    assert!(allowed > 5, "{allowed}");
    let site = site("early");
    let id = &*site.consent.purposes[0].id;
    assert!(head_allows(&site, id, None));
    SessionStorage::raw().set_item(&site.storage_key(), "1,1700000000000").expect("storage");
    assert!(!head_allows(&site, id, None), "what was pressed may be a refusal");
}
