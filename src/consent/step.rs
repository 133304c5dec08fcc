use super::event::{Cause, Effect, Event, Place};
use super::policy::{Policy, Purposes};
use super::record::{Channel, Found, LIFETIME, Millis, Record};
use super::state::{Answer, Consent, Keeping};

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
        Event::Reopen => return (consent, vec![Effect::Focus(Place::Settings)]),
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
