//! The files that never change under their name, since the name is their content's.

use std::collections::BTreeMap;
use std::path::Path;

use super::documents::Documents;
use super::{Error, Folders, bytes, link, script, style};
use crate::check::ASSETS;
use crate::model::Id;

/// The names that the build gave, as addressed from the site's root.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    /// What brings a page to life.
    pub(super) page: Program,
    /// What renders a page whose root is empty. Its glue fetches the Wasm.
    pub(super) render: Program,
    /// The site's icon as a drawing.
    pub(super) icon: String,
    /// The flags: what documents call them, and what they are called in the site.
    pub(super) flags: BTreeMap<Id, Id>,
    /// The maps, in the same way.
    pub(super) maps: BTreeMap<Id, Id>,
}

/// A Wasm and the script that starts it.
#[derive(Clone, Debug, Default)]
pub(super) struct Program {
    /// The script between browser and Wasm.
    pub(super) glue: String,
    /// What the glue has to be.
    pub(super) glue_integrity: String,
    /// The Wasm.
    pub(super) wasm: String,
    /// What the Wasm has to be.
    pub(super) wasm_integrity: String,
}

/// The icon as it stands in `public/`.
const ICON: &str = "favicon.svg";
/// The programs as Trunk names them.
const PAGE: &str = "partner-profile";
const RENDER: &str = "render";
const ELEMENT: &str = "element";
/// How wasm-bindgen's glue fetches the Wasm, where nobody hands it over.
const FETCH: &str = "fetch(module_or_path)";
/// Where other sites load the profile from: it keeps its name and takes the names of the rest.
const EMBED: &str = "embed.js";

/// Renames what Trunk made and copied.
pub(super) fn write(folders: &Folders, documents: &Documents) -> Result<Files, Error> {
    let staging = &folders.staging;
    if staging.join("snippets").exists() {
        let message = "wasm-bindgen wrote snippets/: scripts beside the glue are not published yet";
        return Err(Error::Made(message.to_owned()));
    }
    let icon = super::read_bytes(&staging.join(ICON))?;
    super::remove(&staging.join(ICON))?;
    let files = Files {
        page: program(staging, PAGE)?,
        render: self_starting(staging, RENDER)?,
        icon: add(staging, "icon", &icon, "svg")?,
        flags: flags(&staging.join("flags"))?,
        maps: maps(&staging.join("maps"), documents)?,
    };
    embed(folders, &files)?;
    Ok(files)
}

/// Links what Trunk made, and names it by its content.
fn program(staging: &Path, stem: &str) -> Result<Program, Error> {
    let (glue, wasm) = linked(staging, stem)?;
    add_program(staging, stem, &glue, &wasm)
}

/// As [`program`], but its glue fetches the Wasm, and holds it to its content.
fn self_starting(staging: &Path, stem: &str) -> Result<Program, Error> {
    let (glue, wasm) = linked(staging, stem)?;
    let integrity = bytes::integrity(&wasm);
    if !glue.contains(FETCH) {
        let message = format!("wasm-bindgen's script does not fetch its Wasm by `{FETCH}`");
        return Err(Error::Made(message));
    }
    let held = format!("fetch(module_or_path, {{ integrity: \"{integrity}\" }})");
    add_program(staging, stem, &glue.replace(FETCH, &held), &wasm)
}

/// The glue and the Wasm that Trunk made, as one program.
fn linked(staging: &Path, stem: &str) -> Result<(String, Vec<u8>), Error> {
    let glue_path = staging.join(format!("{stem}.js"));
    let wasm_path = staging.join(wasm_name(stem));
    let (glue, wasm) = link::link(&super::read(&glue_path)?, &super::read_bytes(&wasm_path)?)?;
    super::remove(&glue_path)?;
    super::remove(&wasm_path)?;
    Ok((script::shorten(&glue), wasm))
}

/// What the Wasm is called before it has its content's name.
fn wasm_name(stem: &str) -> String {
    format!("{stem}_bg.wasm")
}

fn add_program(staging: &Path, stem: &str, glue: &str, wasm: &[u8]) -> Result<Program, Error> {
    let glue = glue.replace(&wasm_name(stem), &named(stem, wasm, "wasm"));
    Ok(Program {
        glue: add(staging, stem, glue.as_bytes(), "js")?,
        glue_integrity: bytes::integrity(&glue),
        wasm: add(staging, stem, wasm, "wasm")?,
        wasm_integrity: bytes::integrity(wasm),
    })
}

/// Adds a file, and returns its name as addressed from the site's root.
pub(super) fn add(
    staging: &Path,
    stem: &str,
    content: &[u8],
    extension: &str,
) -> Result<String, Error> {
    let name = format!("{ASSETS}/{}", named(stem, content, extension));
    super::write(&staging.join(&name), content)?;
    Ok(name)
}

/// A file's name with its content's.
fn named(stem: &str, content: impl AsRef<[u8]>, extension: &str) -> String {
    format!("{stem}-{}.{extension}", bytes::name(content))
}

/// Writes the flags under names that tell their content. Documents can hold these names: they are
/// ids as well.
fn flags(folder: &Path) -> Result<BTreeMap<Id, Id>, Error> {
    let mut names = BTreeMap::new();
    for path in super::entries(folder)? {
        let content = super::read_bytes(&path)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // What no document can name is not served.
        if let Ok(name) = Id::try_from(stem) {
            let file = id_of(&name, &content);
            super::write(&folder.join(&*file).with_extension("svg"), content)?;
            names.insert(name, file);
        }
        super::remove(&path)?;
    }
    Ok(names)
}

/// Writes the maps in the same way.
fn maps(folder: &Path, documents: &Documents) -> Result<BTreeMap<Id, Id>, Error> {
    for path in super::entries(folder)? {
        super::remove(&path)?;
    }
    let mut names = BTreeMap::new();
    for map in documents.maps.values() {
        let content = super::json(map);
        let file = id_of(&map.name, &content);
        super::write(&folder.join(&*file).with_extension("json"), content)?;
        names.insert(map.name.clone(), file);
    }
    Ok(names)
}

/// The id with its content's name.
fn id_of(id: &Id, content: impl AsRef<[u8]>) -> Id {
    const LONGEST: usize = 64 - "-0123456789abcdef".len();
    let short: String = id.chars().take(LONGEST).collect();
    let name = format!("{}-{}", short.trim_end_matches('-'), bytes::name(content));
    name.try_into().expect("an id with hexadecimal digits is one")
}

/// Makes what other sites load: the style, and the script with the names of the rest. The script
/// is there twice: under the name that never changes, and as the copy of this build to pin.
fn embed(folders: &Folders, files: &Files) -> Result<(), Error> {
    let staging = &folders.staging;
    let style = style::embedded(&folders.source.join("style"))?;
    let style_name = add(staging, "embed", style.as_bytes(), "css")?;
    let script = super::read(&staging.join(EMBED))?;
    let Program { glue, glue_integrity, wasm, wasm_integrity } = program(staging, ELEMENT)?;
    let script = [
        ("__GLUE__", &*glue),
        ("__GLUE_INTEGRITY__", &*glue_integrity),
        ("__WASM__", &*wasm),
        ("__WASM_INTEGRITY__", &*wasm_integrity),
        ("__STYLE__", &*style_name),
        ("__STYLE_INTEGRITY__", &*bytes::integrity(&style)),
        // Names are ids: there is nothing to escape in a string of the script.
        ("__MAPS__", &*super::json(&files.maps)),
    ]
    .into_iter()
    .fold(script, |script, (place, value)| script.replace(place, value));
    let script = script::shorten(&script);
    super::write(&staging.join(named("embed", &script, "js")), &script)?;
    super::write(&staging.join(EMBED), &script)
}
