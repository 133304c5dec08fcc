use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

use super::store;
use crate::site::Purpose;

/// Removes what a purpose has left in the browser. Cookies that scripts cannot
/// see, or that belong to another site, stay.
pub fn purge(purpose: &Purpose) {
    for entry in &purpose.storage {
        store::remove(&entry.key);
    }
    // A frame without the right to cookies throws.
    let document = document().unchecked_into::<HtmlDocument>();
    let Ok(present) = document.cookie() else { return };
    let location = window().location();
    let host = location.hostname().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    for cookie in &purpose.cookies {
        for name in matching(&cookie.name, &present) {
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
    let domains = std::iter::successors(Some(host), |domain| Some(domain.split_once('.')?.1))
        .filter(|domain| domain.contains('.'));
    let domains: Vec<_> = std::iter::once(String::new())
        .chain(domains.map(|domain| format!("; Domain={domain}")))
        .collect();
    let above = path.match_indices('/').flat_map(|(at, _)| [path.get(..at), path.get(..=at)]);
    let mut paths: Vec<_> =
        above.flatten().chain(std::iter::once(path)).filter(|path| !path.is_empty()).collect();
    paths.dedup();
    // A name with such a prefix can only be written, and so removed, as it was set; and a cookie that
    // is kept apart for each site around only as one of those.
    let secure = if name.starts_with("__") { "; Secure" } else { "" };
    let kinds = [secure, "; Secure; SameSite=None; Partitioned"];
    let places = domains.iter().flat_map(|domain| paths.iter().map(move |path| (domain, path)));
    places
        .flat_map(|(domain, path)| {
            kinds.map(|kind| format!("{name}=; Max-Age=0; Path={path}{domain}{kind}"))
        })
        .collect()
}
