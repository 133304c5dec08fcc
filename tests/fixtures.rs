//! The examples in `tests/fixtures`: the whole ones are read, the broken ones
//! are refused with exactly the messages beside them.
//!
//! `BLESS=1 cargo test --test fixtures` writes the messages anew, to be read in the diff.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use partner_profile::check::{Checked, Context, Severity, check_profile};
use partner_profile::model::{Content, Language, PartialDate, PartnerKind, Profile};
use strum::VariantNames;

fn documents(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no documents in {}", folder.display());
    paths
}

fn check(path: &Path) -> Checked<Profile> {
    check_profile(&fs::read_to_string(path).unwrap(), &Context::default())
}

fn profile(path: &Path) -> Profile {
    let Checked { document, diagnostics } = check(path);
    document.unwrap_or_else(|| panic!("{}:\n{diagnostics:#?}", path.display()))
}

#[test]
fn every_published_profile_and_every_example_is_read() {
    for folder in ["public/profiles", "tests/fixtures", "tests/fixtures/partners"] {
        for path in documents(folder) {
            profile(&path);
        }
    }
}

#[test]
fn every_kind_has_a_minimal_and_a_full_example_that_shows_that_kind_only() {
    for kind in Content::VARIANTS {
        for size in ["minimal", "full"] {
            let path = format!("{}/tests/fixtures/{kind}-{size}.json", env!("CARGO_MANIFEST_DIR"));
            let profile = profile(Path::new(&path));
            let kinds: Vec<_> = profile.sections.iter().map(|it| it.content.as_ref()).collect();
            assert_eq!(kinds, [*kind], "{path}");
        }
    }
}

#[test]
fn the_five_partners_use_every_kind_and_what_is_unusual() {
    let paths = documents("tests/fixtures/partners");
    let partners: Vec<_> = paths.iter().map(|path| profile(path)).collect();
    assert_eq!(partners.len(), 5);
    for kind in Content::VARIANTS {
        let uses =
            |profile: &Profile| profile.sections.iter().any(|it| it.content.as_ref() == *kind);
        assert!(partners.iter().any(uses), "no partner uses {kind}");
    }
    let some = |what: &str, is_so: &dyn Fn(&Profile) -> bool| {
        assert!(partners.iter().any(is_so), "no partner {what}");
    };
    some("is an organisation", &|one| one.partner.kind == PartnerKind::Organisation);
    some("is described in Arabic", &|one| one.language == Language::Arabic);
    some("has two working groups, and a date of entry that is a month only", &|one| {
        one.membership().is_some_and(|membership| {
            let is_month = |date: &PartialDate| date.month().is_some() && date.day().is_none();
            let mut dates = membership
                .entries
                .iter()
                .flat_map(|entry| [&entry.when.date, &entry.when.since].into_iter().flatten());
            membership.groups.len() == 2 && dates.any(is_month)
        })
    });
    some("is very long", &|one| one.sections.len() > 50);
    some("is nearly empty", &|one| one.sections.len() == 1);
}

#[test]
fn every_broken_document_is_refused_with_exactly_the_messages_beside_it() {
    let documents = documents("tests/fixtures/invalid");
    assert!(documents.len() >= 40);
    let mut wrong = Vec::new();
    for path in documents {
        let Checked { document, diagnostics } = check(&path);
        if document.is_some() {
            wrong.push(format!("{} is accepted", path.display()));
            continue;
        }
        let errors = diagnostics.iter().filter(|it| it.severity == Severity::Error);
        let messages: String = errors.map(|diagnostic| format!("{diagnostic}\n")).collect();
        let beside = path.with_extension("txt");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&beside, &messages).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if messages != expected {
            wrong.push(format!("{}\nsays:\n{messages}but should say:\n{expected}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_message_stands_without_its_document() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/invalid");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        assert!(path.with_extension("json").exists(), "{} has no document", path.display());
    }
}
