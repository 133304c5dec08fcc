//! What all pages of a site have around their content.

use std::path::PathBuf;

use leptos::prelude::*;

use super::assets::PublishedFiles;
use super::cache::Cache;
use super::documents::Documents;
use super::page_scripts::PageScripts;
use super::style::Styles;
use super::svg_rasterizer::SvgRasterizer;
use super::{Fault, Folders, content_policy};
use crate::render::{self, Shell};

/// What the pages of one build share.
pub(super) struct PageBuilder<'a> {
    pub(super) folders: &'a Folders,
    pub(super) shell: &'a Shell,
    pub(super) documents: &'a Documents,
    pub(super) files: &'a PublishedFiles,
    /// The styles of all that is written.
    pub(super) styles: &'a Styles,
    /// The one that stands in the page.
    pub(super) style: &'a str,
    /// The manifest, as addressed from the site's root.
    pub(super) manifest: &'a str,
    pub(super) rasterizer: &'a SvgRasterizer,
    pub(super) cache: &'a Cache,
    /// The inline scripts that an operator has added to the shell.
    pub(super) inline_scripts: &'a [String],
    pub(super) is_live: bool,
}

impl PageBuilder<'_> {
    /// Where the page of a folder stands.
    pub(super) fn place(&self, path: &str) -> PathBuf {
        self.folders.staging.join(path).join("index.html")
    }

    /// What heads have in common that address the site's root in one way.
    pub(super) fn head(&self, root: &str, scripts: Option<&PageScripts>) -> Head {
        let policy = self.policy(scripts);
        let policy = render::html(|| {
            view! { <meta http-equiv="Content-Security-Policy" content=policy/> }
        });
        let links = render::html(|| {
            let icon = format!("{root}{}", self.files.icon);
            view! {
                <link rel="icon" href=format!("{root}favicon.ico") sizes="48x48"/>
                <link rel="icon" href=icon type="image/svg+xml"/>
                <link rel="manifest" href=format!("{root}{}", self.manifest)/>
                {scripts.map(PageScripts::head)}
                <style>{self.style.to_owned()}</style>
            }
        });
        Head { policy, links }
    }

    fn policy(&self, scripts: Option<&PageScripts>) -> String {
        let site = self.documents.site.as_ref();
        let added = site.and_then(|site| site.content.policy.clone()).unwrap_or_default();
        let own = self.inline_scripts.iter().map(String::as_str);
        let scripts = scripts.into_iter().flat_map(PageScripts::texts).chain(own);
        content_policy::of_page(self.style, scripts, &added, self.is_live)
    }

    /// What is wrong with the documents, on every page while they are edited.
    pub(super) fn banner(&self) -> String {
        let faults = &self.documents.faults;
        if faults.is_empty() {
            return String::new();
        }
        let banner = render::html(|| {
            view! {
                <div class="pp-problems" role="alert">
                    <p>"This page shows the last version without problems."</p>
                    {faults.iter().map(problems).collect_view()}
                </div>
            }
        });
        banner + "\n"
    }
}

/// What heads have in common.
#[derive(Debug)]
pub(super) struct Head {
    policy: String,
    links: String,
}

impl Head {
    /// The head of a page: policy first, so that it holds for all that follows.
    pub(super) fn with(&self, metadata: &str) -> String {
        [&self.policy, metadata, &self.links].concat()
    }
}

/// What is wrong with one document.
fn problems(fault: &Fault) -> impl IntoView + use<> {
    let problems = fault.diagnostics.iter();
    let problems = problems.map(|problem| view! { <li>{problem.to_string()}</li> });
    view! {
        <p class="pp-problems__file">{fault.file.clone()}</p>
        <ul>{problems.collect_view()}</ul>
    }
}
