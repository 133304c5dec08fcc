//! Characters that are not seen.

/// Whether a character takes no room, and so is in a name or an address without being seen.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}') || forces_direction(c)
}

/// Whether a character sets the direction of all that follows. Those that only set a text apart are
/// what bidirectional text needs now and then.
pub(super) fn forces_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}')
}

/// How an invisible character is called in a message.
pub(super) fn invisible(c: char) -> String {
    format!("an invisible character in it (U+{:04X})", u32::from(c))
}
