use super::{moment, paragraphs, source_line};
use crate::markup::{Element, el};
use crate::model::Quote;
use crate::reading::Reading;

/// A quotation with who said it.
pub fn quote(quote: &Quote, reading: Reading) -> Vec<Element> {
    let comma = reading.text_words.comma;
    let mut caption =
        el("figcaption").child(el("span").class("pp-quote__speaker").text(&quote.speaker));
    if let Some(post) = &quote.post {
        caption = caption.text(comma).text(post);
    }
    if let Some(when) = &quote.when {
        caption = caption.text(comma).child(moment(when));
    }
    let figure = el("figure")
        .class("pp-quote__figure")
        .child(el("blockquote").children(paragraphs(&quote.paragraphs)))
        .child(caption);
    std::iter::once(figure).chain(source_line(quote.source.as_ref(), reading)).collect()
}
