//! The rules of a site about the profiles in it. Each needs only one value, so that it can be looked
//! at whatever is wrong with the rest of a document.

use std::collections::BTreeSet;

use serde_json::Value;

use super::context::Context;
use super::file_name::parts;
use super::inventory::SiteInventory;
use super::schema_errors::nearest;
use super::starter::slug_of;
use crate::model::paths::sections;
use crate::model::{Id, Language, Violation};

/// The ids that every page has itself.
const PAGE_IDS: [&str; 5] =
    ["content", "cookie-settings", "partner-profile", "partner-profile-document", "pp-theme"];

/// How many names a message lists.
const NAMES_LISTED: usize = 12;

/// What keeps a profile from being published.
pub(super) fn errors(profile: &Value, context: &Context) -> Vec<Violation> {
    let mut violations = ids(profile);
    if let Some(name) = &context.name {
        violations.extend(slug(profile, name, context.inventory));
        violations.extend(language(profile, name));
        violations.extend(language_of_another(profile, &context.others));
        violations.extend(files(profile, context));
    }
    violations
}

/// What may keep a profile from being published that is not in a site yet.
pub(super) fn warnings(profile: &Value, context: &Context) -> Vec<Violation> {
    if context.name.is_none() { files(profile, context) } else { Vec::new() }
}

/// Sections with an id that every page has itself: both would name the same anchor.
fn ids(profile: &Value) -> Vec<Violation> {
    let of_page = |(place, section): (String, &Value)| {
        let id = section["id"].as_str().filter(|id| PAGE_IDS.contains(id))?;
        let found = format!("\"{id}\", which every page has itself");
        Some(Violation::at("id", found, "an id of its own").inside(&place))
    };
    sections(profile).filter_map(of_page).collect()
}

/// The slug is that of the file, and nothing of the site's own has it.
fn slug(profile: &Value, name: &str, inventory: Option<&SiteInventory>) -> Option<Violation> {
    let slug = profile["slug"].as_str()?;
    let in_name = parts(name).0;
    if Id::try_from(in_name.to_owned()).is_err() {
        let own = Id::try_from(slug.to_owned()).ok().map(|slug| slug.to_string());
        let better = own.or_else(|| slug_of(in_name)).unwrap_or_else(|| "latvia".to_owned());
        let found = format!("the file name {name}.json, which cannot be a web address");
        let is_copy = inventory.is_some_and(|inventory| inventory.profiles.contains(&better));
        let advice = if is_copy {
            format!("there is a {better}.json already, so delete this file or rename it")
        } else {
            format!("rename the file to {better}.json")
        };
        let expected = format!("small letters a–z, digits and hyphens in the file name: {advice}");
        return Some(Violation::at("slug", found, expected));
    }
    if slug != in_name {
        let expected = format!("\"{in_name}\", as in the name of the file");
        return Some(Violation::at("slug", format!("\"{slug}\""), expected));
    }
    let is_taken = inventory.is_some_and(|inventory| inventory.is_taken(slug));
    let found = format!("\"{slug}\", a name of the site's own");
    is_taken.then(|| Violation::at("slug", found, "a name that is free"))
}

/// The language is that of the file, where its name says one.
fn language(profile: &Value, name: &str) -> Option<Violation> {
    let own = profile["language"].as_str()?;
    let (slug, language) = parts(name);
    let language = language.filter(|language| *language != own)?;
    if Language::of(language).is_some() {
        let expected = format!("\"{language}\", as in the name of the file");
        return Some(Violation::at("language", format!("\"{own}\""), expected));
    }
    let found = format!("\"{own}\" in the file {name}.json");
    let expected = format!("the file {slug}.json or {slug}.{own}.json");
    Some(Violation::at("language", found, expected))
}

/// No other document of the partner has the language.
fn language_of_another(profile: &Value, others: &[(String, Language)]) -> Option<Violation> {
    let own = profile["language"].as_str()?;
    let (file, _) = others.iter().find(|(_, language)| language.as_str() == own)?;
    let expected = "a language that no other document of this partner has";
    Some(Violation::at("language", format!("\"{own}\", as in {file}"), expected))
}

/// The files that the profile names are there.
fn files(profile: &Value, context: &Context) -> Vec<Violation> {
    let Some(inventory) = context.inventory else { return Vec::new() };
    let flag = file("flag", &profile["partner"], inventory.flags.as_ref());
    let flag = flag.map(|violation| violation.inside("partner"));
    let maps = inventory.maps.as_ref();
    let maps = sections(profile)
        .filter_map(|(path, section)| Some(file("map", section, maps)?.inside(&path)));
    flag.into_iter().chain(maps).collect()
}

fn file(key: &str, object: &Value, known: Option<&BTreeSet<String>>) -> Option<Violation> {
    let name = object[key].as_str()?;
    let known = known.filter(|known| !known.contains(name))?;
    let (what, ending) = if key == "flag" { ("drawing", ".svg") } else { ("map", ".json") };
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    let mut expected = format!("the name of a {what} in public/{key}s, without {ending}");
    if (1..=NAMES_LISTED).contains(&known.len()) {
        expected = format!("{expected}: {}", names.join(", "));
    }
    let suggestion = nearest(name, &names);
    Some(Violation { suggestion, ..Violation::at(key, format!("\"{name}\""), expected) })
}
