use leptos::mount::mount_to;
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::components::ProfilePage;
use crate::consent::use_consent;
use crate::model::{Edition, PageData, Profile, read_data};

use super::shared_profile::SharedProfile;

/// The element that holds a page.
const ROOT: &str = "partner-profile";

/// What is read of the data in a page.
#[derive(Deserialize)]
struct PageSource {
    root: String,
    editions: Vec<Edition>,
}

/// Renders the page of a profile, all of it, into its root, and starts what is interactive. `page` is the data
/// in the page, `site` the site's document.
///
/// # Errors
/// There is no root, or one of the documents is not as it is published.
#[wasm_bindgen(js_name = renderPage)]
pub fn render_page(page: &str, site: &str, profile: &SharedProfile) -> Result<(), js_sys::Error> {
    let unknown = || js_sys::Error::new("its document is not as it was published");
    let root = document().get_element_by_id(ROOT).ok_or_else(unknown)?;
    let PageSource { root: site_root, editions } = read_data(page).map_err(|_| unknown())?;
    let site = read_data(site).map_err(|_| unknown())?;
    let (profile, maps) = (Profile::clone(&profile.profile), Vec::clone(&profile.maps));
    let language = profile.language;
    let data = PageData { language, site, root: site_root, editions, profile, maps };
    let page = move || {
        let page = view! { <ProfilePage data/> };
        let consent = use_consent();
        queue_microtask(move || consent.start());
        page
    };
    mount_to(root.unchecked_into(), page).forget();
    Ok(())
}
