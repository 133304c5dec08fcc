//! What runs in the browser: our scripts and those of wasm-bindgen, bundled, and the Wasm.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::esbuild::Esbuild;
use super::hashed_file::{HashedFile, add, named};
use super::{Error, Folders, files};
use crate::model::Id;

/// The programs of pages, as addressed from the site's root.
pub(super) struct Programs {
    /// What brings a profile's page to life.
    pub(super) page: Program,
    /// What brings the list of partners to life.
    pub(super) list: Program,
    /// The script of the element that asks about cookies itself; it renders a page whose root is empty.
    pub(super) own_consent: HashedFile,
    /// The text of the script that starts a page.
    pub(super) start: String,
    /// The text of the script that shows the notice with the first paint.
    pub(super) notice: String,
}

/// A Wasm and wasm-bindgen's script between it and the browser.
pub(super) struct Program {
    /// The script.
    pub(super) glue: HashedFile,
    /// The Wasm.
    pub(super) wasm: HashedFile,
}

/// The programs as Trunk names them.
const PAGE: &str = "partner-profile";
const LIST: &str = "list";
const ELEMENT: &str = "element";
const OWN_CONSENT: &str = "element-own-consent";
/// Where other sites load the profile from.
const EMBED: &str = "embed.js";

/// Writes the programs in place of what Trunk has made. `style` is that of a profile in another site.
pub(super) fn write(
    folders: &Folders,
    style: &str,
    maps: &BTreeMap<Id, Id>,
) -> Result<Programs, Error> {
    let staging = &folders.staging;
    if staging.join("snippets").exists() {
        let message = "wasm-bindgen wrote snippets/: scripts beside the glue are not published yet";
        return Err(Error::Made(message.to_owned()));
    }
    let style = add(staging, "embed", style.as_bytes(), "css")?;
    let (element, own_consent) = (wasm(staging, ELEMENT)?, wasm(staging, OWN_CONSENT)?);
    let [element_glue, own_consent_glue] = element_glues(folders)?;
    let source = |name| (name, folders.source.join("src/scripts").join(name));
    let esbuild = || {
        Esbuild::new(folders)
            .option("--format=esm")
            .define("OWN_CONSENT_WASM", &json!(own_consent.name))
            .define("OWN_CONSENT_INTEGRITY", &json!(own_consent.integrity))
    };
    let [page, list, own_consent_script, start, notice] = esbuild()
        // The page's import map says where this is.
        .option("--external:partner-profile")
        .alias("glue/own-consent", &own_consent_glue)
        .run([
            ("page.js", glue(staging, PAGE)),
            ("list.js", glue(staging, LIST)),
            source("own-consent.js"),
            source("start.js"),
            source("notice.js"),
        ])?;
    let own_consent_script = add(staging, OWN_CONSENT, own_consent_script.as_bytes(), "js")?;
    let [embed] = esbuild()
        .alias("glue/element", &element_glue)
        .define("ELEMENT_WASM", &json!(element.name))
        .define("ELEMENT_INTEGRITY", &json!(element.integrity))
        .define("ELEMENT_STYLE", &json!(style.name))
        .define("ELEMENT_STYLE_INTEGRITY", &json!(style.integrity))
        .define("OWN_CONSENT_SCRIPT", &json!(own_consent_script.name))
        .define("OWN_CONSENT_SCRIPT_INTEGRITY", &json!(own_consent_script.integrity))
        .define("PUBLISHED_MAPS", &json!(maps))
        .run([source(EMBED)])?;
    for name in [PAGE, LIST, ELEMENT, OWN_CONSENT] {
        files::remove(&glue(staging, name))?;
    }
    files::remove(&element_glue)?;
    files::remove(&own_consent_glue)?;
    // Under the name that never changes, and as the copy of this build to pin.
    files::write(&staging.join(named("embed", &embed, "js")), &embed)?;
    files::write(&staging.join(EMBED), &embed)?;
    Ok(Programs {
        page: program(staging, PAGE, &page)?,
        list: program(staging, LIST, &list)?,
        own_consent: own_consent_script,
        start,
        notice,
    })
}

fn program(staging: &Path, stem: &str, glue: &str) -> Result<Program, Error> {
    Ok(Program { glue: add(staging, stem, glue.as_bytes(), "js")?, wasm: wasm(staging, stem)? })
}

/// Makes a module of the glue of each program of elements. Its one export is a function: each call of it
/// gives the glue anew, since a Wasm that has crashed needs another state.
fn element_glues(folders: &Folders) -> Result<[PathBuf; 2], Error> {
    let staging = &folders.staging;
    let [element, own_consent] = Esbuild::new(folders)
        .option("--format=iife")
        .option("--global-name=glue")
        .option("--banner:js=export default () => {")
        .option("--footer:js=return glue; };")
        // Nobody asks it where the Wasm is: that is handed over.
        .option("--log-override:empty-import-meta=silent")
        .run([
            ("element.js", glue(staging, ELEMENT)),
            ("own-consent.js", glue(staging, OWN_CONSENT)),
        ])?;
    let paths = ["element-glue.js", "own-consent-glue.js"].map(|name| staging.join(name));
    files::write(&paths[0], element)?;
    files::write(&paths[1], own_consent)?;
    Ok(paths)
}

/// Where Trunk has put wasm-bindgen's script.
fn glue(staging: &Path, stem: &str) -> PathBuf {
    staging.join(format!("{stem}.js"))
}

/// Names the Wasm that Trunk made by its content.
fn wasm(staging: &Path, stem: &str) -> Result<HashedFile, Error> {
    let path = staging.join(format!("{stem}_bg.wasm"));
    let wasm = files::read_bytes(&path)?;
    files::remove(&path)?;
    add(staging, stem, &wasm, "wasm")
}
