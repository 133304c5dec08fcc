/// Stands between partners.
pub const SEPARATOR: char = '|';

/// A text as it is compared. The browser's JavaScript does the same in `normalize` and `toLowerCase`.
#[cfg(not(target_arch = "wasm32"))]
pub fn fold(text: &str) -> String {
    let decomposed = icu_normalizer::DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    folded(&decomposed.to_lowercase())
}

/// A text as it is compared: without accents, Arabic vowel signs and other
/// differences that nobody types. The text comes in small letters and decomposed
/// (NFKD), which is a matter of large tables: natively a crate has them, in the
/// browser JavaScript does.
pub fn folded(decomposed: &str) -> String {
    let mut folded = String::with_capacity(decomposed.len());
    for letter in decomposed.chars() {
        match letter {
            // Combining marks, Arabic vowel signs and hamzas, the Arabic filler.
            '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' => {}
            // Letters with a stroke have no decomposition, nor have two letters in one.
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'ŧ' => folded.push('t'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ة' => folded.push('ه'),
            'ى' => folded.push('ي'),
            '’' | 'ʼ' | '‘' => folded.push('\''),
            '‐' | '‑' | '–' => folded.push('-'),
            SEPARATOR => folded.push(' '),
            letter => folded.push(letter),
        }
    }
    folded
}
