use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::model::{self, Id, Map, Profile, ReadError};

/// A document that elements of a host page share.
#[wasm_bindgen]
pub struct SharedProfile {
    pub(super) profile: Rc<Profile>,
    pub(super) maps: Rc<Vec<Map>>,
}

#[wasm_bindgen]
impl SharedProfile {
    /// Reads a document.
    ///
    /// # Errors
    /// An `Error` whose `name` is a code of `partner-profile-error`:
    /// `too-large`, `not-json` or `invalid`.
    #[wasm_bindgen(constructor)]
    pub fn new(source: &str) -> Result<SharedProfile, js_sys::Error> {
        let profile = model::read(source).map_err(|error| failure(&error))?;
        Ok(Self { profile: Rc::new(profile), maps: Rc::default() })
    }

    /// The names of the maps that the profile still lacks.
    #[wasm_bindgen(getter = mapNames)]
    pub fn map_names(&self) -> Vec<String> {
        self.missing().map(ToString::to_string).collect()
    }

    /// Takes a map's document, under the name that the profile has for it.
    /// Without it, or where it is not one, the places are there as a list.
    #[wasm_bindgen(js_name = addMap)]
    pub fn add_map(&mut self, name: &str, source: &str) {
        let name = self.missing().find(|missing| ***missing == *name).cloned();
        if let (Some(name), Ok(map)) = (name, model::read::<Map>(source)) {
            Rc::make_mut(&mut self.maps).push(Map { name, ..map });
        }
    }

    fn missing(&self) -> impl Iterator<Item = &Id> {
        let is_missing = |name: &&Id| self.maps.iter().all(|map| map.name != **name);
        self.profile.maps().into_iter().filter(is_missing)
    }
}

fn failure(error: &ReadError) -> js_sys::Error {
    let failure = js_sys::Error::new(&error.to_string());
    failure.set_name(error.code());
    failure
}
