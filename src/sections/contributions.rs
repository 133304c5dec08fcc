use super::{paragraphs, source_line};
use crate::markup::{Element, el};
use crate::model::{Contribution, Contributions};
use crate::reading::Reading;

/// Contributions, each with its figure or the word that it was not preserved.
pub fn contributions(contributions: &Contributions, reading: Reading) -> Vec<Element> {
    let mut parts = paragraphs(&contributions.paragraphs);
    let items = contributions.items.iter().map(|item| contribution(item, reading));
    parts.push(el("ul").class("pp-contributions__list").children(items));
    parts
}

fn contribution(item: &Contribution, reading: Reading) -> Element {
    let figure = match &item.figure {
        Some(figure) => el("p").class("pp-contributions__figure").text(figure),
        None => reading
            .say(el("p").class("pp-contributions__unknown"), reading.words.figure_not_preserved),
    };
    el("li")
        .class("pp-contributions__item")
        .child(el("p").class("pp-contributions__caption").text(&item.caption))
        .child(figure)
        .children(source_line(item.source.as_ref(), reading))
}
