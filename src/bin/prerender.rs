//! Files in, files out: Trunk's hook, which turns the shell and the documents
//! into the site.

// Cargo builds every binary beside a test, for wasm32 as well: there it is empty.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

use std::path::{Path, PathBuf};
use std::{env, fs};

use miette::{IntoDiagnostic, Result, WrapErr, miette};
use partner_profile::site::Site;
use partner_profile::{profile, render, theme};
use serde_json::{Value, json};

/// The style sheets in their order.
const SHEETS: [&str; 14] = [
    "tokens",
    "page",
    "figures",
    "prose",
    "strength",
    "places",
    "contributions",
    "membership",
    "timeline",
    "channels",
    "quote",
    "notes",
    "notice",
    "print",
];

fn main() -> Result<()> {
    let source = folder("TRUNK_SOURCE_DIR")?;
    let staging = folder("TRUNK_STAGING_DIR")?;
    let shell = read(&staging.join("index.html"))?;
    let mut style = String::new();
    for sheet in SHEETS {
        style.push_str(&read(&source.join("style").join(sheet).with_extension("css"))?);
    }
    let path = source.join("public/site.json");
    let text = read(&path)?;
    let parsed =
        Site::parse(&text).map_err(|problems| miette!("{}\n{problems}", path.display()))?;
    let theme = theme::head_script(&parsed)
        .map(|script| format!("<script>{script}</script>"))
        .unwrap_or_default();
    let site: Value = serde_json::from_str(&text).into_diagnostic()?;
    for entry in fs::read_dir(source.join("public/profiles")).into_diagnostic()? {
        let path = entry.into_diagnostic()?.path();
        let text = read(&path)?;
        let profile =
            profile::parse(&text).map_err(|problems| miette!("{}\n{problems}", path.display()))?;
        let document: Value = serde_json::from_str(&text).into_diagnostic()?;
        let maps = maps(&source, &profile)?;
        for (folder, root) in [(staging.clone(), "./"), (staging.join(&*profile.slug), "../")] {
            let head = format!(
                "{theme}<style>{style}</style><script type=\"module\">import init from \"{root}partner-profile.js\";init({{module_or_path:\"{root}partner-profile_bg.wasm\"}})</script>"
            );
            let bundle = json!({ "profile": document, "site": site, "root": root, "maps": maps });
            let page = render::page(&shell, &head, &bundle).into_diagnostic()?;
            fs::create_dir_all(&folder).into_diagnostic()?;
            fs::write(folder.join("index.html"), page).into_diagnostic()?;
        }
    }
    Ok(())
}

/// The maps that a profile names.
fn maps(source: &Path, profile: &profile::Profile) -> Result<Vec<Value>> {
    let file = |name: &str| source.join("public/maps").join(name).with_extension("json");
    let parse = |text: String| serde_json::from_str(&text).into_diagnostic();
    profile.maps().into_iter().map(|name| read(&file(name)).and_then(parse)).collect()
}

fn folder(variable: &str) -> Result<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| miette!("{variable} is not set: Trunk runs this"))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).into_diagnostic().wrap_err_with(|| path.display().to_string())
}
