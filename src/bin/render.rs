//! The page's entry in the browser where its root is empty: renders the page, all of it.

#[cfg(all(target_arch = "wasm32", feature = "csr"))]
fn main() {
    use leptos::mount::mount_to;
    use leptos::prelude::*;
    use partner_profile::components::ProfilePage;
    use partner_profile::consent::use_consent;
    use partner_profile::model::PageData;
    use wasm_bindgen::{JsCast, UnwrapThrowExt};

    let find = |id| document().get_element_by_id(id);
    // A page without a root is another site's.
    let Some(root) = find("partner-profile") else { return };
    let data = find("partner-profile-document").and_then(|data| data.text_content());
    let data: Option<PageData> = serde_json::from_str(&data.unwrap_or_default()).ok();
    let data = data.expect_throw("its document is not as it was published");
    let page = move || {
        let page = view! { <ProfilePage data/> };
        let consent = use_consent();
        Effect::new(move |_| consent.start());
        page
    };
    mount_to(root.unchecked_into(), page).forget();
}

#[cfg(not(all(target_arch = "wasm32", feature = "csr")))]
fn main() {
    eprintln!("render runs in the browser, where a page's root is empty.");
    std::process::exit(2);
}
