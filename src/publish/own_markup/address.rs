use url::{ParseError, Url};

use crate::model::Site;

/// In place of the site's own address where that is not known.
const UNKNOWN: &str = "https://unknown.invalid/";

/// What is wrong with the address of a script or a frame.
pub(super) fn of_address(address: &str, is_frame: bool, site: &Site) -> Option<String> {
    let is_relative = Url::parse(address) == Err(ParseError::RelativeUrlWithoutBase);
    if is_relative && !address.starts_with('/') {
        let advice = "is found by pages at the root only: write a full address, or begin with /";
        return Some(advice.to_owned());
    }
    let own = Url::parse(site.address.as_deref().unwrap_or(UNKNOWN)).ok()?;
    let asked = own.join(address).ok()?;
    let origin = match asked.scheme() {
        // An empty page, which no policy is about.
        "about" => return None,
        "https" => asked.origin().ascii_serialization(),
        scheme @ ("blob" | "data") => format!("{scheme}:"),
        _ => return Some("is never loaded: write an address that starts with https://".to_owned()),
    };
    let is_own = origin == own.origin().ascii_serialization();
    let needed = if is_own { "'self'" } else { &origin };
    let policy = site.policy.clone().unwrap_or_default();
    let (key, sources) =
        if is_frame { ("frame_src", policy.frame_src) } else { ("script_src", policy.script_src) };
    let is_admitted = (is_own && !is_frame)
        || sources.iter().any(|source| **source == *needed || stands_for(source, &origin));
    (!is_admitted).then(|| format!("needs \"{needed}\" in {key} of policy in public/site.json"))
}

/// Whether a source of a policy has an origin among those that it stands for.
fn stands_for(source: &str, origin: &str) -> bool {
    let Ok(source) = Url::parse(source) else { return false };
    let source = source.origin().ascii_serialization();
    match source.split_once("://*") {
        Some((scheme, end)) => origin.starts_with(&format!("{scheme}://")) && origin.ends_with(end),
        None => source == origin,
    }
}
