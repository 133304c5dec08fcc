//! The entry of a profile's page in the browser: takes over the page that was
//! rendered at build time.

#[cfg(target_arch = "wasm32")]
fn main() {
    partner_profile::start::profile();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("partner-profile runs in the browser: `trunk serve` shows it.");
    std::process::exit(2);
}
