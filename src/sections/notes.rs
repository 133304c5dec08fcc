use super::source_line;
use crate::markup::{Element, el};
use crate::model::{Note, Notes};
use crate::reading::Reading;

/// What the reader should know about the facts.
pub fn notes(notes: &Notes, reading: Reading) -> Vec<Element> {
    let list = notes.notes.iter().map(|part| note(part, reading));
    vec![el("ul").class("pp-notes__list").children(list)]
}

fn note(note: &Note, reading: Reading) -> Element {
    el("li").child(el("p").text(&note.text)).children(source_line(note.source.as_ref(), reading))
}
