//! The scripts that run in the place of those that waited.

use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::attributes::{OWNER, PURPOSE, STATE};
use super::callback::callback;
use super::elements::warn;
use super::script_type::ScriptType;
use super::trusted_types::TrustedTypes;

/// Makes the script that runs once it is in the page, of one that waited and that has this address or none; and
/// what browsers do with it.
///
/// # Errors
/// Browsers do not run what is of its type, or the page does not allow it.
pub fn runnable(
    original: &Element,
    address: Option<&str>,
    trusted_types: &TrustedTypes,
) -> Result<(Element, ScriptType), JsValue> {
    let data_type = original.get_attribute("data-type").as_deref().and_then(ScriptType::of_data);
    let kind = data_type.unwrap_or_else(|| of_language(original));
    if kind == ScriptType::Unknown {
        return Err("browsers do not run what is of its type".into());
    }
    let script = document().create_element("script")?;
    for name in original.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let name = match name.as_str() {
            "src" | "type" | PURPOSE | STATE | OWNER => continue,
            "data-type" if data_type.is_some() => "type",
            name => name,
        };
        let value = original.get_attribute(if name == "type" { "data-type" } else { name });
        if let Err(cause) = script.set_attribute(name, &value.unwrap_or_default()) {
            warn(
                &["this script is started without its attribute ", name, ":"].concat(),
                original,
                &cause,
            );
        }
    }
    // Hidden from the attribute once the page is parsed.
    let nonce = Reflect::get(original, &"nonce".into())?;
    Reflect::set(&script, &"nonce".into(), &nonce)?;
    // Made by a script it would be asynchronous.
    Reflect::set(&script, &"async".into(), &original.has_attribute("async").into())?;
    match address {
        Some(address) => {
            let address = trusted_types.make("createScriptURL", address);
            Reflect::set(&script, &"src".into(), &address)?;
        }
        None => {
            let text = original.text_content().unwrap_or_default();
            Reflect::set(&script, &"text".into(), &trusted_types.make("createScript", &text))?;
        }
    }
    Ok((script, kind))
}

/// What a script is that names no type, but maybe a language.
fn of_language(script: &Element) -> ScriptType {
    let language = script.get_attribute("language").filter(|language| !language.is_empty());
    language.map_or(ScriptType::Classic, |language| ScriptType::of(&["text/", &language].concat()))
}

/// Inserts an inline script while it can't write into the page, which has been read: all of it would be
/// replaced.
pub fn without_writing<T>(script: &Element, insert: impl FnOnce() -> T) -> T {
    let document = document();
    let told = script.clone();
    let refuse = callback(move |_| {
        warn("this script wrote nothing:", &told, &"the page has been read".into());
    });
    let refuse = refuse.into_js_value();
    let write = ["write", "writeln"].map(|name| {
        let name = JsValue::from(name);
        let before = Reflect::get(&document, &name);
        let _ = Reflect::set(&document, &name, &refuse);
        (name, before)
    });
    let inserted = insert();
    for (name, before) in write {
        let _ = before.and_then(|before| Reflect::set(&document, &name, &before));
    }
    inserted
}
