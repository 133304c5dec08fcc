use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

use super::storage;
use crate::model::PurposeTerms;

/// Removes what a purpose has left in the browser. Cookies that scripts cannot
/// see, or that belong to another site, stay.
pub fn purge(purpose: &PurposeTerms) {
    for key in &purpose.storage {
        storage::remove(key);
    }
    // A frame without the right to cookies throws.
    let document = document().unchecked_into::<HtmlDocument>();
    let Ok(present) = document.cookie() else { return };
    let location = window().location();
    let host = location.hostname().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    for cookie in &purpose.cookies {
        for name in matching(cookie, &present) {
            for deletion in deletions(name, &host, &path) {
                let _ = document.set_cookie(&deletion);
            }
        }
    }
}

/// The names that a cookie of the site document stands for, of those present.
fn matching<'a>(name: &'a str, present: &'a str) -> Vec<&'a str> {
    let Some(start) = name.strip_suffix('*') else { return vec![name] };
    present
        .split(';')
        .filter_map(|pair| pair.split('=').next())
        .map(str::trim)
        .filter(|name| name.starts_with(start))
        .collect()
}

/// What to assign to `document.cookie` to remove a cookie, wherever it was set:
/// on the host or a parent domain, on the page's path or one above.
pub fn deletions(name: &str, host: &str, path: &str) -> Vec<String> {
    let mut domains = vec![String::new()];
    let mut domain = host;
    while let Some((_, parent)) = domain.split_once('.') {
        domains.push(["; Domain=", domain].concat());
        domain = parent;
    }
    let mut paths = Vec::new();
    for (at, _) in path.match_indices('/') {
        paths.extend(path.get(..at));
        paths.extend(path.get(..=at));
    }
    paths.push(path);
    paths.retain(|path| !path.is_empty());
    paths.dedup();
    // A name with such a prefix can only be written, and so removed, as it was set; and a cookie that
    // is kept apart for each site around only as one of those. Any other one would not be
    // written with it where the page came without https.
    let has_prefix = |prefix: &str| {
        name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    let is_secure = has_prefix("__Host-") || has_prefix("__Secure-");
    let secure = if is_secure { "; Secure" } else { "" };
    let kinds = [secure, "; Secure; SameSite=None; Partitioned"];
    let mut deletions = Vec::new();
    for domain in &domains {
        for path in &paths {
            for kind in kinds {
                deletions.push([name, "=; Max-Age=0; Path=", path, domain, kind].concat());
            }
        }
    }
    deletions
}
