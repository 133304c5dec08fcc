//! The page in the browser: what is interactive comes to life on the page that was rendered at build
//! time.

#[cfg(all(target_arch = "wasm32", feature = "islands"))]
fn main() {
    partner_profile::islands::prepare();
}

#[cfg(not(all(target_arch = "wasm32", feature = "islands")))]
fn main() {
    eprintln!("partner-profile runs in the browser: `trunk serve` shows it.");
    std::process::exit(2);
}
