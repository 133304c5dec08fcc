//! The cookie choice: what the visitor was asked, what was answered, and what
//! follows from it.
//!
//! [`step`] is the whole of it: a pure function of what is known, what happens
//! and the time, which returns what is known next and what is to be done about
//! it, in order. It knows no browser, no clock and no storage.

mod policy;
mod record;
mod state;

pub use policy::{Model, Policy, Purposes};
pub use record::{Channel, Found, LIFETIME, MAX_LENGTH, Millis, Record, Stored};
pub use state::{Answer, Cause, Consent, Effect, Event, Keeping, Place, Why, step};
