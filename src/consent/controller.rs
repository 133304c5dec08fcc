use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{
    Get, GetUntracked, GetValue, LocalStorage, Owner, RwSignal, StoredValue, expect_context,
};
use web_sys::Element;

use super::event::Event;
use super::frames::RenderBlockedFrame;
use super::purposes::Purposes;
use super::runtime::Runtime;
use super::snapshot::{ConsentStatus, NoticeState, Snapshot};
use super::state::Answer;
use crate::model::ConsentTerms;

thread_local! {
    static BY_SITE: RefCell<Vec<ConsentController>> = const { RefCell::new(Vec::new()) };
}

/// The cookie choice of a site, as one page or element shows it. It is context, since what reads it
/// is spread over the page: each part follows the [`Snapshot`] and dispatches events.
#[derive(Clone, Copy)]
pub struct ConsentController {
    snapshot: RwSignal<Snapshot>,
    runtime: StoredValue<Rc<Runtime>, LocalStorage>,
    instance: u32,
}

/// The choice that is known here.
pub fn use_consent() -> ConsentController {
    expect_context()
}

impl ConsentController {
    /// The choice of a site. Nothing is known and nothing runs until it is started. `render` shows
    /// what stands in the place of a blocked frame.
    pub fn new(terms: ConsentTerms, render: RenderBlockedFrame) -> Self {
        Self::unjoined(terms, render, true).joined(None)
    }

    /// The choice of a site, which several elements of a page share: the first makes it. `element` is
    /// the one that joins; it has to [`leave`](Self::leave).
    pub fn join(
        terms: &ConsentTerms,
        element: Option<Element>,
        render: RenderBlockedFrame,
    ) -> Self {
        let is_known = |known: &&Self| known.terms(|known| known.site == terms.site);
        let known = BY_SITE.with_borrow(|all| all.iter().find(is_known).copied());
        let controller = known.unwrap_or_else(|| {
            // It outlives the element that makes it.
            let owner = Owner::new_root(None);
            let made = owner.with(|| Self::unjoined(terms.clone(), render, false));
            std::mem::forget(owner);
            BY_SITE.with_borrow_mut(|all| all.push(made));
            made
        });
        controller.joined(element)
    }

    fn unjoined(terms: ConsentTerms, render: RenderBlockedFrame, is_page: bool) -> Self {
        let runtime = Runtime::new(terms, render, is_page);
        Self { snapshot: runtime.snapshot, runtime: StoredValue::new_local(runtime), instance: 0 }
    }

    fn joined(self, element: Option<Element>) -> Self {
        Self { instance: self.runtime().join(element), ..self }
    }

    /// Takes this instance away; the next one asks, if this one did.
    pub fn leave(self) {
        self.runtime().leave(self.instance);
    }

    /// Reads storage and begins. A page that did not come to life lets nothing run that could not be
    /// refused on it.
    pub fn start(self) {
        self.runtime().start();
    }

    /// Takes an event.
    pub fn dispatch(self, event: Event) {
        self.runtime().dispatch(event);
    }

    /// How the choice stands; followed.
    pub fn snapshot(self) -> Snapshot {
        self.snapshot.get()
    }

    /// Whether storage has been read; followed.
    pub fn is_known(self) -> bool {
        self.snapshot().state.answer != Answer::Unknown
    }

    /// What the notice of this instance shows; followed.
    pub fn notice(self) -> Option<NoticeState> {
        let Snapshot { state, is_primary, asking, .. } = self.snapshot();
        match state.answer {
            _ if !is_primary || asking != Some(self.instance) => None,
            Answer::Undecided { reason, .. } => Some(NoticeState::Question(reason)),
            Answer::Decided(_) if state.confirming => Some(NoticeState::Confirmation),
            _ => None,
        }
    }

    /// Whether the confirmation that comes now takes the focus, which is asked once.
    pub fn focuses_confirmation(self) -> bool {
        self.runtime().focuses_confirmation()
    }

    /// Whether something can be said of the choice; followed.
    pub fn is(self, status: ConsentStatus) -> bool {
        status.holds(&self.snapshot(), &self.runtime().terms)
    }

    /// Whether a purpose is on; followed.
    pub fn allows(self, purpose: &str) -> bool {
        let purpose = self.runtime().terms.set_of(purpose);
        !purpose.is_empty() && self.snapshot().state.allowed().has(purpose)
    }

    /// Takes from the visitor whether a purpose is asked for.
    pub fn set_wanted(self, purpose: Purposes, is_wanted: bool) {
        self.runtime().update(|snapshot| {
            let others = snapshot.wanted & !purpose;
            snapshot.wanted = if is_wanted { others | purpose } else { others };
        });
    }

    /// What the checkboxes ask for now.
    pub fn wanted(self) -> Purposes {
        self.snapshot.get_untracked().wanted
    }

    /// What the choice has to know of its site.
    pub fn terms<T>(self, read: impl FnOnce(&ConsentTerms) -> T) -> T {
        read(&self.runtime().terms)
    }

    fn runtime(self) -> Rc<Runtime> {
        self.runtime.get_value()
    }
}
