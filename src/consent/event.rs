//! What can happen to a choice, and what is to be done about it.

use super::policy::Purposes;
use super::record::{Channel, Found, Record};
use super::state::Keeping;

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The page starts.
    Start {
        /// What storage holds.
        found: Found,
        /// Whether storage can be written.
        keeping: Keeping,
        /// Whether the browser sends Global Privacy Control.
        signal: bool,
    },
    /// The visitor allows every purpose.
    Accept(Channel),
    /// The visitor refuses every purpose.
    OptOut(Channel),
    /// The visitor allows these purposes and refuses the others.
    Save(Purposes, Channel),
    /// The visitor allows these purposes where they are needed, and says nothing
    /// about the others: what was not answered yet is still to be asked.
    Allow(Purposes),
    /// The visitor wants to see the choice again. Going away from it is no event.
    Reopen,
    /// The visitor has read what the notice says of the answer.
    Hide,
    /// Time has passed, or the policy has a new revision.
    Review,
    /// A script takes the answer back.
    Reset,
    /// Storage was read again: another tab has written, or the page comes back
    /// from the back-forward cache.
    Reread(Found),
    /// The answer was written and read back.
    Written,
    /// The answer could not be written.
    WriteFailed,
}

/// What is to be done, in this order; each stands alone, so that one that fails
/// does not keep the next from being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write the record and read it back.
    Store(Record),
    /// Remove the record.
    Forget,
    /// Make what is stored unreadable: it may allow what has just been refused.
    Spoil,
    /// Remove the cookies and storage keys of these purposes.
    Purge(Purposes),
    /// Start what is allowed, and stop what belongs to these purposes.
    Gate(Purposes),
    /// Tell the page's scripts.
    Announce(Cause),
    /// Put the focus where the visitor goes on.
    Focus(Place),
}

/// How a change came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The page has started.
    Start,
    /// An answer.
    Answer(Channel),
    /// Another tab.
    Tab,
    /// The answer has ended or is void.
    Review,
    /// It was taken back.
    Reset,
}

impl Cause {
    /// The word for it in events.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Answer(via) => via.as_str(),
            Self::Tab => "tab",
            Self::Review => "expired",
            Self::Reset => "reset",
        }
    }
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What the notice says of the answer.
    Confirmation,
    /// The controls of the cookie section.
    Settings,
    /// The page, if the notice that is going away had it.
    Page,
}
