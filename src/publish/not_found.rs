//! The page for what is not there. It is shown at any depth, so it stands by itself.

use super::Error;
use super::markup::{element, escape, tag};
use super::pages::Site;
use super::policy::Policy;
use crate::words::Words;

const STYLE: &str = include_str!("not_found.css");

/// Writes `404.html`. It links home only where the site's address is known.
pub(super) fn write(site: &Site) -> Result<(), Error> {
    let language = site.documents.language();
    let words = Words::of(language);
    let style = super::style::shorten(STYLE);
    let policy = Policy::of_text(&style).content();
    let settings = site.documents.site.as_ref().map(|site| &site.content);
    let home = settings.and_then(|settings| settings.address.as_ref()).map_or_else(
        String::new,
        |address| {
            let link = element("a", &[("href", address)], words.to_start_page);
            format!("<p>{link}</p>\n")
        },
    );
    let html = format!(
        "<!doctype html>\n{html}\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n<p>{text}</p>\n{home}</main>\n</body>\n</html>\n",
        html = tag("html", &[("lang", language.as_str()), ("dir", language.direction().as_str())]),
        title = escape(words.page_not_found),
        text = escape(words.page_not_found_advice),
    );
    super::write(&site.folders.staging.join("404.html"), html)
}
