//! Drawings that the build cannot read: the icon and the flags.

use std::fs;
use std::path::Path;

use resvg::usvg::{Options, Tree};

use super::Diagnostic;
use super::files::{of_file, text_of};

/// How pictures in other formats begin.
const PICTURES: [(&str, &[u8]); 4] =
    [("a PNG", b"\x89PNG"), ("a JPEG", b"\xff\xd8"), ("a GIF", b"GIF8"), ("a WebP", b"RIFF")];

/// What is wrong with a drawing, as the build will read it.
pub(super) fn problem(path: &Path) -> Option<Diagnostic> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return Some(of_file(path, error).diagnostic()),
    };
    if let Some((kind, _)) = PICTURES.into_iter().find(|(_, start)| bytes.starts_with(start)) {
        let found = format!("{kind} picture under the name of a drawing");
        let expected = "a drawing in the SVG format: a new name does not make one of a picture";
        return Some(Diagnostic::of_file(found, expected));
    }
    let text = match text_of(path, bytes) {
        Ok(text) => text,
        Err(error) => return Some(error.diagnostic()),
    };
    let error = Tree::from_str(&text, &Options::default()).err()?;
    Some(Diagnostic::of_file(format!("no drawing ({error})"), "a drawing in the SVG format"))
}
