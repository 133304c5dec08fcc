//! The page for what is not there. It is shown at any depth, so it stands by itself.

use super::Error;
use super::frame::Frame;
use super::policy::Policy;
use crate::consent::ANCHOR;
use crate::markup::el;
use crate::words::Words;

/// Writes `404.html`. It links home, and to the cookie settings there, only where the
/// site's address is known: nothing optional runs on it.
pub(super) fn write(frame: &Frame) -> Result<(), Error> {
    let language = frame.documents.language();
    let words = Words::of(language);
    let style = &frame.styles.not_found;
    let policy = Policy::of_text(style).content();
    let settings = frame.documents.site.as_ref().map(|site| &site.content);
    let home = settings.and_then(|settings| settings.address.as_deref());
    let head = el("head")
        .child(el("meta").attr("charset", "utf-8"))
        .child(el("meta").attr("http-equiv", "Content-Security-Policy").attr("content", &policy))
        .child(
            el("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1"),
        )
        .child(el("meta").attr("name", "robots").attr("content", "noindex"))
        .child(el("link").attr("rel", "icon").attr("href", "data:,"))
        .child(el("title").text(words.page_not_found))
        // The style has nothing in it that markup would take for its own.
        .child(el("style").text(style));
    let main =
        el("main")
            .child(el("h1").text(words.page_not_found))
            .child(el("p").text(words.page_not_found_advice))
            .children(home.map(|address| {
                el("p").child(el("a").attr("href", address).text(words.to_start_page))
            }));
    let settings = home.map(|address| {
        let link = el("a").attr("href", &format!("{address}#{ANCHOR}"));
        el("footer").child(el("p").child(link.text(words.cookies.settings)))
    });
    let page = el("html")
        .attr("lang", language.as_str())
        .attr("dir", language.direction().as_str())
        .child(head)
        .child(el("body").child(main).children(settings));
    let html = format!("<!doctype html>\n{}\n", page.to_html());
    super::write(&frame.folders.staging.join("404.html"), html)
}
