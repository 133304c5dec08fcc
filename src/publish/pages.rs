//! The pages of the partners, one a document, and the documents that other sites load.

use leptos::prelude::*;
use rayon::prelude::*;

use super::documents::{Document, Partner};
use super::head::{Subject, Texts};
use super::page_builder::PageBuilder;
use super::script::Scripts;
use super::{Error, card, public_documents};
use crate::check::folder;
use crate::components::{ProfilePage, page_settings};
use crate::i18n::Messages;
use crate::model::{Edition, Language, PageData, PageDocument, Site};
use crate::render::{self, Parts};

/// One page: what it shows and where.
struct Page<'a> {
    edition: &'a Document,
    /// Its folder, as addressed from the site's root.
    path: String,
    /// The folder of the page that has this content by right.
    original: String,
    editions: Vec<(Language, String)>,
}

/// Writes all pages of partners. A single partner has the site's root as well.
pub(super) fn write(builder: &PageBuilder, site: &Document<Site>) -> Result<(), Error> {
    let partners = &builder.documents.partners;
    let mut pages: Vec<Page> = partners.iter().flat_map(of_partner).collect();
    if let [partner] = &partners[..] {
        let mut root = of_partner(partner).swap_remove(0);
        root.path.clear();
        pages.push(root);
    }
    pages.par_iter().try_for_each(|page| page.write(builder, site))
}

/// The pages of a partner. Without a profile the first translation stands under the partner's name as well.
fn of_partner(partner: &Partner) -> Vec<Page<'_>> {
    let editions = editions(partner);
    let page = |(edition, (_, path)): (_, &(_, String))| Page {
        edition,
        path: path.clone(),
        original: path.clone(),
        editions: editions.clone(),
    };
    let mut pages: Vec<_> = partner.editions.iter().zip(&editions).map(page).collect();
    let folder = folder(partner.slug());
    if pages[0].path != folder {
        let original = pages[0].path.clone();
        let editions = editions.clone();
        pages.push(Page { edition: &partner.editions[0], path: folder, original, editions });
    }
    pages
}

/// The languages of a partner's profile and their folders, the profile's own first.
pub(super) fn editions(partner: &Partner) -> Vec<(Language, String)> {
    let folder = |edition: &Document| (edition.content.language, folder(edition.name()));
    partner.editions.iter().map(folder).collect()
}

impl Page<'_> {
    fn write(&self, builder: &PageBuilder, site: &Document<Site>) -> Result<(), Error> {
        let root = self.root();
        let language = self.edition.content.language;
        let profile = &self.edition.content;
        let data = PageData {
            language,
            site: public_documents::site(&site.content, language),
            root: root.clone(),
            editions: self.addresses(&root),
            profile: public_documents::profile(profile, builder.files),
            maps: public_documents::maps(profile, builder.documents, builder.files),
        };
        let settings = page_settings(&site.content, Messages::of(language));
        let slot = public_documents::json(&PageDocument { settings, page: &data });
        let body = builder.cache.remember("pages", slot.as_bytes(), || {
            Ok(render::html(|| view! { <ProfilePage data/> }).into_bytes())
        })?;
        let texts = Texts { title: &profile.title, lead: &profile.lead, language };
        let name = format!("{}-{}", profile.slug, language.as_str());
        let flag = profile.partner.flag.as_ref();
        let card = card::write(builder, &texts, flag, &site.content, &name)?;
        let subject = Subject {
            texts: &texts,
            profile: Some(profile),
            site: &site.content,
            path: &self.original,
            editions: &self.editions,
            card: card.as_deref(),
        };
        let programs = &builder.files.programs;
        let scripts = Scripts::new(&root, &site.content, programs, &programs.page);
        let head = builder.head(&root, &subject.to_html(), Some(&scripts));
        let parts = Parts {
            language: profile.language,
            head: &head,
            before: &builder.banner(),
            body: &String::from_utf8_lossy(&body),
            slot: &slot,
        };
        builder.write(&self.path, &parts)
    }

    /// The site's root as the page addresses it.
    fn root(&self) -> String {
        match self.path.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// The page's translations as it addresses them; none where there is one language only.
    fn addresses(&self, root: &str) -> Vec<Edition> {
        let list = self.editions.iter().filter(|_| self.editions.len() > 1);
        list.map(|(language, path)| Edition {
            language: *language,
            address: format!("{root}{path}"),
        })
        .collect()
    }
}
