//! The page's entry in the browser where its root is empty: renders the page, all of it.

#[cfg(target_arch = "wasm32")]
fn main() {
    partner_profile::start::render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("render runs in the browser, where a page's root is empty.");
    std::process::exit(2);
}
