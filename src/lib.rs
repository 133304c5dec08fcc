//! Partner Profile turns a profile document into a page: natively into static
//! HTML, in the browser by making that HTML work, and inside other sites.
//!
//! Each room uses only rooms above it:
//!
//! | room | holds |
//! |---|---|
//! | [`model`] | documents as plain types, and reading them |
//! | [`i18n`] | the messages of the interface, one file a language |
//! | [`consent`] | the cookie choice: what was answered, and what follows from it |
//! | [`theme`] | light or dark, remembered where the visitor allows it |
//! | [`search`] | the search in the list of partners |
//! | [`components`] | what pages are made of: one component a file, one a section kind |
//! | `islands` | in the browser: what is interactive on a page comes to life |
//! | `element` | in the browser: a profile in another site, and a page whose root is empty |
//! | [`check`] | natively: all problems and warnings of a document, its schema, a start |
//! | [`render`] | natively: views and the shell become HTML |
//! | [`snippet`] | natively: the HTML that shows a profile in another site |
//! | [`publish`] | natively: documents, shell and assets become the folder that is served |
//!
//! `src/main.rs` is the program of a profile's page, `src/bin/list.rs` that of the list; `src/bin/element.rs`
//! renders profiles in other sites, and `src/bin/element_own_consent.rs` those that ask about cookies
//! themselves. `src/bin/profiles` is the native program: check, new, schema, embed-code, and Trunk's hook.

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
pub mod components;
pub mod consent;
#[cfg(all(target_arch = "wasm32", feature = "csr"))]
pub mod element;
pub mod i18n;
#[cfg(all(target_arch = "wasm32", feature = "islands"))]
pub mod islands;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
#[cfg(not(target_arch = "wasm32"))]
pub mod render;
#[cfg(any(not(target_arch = "wasm32"), feature = "search"))]
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
pub mod snippet;
pub mod theme;

/// What is interactive: an island of a page that was rendered at build time, a component where all is
/// rendered in the browser. Keep it small: it takes `Children`, and in the browser these bring along the code that
/// renders them anew.
#[cfg(not(any(not(target_arch = "wasm32"), feature = "islands")))]
pub(crate) use leptos::component as interactive;
#[cfg(any(not(target_arch = "wasm32"), feature = "islands"))]
pub(crate) use leptos::island as interactive;
