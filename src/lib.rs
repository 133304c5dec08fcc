//! Partner Profile turns a profile document into a page: natively into static
//! HTML, in the browser by making that HTML work, and inside other sites.
//!
//! | room | holds |
//! |---|---|
//! | [`model`] | documents as plain types, and reading them |
//! | [`components`] | what pages are made of: one component a file, one a section kind |
//! | [`consent`] | the cookie choice: what was answered, and what follows from it |
//! | [`theme`] | light or dark, remembered where the visitor allows it |
//! | [`markup`], [`mount`] | markup that never changes once it stands on the page |
//! | [`heading`], [`words`] | links that copy their addresses; the interface's words |
//! | [`index`] | the list of partners, and the search in it |
//! | `start` | in the browser: a page comes to life, or renders itself; in other sites `src/bin/element` does it |
//! | [`check`] | natively: all problems and warnings of a document, its schema, a start |
//! | [`snippet`] | natively: the HTML that shows a profile in another site |
//! | [`render`] | natively: the data of a page and the shell become HTML |
//! | [`publish`] | natively: documents, shell and assets become the folder that is served |

#[cfg(not(target_arch = "wasm32"))]
pub mod check;
pub mod components;
pub mod consent;
#[cfg(all(target_arch = "wasm32", feature = "islands"))]
pub mod islands;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
#[cfg(not(target_arch = "wasm32"))]
pub mod render;
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
pub mod snippet;
pub mod theme;
pub mod words;

/// What is interactive: an island of a page that was rendered at build time, a component where all is
/// rendered in the browser.
#[cfg(not(any(not(target_arch = "wasm32"), feature = "islands")))]
pub(crate) use leptos::component as interactive;
#[cfg(any(not(target_arch = "wasm32"), feature = "islands"))]
pub(crate) use leptos::island as interactive;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
