use crate::model::{ContentPolicy, ContentSource, Site};

/// What is wrong with the address of a script or a frame.
pub(super) fn of_address(address: &str, is_frame: bool, site: &Site) -> Option<String> {
    let empty: &[ContentSource] = &[];
    let list = |read: fn(&ContentPolicy) -> &Vec<ContentSource>| {
        site.policy.as_ref().map_or(empty, |policy| read(policy))
    };
    let (key, sources) = if is_frame {
        ("frame_src", list(|policy| &policy.frame_src))
    } else {
        ("script_src", list(|policy| &policy.script_src))
    };
    let full = if address.starts_with("//") { format!("https:{address}") } else { address.into() };
    let Some(origin) = origin(&full) else {
        let needed = is_frame && !sources.iter().any(|source| **source == *"'self'");
        let is_found = address.starts_with('/');
        return match (is_found, needed) {
            (false, _) => Some(
                "is found by pages at the root only: write a full address, or begin with /".into(),
            ),
            (true, true) => {
                Some("needs \"'self'\" in frame_src of policy in public/site.json".into())
            }
            (true, false) => None,
        };
    };
    let own = site.address.as_deref().and_then(self::origin);
    let admits = |source: &ContentSource| match &**source {
        "'self'" => own.as_deref() == Some(&*origin),
        source => is_admitted(&origin, source),
    };
    let is_own_script = !is_frame && own.as_deref() == Some(&*origin);
    let is_admitted = is_own_script || sources.iter().any(admits);
    (!is_admitted).then(|| format!("needs \"{origin}\" in {key} of policy in public/site.json"))
}

/// The origin of a full address.
fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    Some(format!("{scheme}://{host}"))
}

/// Whether a source of a policy has an origin among those that it stands for.
fn is_admitted(origin: &str, source: &str) -> bool {
    let Some(source) = self::origin(source) else { return false };
    match source.split_once("://*") {
        Some((scheme, end)) => origin.starts_with(&format!("{scheme}://")) && origin.ends_with(end),
        None => source == origin,
    }
}
