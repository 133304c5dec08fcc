//! The scripts of a page. Their texts are the same on every page: what differs is data.

use leptos::prelude::*;
use serde_json::json;

use super::hashed_file::HashedFile;
use super::json::in_script;
use super::programs::{Program, Programs};
use crate::components::NoticeScript;
use crate::model::Site;
use crate::theme;

/// What scripts import a page's program by, and what renders it.
const PROGRAM: &str = "partner-profile";
const RENDER: &str = "partner-profile/render";

/// The scripts of a page.
pub(super) struct PageScripts<'a> {
    programs: &'a Programs,
    /// Says where the glue is, and holds it to its content.
    import_map: String,
    /// What has to run before anything is painted, where there is such a thing.
    early: Option<String>,
    /// What shows the notice and stands behind it, where there is something to ask.
    pub(super) notice: Option<NoticeScript>,
    /// What the start fetches at once.
    wasm: HashedFile,
}

impl<'a> PageScripts<'a> {
    /// The scripts of a page that addresses the site's root as `root` and is brought to life by
    /// `program`.
    pub(super) fn new(root: &str, site: &Site, programs: &'a Programs, program: &Program) -> Self {
        let addressed = |asset: &HashedFile| {
            let name = format!("{root}{}", asset.name);
            HashedFile { name, integrity: asset.integrity.clone() }
        };
        let (glue, render) = (addressed(&program.glue), addressed(&programs.own_consent));
        let import_map = in_script(&json!({
            "imports": { PROGRAM: glue.name, RENDER: render.name },
            "integrity": { &glue.name: glue.integrity, &render.name: render.integrity },
        }));
        let early = theme::head_script(site);
        let notice = (!site.consent.purposes.is_empty())
            .then(|| NoticeScript { key: site.storage_key(), text: programs.notice.clone() });
        Self { programs, import_map, early, notice, wasm: addressed(&program.wasm) }
    }

    /// Every text that the policy has to admit.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.import_map, &self.programs.start]
            .into_iter()
            .chain(&self.early)
            .chain(self.notice.as_ref().map(|notice| &notice.text))
            .map(String::as_str)
    }

    /// The scripts as they stand in the head, before the style: a script after it would wait for it.
    pub(super) fn head(&self) -> impl IntoView + use<> {
        let wasm = self.wasm.clone();
        view! {
            {self.early.clone().map(|early| view! { <script>{early}</script> })}
            <script type="importmap">{self.import_map.clone()}</script>
            <script type="module" async data-wasm=wasm.name data-integrity=wasm.integrity>
                {self.programs.start.clone()}
            </script>
        }
    }
}
