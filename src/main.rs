//! The entry of a profile's page in the browser: takes over the page that was
//! rendered at build time.

fn main() {
    partner_profile::start::profile();
}
