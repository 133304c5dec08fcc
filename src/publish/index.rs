//! The root of a site of several partners: the list of them.

use leptos::prelude::*;
use serde_json::json;

use super::documents::{DocumentFile, PartnerDocuments};
use super::page_builder::PageBuilder;
use super::page_scripts::PageScripts;
use super::subject::{Subject, Texts};
use super::{Error, card, files, head, pages};
use crate::components::{ListPage, ListedEdition, ListedPartner, page_settings};
use crate::i18n::Messages;
use crate::model::Site;
use crate::render::{self, Parts};
use crate::search::{SEPARATOR, fold};

/// How many characters search engines show of a description.
const DESCRIPTION: usize = 150;

/// Writes the list.
pub(super) fn write(builder: &PageBuilder, site: &DocumentFile<Site>) -> Result<(), Error> {
    let builder = &PageBuilder { style: &builder.styles.list, ..*builder };
    let partners = partners(builder);
    let names: Vec<&str> = partners.iter().map(|partner| &*partner.folded).collect();
    let language = builder.documents.language();
    let described = description(&partners);
    let names = names.join(&SEPARATOR.to_string());
    let settings = page_settings(&site.content, Messages::of(language));
    let slot = json!({ "settings": settings, "names": names });
    let programs = &builder.files.programs;
    let scripts = PageScripts::new("./", &site.content, programs, &programs.list);
    let title = site.content.name.of(language).0;
    let texts = Texts { title, lead: &described, language };
    let card = card::write(builder, &texts, None, &site.content, "list")?;
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
        head: &builder.head("./", Some(&scripts)).with(&head::metadata(&subject)),
        before: &builder.banner(),
        body: &render::html(|| {
            if let Some(script) = scripts.notice.clone() {
                provide_context(script);
            }
            view! { <ListPage language site=site.content.clone() names partners/> }
        }),
        slot: &slot.to_string(),
    };
    files::write(&builder.place(""), builder.shell.page(&parts))
}

/// Whom the list has, as far as a description goes.
fn description(partners: &[ListedPartner]) -> String {
    let names: Vec<&str> = partners.iter().map(|partner| &*partner.editions[0].name).collect();
    let all = names.join(", ");
    let Some((end, _)) = all.char_indices().nth(DESCRIPTION) else { return all };
    let whole = all[..end].rsplit_once(", ").map_or(&all[..end], |(whole, _)| whole);
    format!("{whole}, …")
}

/// Writes what is wrong where nothing can be shown: only while editing.
pub(super) fn write_empty(builder: &PageBuilder) -> Result<(), Error> {
    let language = builder.documents.language();
    let head = builder.head("./", None).with("<title></title>\n");
    let parts = Parts { language, head: &head, before: &builder.banner(), body: "", slot: "" };
    files::write(&builder.place(""), builder.shell.page(&parts))
}

/// The partners in the order of their names.
fn partners(builder: &PageBuilder) -> Vec<ListedPartner> {
    let mut partners: Vec<_> = builder.documents.partners.iter().map(partner).collect();
    partners.sort_by_cached_key(|partner| {
        let name = &partner.editions[0].name;
        (fold(name), name.clone())
    });
    partners
}

fn partner(partner: &PartnerDocuments) -> ListedPartner {
    let addresses = pages::editions(partner);
    let editions: Vec<_> = partner
        .editions
        .iter()
        .zip(addresses)
        .map(|(document, (language, address))| ListedEdition {
            language,
            name: document.content.partner.name.to_string(),
            address,
        })
        .collect();
    let names: Vec<_> = editions.iter().map(|edition| fold(&edition.name)).collect();
    ListedPartner { folded: names.join(" "), editions }
}
