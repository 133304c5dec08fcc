//! Words as a page carries them: it needs one language, and its Wasm no other.

use super::Words;
use crate::profile::Language;

/// Defines words by their names: what they are, how they are written one after the other, and how
/// they are read again.
macro_rules! words {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident {
            $($(#[doc = $field_doc:literal])* pub $field:ident: $type:ty,)*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, PartialEq)]
        pub struct $name {
            $($(#[doc = $field_doc])* pub $field: $type,)*
        }

        impl $crate::words::carried::Carried for $name {
            fn write(&self, list: &mut Vec<&'static str>) {
                $(self.$field.write(list);)*
            }

            #[cfg(any(target_arch = "wasm32", test))]
            fn read(list: &mut $crate::words::carried::List) -> Self {
                Self { $($field: <$type>::read(list),)* }
            }
        }
    };
}

impl Words {
    /// The words as a page carries them, to be read by [`Self::of_page`].
    pub fn carried(&self) -> String {
        let mut list = Vec::new();
        self.write(&mut list);
        list.join(&SEPARATOR.to_string())
    }

    /// The words that a page carries. In the browser they stay as long as it does.
    #[cfg(target_arch = "wasm32")]
    pub fn of_page(language: Language, carried: String) -> &'static Self {
        let texts = String::leak(carried).split(SEPARATOR);
        Box::leak(Box::new(Self::read(&mut List { language, texts })))
    }

    /// The words that a page carries; natively they are those of its language.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of_page(language: Language, _carried: String) -> &'static Self {
        Self::of(language)
    }
}

/// Stands between the words that a page carries.
const SEPARATOR: char = '\n';

/// Words that are still to be read, in their order.
#[cfg(any(target_arch = "wasm32", test))]
pub(super) struct List {
    language: Language,
    texts: std::str::Split<'static, char>,
}

/// What is among the words that a page carries.
pub(super) trait Carried {
    /// Writes it at the end of the list.
    fn write(&self, list: &mut Vec<&'static str>);
    /// Reads it from the beginning of what is left of the list.
    #[cfg(any(target_arch = "wasm32", test))]
    fn read(list: &mut List) -> Self;
}

impl Carried for &'static str {
    fn write(&self, list: &mut Vec<&'static str>) {
        list.push(self);
    }

    #[inline(never)]
    #[cfg(any(target_arch = "wasm32", test))]
    fn read(list: &mut List) -> Self {
        list.texts.next().unwrap_or_default()
    }
}

/// The page says itself what its language is.
impl Carried for Language {
    fn write(&self, _: &mut Vec<&'static str>) {}

    #[cfg(any(target_arch = "wasm32", test))]
    fn read(list: &mut List) -> Self {
        list.language
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_carries_all_words_of_its_language() {
        for language in Language::ALL {
            let words = Words::of(language);
            let texts = String::leak(words.carried()).split(SEPARATOR);
            assert_eq!(Words::read(&mut List { language, texts }), *words);
        }
    }
}
