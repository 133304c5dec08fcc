use super::text_or_link;
use crate::markup::{Element, el};
use crate::model::{Count, Source};
use crate::reading::Reading;

/// Numbers of people, each a statement of its own: what kind of number, how
/// many, of whom.
pub fn figures<'a>(
    counts: impl IntoIterator<Item = &'a Count>,
    reading: Reading,
) -> Option<Element> {
    let figures: Vec<_> = counts.into_iter().map(|count| figure(count, reading)).collect();
    (!figures.is_empty()).then(|| el("dl").class("pp-figures").children(figures))
}

fn figure(count: &Count, reading: Reading) -> Element {
    el("div")
        .class("pp-figures__figure")
        .child(reading.say(el("dt"), reading.words.count_kind(count.kind)))
        .child(
            el("dd")
                .child(el("span").class("pp-figures__value").text(&count.value.to_string()))
                .text(&format!(" {}", count.label)),
        )
        .children(count.note.as_ref().map(|note| el("dd").class("pp-figures__note").text(note)))
}

/// How a figure is read, and where its facts come from: its own source, or the
/// profile's origin.
pub fn caption(key: Option<&str>, source: Option<&Source>, reading: Reading) -> Element {
    let (name, url) = match source {
        Some(source) => (&*source.name, source.url.as_deref()),
        None => (reading.publisher, None),
    };
    let source = reading.say(el("p"), reading.words.source);
    let source = source.text(" ").child(text_or_link(name, url));
    el("figcaption")
        .class("pp-caption")
        .children(key.map(|key| reading.say(el("p"), key)))
        .child(source)
}
