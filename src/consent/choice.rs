use std::rc::Rc;
use std::sync::Arc;

use web_sys::Element;

use super::live::Live;
use super::state::Consent;
use super::{notice, settings};
use crate::model::Site;
use crate::words::Words;

/// What can be seen of the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// What is known.
    pub consent: Consent,
    /// Something that was refused still runs until the page is left.
    pub lingers: bool,
    /// The notice is this instance's to show; one on a page does, also where the page and an element
    /// in it are programs of their own.
    pub leads: bool,
}

impl View {
    /// Before storage has been read, as on the server.
    pub const UNKNOWN: Self = Self { consent: Consent::UNKNOWN, lingers: false, leads: false };
}

/// Is told how the choice stands: at first, and whenever it has changed.
pub type Follower = Rc<dyn Fn(View)>;

/// A site's choice as a page shows it, or an element of another site: one instance of it. With it
/// the notice, the cookie section and whatever else follows the choice come to rest.
pub struct Choice {
    live: &'static Live,
    instance: u32,
}

impl Choice {
    /// Takes part in the choice of a site. Nothing is known and nothing runs until one of its
    /// instances is shown, as on the server.
    ///
    /// `element` is the one in another site that asks, and tells of changes. A
    /// page of ours has none; it is loaded again when a running script is refused.
    pub fn join(site: &Arc<Site>, words: &'static Words, element: Option<Element>) -> Self {
        let live = Live::of(site, words, element.is_none());
        Self { live, instance: live.join(element) }
    }

    /// Shows the choice in `root`, which holds the cookie section, in place of where it was shown
    /// before: the notice comes first in it. `also` follows as well.
    ///
    /// The first that is shown starts the choice, so a page that did not come to life lets nothing
    /// run that could not be refused on it.
    pub fn show(&self, root: &Element, words: &'static Words, also: Option<Follower>) {
        let followers = [
            Some(notice::follower(self.live, root, words)),
            settings::follower(self.live, root, words),
            also,
        ];
        self.live.follow(self.instance, followers.into_iter().flatten().collect());
    }

    /// Whether a purpose is on now.
    pub fn allows(&self, purpose: &str) -> bool {
        let purpose = self.live.policy.purpose(purpose);
        !purpose.is_empty() && self.live.consent().allowed().has(purpose)
    }
}

impl Drop for Choice {
    fn drop(&mut self) {
        self.live.leave(self.instance);
    }
}
