//! The scripts in a page's head. Their texts are the same on every page: what differs is data.

use serde_json::{Value, json as value};

use super::assets::Asset;
use super::programs::{Program, Programs};
use crate::markup::{Element, el};
use crate::site::Site;
use crate::theme;

/// What scripts import a page's program by, and what renders it.
const PROGRAM: &str = "partner-profile";
const RENDER: &str = "partner-profile/render";

/// The scripts of a page.
pub(super) struct Scripts<'a> {
    programs: &'a Programs,
    /// Says where the glue is, and holds it to its content.
    import_map: String,
    /// What has to run before anything is painted, where there is such a thing.
    early: Option<String>,
    /// The Wasm is asked for at once, by a script: the start comes to run only after the page was
    /// read, and of a preload not every browser makes use when the answer has to be of a hash.
    wasm: Asset,
    /// The glue is fetched at once, and looked at by the time that it is imported.
    preload: Element,
}

impl<'a> Scripts<'a> {
    /// The scripts of a page that addresses the site's root as `root`: `program` brings it to life,
    /// and `render` makes it where its root is empty.
    pub(super) fn new(
        root: &str,
        site: &Site,
        programs: &'a Programs,
        program: &Program,
        render: Option<&Asset>,
    ) -> Self {
        let Program { glue, wasm } = program;
        let address = |asset: &Asset| format!("{root}{}", asset.name);
        let mut import_map = value!({
            "imports": { PROGRAM: address(glue) },
            "integrity": { address(glue): glue.integrity },
        });
        if let Some(render) = render {
            import_map["imports"][RENDER] = address(render).into();
            import_map["integrity"][address(render)] = render.integrity.as_str().into();
        }
        Self {
            programs,
            import_map: json(&import_map),
            early: theme::head_script(site),
            wasm: Asset { name: address(wasm), integrity: wasm.integrity.clone() },
            preload: el("link")
                .attr("rel", "modulepreload")
                .attr("href", &address(glue))
                .attr("integrity", &glue.integrity),
        }
    }

    /// Every text that the policy has to admit.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.import_map, &self.programs.start, &self.programs.fetch]
            .into_iter()
            .chain(&self.early)
            .map(String::as_str)
    }

    /// The scripts as they stand in the head, before the style: a script after it would wait for it.
    pub(super) fn to_html(&self) -> String {
        let Self { programs, import_map, early, wasm, preload } = self;
        let early =
            early.iter().map(|early| format!("<script>{early}</script>\n")).collect::<String>();
        format!(
            "<script data-wasm=\"{}\" data-integrity=\"{}\">{}</script>\n\
             {early}<script type=\"importmap\">{import_map}</script>\n{}\n\
             <script type=\"module\" async>{}</script>\n",
            wasm.name,
            wasm.integrity,
            programs.fetch,
            preload.to_html(),
            programs.start,
        )
    }
}

/// JSON as it may stand in a script element.
pub(super) fn json(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_cannot_leave_its_element() {
        assert_eq!(json(&"</script><!--".into()), "\"\\u003c/script>\\u003c!--\"");
    }

    #[test]
    fn the_scripts_name_every_file() {
        let asset = |name: &str| Asset {
            name: format!("assets/{name}"),
            integrity: format!("sha384-{name}"),
        };
        let program = Program { glue: asset("a.js"), wasm: asset("a.wasm") };
        let programs = Programs { render: asset("b.js"), ..Programs::default() };
        let site = Site::parse(include_str!("../../tests/fixtures/site/full.json")).unwrap();
        let scripts = Scripts::new("../", &site, &programs, &program, Some(&programs.render));
        let map: Value = serde_json::from_str(&scripts.import_map).unwrap();
        for (name, file) in [("partner-profile", "a.js"), ("partner-profile/render", "b.js")] {
            let address = format!("../assets/{file}");
            assert_eq!(map["imports"][name], *address);
            assert_eq!(map["integrity"][&address], format!("sha384-{file}"));
        }
        let wasm = r#"data-wasm="../assets/a.wasm" data-integrity="sha384-a.wasm""#;
        assert!(scripts.to_html().contains(wasm));
    }
}
