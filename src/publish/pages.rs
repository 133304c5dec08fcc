//! The pages of the partners, one a document.

use blake3::Hash;
use leptos::prelude::*;
use rayon::prelude::*;
use serde_json::json;

use super::documents::{DocumentFile, PartnerDocuments};
use super::page_builder::{Head, PageBuilder};
use super::page_scripts::PageScripts;
use super::subject::{Subject, Texts};
use super::{Error, card, files, head, json, public_documents};
use crate::check::folder;
use crate::components::{NoticeScript, ProfilePage, page_settings};
use crate::i18n::Messages;
use crate::model::{Edition, Language, PageData, Profile, Site};
use crate::render::{self, Parts};

/// The site's root as pages address it, by how many folders down they are.
const ROOTS: [&str; 3] = ["./", "../", "../../"];

/// One page: what it shows and where.
struct Page<'a> {
    edition: &'a DocumentFile,
    /// Its folder, as addressed from the site's root.
    path: String,
    /// The folder of the page that has this content by right.
    original: String,
    editions: Vec<(Language, String)>,
}

/// Writes all pages of partners, and their documents as they are served. A single partner has the
/// site's root as well.
pub(super) fn write(builder: &PageBuilder, site: &DocumentFile<Site>) -> Result<(), Error> {
    let partners = &builder.documents.partners;
    let mut pages: Vec<Page> = partners.iter().flat_map(of_partner).collect();
    if let [partner] = &partners[..] {
        let mut root = of_partner(partner).swap_remove(0);
        root.path.clear();
        pages.push(root);
    }
    let shared = ROOTS.map(|root| Shared::new(builder, site, root));
    pages.par_iter().try_for_each(|page| page.write(&shared[page.path.matches('/').count()]))
}

/// The pages of a partner. Without a profile the first translation stands under the partner's name as well.
fn of_partner(partner: &PartnerDocuments) -> Vec<Page<'_>> {
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
pub(super) fn editions(partner: &PartnerDocuments) -> Vec<(Language, String)> {
    let folder = |edition: &DocumentFile| (edition.content.language, folder(edition.name()));
    partner.editions.iter().map(folder).collect()
}

/// What pages have in common that address the site's root in one way.
struct Shared<'a> {
    builder: &'a PageBuilder<'a>,
    site: &'a Site,
    root: &'static str,
    head: Head,
    notice: Option<NoticeScript>,
    banner: String,
    /// Stands for all of it.
    key: Hash,
}

impl<'a> Shared<'a> {
    fn new(builder: &'a PageBuilder, site: &'a DocumentFile<Site>, root: &'static str) -> Self {
        let (site, programs) = (&site.content, &builder.files.programs);
        let scripts = PageScripts::new(root, site, programs, &programs.page);
        let head = builder.head(root, Some(&scripts));
        let (notice, banner) = (scripts.notice.clone(), builder.banner());
        let all = format!("{:?}", (builder.shell, site, root, &head, &notice, &banner));
        Self { key: builder.cache.key(all.as_bytes()), builder, site, root, head, notice, banner }
    }
}

impl Page<'_> {
    fn write(&self, shared: &Shared) -> Result<(), Error> {
        let Shared { builder, site, key, .. } = shared;
        let profile = &self.edition.content;
        let texts =
            Texts { title: &profile.title, lead: &profile.lead, language: profile.language };
        let name = format!("{}-{}", profile.slug, profile.language.as_str());
        let card = card::write(builder, &texts, profile.partner.flag.as_ref(), site, &name)?;
        // The names of flags and maps in it tell their content.
        let published = public_documents::profile(profile, builder.files);
        let document = json::of(&published);
        let own = format!("{key}{:?}{document}", (&self.original, &self.editions, &card));
        let key = builder.cache.key(own.as_bytes());
        let page = builder.cache.remember("pages", key, || {
            Ok(self.to_html(shared, &texts, card.as_deref(), published).into_bytes())
        })?;
        files::copy(&page, &builder.place(&self.path))?;
        if self.path != self.original {
            return Ok(());
        }
        files::write(&builder.folders.staging.join(self.edition.address()), document)
    }

    fn to_html(
        &self,
        shared: &Shared,
        texts: &Texts,
        card: Option<&str>,
        published: Profile,
    ) -> String {
        let Shared { builder, site, root, head, notice, banner, .. } = shared;
        let profile = &self.edition.content;
        let language = profile.language;
        let editions = self.addresses(root);
        let slot = json!({
            "settings": page_settings(site, Messages::of(language)),
            "root": root,
            "profile": self.edition.address(),
            "editions": editions,
        });
        let data = PageData {
            language,
            site: Site::clone(site),
            root: (*root).to_owned(),
            editions,
            profile: published,
            maps: public_documents::maps(profile, builder.documents, builder.files),
        };
        let subject = Subject {
            texts,
            profile: Some(profile),
            site,
            path: &self.original,
            editions: &self.editions,
            card,
        };
        builder.shell.page(&Parts {
            language,
            head: &head.with(&head::metadata(&subject)),
            before: banner,
            body: &render::html(|| {
                if let Some(script) = notice.clone() {
                    provide_context(script);
                }
                view! { <ProfilePage data/> }
            }),
            slot: &slot.to_string(),
        })
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
