use thiserror::Error;

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

/// The name in small Latin letters, as far as it has such.
fn slug_of(name: &str) -> Option<String> {
    let letters: String = name.to_lowercase().chars().map(plain).collect();
    let slug = letters.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let slug = slug.get(..64).unwrap_or(&slug).trim_end_matches('-').to_owned();
    slug.starts_with(|c: char| c.is_ascii_lowercase()).then_some(slug)
}

/// A letter without its marks; a space for what is no letter or digit.
fn plain(letter: char) -> char {
    match letter {
        'a'..='z' | '0'..='9' => letter,
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ķ' => 'k',
        'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => ' ',
    }
}
