//! The choice of one site in the browser: takes events, one after the other, and performs what follows from
//! them.

mod effects;
mod start;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::{GetUntracked, RwSignal, Set, set_timeout_with_handle};
use web_sys::Element;

use super::event::Event;
use super::frames::RenderBlockedFrame;
use super::gate::Gate;
use super::snapshot::Snapshot;
use super::state::ConsentState;
use super::time::Millis;
use super::transition::step;
use crate::model::ConsentTerms;

/// Longer waits than this are made in several: the clock may be set meanwhile.
const LONGEST_WAIT: Millis = 60 * 60 * 1000;

/// What the choice of a site needs.
pub struct Runtime {
    /// What it is about.
    pub terms: ConsentTerms,
    /// How components see the choice.
    pub snapshot: RwSignal<Snapshot>,
    /// Whether the page is ours: it is loaded again when a running script is refused; a page of others never.
    is_page: bool,
    /// What waits for the choice on the page.
    pub gate: Gate,
    /// Shows what stands in the place of a blocked frame.
    pub render: RenderBlockedFrame,
    is_started: Cell<bool>,
    queue: RefCell<VecDeque<Event>>,
    is_busy: Cell<bool>,
    /// Whether another program on the page announces what comes next: it is not announced twice.
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
    /// The choice of a site, before it is started. `is_page` tells whether a page of ours has it, and not
    /// elements on a page of others.
    pub fn new(terms: ConsentTerms, render: RenderBlockedFrame, is_page: bool) -> Rc<Self> {
        Rc::new(Self {
            is_page,
            terms,
            snapshot: RwSignal::new(Snapshot::default()),
            gate: Gate::default(),
            render,
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

    /// The element in another site that asks; none where a page does, or no element is left.
    pub fn element(&self) -> Option<Element> {
        self.instances.borrow().first()?.1.clone()
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

    /// What is known of the choice.
    pub fn state(&self) -> ConsentState {
        self.snapshot.get_untracked().state
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

    fn take(self: &Rc<Self>, event: Event) {
        let before = self.state();
        let (state, effects) = step(&self.terms, before, event, now());
        if state.confirming && !before.confirming {
            // It is not there yet.
            self.focuses_confirmation.set(true);
        }
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
