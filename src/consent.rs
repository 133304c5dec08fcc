//! The cookie choice: what the visitor was asked, what was answered, and what
//! follows from it.
//!
//! [`step`] is the whole of it: a pure function of what is known, what happens
//! and the time, which returns what is known next and what is to be done about
//! it, in order. It knows no browser, no clock and no storage. The rest does
//! what it says: `live` performs the effects, with `store`, `purge`, `gate` and
//! `interface`, and tells the `instances`; `notice` and [`settings()`] are what the visitor sees.

mod choice;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod early;
mod event;
mod focus;
mod frame;
mod gate;
mod instances;
mod interface;
mod live;
mod notice;
mod policy;
mod purge;
mod record;
mod reload;
mod scripts;
mod settings;
mod state;
mod step;
pub(crate) mod store;

pub use choice::{Choice, Follower, View};
pub use event::{Cause, Effect, Event, Place};
pub use policy::{Policy, Purposes};
pub use purge::deletions;
pub use record::{Channel, Found, LIFETIME, MAX_LENGTH, Millis, Record};
pub use settings::{ANCHOR, settings};
pub use state::{Answer, Consent, Keeping, Why};
pub use step::step;
