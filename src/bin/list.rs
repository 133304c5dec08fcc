//! The list of partners' entry in the browser.

fn main() {
    partner_profile::start::list();
}
