//! The list of partners in the browser: what is interactive comes to life, the search included.

fn main() {
    partner_profile::islands::prepare();
}
