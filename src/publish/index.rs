//! The root of a site of several partners: the list of them.

use super::Error;
use super::frame::Frame;
use crate::markup::el;
use crate::render::Parts;

/// Writes the list. While editing it may be empty, and shows what is wrong.
pub(super) fn write(frame: &Frame) -> Result<(), Error> {
    let documents = frame.documents;
    let language = documents.language();
    let name = documents.site.as_ref().map_or("", |site| site.content.name.of(language).0);
    let entries = documents.partners.iter().map(|partner| {
        let profile = &partner.editions[0].content;
        let link = el("a")
            .attr("href", &format!("{}/", partner.slug()))
            .attr("lang", profile.language.as_str())
            .text(&profile.partner.name);
        el("li").child(link)
    });
    let main = el("main")
        .class("pp-main")
        .attr("id", "content")
        .child(el("h1").class("pp-header__title").text(name))
        .child(el("ul").class("pp-partners").children(entries));
    let head = frame.head("./", &(el("title").text(name).to_html() + "\n"), None);
    let before = frame.banner() + &main.to_html();
    frame.write("", &Parts { language, head: &head, before: &before, body: "", slot: "" })
}
