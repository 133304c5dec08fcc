//! The list of partners in the browser: what is interactive comes to life, the search included.

// What the page's script calls is in the library.
use partner_profile as _;

fn main() {}
