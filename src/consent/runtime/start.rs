//! The start: what is stored and what was pressed before are taken up, and what happens outside is listened to.

use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;

use super::{Runtime, now};
use crate::consent::callback::callback;
use crate::consent::event::Event;
use crate::consent::press::Press;
use crate::consent::record::{Found, Via};
use crate::consent::transition::step;
use crate::consent::{focus, interface, reload, storage};

impl Runtime {
    /// Reads storage and begins, unless it has begun before or nothing shows it. A page that was loaded
    /// ahead waits until it is seen.
    pub fn start(self: &Rc<Self>) {
        if is_prerendering() {
            let runtime = self.clone();
            let shown = callback(move |_| runtime.start()).into_js_value();
            let _ = document()
                .add_event_listener_with_callback("prerenderingchange", shown.unchecked_ref());
            return;
        }
        if self.instances.borrow().is_empty() || self.is_started.replace(true) {
            return;
        }
        let is_primary = interface::install(self);
        self.update(|snapshot| snapshot.is_primary = is_primary);
        self.is_told.set(!is_primary);
        let now = now();
        let found = storage::found(&self.terms, now);
        let start = |is_volatile| Event::Start {
            found: found.unwrap_or(Found::Nothing),
            is_volatile,
            gpc: sends_gpc(),
        };
        // Storage is tried out only where the visitor is asked: what is on without an answer has to
        // go off where none can be kept.
        let (state, _) = step(&self.terms, self.state(), start(false), now);
        let is_volatile = found.is_none() || state.asks() && !storage::is_writable();
        let press = self.press(found);
        if press.is_some() {
            // It counts before anything optional can start.
            self.update(|snapshot| snapshot.state = state);
        } else {
            self.dispatch(start(is_volatile));
        }
        self.take_up(press);
        if self.is_page && reload::take_answer_note() {
            self.resume();
        }
        if is_primary {
            self.gate.watch(self, self.is_page);
        }
        self.listen();
    }

    /// The page was loaded again because of what the visitor has just answered on it: it goes on where that was.
    fn resume(self: &Rc<Self>) {
        match self.state().record().map(|record| record.via) {
            Some(Via::Notice) => self.dispatch(Event::Confirm(true)),
            Some(Via::Settings) => focus::to_settings(None),
            _ => {}
        }
    }

    /// What was pressed in this tab before a program was there, unless an answer was given since.
    fn press(&self, found: Option<Found>) -> Option<Press> {
        if !self.is_page || self.terms.purposes.is_empty() {
            return None;
        }
        let key = self.terms.storage_key();
        let press = Press::read(&storage::pressed(&key)?)?;
        if press.is_outdated(found) {
            storage::forget_pressed(&key);
            return None;
        }
        Some(press)
    }

    fn take_up(self: &Rc<Self>, press: Option<Press>) {
        let Some(Press { answer, is_hidden, .. }) = press else { return };
        self.is_told.set(false);
        self.dispatch(answer);
        // Who reads or writes elsewhere by now is not called back.
        self.focuses_confirmation.set(!is_hidden && focus::is_free());
        if is_hidden {
            self.dispatch(Event::Confirm(false));
        }
        storage::forget_pressed(&self.terms.storage_key());
    }

    /// Another tab has written, another program on the page has answered, or the page is shown again
    /// as it was left, maybe for a page on which something was pressed; where nothing has changed,
    /// nothing follows.
    fn listen(self: &Rc<Self>) {
        let runtime = self.clone();
        let listener = callback(move |event| {
            let event: web_sys::Event = event.unchecked_into();
            let is_change = event.type_() == interface::CHANGE;
            let is_of_others = is_change
                && interface::site_of(&event).is_none_or(|site| site != runtime.terms.site);
            if !runtime.is_busy.get() && !is_of_others {
                runtime.is_told.set(is_change);
                runtime.reread();
                runtime.is_told.set(false);
            }
        });
        let listener = listener.into_js_value();
        for name in ["storage", "pageshow", interface::CHANGE] {
            let _ = window().add_event_listener_with_callback(name, listener.unchecked_ref());
        }
    }

    fn reread(self: &Rc<Self>) {
        self.dispatch(Event::Review);
        let found = storage::found(&self.terms, now());
        if let Some(found) = found {
            self.dispatch(Event::Reread(found));
        }
        self.take_up(self.press(found));
    }
}

/// Whether the browser sends Global Privacy Control (<https://w3c.github.io/gpc/>).
fn sends_gpc() -> bool {
    Reflect::get(&window().navigator(), &"globalPrivacyControl".into())
        .is_ok_and(|value| value.is_truthy())
}

/// Whether the page was loaded ahead and is not seen yet (<https://wicg.github.io/nav-speculation/prerendering.html>).
fn is_prerendering() -> bool {
    Reflect::get(&document(), &"prerendering".into()).is_ok_and(|value| value.is_truthy())
}
