//! All that renders in the browser: a profile inside another site, behind `<partner-profile>`, and a
//! page of ours whose root is empty.

mod blocked_frame;
mod embed;
mod embedded_profile;
mod page;

fn main() {}
