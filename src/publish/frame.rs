//! What all pages of a site have around their content.

use super::assets::Files;
use super::cache::Cache;
use super::documents::Documents;
use super::drawing::Artist;
use super::policy::Policy;
use super::script::Scripts;
use super::style::Styles;
use super::{Error, Folders};
use crate::markup::el;
use crate::render::{Parts, Shell};

/// What the pages of one build share.
pub(super) struct Frame<'a> {
    pub(super) folders: &'a Folders,
    pub(super) shell: &'a Shell,
    pub(super) documents: &'a Documents,
    pub(super) files: &'a Files,
    /// The styles of all that is written.
    pub(super) styles: &'a Styles,
    /// The one that stands in the page.
    pub(super) style: &'a str,
    /// The manifest, as addressed from the site's root.
    pub(super) manifest: &'a str,
    pub(super) artist: &'a Artist,
    pub(super) cache: &'a Cache,
    pub(super) is_live: bool,
}

impl Frame<'_> {
    /// Writes a page into its folder.
    pub(super) fn write(&self, path: &str, parts: &Parts) -> Result<(), Error> {
        let file = self.folders.staging.join(path).join("index.html");
        super::write(&file, self.shell.page(parts))
    }

    /// The head: policy first, so that it holds for all that follows.
    pub(super) fn head(&self, root: &str, metadata: &str, scripts: Option<&Scripts>) -> String {
        let policy = el("meta")
            .attr("http-equiv", "Content-Security-Policy")
            .attr("content", &self.policy(scripts).content());
        let link = |relation: &str, name: &str| {
            el("link").attr("rel", relation).attr("href", &format!("{root}{name}"))
        };
        let icon = link("icon", &self.files.icon).attr("type", "image/svg+xml");
        let small = link("icon", "favicon.ico").attr("sizes", "48x48");
        let manifest = link("manifest", self.manifest);
        format!(
            "{}\n{metadata}{}\n{}\n{}\n{}<style>{}</style>\n",
            policy.to_html(),
            small.to_html(),
            icon.to_html(),
            manifest.to_html(),
            scripts.map(Scripts::to_html).unwrap_or_default(),
            self.style
        )
    }

    fn policy(&self, scripts: Option<&Scripts>) -> Policy {
        let added = self.documents.site.as_ref().and_then(|site| site.content.policy.as_ref());
        let mut policy = Policy::of_page(self.style, added);
        scripts.into_iter().flat_map(Scripts::texts).for_each(|script| policy.admit(script));
        if self.is_live {
            policy.admit_live_reload();
        }
        policy
    }

    /// What is wrong with the documents, on every page while they are edited.
    pub(super) fn banner(&self) -> String {
        let faults = &self.documents.faults;
        if faults.is_empty() {
            return String::new();
        }
        let mut banner = el("div").class("pp-problems").attr("role", "alert");
        banner = banner.child(el("p").text("This page shows the last version without problems."));
        for fault in faults {
            let problems = fault.problems.0.iter();
            banner = banner.child(el("p").class("pp-problems__file").text(&fault.file)).child(
                el("ul").children(problems.map(|problem| el("li").text(&problem.to_string()))),
            );
        }
        banner.to_html() + "\n"
    }
}
