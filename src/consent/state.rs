use super::event::{Cause, Effect, Event, Place};
use super::policy::{Model, Policy, Purposes};
use super::record::{Channel, Found, LIFETIME, Millis, Record};

/// Everything that is known of the choice on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    /// What the visitor has said, or why that is not known.
    pub answer: Answer,
    /// Whether an answer outlives the page.
    pub keeping: Keeping,
    /// Whether the browser sends Global Privacy Control.
    pub signal: bool,
    /// Whether the notice shows what was just chosen with its buttons.
    pub confirming: bool,
}

/// What the visitor has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Storage has not been read: nothing optional runs, nothing is asked.
    Unknown,
    /// The visitor is to be asked.
    Undecided {
        /// Why an answer is missing.
        why: Why,
        /// The purposes that are on until there is one.
        allowed: Purposes,
        /// The purposes that were refused before, and stay so.
        refused: Purposes,
        /// An answer about some of the purposes, which holds for them.
        part: Option<Record>,
    },
    /// The browser speaks for the visitor: nothing optional runs, nothing is asked.
    Signalled,
    /// The visitor has answered.
    Decided(Record),
}

/// Why an answer is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// None was given, or it was taken back.
    First,
    /// It has ended.
    Expired,
    /// It was given to another revision, or before prior consent was asked for.
    Revised,
    /// An earlier answer is not about every purpose: one was added, or only some were allowed.
    NewPurpose,
    /// What was kept cannot be read, or only by a newer version of this crate.
    Unreadable,
}

/// Whether an answer outlives the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is stored.
    Durable,
    /// Storage is absent, blocked or full: it holds for the visit.
    MemoryOnly,
}

impl Consent {
    /// Before storage has been read, as on the server.
    pub const UNKNOWN: Self = Self {
        answer: Answer::Unknown,
        keeping: Keeping::Durable,
        signal: false,
        confirming: false,
    };

    /// The purposes that are on.
    pub fn allowed(&self) -> Purposes {
        match self.answer {
            Answer::Unknown | Answer::Signalled => Purposes::NONE,
            Answer::Undecided { allowed, .. } => allowed,
            Answer::Decided(record) => record.allowed,
        }
    }

    /// The purposes that were refused; what is merely not asked yet is not.
    pub fn refused(&self, policy: &Policy) -> Purposes {
        match self.answer {
            Answer::Unknown => Purposes::NONE,
            Answer::Undecided { refused, .. } => refused,
            Answer::Signalled => policy.all(),
            Answer::Decided(record) => policy.all() & !record.allowed,
        }
    }

    /// The purposes that an answer covers; what is on before it under opt-out is only assumed.
    fn answered(&self, policy: &Policy) -> Purposes {
        match self.answer {
            Answer::Unknown | Answer::Signalled => Purposes::NONE,
            // What could not be read may have been a refusal.
            Answer::Undecided { why: Why::Unreadable, .. } => policy.all(),
            Answer::Undecided { refused, part, .. } => {
                refused | part.map_or(Purposes::NONE, |record| record.answered)
            }
            Answer::Decided(record) => record.answered,
        }
    }

    /// The answer that holds, about every purpose or some.
    pub fn record(&self) -> Option<Record> {
        match self.answer {
            Answer::Decided(record) => Some(record),
            Answer::Undecided { part, .. } => part,
            _ => None,
        }
    }

    /// The same, unless its answer has ended or become void.
    fn reviewed(self, policy: &Policy, now: Millis) -> Self {
        let Some(record) = self.record() else { return self };
        Self { answer: self.judged(policy, Found::Answer(record), now), ..self }
    }

    /// Whether the visitor is to be asked.
    pub fn asks(&self) -> bool {
        matches!(self.answer, Answer::Undecided { .. })
    }

    /// Whether the visitor has answered.
    pub fn is_decided(&self) -> bool {
        matches!(self.answer, Answer::Decided(_))
    }

    /// What follows from storage as it was found.
    fn judged(&self, policy: &Policy, found: Found, now: Millis) -> Answer {
        let before = match self.answer {
            // The signal is not an answer of the visitor's to be carried on.
            Answer::Signalled => Purposes::NONE,
            // What could not be read may have been a refusal.
            Answer::Undecided { why: Why::Unreadable, .. } => policy.all(),
            _ => self.refused(policy),
        };
        let (why, record) = match found {
            Found::Nothing => (Why::First, None),
            Found::Unreadable => (Why::Unreadable, None),
            Found::Answer(record) => match void(policy, &record, now) {
                Some(why) => (why, Some(record)),
                None => return Answer::Decided(record),
            },
        };
        match record {
            // The signal answers for a purpose that was not asked about.
            Some(record) if self.signal && why == Why::NewPurpose => Answer::Decided(record),
            _ if self.signal => Answer::Signalled,
            record => {
                let refused = before | record.map_or(Purposes::NONE, |record| record.refused());
                let allowed = match (why, policy.model) {
                    (Why::Unreadable, _) => Purposes::NONE,
                    (_, Model::OptOut) if self.keeping == Keeping::Durable => policy.all(),
                    (Why::NewPurpose, _) => record.map_or(Purposes::NONE, |record| record.allowed),
                    _ => Purposes::NONE,
                };
                let part = record.filter(|_| why == Why::NewPurpose);
                Answer::Undecided { why, allowed: allowed & !refused, refused, part }
            }
        }
    }
}

/// Why a record is no answer to the policy now, if it is none.
fn void(policy: &Policy, record: &Record, now: Millis) -> Option<Why> {
    if record.expires <= now {
        Some(Why::Expired)
    } else if record.revision != policy.revision
        || (policy.model == Model::OptIn && record.model == Model::OptOut)
    {
        Some(Why::Revised)
    } else if !record.answered.has(policy.all()) {
        Some(Why::NewPurpose)
    } else {
        None
    }
}

/// What is known after an event, and what is to be done about it.
pub fn step(
    policy: &Policy,
    consent: Consent,
    event: Event,
    now: Millis,
) -> (Consent, Vec<Effect>) {
    let mut after = consent;
    let mut storage = None;
    let answer = |allowed, via| Record {
        revision: policy.revision,
        model: policy.model,
        answered: policy.all(),
        allowed: allowed & policy.all(),
        via,
        given: consent.record().map_or(now, |before| before.given.min(now)),
        changed: now,
        expires: now + LIFETIME,
    };
    let is_started = consent.answer != Answer::Unknown;
    let cause = match event {
        // There is nothing to ask.
        Event::Start { .. } if policy.purposes.is_empty() => {
            return (consent, vec![Effect::Announce(Cause::Start)]);
        }
        Event::Start { found, keeping, signal } if !is_started => {
            after = Consent { keeping, signal, ..consent };
            after.answer = after.judged(policy, found, now);
            Cause::Start
        }
        Event::Start { .. } => return (consent, Vec::new()),
        _ if !is_started => return (consent, Vec::new()),
        Event::Accept(via) => return choose(policy, consent, answer(policy.all(), via), now),
        Event::OptOut(via) => return choose(policy, consent, answer(Purposes::NONE, via), now),
        Event::Save(allowed, via) => return choose(policy, consent, answer(allowed, via), now),
        Event::Allow(purposes) => {
            let before = consent.reviewed(policy, now);
            let answered = before.answered(policy);
            let record = answer(answered & before.allowed() | purposes, Channel::Settings);
            // What was said of the others is not said anew: it ends when it would have.
            let expires =
                before.record().map_or(record.expires, |before| before.expires.min(record.expires));
            let record = Record { answered: answered | purposes, expires, ..record };
            return choose(policy, consent, record, now);
        }
        Event::Reopen => return (consent, vec![Effect::Focus(Place::Settings)]),
        Event::Hide => {
            after.confirming = false;
            let effects =
                if consent.confirming { vec![Effect::Focus(Place::Page)] } else { Vec::new() };
            return (after, effects);
        }
        Event::Written => {
            after.keeping = Keeping::Durable;
            return (after, Vec::new());
        }
        Event::WriteFailed => {
            after.keeping = Keeping::MemoryOnly;
            let refuses = consent.is_decided() && !consent.refused(policy).is_empty();
            return (after, if refuses { vec![Effect::Spoil] } else { Vec::new() });
        }
        Event::Review => {
            after = consent.reviewed(policy, now);
            Cause::Review
        }
        Event::Reset => {
            after.answer = consent.judged(policy, Found::Nothing, now);
            storage = Some(Effect::Forget);
            Cause::Reset
        }
        Event::Reread(found) => {
            if is_no_news(&consent, found) {
                return (consent, Vec::new());
            }
            after.answer = consent.judged(policy, found, now);
            if matches!(found, Found::Answer(_)) {
                after.keeping = Keeping::Durable;
            }
            Cause::Tab
        }
    };
    after.confirming =
        consent.confirming && after.is_decided() && after.allowed() == consent.allowed();
    let vanishes = consent.asks() && !after.asks() || consent.confirming && !after.confirming;
    let focus = vanishes.then_some(Place::Page);
    let effects = effects(policy, &consent, &after, storage, cause, focus);
    (after, effects)
}

/// Whether storage as it was found says nothing about what is known here: it
/// still holds no answer, or what is known here could not be stored.
fn is_no_news(consent: &Consent, found: Found) -> bool {
    match (found, consent.record()) {
        (Found::Answer(_), _) => false,
        (_, Some(_)) => consent.keeping == Keeping::MemoryOnly,
        (Found::Nothing, None) => true,
        (Found::Unreadable, None) => false,
    }
}

/// The visitor's answer.
fn choose(
    policy: &Policy,
    consent: Consent,
    record: Record,
    now: Millis,
) -> (Consent, Vec<Effect>) {
    let via = record.via;
    // The record has all that is left of earlier answers.
    let anew = Consent { answer: Answer::Unknown, ..consent };
    let answer = anew.judged(policy, Found::Answer(record), now);
    let after = Consent { answer, confirming: via == Channel::Notice, ..consent };
    let focus = match via {
        Channel::Notice => Some(Place::Confirmation),
        _ if consent.asks() && !after.asks() || consent.confirming => Some(Place::Page),
        _ => None,
    };
    let store = Some(Effect::Store(record));
    let effects = effects(policy, &consent, &after, store, Cause::Answer(via), focus);
    (after, effects)
}

/// What is to be done after a change: storage, purge, gate, event, focus.
fn effects(
    policy: &Policy,
    before: &Consent,
    after: &Consent,
    storage: Option<Effect>,
    cause: Cause,
    focus: Option<Place>,
) -> Vec<Effect> {
    let mut effects = Vec::from_iter(storage);
    let withdrawn = before.allowed() & !after.allowed();
    let purged = match cause {
        // What was allowed before may have ended since: whatever is off keeps nothing.
        Cause::Start => policy.all() & !after.allowed(),
        _ => withdrawn | after.refused(policy),
    };
    let changed = cause == Cause::Start
        || before.allowed() != after.allowed()
        || before.is_decided() != after.is_decided()
        || before.asks() != after.asks();
    if !purged.is_empty() && (changed || storage.is_some()) {
        effects.push(Effect::Purge(purged));
    }
    if changed {
        effects.push(Effect::Gate(withdrawn));
        effects.push(Effect::Announce(cause));
    }
    effects.extend(focus.map(Effect::Focus));
    effects
}
