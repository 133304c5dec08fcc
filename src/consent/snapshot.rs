use strum::VariantArray;

use super::purposes::Purposes;
use super::state::{Answer, AskReason, ConsentState};
use crate::model::ConsentTerms;

/// What components see of the choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// What is known.
    pub state: ConsentState,
    /// What the checkboxes ask for: the answer, until the visitor changes them.
    pub wanted: Purposes,
    /// Something that was refused still runs until the page is left.
    pub scripts_still_running: bool,
    /// Of the programs on a page that know the choice, this one asks, and starts what waits.
    pub is_primary: bool,
    /// The instance in this program that asks; none where nothing shows the choice.
    pub asking: Option<u32>,
}

/// What the notice shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeState {
    /// The question, and why it is asked.
    Question(AskReason),
    /// What was just chosen with its buttons.
    Confirmation,
}

/// What can be said of a choice. Several of them may hold at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum ConsentStatus {
    /// An earlier answer has expired.
    Expired,
    /// What is asked has changed since the answer.
    Revised,
    /// An earlier answer is not about every purpose.
    NewPurpose,
    /// What was kept cannot be read.
    Unreadable,
    /// The browser sends Global Privacy Control.
    OptedOutByGpc,
    /// What is optional is on without an answer.
    OnUnasked,
    /// Something optional is off without an answer.
    OffUnasked,
    /// Everything was allowed.
    Accepted,
    /// Everything was refused.
    OptedOut,
    /// Some was allowed and some refused.
    Chosen,
    /// The answer could not be stored.
    NotKept,
    /// Something refused is still running.
    ScriptsStillRunning,
}

impl ConsentStatus {
    /// Whether it can be said of a choice.
    pub fn holds(self, snapshot: &Snapshot, terms: &ConsentTerms) -> bool {
        let state = &snapshot.state;
        let allowed = state.allowed();
        let is_all = allowed == terms.all();
        let is_decided = state.is_decided();
        let is_asked_for =
            |wanted| matches!(state.answer, Answer::Undecided { reason, .. } if reason == wanted);
        match self {
            Self::Expired => is_asked_for(AskReason::Expired),
            Self::Revised => is_asked_for(AskReason::Revised),
            Self::NewPurpose => is_asked_for(AskReason::NewPurpose),
            Self::Unreadable => is_asked_for(AskReason::Unreadable),
            Self::OptedOutByGpc => state.answer == Answer::OptedOutByGpc,
            Self::OnUnasked => state.asks() && is_all,
            Self::OffUnasked => state.asks() && !is_all,
            Self::Accepted => is_decided && is_all,
            Self::OptedOut => is_decided && !is_all && allowed.is_empty(),
            Self::Chosen => is_decided && !is_all && !allowed.is_empty(),
            Self::NotKept => is_decided && state.is_volatile,
            Self::ScriptsStillRunning => snapshot.scripts_still_running,
        }
    }
}
