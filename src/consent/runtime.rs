//! The choice of one site in the browser: takes events, and performs what follows from them, each
//! so that it can fail alone.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use std::time::Duration;

use js_sys::{Function, Object, Reflect};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{GetUntracked, RwSignal, Set, document, set_timeout_with_handle, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::callback::callback;
use super::event::{Cause, Effect, Event, FocusTarget};
use super::frames::{BlockedFrame, RenderBlockedFrame, ShowInPlace};
use super::gate::Gate;
use super::policy::{Policy, Purposes};
use super::press::Press;
use super::record::{Channel, Found, Millis, StoredRecord};
use super::scripts::OnRefused;
use super::snapshot::Snapshot;
use super::state::{ConsentState, Persistence};
use super::transition::step;
use super::{focus, interface, purge, reload, storage};
use crate::model::{ConsentTerms, PurposeTerms};

/// Longer waits than this are made in several: the clock may be set meanwhile.
const LONGEST_WAIT: Millis = 60 * 60 * 1000;

/// What the choice of a site needs besides its snapshot.
pub struct Runtime {
    pub terms: ConsentTerms,
    pub policy: Policy,
    snapshot: RwSignal<Snapshot>,
    gate: Rc<Gate>,
    is_started: Cell<bool>,
    queue: RefCell<VecDeque<Event>>,
    is_busy: Cell<bool>,
    /// Whether another program on the page has told its scripts of what comes next.
    is_told: Cell<bool>,
    /// Whether the page is about to be loaded again.
    is_leaving: Cell<bool>,
    /// Whether the confirmation takes the focus once it is there.
    focuses_confirmation: Cell<bool>,
    timer: Cell<Option<TimeoutHandle>>,
    instances: RefCell<Vec<(u32, Option<Element>)>>,
    next_instance: Cell<u32>,
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds")]
fn now() -> Millis {
    js_sys::Date::now() as Millis
}

impl Runtime {
    /// The choice of a site, before it is started.
    pub fn new(
        terms: ConsentTerms,
        snapshot: RwSignal<Snapshot>,
        render: RenderBlockedFrame,
    ) -> Rc<Self> {
        Rc::new_cyclic(|runtime: &Weak<Self>| Self {
            policy: Policy::of(&terms),
            gate: Rc::new(Gate::new(
                &terms,
                shown_by(runtime.clone(), render),
                refused_by(runtime.clone()),
            )),
            terms,
            snapshot,
            is_started: Cell::default(),
            queue: RefCell::default(),
            is_busy: Cell::default(),
            is_told: Cell::default(),
            is_leaving: Cell::default(),
            focuses_confirmation: Cell::default(),
            timer: Cell::default(),
            instances: RefCell::default(),
            next_instance: Cell::default(),
        })
    }

    /// Adds an instance, and returns its id. The first of them asks.
    pub fn join(&self, element: Option<Element>) -> u32 {
        let id = self.next_instance.replace(self.next_instance.get() + 1);
        self.instances.borrow_mut().push((id, element));
        self.set_asking();
        id
    }

    /// Takes an instance away.
    pub fn leave(&self, id: u32) {
        self.instances.borrow_mut().retain(|(instance, _)| *instance != id);
        self.set_asking();
    }

    fn set_asking(&self) {
        let first = self.instances.borrow().first().map(|(id, _)| *id);
        self.update(|snapshot| snapshot.asking = first);
    }

    /// The element in another site that asks; none where a page does.
    fn element(&self) -> Option<Element> {
        self.instances.borrow().first()?.1.clone()
    }

    /// A page of ours is loaded again when a running script is refused; a page of others never.
    fn may_reload(&self) -> bool {
        self.element().is_none()
    }

    /// Whether the confirmation that comes now takes the focus, which is asked once.
    pub fn focuses_confirmation(&self) -> bool {
        self.focuses_confirmation.take()
    }

    /// Changes what components see.
    pub fn update(&self, change: impl FnOnce(&mut Snapshot)) {
        let before = self.snapshot.get_untracked();
        let mut snapshot = before;
        change(&mut snapshot);
        if snapshot != before {
            self.snapshot.set(snapshot);
        }
    }

    fn state(&self) -> ConsentState {
        self.snapshot.get_untracked().state
    }

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
        let is_primary = interface::install(self.access());
        self.update(|snapshot| snapshot.is_primary = is_primary);
        self.is_told.set(!is_primary);
        let now = now();
        let found = storage::found(&self.terms.storage_key(), &self.policy, now);
        let start = |persistence| Event::Start {
            found: found.unwrap_or(Found::Nothing),
            persistence,
            gpc: sends_gpc(),
        };
        // Storage is tried out only where the visitor is asked: what is on without an answer has to
        // go off where none can be kept.
        let (state, _) = step(&self.policy, self.state(), start(Persistence::Durable), now);
        let is_durable = found.is_some() && (!state.asks() || storage::is_writable());
        let persistence = if is_durable { Persistence::Durable } else { Persistence::MemoryOnly };
        let press = self.press(found);
        if press.is_some() {
            // It counts before anything optional can start.
            self.update(|snapshot| snapshot.state = state);
        } else {
            self.dispatch(start(persistence));
        }
        self.take_up(press);
        if self.may_reload() && reload::has_answered() {
            self.dispatch(Event::Resume);
        }
        if is_primary {
            self.gate.watch(self.may_reload());
        }
        self.listen();
    }

    /// What was pressed in this tab before a program was there, unless an answer was given since.
    fn press(&self, found: Option<Found>) -> Option<Press> {
        if self.element().is_some() || self.policy.purposes.is_empty() {
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
            self.dispatch(Event::Hide);
        }
        storage::forget_pressed(&self.terms.storage_key());
    }

    fn access(self: &Rc<Self>) -> interface::Access {
        let (known, told, taking) = (self.clone(), self.clone(), self.clone());
        interface::Access {
            site: self.terms.site.clone(),
            policy: self.policy.clone(),
            state: Box::new(move || known.state()),
            detail: Box::new(move || told.detail()),
            dispatch: Box::new(move |event| taking.dispatch(event)),
        }
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
        let found = storage::found(&self.terms.storage_key(), &self.policy, now());
        if let Some(found) = found {
            self.dispatch(Event::Reread(found));
        }
        self.take_up(self.press(found));
    }

    /// Takes an event. What a listener or a started script tells in turn has to
    /// wait until all effects of this one are done.
    pub fn dispatch(self: &Rc<Self>, event: Event) {
        self.queue.borrow_mut().push_back(event);
        if self.is_busy.replace(true) {
            return;
        }
        loop {
            let next = self.queue.borrow_mut().pop_front();
            let Some(event) = next else { break };
            self.take(event);
        }
        self.is_busy.set(false);
        self.wait();
    }

    fn take(&self, event: Event) {
        let before = self.state();
        let (state, effects) = step(&self.policy, before, event, now());
        self.update(|snapshot| {
            snapshot.state = state;
            if state.answer != before.answer {
                snapshot.wanted = state.allowed();
            }
        });
        for effect in effects {
            self.perform(effect);
        }
    }

    fn perform(&self, effect: Effect) {
        let key = self.terms.storage_key();
        match effect {
            Effect::Store(record) => {
                let before = storage::text_of(&key);
                let has_id = self.terms.proof && !record.allowed.is_empty();
                let id = has_id.then(random_id).flatten();
                let written = record.written(&self.policy, before.as_deref()).with_id(id);
                let is_kept = storage::keep(&key, &written);
                self.take(if is_kept { Event::Written } else { Event::WriteFailed });
            }
            Effect::Remove => {
                let others = storage::text_of(&key)
                    .and_then(|text| StoredRecord::of_others(&text, &self.policy));
                if !others.is_some_and(|others| storage::keep(&key, &others)) {
                    storage::remove(&key);
                }
            }
            Effect::Invalidate => storage::invalidate(&key),
            Effect::Purge(purposes) => {
                for purpose in &self.terms.purposes {
                    if purposes.has(self.policy.purpose(&purpose.id)) {
                        purge::purge(purpose);
                    }
                }
            }
            Effect::Gate(withdrawn) => self.gate(withdrawn),
            Effect::Announce(cause) => self.announce(cause),
            // It is not there yet, and takes the focus when it comes.
            Effect::Focus(FocusTarget::Confirmation) => self.focuses_confirmation.set(true),
            Effect::Focus(FocusTarget::Settings) => focus::to_settings(self.element()),
            Effect::Focus(FocusTarget::Page) => focus::to_page(),
        }
    }

    fn gate(&self, withdrawn: Purposes) {
        let state = self.state();
        // One program on a page starts and stops what waits.
        if self.snapshot.get_untracked().is_primary {
            self.gate.apply(state.allowed());
        }
        let running = self.gate.running();
        let is_running_on = !(running & !state.allowed()).is_empty();
        self.update(|snapshot| snapshot.scripts_still_running = is_running_on);
        // Only a refusal that has been read back ends the page: another one
        // would be forgotten, and the script run again.
        let is_kept = state.is_decided() && state.persistence == Persistence::Durable;
        if self.may_reload() && is_kept && !(withdrawn & running).is_empty() {
            self.is_leaving.set(true);
            reload::reload();
        }
    }

    fn announce(&self, cause: Cause) {
        let is_answer = matches!(cause, Cause::Answer(Channel::Notice | Channel::Settings));
        if self.is_leaving.get() && is_answer {
            reload::note_answer();
        }
        if !self.is_told.take() {
            interface::announce(self.element(), &self.detail(), cause);
        }
    }

    /// The choice as scripts see it.
    fn detail(&self) -> Object {
        let state = self.state();
        let record = state.record().filter(|_| self.terms.proof);
        let id = record.and_then(|record| {
            StoredRecord::id_of(&storage::text_of(&self.terms.storage_key())?, &record)
        });
        interface::detail(&self.terms.site, &self.policy, &state, id)
    }

    /// Comes back when the answer ends.
    fn wait(self: &Rc<Self>) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
        if let Some(record) = self.state().record() {
            let rest = record.expires.saturating_sub(now()).min(LONGEST_WAIT);
            let runtime = self.clone();
            let again = move || runtime.dispatch(Event::Review);
            self.timer.set(set_timeout_with_handle(again, Duration::from_millis(rest)).ok());
        }
    }
}

/// Does what follows where a script of the runtime's gate has refused for the visitor while it ran: only
/// now it has left all that is to be removed.
fn refused_by(runtime: Weak<Runtime>) -> OnRefused {
    Box::new(move |purposes| {
        let Some(runtime) = runtime.upgrade() else { return };
        runtime.perform(Effect::Purge(purposes & !runtime.state().allowed()));
        runtime.gate(purposes);
    })
}

/// Shows what stands in the place of a frame of the runtime's gate.
fn shown_by(runtime: Weak<Runtime>, render: RenderBlockedFrame) -> ShowInPlace {
    Box::new(move |place, title, purposes| {
        let runtime = runtime.upgrade()?;
        let ConsentTerms { purposes: all, blocked, allow, .. } = &runtime.terms;
        let is_needed = |purpose: &&PurposeTerms| purposes.has(runtime.policy.purpose(&purpose.id));
        let needed: Vec<_> = all.iter().filter(is_needed).collect();
        let labels: Vec<_> = needed.iter().map(|purpose| &*purpose.label).collect();
        let language = needed.first()?.language;
        let is_in_one = needed.iter().all(|purpose| purpose.language == language);
        Some(render(BlockedFrame {
            place,
            element: runtime.element(),
            title,
            purposes: labels.join(", "),
            language: is_in_one.then_some(language),
            blocked: blocked.clone(),
            allow: allow.clone(),
            on_allow: Box::new({
                let runtime = runtime.clone();
                move || runtime.dispatch(Event::Allow(purposes))
            }),
        }))
    })
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

/// A random id; none where the browser makes none, as without https.
fn random_id() -> Option<String> {
    let crypto = Reflect::get(&window(), &"crypto".into()).ok()?;
    let make = Reflect::get(&crypto, &"randomUUID".into()).ok()?;
    make.dyn_into::<Function>().ok()?.call0(&crypto).ok()?.as_string()
}
