//! The page in the browser: what is interactive comes to life on the page that was rendered at build
//! time.

// What the page's script calls is in the library.
use partner_profile as _;

fn main() {}
