//! The root of a site of several partners: the list of them.

use serde_json::json;

use super::documents::Document;
use super::frame::Frame;
use super::head::{Subject, Texts};
use super::script::Scripts;
use super::{Error, card, pages};
use crate::app::Page;
use crate::index::{Edition, Listing, Partner, SEPARATOR, fold};
use crate::render::{self, Parts};
use crate::site::Site;
use crate::words::Words;

/// How many characters search engines show of a description.
const DESCRIPTION: usize = 150;

/// Writes the list.
pub(super) fn write(frame: &Frame, site: &Document<Site>) -> Result<(), Error> {
    let frame = &Frame { style: &frame.styles.list, ..*frame };
    let partners = partners(frame);
    let names: Vec<&str> = partners.iter().map(|partner| &*partner.folded).collect();
    let language = frame.documents.language();
    let described = description(&partners);
    let slot = json!({
        "site": site.value,
        "language": language.as_str(),
        "words": Words::of(language).carried(),
        "names": names.join(&SEPARATOR.to_string()),
    })
    .to_string();
    let listing = Listing::parse(&slot)
        .ok_or_else(|| Error::Made("the list cannot read itself".to_owned()))?;
    let programs = &frame.files.programs;
    let scripts = Scripts::new("./", &site.content, programs, &programs.list, None);
    let title = site.content.name.of(language).0;
    let texts = Texts { title, lead: &described, language };
    let card = card::write(frame, &texts, None, &site.content, "list")?;
    let subject = Subject {
        texts: &texts,
        profile: None,
        site: &site.content,
        path: "",
        editions: &[],
        card: card.as_deref(),
    };
    let parts = Parts {
        language,
        head: &frame.head("./", &subject.to_html(), Some(&scripts)),
        before: &frame.banner(),
        body: &render::content(Page::of_list(listing, partners)),
        slot: &slot,
    };
    frame.write("", &parts)
}

/// Whom the list has, as far as a description goes.
fn description(partners: &[Partner]) -> String {
    let names: Vec<&str> = partners.iter().map(|partner| &*partner.editions[0].name).collect();
    let all = names.join(", ");
    let Some((end, _)) = all.char_indices().nth(DESCRIPTION) else { return all };
    let whole = all[..end].rsplit_once(", ").map_or(&all[..end], |(whole, _)| whole);
    format!("{whole}, …")
}

/// Writes what is wrong where nothing can be shown: only while editing.
pub(super) fn write_empty(frame: &Frame) -> Result<(), Error> {
    let language = frame.documents.language();
    let head = frame.head("./", "<title></title>\n", None);
    frame.write("", &Parts { language, head: &head, before: &frame.banner(), body: "", slot: "" })
}

/// The partners in the order of their names.
fn partners(frame: &Frame) -> Vec<Partner> {
    let mut partners: Vec<_> = frame.documents.partners.iter().map(partner).collect();
    partners.sort_by_cached_key(|partner| {
        let name = &partner.editions[0].name;
        (fold(name), name.clone())
    });
    partners
}

fn partner(partner: &super::documents::Partner) -> Partner {
    let addresses = pages::editions(partner);
    let editions: Vec<_> = partner
        .editions
        .iter()
        .zip(addresses)
        .map(|(document, (language, address))| Edition {
            language,
            name: document.content.partner.name.to_string(),
            address,
        })
        .collect();
    let names: Vec<_> = editions.iter().map(|edition| fold(&edition.name)).collect();
    Partner { folded: names.join(" "), editions }
}
