//! Documents as they are served: with the names that the build gave to what they name.

use serde_json::Value;

use super::Error;
use super::assets::Files;
use super::documents::{Document, Documents};
use super::frame::Frame;
use crate::model::Map;

/// Writes the documents that other sites load.
pub(super) fn write(frame: &Frame) -> Result<(), Error> {
    let staging = &frame.folders.staging;
    for edition in frame.documents.partners.iter().flat_map(|partner| &partner.editions) {
        let file = staging.join(edition.file.trim_start_matches("public/"));
        super::write(&file, profile(edition, frame.files).to_string())?;
    }
    Ok(())
}

/// A profile as other sites load it, and as the page reads it.
pub(super) fn profile(edition: &Document, files: &Files) -> Value {
    let mut value = edition.value.clone();
    if let Some(name) =
        edition.content.partner.flag.as_ref().and_then(|flag| files.flags.get(&**flag))
    {
        value["partner"]["flag"] = name.as_str().into();
    }
    for (index, section) in edition.content.sections.iter().enumerate() {
        if let Some(name) = section.map().and_then(|map| files.maps.get(&**map)) {
            value["sections"][index]["map"] = name.as_str().into();
        }
    }
    value
}

/// The maps that a profile names.
pub(super) fn maps(edition: &Document, documents: &Documents, files: &Files) -> Vec<Value> {
    let maps = edition.content.maps().into_iter().filter_map(|name| documents.maps.get(&**name));
    maps.map(|document| map(document, files)).collect()
}

/// A map under the name that the profile as it is served has for it.
fn map(document: &Document<Map>, files: &Files) -> Value {
    let mut value = document.value.clone();
    if let Some(name) = files.maps.get(&*document.content.name) {
        value["name"] = name.as_str().into();
    }
    value
}
