use super::figures::figures;
use super::{paragraphs, source_line, text_or_link};
use crate::markup::{Element, el};
use crate::model::Prose;
use crate::reading::Reading;

/// Running text with its figures, points and links.
pub fn prose(prose: &Prose, reading: Reading) -> Vec<Element> {
    let mut parts = paragraphs(&prose.paragraphs);
    parts.extend(figures(&prose.figures, reading));
    if !prose.points.is_empty() {
        let points = prose.points.iter().map(|point| el("li").text(point));
        parts.push(el("ul").class("pp-prose__points").children(points));
    }
    if !prose.links.is_empty() {
        let links = prose
            .links
            .iter()
            .map(|link| el("li").child(text_or_link(&link.label, Some(&link.url))));
        parts.push(el("ul").class("pp-prose__links").children(links));
    }
    parts.extend(source_line(prose.source.as_ref(), reading));
    parts
}
