//! The page's entry in the browser where its root is empty: renders the page, all of it.

fn main() {
    partner_profile::start::render();
}
