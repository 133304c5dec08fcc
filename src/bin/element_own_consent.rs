//! A profile in another site that asks about cookies itself, and a page of ours whose root is empty.

// What the scripts call is in the library.
use partner_profile as _;

fn main() {}
