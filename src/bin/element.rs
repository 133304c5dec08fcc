//! A profile in another site, in the browser.

// What the script of the element calls is in the library.
use partner_profile as _;

fn main() {}
