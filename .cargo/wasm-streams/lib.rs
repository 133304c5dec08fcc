//! Streams for server functions, of which this project has none.
//!
//! Leptos brings server functions along, and they bring the crate wasm-streams. Its classes are
//! exported to JavaScript whether they are used or not, so no linker leaves them out: they, the
//! futures behind them and their part of the script are 5 kB of a page's 64 (brotli). This crate
//! stands in their place with the same names and nothing behind them.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream that nobody can have.
pub enum ReadableStream {}

impl ReadableStream {
    /// A stream of the browser.
    ///
    /// # Panics
    /// Always: there are none.
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unimplemented!("server functions with streams")
    }

    /// A stream of ours.
    ///
    /// # Panics
    /// Always: there are none.
    pub fn from_stream<S>(_: S) -> Self {
        unimplemented!("server functions with streams")
    }

    /// The stream for the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self {}
    }

    /// The stream for Rust.
    pub fn into_stream(self) -> Nothing {
        match self {}
    }
}

/// What such a stream would give.
pub struct Nothing(Infallible);

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0 {}
    }
}
