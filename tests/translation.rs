//! Translations are held to their original, and started from it.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::fs;
use std::process::Command;

use partner_profile::check::{self, Context, Severity, check_profile};
use partner_profile::model::{Language, Profile, read};
use serde_json::{Value, json};

fn value(path: &str) -> Value {
    serde_json::from_str(&common::read(path)).unwrap()
}

fn original() -> Value {
    value("public/profiles/lithuania.json")
}

/// The warnings about a translation of Lithuania's profile, each with its place.
fn warnings(translation: &Value) -> Vec<(String, String)> {
    let context = Context { original: Some(original()), ..Context::default() };
    let checked = check_profile(&format!("{translation:#}"), &context);
    let diagnostics = checked.diagnostics.into_iter();
    diagnostics
        .map(|it| {
            assert_eq!(it.severity, Severity::Warning, "{it}");
            (it.path, it.found)
        })
        .collect()
}

/// The Lithuanian translation with one value changed.
fn changed(pointer: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut translation = value("public/profiles/lithuania.lt.json");
    change(translation.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")));
    translation
}

#[test]
fn the_translations_that_ship_say_what_their_original_says() {
    for language in ["lt", "ar"] {
        let translation = value(&format!("public/profiles/lithuania.{language}.json"));
        assert_eq!(warnings(&translation), [], "{language}");
    }
}

#[test]
fn numbers_dates_ids_and_kinds_that_differ_are_warned_of_at_their_places() {
    for (pointer, wrong, path) in [
        ("/sections/0/parts/0/label", json!("29 kariai štabe"), "sections[0].parts[0].label"),
        ("/sections/0/paragraphs/2", json!("Iki 40 karių."), "sections[0].paragraphs[2]"),
        ("/sections/1/figures/0/value", json!(7), "sections[1].figures[0].value"),
        ("/sections/1/figures/0/kind", json!("total"), "sections[1].figures[0].kind"),
        ("/sections/5/entries/0/when/since", json!("2014-12"), "sections[5].entries[0].when.since"),
        ("/sections/2/places/0/latitude", json!(33.0), "sections[2].places[0].latitude"),
        ("/sections/7/channels/0/url", json!("https://x.com/other"), "sections[7].channels[0].url"),
        ("/sections/8/id", json!("pastabos"), "sections[8].id"),
        (
            "/sections/5/entries/0/when/words",
            json!("Nuo 2014 m. gruodžio 4 d."),
            "sections[5].entries[0].when.words",
        ),
        ("/sections/7/channels/0/name", json!("@Other"), "sections[7].channels[0].name"),
    ] {
        let found = warnings(&changed(pointer, |value| *value = wrong));
        assert!(found.iter().any(|(at, _)| at == path), "{pointer}: {found:?}");
    }
}

#[test]
fn sections_and_entries_that_are_missing_or_too_many_are_warned_of() {
    let without = changed("/sections", |sections| drop(sections.as_array_mut().unwrap().pop()));
    assert_eq!(warnings(&without), [("sections".to_owned(), "no section \"notes\"".to_owned())]);
    let shorter = changed("/sections/3/items", |items| drop(items.as_array_mut().unwrap().pop()));
    assert_eq!(warnings(&shorter), [("sections[3].items".to_owned(), "2 entries".to_owned())]);
    let moved = changed("/sections", |sections| sections.as_array_mut().unwrap().swap(7, 8));
    assert_eq!(warnings(&moved).len(), 1, "{:?}", warnings(&moved));
}

#[test]
fn a_text_whose_original_was_changed_since_it_was_translated_is_warned_of() {
    let noted = |lead: &str| changed("", |document| document["$comment"] = json!({ "lead": lead }));
    let now = original()["lead"].as_str().unwrap().to_owned();
    assert_eq!(warnings(&noted(&now)), []);
    let found = warnings(&noted("Lithuania takes part with soldiers."));
    let found: Vec<_> = found.into_iter().filter(|(path, _)| path == "lead").collect();
    assert_eq!(found, [("lead".to_owned(), "a text whose original was changed since".to_owned())]);
}

#[test]
fn the_translations_that_ship_notice_every_text_of_their_original_that_is_changed() {
    for language in ["lt", "ar"] {
        let translation = common::read(&format!("public/profiles/lithuania.{language}.json"));
        for pointer in
            ["/lead", "/title", "/sections/4/paragraphs/0", "/sections/7/channels/3/name"]
        {
            let mut original = original();
            *original.pointer_mut(pointer).unwrap() = json!("Something else.");
            let context = Context { original: Some(original), ..Context::default() };
            let found = check_profile(&translation, &context).diagnostics;
            let says_so = found.iter().any(|it| it.found.contains("changed since"));
            assert!(says_so, "{language} {pointer}: {found:?}");
        }
    }
}

#[test]
fn words_in_a_note_of_another_kind_are_no_original() {
    let noted = changed("", |document| document["$comment"] = json!("Ask the ministry."));
    assert_eq!(warnings(&noted), []);
}

#[test]
fn a_started_translation_is_valid_and_every_text_that_is_still_the_originals_is_named() {
    let started = check::start_translation(&original(), "Lietuva", Language::Lithuanian);
    let profile: Profile = read(&started.to_string()).unwrap();
    assert_eq!((&*profile.partner.name, profile.language), ("Lietuva", Language::Lithuanian));
    let note = &started["sections"][0]["$comment"];
    assert_eq!(note["title"], started["sections"][0]["title"]);
    assert_eq!(note["paragraphs"], started["sections"][0]["paragraphs"]);
    let found = warnings(&started);
    assert!(found.iter().all(|(_, found)| found == "the text of the original"), "{found:?}");
    assert!(found.iter().any(|(path, _)| path == "lead") && found.len() > 20, "{found:?}");
}

#[test]
fn a_translation_is_started_beside_its_original_and_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let profiles = folder.path().join("public/profiles");
    fs::create_dir_all(&profiles).unwrap();
    fs::write(profiles.join("lithuania.json"), original().to_string()).unwrap();
    let start = |language: &str| {
        let arguments = ["new", "Lietuva", "--from", "lithuania", "--language", language];
        let mut command = Command::new(env!("CARGO_BIN_EXE_profiles"));
        command.args(arguments).current_dir(folder.path()).output().unwrap()
    };
    assert!(start("lt").status.success());
    let written = fs::read_to_string(profiles.join("lithuania.lt.json")).unwrap();
    assert!(read::<Profile>(&written).is_ok());
    assert_eq!(start("lt").status.code(), Some(2));
    for language in ["en", "xx"] {
        let refused = start(language);
        assert_eq!(refused.status.code(), Some(2), "{language}: {refused:?}");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_profiles"));
    let arguments = ["new", "Lietuva", "--from", "lithuania.lt", "--language", "ar"];
    let refused = command.args(arguments).current_dir(folder.path()).output().unwrap();
    assert_eq!(refused.status.code(), Some(2), "a translation is no original: {refused:?}");
}
