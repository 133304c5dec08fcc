//! The site document: the shipped one is read, and mistakes are named with their places.
#![cfg(not(target_arch = "wasm32"))]

use partner_profile::check::check_site;
use partner_profile::model::{ConsentModel, Language, Site};

const SHIPPED: &str = include_str!("../public/site.json");

fn site(source: &str) -> Site {
    let checked = check_site(source);
    checked.document.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics))
}

#[test]
fn the_shipped_site_asks_about_what_the_page_keeps() {
    let site = site(SHIPPED);
    assert_eq!(site.consent.model, ConsentModel::OptOut);
    let preferences = site.purpose("preferences").expect("the theme's purpose");
    assert_eq!(&*preferences.storage[0].key, "partner-profile:theme");
    for language in Language::ALL {
        assert_eq!(preferences.text.of(language).1, language);
        assert_eq!(preferences.label.of(language).1, language);
    }
    assert_eq!(site.storage_key(), "partner-profile:partner-profile:consent");
}

#[test]
fn a_site_can_be_as_small_as_this() {
    let site = site(
        r#"{"version": 1, "id": "s", "name": {"en": "S"}, "consent": {"model": "opt-in", "revision": 0}}"#,
    );
    assert!(site.consent.purposes.is_empty());
    assert_eq!(site.name.of(Language::Arabic), ("S", Language::English));
}

/// Reads a site document with one thing put in the place of another.
fn problems(from: &str, to: &str) -> Vec<String> {
    let full = include_str!("fixtures/site/full.json");
    assert!(full.contains(from), "{from}");
    let checked = check_site(&full.replacen(from, to, 1));
    assert_eq!(checked.document.is_none(), !checked.diagnostics.is_empty());
    checked.diagnostics.iter().map(ToString::to_string).collect()
}

#[test]
fn a_full_site_document_is_read() {
    assert_eq!(problems("\"version\"", "\"version\""), Vec::<String>::new());
}

#[test]
fn a_purpose_cannot_name_the_key_of_the_answer_which_refusing_it_would_remove() {
    let with_key = |key: &str| {
        let small = r#"{"version": 1, "id": "s", "name": {"en": "S"}, "consent": {"model": "opt-out", "revision": 0, "purposes": [
            {"id": "p", "label": {"en": "P"}, "text": {"en": "P."}, "storage": [{"key": "KEY", "lifetime": "session"}]}]}}"#;
        check_site(&small.replace("KEY", key)).diagnostics.first().map(ToString::to_string)
    };
    for key in ["partner-profile:s:consent", "partner-profile:*", "*"] {
        let message = with_key(key).unwrap_or_default();
        assert!(message.starts_with("consent.purposes[0].storage[0].key (line 2, "), "{message}");
        assert!(message.contains("partner-profile:s:consent"), "{message}");
    }
    for key in ["partner-profile:theme", "partner-profile:s:consent2", "partner-profile:t*"] {
        assert_eq!(with_key(key), None, "{key}");
    }
}

#[test]
fn mistakes_are_named_with_their_places() {
    for (from, to, message) in [
        (
            "\"opt-out\"",
            "\"optout\"",
            "consent.model (line 10, column 14): found \"optout\", expected one of \"opt-out\", \"opt-in\"; did you mean `opt-out`?",
        ),
        (
            "\"revision\": 1",
            "\"revision\": -1",
            "consent.revision (line 11, column 17): found -1, expected a whole number, 0 or more, without quotation marks, point or comma, such as 16000",
        ),
        (
            "\"revision\": 1",
            "\"revison\": 1",
            "consent (line 9, column 14): found missing required key `revision`, expected `revision`, which is required",
        ),
        (
            "\"id\": \"statistics\"",
            "\"id\": \"preferences\"",
            "consent.purposes[1].id (line 33, column 15): found \"preferences\" again, expected an id that no other purpose has",
        ),
        (
            "\"lifetime\": 400",
            "\"lifetime\": \"a year\"",
            "consent.purposes[1].cookies[0].lifetime (line 37, column 43): found \"a year\", expected \"session\", \"until-refused\" or a number of days",
        ),
        (
            "https://partners.example/",
            "https://partners.example",
            "address (line 5, column 14): found \"https://partners.example\", expected an address that starts with https:// and ends with a slash, without `?` and `#`",
        ),
        (
            "https://partners.example/",
            "https://partners.example/?a=/",
            "address (line 5, column 14): found \"https://partners.example/?a=/\", expected an address that starts with https:// and ends with a slash, without `?` and `#`",
        ),
        (
            "https://statistics.example",
            "http://statistics.example",
            "policy.script_src[0] (line 46, column 20): found \"http://statistics.example\", expected a source: 'self', https://… or wss://…, data:, blob:, or a hash in single quotes ('sha256-…')",
        ),
        (
            "\"lifetime\": 120",
            "\"lifetime\": 181",
            "consent.lifetime (line 12, column 17): found 181, expected a whole number of days from 1 to 180",
        ),
        (
            "\"refusal_lifetime\": 90",
            "\"refusal_lifetime\": 0",
            "consent.refusal_lifetime (line 13, column 25): found 0, expected a whole number of days from 1 to 180",
        ),
        (
            "\"privacy\": { \"en\": \"https://",
            "\"privacy\": { \"en\": \"http://",
            "consent.notice.privacy.en (line 19, column 26): found \"http://partners.example/privacy/\", expected an address that starts with https:// or mailto:, without spaces or passwords",
        ),
        (
            "https://statistics.example",
            "'unsafe-inline'",
            "policy.script_src[0] (line 46, column 20): found \"'unsafe-inline'\", expected a source: 'self', https://… or wss://…, data:, blob:, or a hash in single quotes ('sha256-…')",
        ),
        (
            "https://statistics.example",
            "https://a.example; script-src *",
            "policy.script_src[0] (line 46, column 20): found \"https://a.example; script-src *\", expected a source: 'self', https://… or wss://…, data:, blob:, or a hash in single quotes ('sha256-…')",
        ),
    ] {
        let found = problems(from, to);
        assert!(found.contains(&message.to_owned()), "{from} -> {to}: {found:#?}");
    }
}
