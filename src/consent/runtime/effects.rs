//! What follows from an event is done, each so that it can fail alone.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use leptos::prelude::{GetUntracked, window};
use wasm_bindgen::JsCast;

use super::Runtime;
use crate::consent::event::{Cause, Effect, Event};
use crate::consent::purposes::Purposes;
use crate::consent::record::{StoredRecord, Via};
use crate::consent::{interface, purge, reload, storage};

impl Runtime {
    pub(super) fn perform(self: &Rc<Self>, effect: Effect) {
        let key = self.terms.storage_key();
        match effect {
            Effect::Store(record) => {
                let before = storage::text_of(&key);
                let has_id = self.terms.proof && !record.allowed.is_empty();
                let id = has_id.then(random_id).flatten();
                let written = record.written(&self.terms, before.as_deref()).with_id(id);
                self.take(Event::Stored { is_volatile: !storage::keep(&key, &written) });
            }
            Effect::Remove => {
                let others = storage::text_of(&key)
                    .and_then(|text| StoredRecord::of_others(&text, &self.terms));
                if !others.is_some_and(|others| storage::keep(&key, &others)) {
                    storage::remove(&key);
                }
            }
            Effect::Invalidate => storage::invalidate(&key),
            Effect::Purge(purposes) => {
                for purpose in &self.terms.purposes {
                    if purposes.has(self.terms.set_of(&purpose.id)) {
                        purge::purge(purpose);
                    }
                }
            }
            Effect::Gate(withdrawn) => self.gate(withdrawn),
            Effect::Announce(cause) => self.announce(cause),
        }
    }

    fn gate(self: &Rc<Self>, withdrawn: Purposes) {
        let state = self.state();
        // One program on a page starts and stops what waits.
        if self.snapshot.get_untracked().is_primary {
            self.gate.apply(self, state.allowed());
        }
        let running = self.gate.scripts.running();
        let is_running_on = !(running & !state.allowed()).is_empty();
        self.update(|snapshot| snapshot.scripts_still_running = is_running_on);
        // Only a refusal that has been read back ends the page: another one
        // would be forgotten, and the script run again.
        let is_kept = state.is_decided() && !state.is_volatile;
        if self.is_page && is_kept && !(withdrawn & running).is_empty() {
            self.is_leaving.set(true);
            let runtime = self.clone();
            reload::reload(move || runtime.is_leaving.set(false));
        }
    }

    /// Does what follows where a script has refused these purposes for the visitor while it ran: only now it
    /// has left all that is to be removed.
    pub fn end_refused(self: &Rc<Self>, purposes: Purposes) {
        self.perform(Effect::Purge(purposes & !self.state().allowed()));
        self.gate(purposes);
    }

    fn announce(&self, cause: Cause) {
        let is_answer = matches!(cause, Cause::Answer(Via::Notice | Via::Settings));
        if self.is_leaving.get() && is_answer {
            reload::note_answer();
        }
        if !self.is_told.take() {
            interface::announce(self.element(), &self.detail(), cause);
        }
    }

    /// The choice as scripts see it.
    pub fn detail(&self) -> Object {
        let state = self.state();
        let record = state.record().filter(|_| self.terms.proof);
        let id = record.and_then(|record| {
            StoredRecord::id_of(&storage::text_of(&self.terms.storage_key())?, &record)
        });
        interface::detail(&self.terms, &state, id)
    }
}

/// A random id; none where the browser makes none, as without https.
fn random_id() -> Option<String> {
    let crypto = Reflect::get(&window(), &"crypto".into()).ok()?;
    let make = Reflect::get(&crypto, &"randomUUID".into()).ok()?;
    make.dyn_into::<Function>().ok()?.call0(&crypto).ok()?.as_string()
}
