//! Partner Profile: a profile document becomes a page.

#[macro_use]
pub mod document;
pub mod profile;
