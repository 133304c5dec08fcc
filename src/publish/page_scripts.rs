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

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::render;

    #[test]
    fn the_scripts_name_every_file() {
        let asset = |name: &str| HashedFile {
            name: format!("assets/{name}"),
            integrity: format!("sha384-{name}"),
        };
        let page = Program { glue: asset("a.js"), wasm: asset("a.wasm") };
        let programs = Programs { own_consent: asset("b.js"), ..Programs::default() };
        let site = crate::model::read(include_str!("../../tests/fixtures/site/full.json")).unwrap();
        let scripts = PageScripts::new("../", &site, &programs, &page);
        let map: Value = serde_json::from_str(&scripts.import_map).unwrap();
        for (name, file) in [("partner-profile", "a.js"), ("partner-profile/render", "b.js")] {
            let address = format!("../assets/{file}");
            assert_eq!(map["imports"][name], *address);
            assert_eq!(map["integrity"][&address], format!("sha384-{file}"));
        }
        let wasm = r#"data-wasm="../assets/a.wasm" data-integrity="sha384-a.wasm""#;
        assert!(render::html(|| scripts.head()).contains(wasm));
    }

    #[test]
    fn the_notice_has_a_script_where_something_is_asked() {
        let programs = Programs { notice: "notice()".to_owned(), ..Programs::default() };
        let mut site: Site =
            crate::model::read(include_str!("../../tests/fixtures/site/full.json")).unwrap();
        let has = |site: &Site| {
            let scripts = PageScripts::new("../", site, &programs, &Program::default());
            let is_admitted = scripts.texts().any(|text| text == "notice()");
            (is_admitted, scripts.notice.map(|notice| notice.key))
        };
        assert_eq!(has(&site), (true, Some(site.storage_key())));
        site.consent.purposes.clear();
        assert_eq!(has(&site), (false, None));
    }
}
