//! Partner Profile turns a profile document into a page: natively into static
//! HTML, in the browser by making that HTML work, and inside other sites.
//!
//! | room | holds |
//! |---|---|
//! | [`document`] | reading JSON: values, and every problem with its place |
//! | [`profile`] | the typed profile document |
//! | [`map`] | the outlines behind places, and where things stand on them |
//! | [`sections`] | one component a section kind |
//! | [`page`] | header, facts, contents, sections, provenance |
//! | [`site`] | the typed site document |
//! | [`consent`] | the cookie choice: what was answered, and what follows from it |
//! | [`theme`] | light or dark, remembered where the visitor allows it |
//! | [`markup`], [`mount`] | markup that never changes once it stands on the page |
//! | [`reading`], [`heading`], [`words`] | what sections share: words, levels, anchors |
//! | [`index`] | the list of partners, and the search in it |
//! | [`bundle`], [`app`] | what a page is made of, and the page |
//! | `start` | in the browser: a page comes to life, or renders itself; in other sites `src/bin/element` does it |
//! | [`check`] | natively: all problems and warnings of a document, its schema, a start |
//! | [`snippet`] | natively: the HTML that shows a profile in another site |
//! | [`render`] | natively: a bundle and the shell become HTML |
//! | [`publish`] | natively: documents, shell and assets become the folder that is served |

#[macro_use]
pub mod document;
pub mod app;
pub mod bundle;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
pub mod consent;
pub mod heading;
pub mod index;
pub mod map;
pub mod markup;
pub mod mount;
pub mod page;
pub mod profile;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod reading;
#[cfg(not(target_arch = "wasm32"))]
pub mod render;
pub mod sections;
pub mod site;
#[cfg(not(target_arch = "wasm32"))]
pub mod snippet;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod theme;
pub mod words;
