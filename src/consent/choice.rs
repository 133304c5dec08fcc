use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Element;

use super::event::Event;
use super::live;
use super::state::{Answer, Consent};
use crate::markup::effect;
use crate::profile::Language;
use crate::site::Site;

/// What a component can see of the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// What is known.
    pub consent: Consent,
    /// Something that was refused still runs until the page is left.
    pub lingers: bool,
    /// The notice is this instance's to show; one on a page does.
    pub leads: bool,
}

impl View {
    /// Before storage has been read, as on the server.
    pub const UNKNOWN: Self = Self { consent: Consent::UNKNOWN, lingers: false, leads: false };

    /// Whether storage has been read.
    pub fn is_known(&self) -> bool {
        self.consent.answer != Answer::Unknown
    }
}

/// The cookie choice as components see and change it. It is context because
/// the notice, the cookie section and whatever is optional share it, and
/// nothing between them does.
#[derive(Clone)]
pub struct Choice {
    /// The site whose choice it is.
    pub site: Arc<Site>,
    /// The language in which it is asked.
    pub language: Language,
    view: ArcRwSignal<View>,
    element: StoredValue<Option<Element>, LocalStorage>,
}

impl Choice {
    /// Provides the choice to the components below; nothing is known and nothing
    /// runs until it starts, as on the server.
    ///
    /// `element` is the one in another site that asks, and tells of changes. A
    /// page of ours has none; it is loaded again when a running script is refused.
    pub fn provide(site: Arc<Site>, language: Language, element: Option<Element>) {
        let view = ArcRwSignal::new(View::UNKNOWN);
        provide_context(Self { site, language, view, element: StoredValue::new_local(element) });
    }

    /// Reads storage, and follows what is known from then on. The cookie section
    /// does this once it stands on the page, and it stands there last: a page that
    /// did not come to life lets nothing run that could not be refused on it.
    pub(super) fn start(&self) {
        let choice = self.clone();
        let joined = StoredValue::new_local(None);
        effect(move || {
            let Self { site, language, view, element } = &choice;
            let element = element.get_value();
            let member = live::join(site, view.clone(), *language, element.is_none(), element);
            joined.set_value(Some(member));
        });
        on_cleanup(move || {
            if let Some(Some(member)) = joined.try_get_value() {
                live::leave(member);
            }
        });
    }

    /// The choice of the page around, if there is one.
    pub fn current() -> Option<Self> {
        use_context()
    }

    /// What is known now; followed where it is read reactively.
    pub fn view(&self) -> View {
        self.view.get()
    }

    /// Whether a purpose is on; followed where it is read reactively.
    pub fn allows(&self, id: &str) -> bool {
        let purpose = self.site.consent.policy().purpose(id);
        !purpose.is_empty() && self.view.get().consent.allowed().has(purpose)
    }

    /// Tells what the visitor does.
    pub fn send(&self, event: Event) {
        live::send(&self.site.id, event);
    }
}
