//! What holds whatever happens to the cookie choice, in whatever order.
#![cfg(not(target_arch = "wasm32"))]

use partner_profile::consent::{
    Answer, Channel, ConsentState, Effect, Event, Found, LIFETIME, Millis, Persistence, Policy,
    Purposes, step,
};
use partner_profile::model::ConsentModel;
use proptest::collection::vec;
use proptest::prelude::*;

const START: Millis = 1_700_000_000_000;
const DAY: Millis = 86_400_000;

/// One thing that happens to a visit.
#[derive(Clone, Debug)]
enum Happening {
    Choose(u8, Channel),
    Accept(Channel),
    OptOut(Channel),
    /// One purpose is allowed where it is needed.
    Allow(usize),
    Reopen,
    Hide,
    Review,
    Reset,
    /// Another tab writes this, or removes what is there.
    Elsewhere(Option<String>),
    /// The page is opened anew.
    Reload,
    /// So many hours pass; backwards where negative.
    Wait(i32),
    /// From now on storage keeps what is written, refuses it, or drops it.
    Storage(Fault),
    Signal(bool),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    None,
    Throws,
    Drops,
}

/// A browser with one page.
struct Visit {
    policy: Policy,
    consent: ConsentState,
    now: Millis,
    stored: Option<String>,
    fault: Fault,
    gpc: bool,
    /// What the visitor has refused, as far as the page can know.
    refused: Purposes,
    /// Until when each purpose is allowed by an answer, given here or found in what is stored.
    granted: [Millis; 3],
    chosen: bool,
}

impl Visit {
    fn found(&self) -> Found {
        found(&self.policy, self.stored.as_deref(), self.now)
    }

    /// What an answer that was found says, if it still counts.
    fn learn(&mut self, found: Found) {
        if let Found::Answer(record) = found {
            self.grant(record.allowed, record.expires);
            if let Answer::Decided(known) = self.consent.answer {
                assert_eq!(known.allowed, record.allowed);
                self.refused = self.policy.all() & !record.allowed;
            } else {
                self.refused = self.refused | record.refused();
            }
        }
    }

    fn grant(&mut self, allowed: Purposes, until: Millis) {
        for (index, end) in self.granted.iter_mut().enumerate() {
            if allowed.has(Purposes::one(index)) {
                *end = until;
            }
        }
    }

    /// What is allowed by an answer that ends after a time.
    fn granted(&self, since: Millis) -> Purposes {
        (0..self.granted.len())
            .filter(|index| self.granted[*index] > since)
            .fold(Purposes::NONE, |set, index| set | Purposes::one(index))
    }

    fn open(&mut self) {
        self.consent = ConsentState::UNKNOWN;
        self.refused = Purposes::NONE;
        self.granted = [0; 3];
        let found = self.found();
        let persistence =
            if self.fault == Fault::None { Persistence::Durable } else { Persistence::MemoryOnly };
        self.happen(Event::Start { found, persistence, gpc: self.gpc });
        self.learn(found);
        if persistence == Persistence::MemoryOnly && self.consent.asks() {
            let on = self.consent.allowed();
            assert!(self.granted(self.now).has(on), "where nothing is kept, nothing is assumed");
        }
    }

    fn happen(&mut self, event: Event) {
        let before = self.stored.clone();
        let (after, effects) = step(&self.policy, self.consent, event, self.now);
        self.consent = after;
        assert!(effects.is_sorted_by_key(stage), "the order of effects: {effects:?}");
        for effect in &effects {
            match effect {
                Effect::Store(record) => {
                    assert!(self.chosen, "stored before a choice");
                    assert!(record.expires <= self.now + LIFETIME);
                    let text = serde_json::to_string(&record.written(&self.policy));
                    if self.fault == Fault::None {
                        self.stored = Some(text.expect("a record is JSON"));
                    }
                    let kept = self.fault == Fault::None;
                    self.happen(if kept { Event::Written } else { Event::WriteFailed });
                }
                Effect::Invalidate => {
                    assert!(self.chosen, "stored before a choice");
                    if self.fault != Fault::Drops {
                        self.stored = self.stored.is_some().then(|| "null".to_owned());
                    }
                }
                Effect::Remove => {
                    assert_eq!(event, Event::Reset);
                    let is_answer = !matches!(self.found(), Found::Unreadable);
                    assert!(self.chosen || is_answer, "removed what is no answer before a choice");
                    self.stored = None;
                }
                Effect::Purge(purposes) => {
                    assert!((*purposes & self.consent.allowed()).is_empty(), "purged what is on");
                }
                Effect::Gate(_) | Effect::Announce(_) | Effect::Focus(_) => {}
            }
        }
        let choice = matches!(
            event,
            Event::Accept(_) | Event::OptOut(_) | Event::Save(..) | Event::Allow(_)
        );
        let follows = matches!(event, Event::WriteFailed);
        if !choice && !follows && event != Event::Reset {
            assert_eq!(self.stored, before, "{event:?} touched what is stored");
        }
    }

    fn choose(&mut self, allowed: Purposes, event: Event) {
        self.chosen = true;
        self.happen(event);
        self.refused = self.policy.all() & !allowed;
        self.grant(allowed, self.now + LIFETIME);
        assert!(self.consent.is_decided());
        assert_eq!(self.consent.allowed(), allowed);
    }

    fn take(&mut self, happening: Happening) {
        let all = self.policy.all();
        let is_looked_at = matches!(
            happening,
            Happening::Review | Happening::Reload | Happening::Elsewhere(Some(_))
        );
        match happening {
            Happening::Choose(bits, via) => {
                let allowed = subset(bits) & all;
                self.choose(allowed, Event::Save(allowed, via));
            }
            Happening::Accept(via) => self.choose(all, Event::Accept(via)),
            Happening::OptOut(via) => self.choose(Purposes::NONE, Event::OptOut(via)),
            Happening::Allow(index) => {
                let purpose = Purposes::one(index) & all;
                let before = self.consent.allowed();
                self.chosen = true;
                self.happen(Event::Allow(purpose));
                self.refused = self.refused & !purpose;
                self.grant(purpose, self.now + LIFETIME);
                let on = self.consent.allowed();
                assert!(on.has(purpose));
                if self.policy.model == ConsentModel::OptIn {
                    assert!((before | purpose).has(on), "allowed more than that");
                }
            }
            Happening::Reopen => self.unchanged(Event::Reopen),
            Happening::Hide => self.unchanged(Event::Hide),
            Happening::Review => {
                self.happen(Event::Review);
                if let Answer::Decided(record) = self.consent.answer {
                    assert!(record.expires > self.now, "an answer outlives its end");
                }
            }
            Happening::Reset => self.happen(Event::Reset),
            Happening::Elsewhere(text) => {
                self.stored = text;
                self.happen(Event::Review);
                let found = self.found();
                self.happen(Event::Reread(found));
                self.learn(found);
            }
            Happening::Reload => self.open(),
            Happening::Wait(hours) => {
                let step = u64::from(hours.unsigned_abs()) * DAY / 24;
                self.now = if hours < 0 { self.now - step } else { self.now + step };
            }
            Happening::Storage(fault) => self.fault = fault,
            Happening::Signal(gpc) => self.gpc = gpc,
        }
        let on = self.consent.allowed();
        assert!((on & self.refused).is_empty(), "what was refused is on");
        assert!(all.has(on));
        if self.policy.model == ConsentModel::OptIn {
            // That time has passed is noticed where something is looked at.
            let since = if is_looked_at { self.now } else { 0 };
            assert!(self.granted(since).has(on), "on without an acceptance that holds");
        }
        if self.consent.answer == Answer::OptedOutByGpc {
            assert!(on.is_empty());
        }
    }

    fn unchanged(&mut self, event: Event) {
        let before = self.consent;
        self.happen(event);
        assert_eq!(self.consent.answer, before.answer);
        assert_eq!(self.consent.persistence, before.persistence);
    }
}

fn subset(bits: u8) -> Purposes {
    (0..3)
        .filter(|index| bits & (1 << index) != 0)
        .fold(Purposes::NONE, |set, index| set | Purposes::one(index))
}

fn stage(effect: &Effect) -> u8 {
    match effect {
        Effect::Store(_) | Effect::Remove | Effect::Invalidate => 0,
        Effect::Purge(_) => 1,
        Effect::Gate(_) => 2,
        Effect::Announce(_) => 3,
        Effect::Focus(_) => 4,
    }
}

fn found(policy: &Policy, text: Option<&str>, now: Millis) -> Found {
    text.map_or(Found::Nothing, |text| Found::read(text, policy, now))
}

fn channel() -> impl Strategy<Value = Channel> {
    prop_oneof![Just(Channel::Notice), Just(Channel::Settings), Just(Channel::Script)]
}

/// Something like a record, right in many places and wrong in some.
fn text() -> impl Strategy<Value = String> {
    let number = || {
        prop_oneof![
            8 => (START - 400 * DAY..START + 400 * DAY).prop_map(|date| date.to_string()),
            1 => any::<u64>().prop_map(|number| number.to_string()),
            1 => any::<f64>().prop_map(|number| number.to_string()),
            1 => Just("null".to_owned()),
        ]
    };
    let flag = || prop_oneof![8 => Just("true"), 8 => Just("false"), 1 => Just("\"false\""), 1 => Just("1")];
    let word =
        |right: &'static str| prop_oneof![12 => Just(right), 1 => Just("\"\""), 1 => Just("0")];
    let purpose = || prop_oneof![Just("a"), Just("b"), Just("c"), Just("gone")];
    let record = (
        prop_oneof![12 => Just("1"), 2 => Just("2"), 1 => Just("0")],
        prop_oneof![8 => Just("3"), 1 => Just("2"), 1 => Just("4")],
        prop_oneof![word("\"opt-out\""), word("\"opt-in\"")],
        vec((purpose(), flag()), 0..5),
        word("\"notice\""),
        (number(), number(), number()),
    )
        .prop_map(|(version, revision, model, purposes, via, (given, changed, expires))| {
            let purposes: Vec<_> =
                purposes.iter().map(|(id, flag)| format!("\"{id}\":{flag}")).collect();
            format!(
                "{{\"version\":{version},\"revision\":{revision},\"model\":{model},\
                 \"purposes\":{{{}}},\"via\":{via},\
                 \"given\":{given},\"changed\":{changed},\"expires\":{expires}}}",
                purposes.join(",")
            )
        });
    prop_oneof![
        8 => record.clone(),
        1 => (record, any::<prop::sample::Index>()).prop_map(|(text, at)| text[..at.index(text.len())].to_owned()),
        1 => any::<String>(),
        1 => vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
    ]
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        2 => (any::<u8>(), channel()).prop_map(|(bits, via)| Happening::Choose(bits, via)),
        1 => channel().prop_map(Happening::Accept),
        1 => channel().prop_map(Happening::OptOut),
        2 => (0..3_usize).prop_map(Happening::Allow),
        1 => Just(Happening::Reopen),
        1 => Just(Happening::Hide),
        2 => Just(Happening::Review),
        1 => Just(Happening::Reset),
        3 => prop::option::of(text()).prop_map(Happening::Elsewhere),
        3 => Just(Happening::Reload),
        2 => (-48..24 * 200).prop_map(Happening::Wait),
        1 => prop_oneof![Just(Fault::None), Just(Fault::Throws), Just(Fault::Drops)]
            .prop_map(Happening::Storage),
        1 => any::<bool>().prop_map(Happening::Signal),
    ]
}

fn policy(model: ConsentModel, purposes: usize) -> Policy {
    let ids = ["a", "b", "c"].iter().take(purposes).map(ToString::to_string).collect();
    Policy { model, revision: 3, purposes: ids }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn whatever_happens_the_promises_hold(
        opt_in in any::<bool>(),
        purposes in 1..=3_usize,
        stored in prop::option::of(text()),
        happenings in vec(happening(), 0..40),
    ) {
        let model = if opt_in { ConsentModel::OptIn } else { ConsentModel::OptOut };
        let mut visit = Visit {
            policy: policy(model, purposes),
            consent: ConsentState::UNKNOWN,
            now: START,
            stored,
            fault: Fault::None,
            gpc: false,
            refused: Purposes::NONE,
            granted: [0; 3],
            chosen: false,
        };
        visit.open();
        for happening in happenings {
            visit.take(happening);
        }
    }

    #[test]
    fn whatever_is_stored_it_is_read_within_bounds(
        text in text(),
        now in prop_oneof![START - 400 * DAY..START + 400 * DAY, any::<u64>()],
    ) {
        let policy = policy(ConsentModel::OptOut, 3);
        if let Found::Answer(record) = found(&policy, Some(&text), now) {
            prop_assert!(record.answered.has(record.allowed));
            prop_assert!(policy.all().has(record.answered));
            prop_assert!(record.expires <= now.saturating_add(LIFETIME));
            prop_assert!(record.given <= record.changed);
        }
    }
}
