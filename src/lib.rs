//! Partner Profile: a profile document becomes a page.

pub mod consent;
#[macro_use]
pub mod document;
pub mod profile;
