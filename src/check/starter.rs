use thiserror::Error;

use crate::search::fold;

/// The document that a new partner starts with.
const STARTER: &str = include_str!("starter.json");

/// Why there is nothing to start with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StarterError {
    /// The name gives no address.
    #[error("the name has no Latin letter to make an address from; give one with --slug")]
    NoSlug,
    /// The name cannot be shown.
    #[error("a name is text without line breaks and control characters")]
    NotText,
}

/// The slug and the text of a starting document for a partner.
///
/// # Errors
/// The name has control characters, or gives no slug and none is given.
pub fn starter(name: &str, slug: Option<&str>) -> Result<(String, String), StarterError> {
    if name.contains(char::is_control) || name.trim().is_empty() {
        return Err(StarterError::NotText);
    }
    let slug = slug.map(str::to_owned).or_else(|| slug_of(name)).ok_or(StarterError::NoSlug)?;
    let quoted = serde_json::Value::from(name.trim()).to_string();
    let text = STARTER.replace("{slug}", &slug).replace("{name}", &quoted[1..quoted.len() - 1]);
    Ok((slug, text))
}

/// The name in small Latin letters without their marks, as far as it has such.
pub(super) fn slug_of(name: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let folded = fold(name);
    let words = folded.split(|c: char| !is_plain(c)).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    let slug = slug.get(..64).unwrap_or(&slug).trim_end_matches('-').to_owned();
    slug.starts_with(|c: char| c.is_ascii_lowercase()).then_some(slug)
}
