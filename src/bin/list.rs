//! The list of partners' entry in the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    partner_profile::start::list();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("list runs in the browser, on the page that lists several partners.");
    std::process::exit(2);
}
