//! The page's entry in the browser: takes over the page that was rendered at
//! build time, or renders it where the root is empty.

#[cfg(target_arch = "wasm32")]
fn main() {
    partner_profile::start::page();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("partner-profile runs in the browser: `trunk serve` shows it.");
    std::process::exit(2);
}
