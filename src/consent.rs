//! The cookie choice: what the visitor was asked, what was answered, and what
//! follows from it.
//!
//! [`step`] is the whole of it: a pure function of what is known, what happens
//! and the time, which returns what is known next and what is to be done about
//! it, in order. It knows no browser, no clock and no storage.
//! [`ConsentController`] is its state as a signal, which components find in their
//! context; in the browser it does what `step` says.
//!
//! The files below are in two groups: the pure ones, and those that know the browser. `controller` is what
//! components see. It drives `runtime`, which performs the effects through the other browser files; these
//! tell it what happens.

// Pure.
pub(crate) mod early;
mod event;
mod press;
mod purposes;
mod record;
mod script_type;
mod snapshot;
mod state;
mod time;
mod transition;
// In the browser.
mod attributes;
mod callback;
mod controller;
mod elements;
mod focus;
mod frames;
mod gate;
mod interface;
mod purge;
mod reload;
mod runnable_script;
mod runtime;
mod scripts;
pub(crate) mod storage;
mod trusted_types;

pub use controller::{ConsentController, use_consent};
pub use early::condition as early_condition;
pub use event::{Cause, Effect, Event};
pub use focus::{ANCHOR, enter, is_in, reveal, to_page};
pub use frames::{BlockedFrame, RenderBlockedFrame};
pub use press::Press;
pub use purge::deletions;
pub use purposes::Purposes;
pub use record::{Found, LIFETIME, MAX_LENGTH, Record, StoredRecord, Via};
pub use script_type::ScriptType;
pub use snapshot::{ConsentStatus, NoticeState, Snapshot};
pub use state::{Answer, AskReason, ConsentState};
pub use time::Millis;
pub use transition::step;
