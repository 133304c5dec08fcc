//! The choice at work in the browser: one of it per site and page, however many
//! instances show it. It performs the effects, each so that it can fail alone.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::mem::forget;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use js_sys::Reflect;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{set_timeout_with_handle, window};
use web_sys::Element;

use super::choice::{Follower, View};
use super::event::{Cause, Effect, Event, Place};
use super::gate::Gate;
use super::instances::Instances;
use super::policy::{Policy, Purposes};
use super::record::{Channel, Found, Millis};
use super::state::{Consent, Keeping};
use super::step::step;
use super::{focus, interface, purge, reload, store};
use crate::markup::Listener;
use crate::model::Site;
use crate::words::Words;

/// Longer waits than this are made in several: the clock may be set meanwhile.
const LONGEST_WAIT: Millis = 60 * 60 * 1000;

thread_local! {
    static ALL: RefCell<Vec<&'static Live>> = const { RefCell::new(Vec::new()) };
}

/// The choice of one site on this page. It stays for as long as the page does.
pub struct Live {
    pub site: Arc<Site>,
    pub policy: Policy,
    pub words: &'static Words,
    key: String,
    may_reload: bool,
    is_started: Cell<bool>,
    view: Cell<View>,
    instances: Instances,
    queue: RefCell<VecDeque<Event>>,
    is_busy: Cell<bool>,
    /// Whether another program on the page has told its scripts of what comes next.
    is_told: Cell<bool>,
    /// Whether the page is about to be loaded again.
    is_leaving: Cell<bool>,
    /// Whether the visitor goes on reading in the confirmation, once it is there.
    enters: Cell<bool>,
    timer: Cell<Option<TimeoutHandle>>,
    gate: Gate,
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds")]
fn now() -> Millis {
    js_sys::Date::now() as Millis
}

impl Live {
    /// The choice of a site, which the first to ask for it makes.
    pub fn of(site: &Arc<Site>, words: &'static Words, may_reload: bool) -> &'static Self {
        ALL.with_borrow_mut(|all| {
            if let Some(live) = all.iter().find(|live| live.site.id == site.id) {
                return *live;
            }
            let live: &'static Self = Box::leak(Box::new(Self {
                site: site.clone(),
                policy: Policy::of(&site.consent),
                words,
                key: site.storage_key(),
                may_reload,
                is_started: Cell::default(),
                view: Cell::new(View::UNKNOWN),
                instances: Instances::default(),
                queue: RefCell::default(),
                is_busy: Cell::default(),
                is_told: Cell::default(),
                is_leaving: Cell::default(),
                enters: Cell::default(),
                timer: Cell::default(),
                gate: Gate::default(),
            }));
            all.push(live);
            live
        })
    }

    /// Adds an instance, and returns its id; the first of them leads.
    pub fn join(&self, element: Option<Element>) -> u32 {
        self.instances.add(element)
    }

    /// Tells an instance's followers how the choice stands from now on, and nobody whom it told
    /// before.
    pub fn follow(&'static self, id: u32, followers: Rc<[Follower]>) {
        self.instances.set_followers(id, followers);
        if self.is_started.replace(true) {
            self.tell();
        } else {
            self.start();
        }
    }

    /// Takes an instance away.
    pub fn leave(&self, id: u32) {
        self.instances.remove(id);
        self.tell();
    }

    /// What is known now.
    pub fn consent(&self) -> Consent {
        self.view.get().consent
    }

    /// The element in another site that leads; none where a page does.
    pub fn element(&self) -> Option<Element> {
        self.instances.leader()
    }

    /// Whether the confirmation that comes now takes the focus, which is asked once.
    pub fn enters(&self) -> bool {
        self.enters.take()
    }

    fn start(&'static self) {
        let leads = interface::install(self);
        self.update(|view| view.leads = leads);
        self.is_told.set(!leads);
        let now = now();
        let found = store::found(&self.key, &self.policy, now);
        let start = |keeping| Event::Start {
            found: found.unwrap_or(Found::Nothing),
            keeping,
            signal: signal(),
        };
        // Storage is tried out only where the visitor is asked: what is on without an answer has to
        // go off where none can be kept.
        let (consent, _) = step(&self.policy, self.consent(), start(Keeping::Durable), now);
        let is_durable = found.is_some() && (!consent.asks() || store::is_writable());
        self.send(start(if is_durable { Keeping::Durable } else { Keeping::MemoryOnly }));
        if self.may_reload && reload::has_answered() {
            self.send(Event::Resume);
        }
        if leads {
            self.gate.watch(self);
        }
        // Another tab has written, or the page is shown again as it was left;
        // where nothing has changed, nothing follows.
        for name in ["storage", "pageshow", interface::CHANGE] {
            forget(Listener::new(&window(), name, move |event| {
                let is_own = self.is_busy.get();
                let is_others = event.type_() == interface::CHANGE
                    && interface::site_of(&event).is_none_or(|site| site != *self.site.id);
                if !is_own && !is_others {
                    self.is_told.set(event.type_() == interface::CHANGE);
                    self.reread();
                    self.is_told.set(false);
                }
            }));
        }
    }

    fn reread(&'static self) {
        self.send(Event::Review);
        if let Some(found) = store::found(&self.key, &self.policy, now()) {
            self.send(Event::Reread(found));
        }
    }

    /// Takes an event. What a listener or a started script tells in turn has to
    /// wait until all effects of this one are done.
    pub fn send(&'static self, event: Event) {
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
        self.tell();
    }

    fn take(&'static self, event: Event) {
        let (consent, effects) = step(&self.policy, self.consent(), event, now());
        self.update(|view| view.consent = consent);
        for effect in effects {
            self.perform(effect);
        }
    }

    fn perform(&'static self, effect: Effect) {
        match effect {
            Effect::Store(record) => {
                let is_kept = store::keep(&self.key, &record.written(&self.policy));
                self.take(if is_kept { Event::Written } else { Event::WriteFailed });
            }
            Effect::Forget => store::remove(&self.key),
            Effect::Spoil => store::spoil(&self.key),
            Effect::Purge(purposes) => {
                for purpose in &self.site.consent.purposes {
                    if purposes.has(self.policy.purpose(&purpose.id)) {
                        purge::purge(purpose);
                    }
                }
            }
            Effect::Gate(withdrawn) => self.gate(withdrawn),
            Effect::Announce(cause) => {
                let is_answer = matches!(cause, Cause::Answer(Channel::Notice | Channel::Settings));
                if self.is_leaving.get() && is_answer {
                    reload::note_answer();
                }
                if !self.is_told.take() {
                    interface::announce(self, cause);
                }
            }
            // It is not there yet, and takes the focus when it comes.
            Effect::Focus(Place::Confirmation) => self.enters.set(true),
            Effect::Focus(Place::Settings) => focus::to_settings(self.element()),
            Effect::Focus(Place::Page) => focus::to_page(),
        }
    }

    fn gate(&'static self, withdrawn: Purposes) {
        // One program on a page starts and stops what waits.
        if self.view.get().leads {
            self.gate.scan(self);
        }
        let consent = self.consent();
        let running = self.gate.running();
        let lingers = !(running & !consent.allowed()).is_empty();
        self.update(|view| view.lingers = lingers);
        // Only a refusal that has been read back ends the page: another one
        // would be forgotten, and the script run again.
        let is_kept = consent.is_decided() && consent.keeping == Keeping::Durable;
        if self.may_reload && is_kept && !(withdrawn & running).is_empty() {
            self.is_leaving.set(true);
            let _ = window().location().reload();
        }
    }

    fn update(&self, change: impl FnOnce(&mut View)) {
        let mut view = self.view.get();
        change(&mut view);
        self.view.set(view);
    }

    /// Tells the instances what is known now, unless that is still to change: then it is told at the end.
    fn tell(&self) {
        if !self.is_busy.get() {
            self.instances.tell(&self.view);
        }
    }

    /// Comes back when the answer ends.
    fn wait(&'static self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
        if let Some(record) = self.consent().record() {
            let rest = record.expires.saturating_sub(now()).min(LONGEST_WAIT);
            let again = move || self.send(Event::Review);
            self.timer.set(set_timeout_with_handle(again, Duration::from_millis(rest)).ok());
        }
    }
}

/// Whether the browser sends Global Privacy Control (<https://w3c.github.io/gpc/>).
fn signal() -> bool {
    Reflect::get(&window().navigator(), &"globalPrivacyControl".into())
        .is_ok_and(|value| value.is_truthy())
}
