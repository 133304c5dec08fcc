//! The pages: one a document, and the one at the site's root.

use std::fmt::Write as _;

use serde_json::json;

use super::assets::Files;
use super::documents::{Document, Documents, Partner};
use super::head::Subject;
use super::markup::{element, escape, tag};
use super::policy::Policy;
use super::script::Scripts;
use super::{Error, Folders, published, shell};
use crate::profile::Language;
use crate::render::{self, Parts, Shell};
use crate::site::Site as Settings;

/// What the pages of one build share.
pub(super) struct Site<'a> {
    pub(super) folders: &'a Folders,
    pub(super) shell: &'a Shell,
    pub(super) documents: &'a Documents,
    pub(super) files: &'a Files,
    /// The style, as it stands in every page.
    pub(super) style: &'a str,
    pub(super) is_live: bool,
}

/// One page: what it shows and where.
struct Page<'a> {
    edition: &'a Document,
    /// Its folder, as addressed from the site's root.
    path: String,
    /// The folder of the page whose content this is, where it is not the page itself.
    original: Option<String>,
    editions: &'a [(Language, String)],
}

/// Writes all pages and the documents that other sites load.
pub(super) fn write(site: &Site) -> Result<(), Error> {
    // Only while editing, and where neither was ever good, are there no settings.
    let Some(settings) = &site.documents.site else { return site.write_index(&[]) };
    site.write_documents()?;
    let partners = &site.documents.partners;
    for partner in partners {
        let editions = editions(partner);
        for (edition, (_, path)) in partner.editions.iter().zip(&editions) {
            let page = Page { edition, path: path.clone(), original: None, editions: &editions };
            site.write_page(&page, settings)?;
        }
    }
    let [partner] = &partners[..] else { return site.write_index(partners) };
    let editions = editions(partner);
    let original = Some(editions[0].1.clone());
    let edition = &partner.editions[0];
    site.write_page(&Page { edition, path: String::new(), original, editions: &editions }, settings)
}

/// The languages of a partner's profile and their folders.
fn editions(partner: &Partner) -> Vec<(Language, String)> {
    let slug = partner.slug();
    let folder = |(index, edition): (usize, &Document)| {
        let language = edition.content.language;
        let path = match index {
            0 => format!("{slug}/"),
            _ => format!("{slug}/{}/", language.as_str()),
        };
        (language, path)
    };
    partner.editions.iter().enumerate().map(folder).collect()
}

/// The site's root as a page in the folder addresses it.
fn root(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_owned(),
        depth => "../".repeat(depth),
    }
}

impl Site<'_> {
    fn write_page(&self, page: &Page, site: &Document<Settings>) -> Result<(), Error> {
        let root = root(&page.path);
        let profile = &page.edition.content;
        let bundle = json!({
            "profile": published::profile(page.edition, self.files),
            "site": site.value,
            "root": root,
            "maps": published::maps(page.edition, self.documents, self.files),
        })
        .to_string();
        let body = render::body(&bundle).map_err(|problems| {
            // The documents were read before, so this is a mistake of ours.
            Error::Made(format!("{}: the page cannot read itself: {problems}", page.edition.file))
        })?;
        let subject = Subject {
            profile,
            site: &site.content,
            path: page.original.as_ref().unwrap_or(&page.path),
            editions: page.editions,
            card: None,
        };
        let scripts = Scripts::new(&root, self.files, &site.content);
        let head = self.head(&root, &subject.to_html(), Some(&scripts));
        let parts = Parts {
            language: profile.language,
            head: &head,
            before: &self.banner(),
            body: &body,
            slot: &bundle,
        };
        self.write_html(&page.path, &parts)
    }

    /// The root of a site of several partners, or of none that can be shown.
    fn write_index(&self, partners: &[Partner]) -> Result<(), Error> {
        let language = self.documents.language();
        let name = self.documents.site.as_ref().map_or("", |site| site.content.name.of(language).0);
        let mut body = tag("main", &[("class", "pp-main"), ("id", "content")]);
        body.push_str(&element("h1", &[("class", "pp-header__title")], name));
        body.push_str("<ul class=\"pp-index\">");
        for partner in partners {
            let profile = &partner.editions[0].content;
            let href = format!("{}/", profile.slug);
            let mut attributes = vec![("href", &*href)];
            if profile.language != language {
                attributes.push(("lang", profile.language.as_str()));
            }
            let _ = write!(body, "<li>{}</li>", element("a", &attributes, &profile.partner.name));
        }
        body.push_str("</ul></main>");
        let head = self.head("./", &(element("title", &[], name) + "\n"), None);
        let banner = self.banner() + &body;
        self.write_html("", &Parts { language, head: &head, before: &banner, body: "", slot: "" })
    }

    fn write_html(&self, path: &str, parts: &Parts) -> Result<(), Error> {
        let file = self.folders.staging.join(path).join("index.html");
        super::write(&file, self.shell.page(parts))
    }

    /// The documents that other sites load.
    fn write_documents(&self) -> Result<(), Error> {
        let staging = &self.folders.staging;
        for edition in self.documents.partners.iter().flat_map(|partner| &partner.editions) {
            let file = staging.join(edition.file.trim_start_matches("public/"));
            super::write(&file, published::profile(edition, self.files).to_string())?;
        }
        for (name, map) in &self.documents.maps {
            let name = self.files.maps.get(name).unwrap_or(name);
            let file = staging.join("maps").join(name).with_extension("json");
            super::write(&file, published::map(map, self.files).to_string())?;
        }
        Ok(())
    }

    /// The head: policy first, so that it holds for all that follows.
    fn head(&self, root: &str, metadata: &str, scripts: Option<&Scripts>) -> String {
        let policy = self.policy_tag(&self.policy(scripts));
        let href = format!("{root}{}", self.files.icon);
        let icon = tag("link", &[("rel", "icon"), ("type", "image/svg+xml"), ("href", &href)]);
        let scripts = scripts.map(Scripts::to_html).unwrap_or_default();
        format!("{policy}{metadata}{icon}\n{scripts}<style>{}</style>\n", self.style)
    }

    fn policy(&self, scripts: Option<&Scripts>) -> Policy {
        let added = self.documents.site.as_ref().and_then(|site| site.content.policy.as_ref());
        let mut policy = Policy::of_page(self.style, added);
        scripts.into_iter().flat_map(Scripts::texts).for_each(|script| policy.admit(script));
        if self.is_live {
            shell::scripts(self.shell.end()).for_each(|script| policy.admit(script));
            policy.admit_live_reload();
        }
        policy
    }

    fn policy_tag(&self, policy: &Policy) -> String {
        let content = policy.content();
        // Quotes of the policy are single ones, so that nothing in it is escaped.
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n", escape(&content))
    }

    /// What is wrong with the documents, on every page while they are edited.
    fn banner(&self) -> String {
        if self.documents.faults.is_empty() {
            return String::new();
        }
        let mut banner = tag("div", &[("class", "pp-problems"), ("role", "alert")]);
        banner.push_str("<p>This page shows the last version without problems.</p>");
        for fault in &self.documents.faults {
            banner.push_str(&element("p", &[("class", "pp-problems__file")], &fault.file));
            banner.push_str("<ul>");
            for problem in &fault.problems.0 {
                banner.push_str(&element("li", &[], &problem.to_string()));
            }
            banner.push_str("</ul>");
        }
        banner.push_str("</div>\n");
        banner
    }
}
