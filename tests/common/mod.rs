//! What native tests share: documents of this repository, and their pages.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::path::Path;

use leptos::prelude::*;
use partner_profile::components::ProfilePage;
use partner_profile::model::{
    self, ConsentModel, ConsentTerms, Document, Language, PageData, Profile, PurposeTerms,
};
use partner_profile::render;
use scraper::Html;

/// The text of a file of this repository.
pub fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// A document of this repository.
pub fn document<T: Document>(path: &str) -> T {
    model::read(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What the page of a profile is made of, with the site and the map that ship.
pub fn page_data(profile: Profile) -> PageData {
    let site = document("public/site.json");
    PageData {
        language: profile.language,
        site,
        root: "./".to_owned(),
        editions: Vec::new(),
        profile,
        maps: vec![document("public/maps/iraq.json")],
    }
}

/// The page of a profile, between the page's landmarks.
pub fn page(path: &str) -> Html {
    let data = page_data(document(path));
    Html::parse_fragment(&render::html(|| view! { <ProfilePage data/> }))
}

/// What the cookie choice has to know of a site with these purposes; answers hold for 180 days.
pub fn terms(model: ConsentModel, purposes: &[&str]) -> ConsentTerms {
    let purpose = |id: &&str| PurposeTerms {
        id: (*id).to_owned(),
        label: (*id).to_owned(),
        language: Language::English,
        cookies: Vec::new(),
        storage: Vec::new(),
    };
    ConsentTerms {
        site: "partners".to_owned(),
        model,
        revision: 3,
        lifetime: 180,
        refusal_lifetime: 180,
        proof: false,
        purposes: purposes.iter().map(purpose).collect(),
        blocked: String::new(),
        allow: String::new(),
    }
}
