//! Natively: a document and the shell become HTML. No input or output.

use leptos::prelude::*;

use crate::app::{App, AppProps};
use crate::bundle::Bundle;
use crate::document::Problems;

/// Where the shell takes what belongs into the page's head.
const HEAD: &str = "<!-- head -->";
/// The empty root in the shell.
const ROOT: &str = r#"<div id="partner-profile"></div>"#;
/// The empty slot in the shell.
const SLOT: &str = r#"<script type="application/json" id="partner-profile-document"></script>"#;

/// One page, ready to be written.
///
/// # Errors
/// The problems of the bundle's JSON, see [`Bundle::parse`].
pub fn page(shell: &str, head: &str, bundle: &serde_json::Value) -> Result<String, Problems> {
    let json = bundle.to_string();
    let bundle = Bundle::parse(&json)?;
    let language = bundle.profile.language;
    let html =
        format!(r#"<html lang="{}" dir="{}">"#, language.as_str(), language.direction().as_str());
    let title = leptos::html::title().child(bundle.profile.title.to_string()).to_html();
    let root = ROOT.replace("></", &format!(">{}</", body(bundle)));
    let slot = SLOT.replace("></", &format!(">{}</", json.replace('<', "\\u003c")));
    Ok(shell
        .replace(r#"<html lang="en">"#, &html)
        .replace(HEAD, &format!("{title}{head}"))
        .replace(ROOT, &root)
        .replace(SLOT, &slot))
}

/// The content of the root, as the browser's Wasm takes it over.
pub fn body(bundle: Bundle) -> String {
    let owner = Owner::new();
    let html = owner.with(|| App(AppProps { bundle }).to_html());
    owner.unset_with_forced_cleanup();
    html
}
