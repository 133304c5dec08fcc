use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

use partner_profile::components::ProfilePage;
use partner_profile::consent::use_consent;
use partner_profile::model::{PageData, read_data};

/// The element that holds a page.
const ROOT: &str = "partner-profile";
/// The element that holds the data of a page as JSON.
const DATA: &str = "partner-profile-document";

/// Renders the page that this document is, all of it, into its root, and starts what is interactive.
///
/// # Errors
/// There is no root, or no data for it as they are published.
#[wasm_bindgen(js_name = renderPage)]
pub fn render_page() -> Result<(), js_sys::Error> {
    let unknown = || js_sys::Error::new("its document is not as it was published");
    let root = document().get_element_by_id(ROOT).ok_or_else(unknown)?;
    let data = document().get_element_by_id(DATA).and_then(|data| data.text_content());
    let data: PageData = read_data(&data.unwrap_or_default()).map_err(|_| unknown())?;
    let page = move || {
        let page = view! { <ProfilePage data/> };
        let consent = use_consent();
        queue_microtask(move || consent.start());
        page
    };
    mount_to(root.unchecked_into(), page).forget();
    Ok(())
}
