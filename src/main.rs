//! The page in the browser: what is interactive comes to life on the page that was rendered at build
//! time.

fn main() {
    partner_profile::islands::prepare();
}
