//! The scripts: what starts the page, and the glue between it and the Wasm.

use leptos::prelude::*;
use serde_json::{Map, Value, json as value};

use super::assets::Program;
use crate::model::Site;
use crate::theme;

/// What starts the page, to be read by people.
const START: &str = include_str!("start.js");
/// Stands in the line of it that renders a page.
const RENDER: &str = "RENDER";
/// See [`Scripts::fetch`].
const FETCH: &str = include_str!("fetch.js");

/// The inline scripts of a page, as their texts.
pub(super) struct Scripts {
    /// The import map: it holds the glue to its content.
    pub(super) import_map: String,
    /// What starts the page.
    pub(super) start: String,
    /// What has to run before anything is painted, where there is such a thing.
    pub(super) early: Option<String>,
    /// Asks for the Wasm at once: the start comes to run only after the page was read. Of a preload
    /// not every browser makes use when the answer has to be of a hash.
    fetch: String,
    /// The glue and its hash. It is fetched at once, and looked at by the time that it is imported.
    preload: (String, String),
}

impl Scripts {
    /// The scripts of a page that addresses the site's root as `root`: `program` brings it to life,
    /// and `render` makes it where its root is empty.
    pub(super) fn new(
        root: &str,
        site: &Site,
        program: &Program,
        render: Option<&Program>,
    ) -> Self {
        let glue = format!("{root}{}", program.glue);
        let wasm = format!("{root}{}", program.wasm);
        let mut held = Map::from_iter([(glue.clone(), program.glue_integrity.clone().into())]);
        let start = shorten(START).replace("GLUE", &glue);
        let start = match render {
            Some(render) => {
                let glue = format!("{root}{}", render.glue);
                held.insert(glue.clone(), render.glue_integrity.clone().into());
                start.replace(RENDER, &glue)
            }
            None => start.split_inclusive('\n').filter(|line| !line.contains(RENDER)).collect(),
        };
        Self {
            preload: (glue, program.glue_integrity.clone()),
            import_map: json(&value!({ "integrity": held })),
            start,
            fetch: shorten(FETCH)
                .replace("\"WASM\"", &format!("\"{wasm}\""))
                .replace("INTEGRITY", &program.wasm_integrity),
            early: theme::head_script(site),
        }
    }

    /// Every text that the policy has to admit.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.import_map, &self.start, &self.fetch]
            .into_iter()
            .chain(&self.early)
            .map(String::as_str)
    }

    /// The scripts as they stand in the head, before the style: a script after it would wait for it.
    pub(super) fn view(&self) -> impl IntoView + use<> {
        let (glue, integrity) = self.preload.clone();
        view! {
            <script>{self.fetch.clone()}</script>
            {self.early.clone().map(|early| view! { <script>{early}</script> })}
            <script type="importmap">{self.import_map.clone()}</script>
            <link rel="modulepreload" href=glue integrity=integrity/>
            <script type="module" async>
                {self.start.clone()}
            </script>
        }
    }
}

/// JSON as it may stand in a script element.
pub(super) fn json(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// Leaves out the comments that have lines of their own, and indentation. A
/// line inside a template string that spans lines would suffer: neither our
/// script nor wasm-bindgen's glue has one.
pub(super) fn shorten(script: &str) -> String {
    let mut short = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            short.push_str(line);
            short.push('\n');
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use super::super::assets::Program;
    use super::*;

    #[test]
    fn json_cannot_leave_its_element() {
        assert_eq!(json(&"</script><!--".into()), "\"\\u003c/script>\\u003c!--\"");
    }

    #[test]
    fn comments_and_indentation_go() {
        let script = "// a\n/**\n * b\n */\nfunction c() {\n    return 'd'; // e\n}\n/* f */\n";
        assert_eq!(shorten(script), "function c() {\nreturn 'd'; // e\n}\n");
    }

    #[test]
    fn the_scripts_name_every_file() {
        let page = Program {
            glue: "assets/a.js".into(),
            wasm: "assets/a.wasm".into(),
            glue_integrity: "sha384-x".into(),
            wasm_integrity: "sha384-y".into(),
        };
        let render = Program {
            glue: "assets/b.js".into(),
            glue_integrity: "sha384-z".into(),
            ..Program::default()
        };
        let site = crate::model::read(include_str!("../../tests/fixtures/site/full.json")).unwrap();
        let scripts = Scripts::new("../", &site, &page, Some(&render));
        assert_eq!(
            scripts.import_map,
            r#"{"integrity":{"../assets/a.js":"sha384-x","../assets/b.js":"sha384-z"}}"#
        );
        for glue in ["a", "b"] {
            assert!(scripts.start.contains(&format!("import(\"../assets/{glue}.js\")")));
        }
        assert!(scripts.fetch.contains(r#"fetch("../assets/a.wasm", { integrity: "sha384-y" })"#));
        for place in ["GLUE", "RENDER", "INTEGRITY", "\"WASM", "//"] {
            assert!(!scripts.start.contains(place), "{place}");
            assert!(!scripts.fetch.contains(place), "{place}");
        }
    }
}
