//! The list of a site's partners, and the search in it.
//!
//! The list is rendered once, at build time, and stays as it is: what was
//! searched for only hides the rest of it. The page's slot holds no list but the
//! names, folded, as one text: that is quick to read and quick to search.

mod address;
mod fold;
mod search;

#[cfg(not(target_arch = "wasm32"))]
pub use fold::fold;
pub use fold::{SEPARATOR, folded};
pub use search::wire;
