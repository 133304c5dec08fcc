//! What holds whatever happens to the cookie choice, in whatever order.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeMap;

use common::terms;
use partner_profile::consent::{
    Answer, ConsentState, Effect, Event, Found, LIFETIME, Millis, Purposes, StoredRecord, Via, step,
};
use partner_profile::model::{ConsentModel, ConsentTerms};
use proptest::collection::vec;
use proptest::prelude::*;

const START: Millis = 1_700_000_000_000;
const DAY: Millis = 86_400_000;

/// One thing that happens to a visit.
#[derive(Clone, Debug)]
enum Happening {
    Choose(u8, Via),
    Accept(Via),
    /// One purpose is allowed where it is needed.
    Allow(usize),
    Confirm(bool),
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
    terms: ConsentTerms,
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
        found(&self.terms, self.stored.as_deref(), self.now)
    }

    /// What an answer that was found says, if it still counts.
    fn learn(&mut self, found: Found) {
        if let Found::Answer(record) = found {
            self.grant(record.allowed, record.expires);
            if let Answer::Decided(known) = self.consent.answer {
                assert_eq!(known.allowed, record.allowed);
                self.refused = self.terms.all() & !record.allowed;
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
        self.consent = ConsentState::default();
        self.refused = Purposes::NONE;
        self.granted = [0; 3];
        let found = self.found();
        let is_volatile = self.fault != Fault::None;
        self.happen(Event::Start { found, is_volatile, gpc: self.gpc });
        self.learn(found);
        if is_volatile && self.consent.asks() {
            let on = self.consent.allowed();
            assert!(self.granted(self.now).has(on), "where nothing is kept, nothing is assumed");
        }
    }

    fn happen(&mut self, event: Event) {
        let before = self.stored.clone();
        let (after, effects) = step(&self.terms, self.consent, event, self.now);
        self.consent = after;
        assert!(effects.is_sorted_by_key(stage), "the order of effects: {effects:?}");
        for effect in &effects {
            match effect {
                Effect::Store(record) => {
                    assert!(self.chosen, "stored before a choice");
                    assert!(record.expires <= self.now + LIFETIME);
                    let text = json(&record.written(&self.terms, self.stored.as_deref()));
                    if self.fault == Fault::None {
                        assert_others_stay(&self.terms, self.stored.as_deref(), &text);
                        self.stored = Some(text);
                    }
                    self.happen(Event::Stored { is_volatile: self.fault != Fault::None });
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
                    let text = self.stored.take();
                    let others =
                        text.as_deref().and_then(|text| StoredRecord::of_others(text, &self.terms));
                    self.stored = others.map(|others| json(&others));
                    if let Some(after) = &self.stored {
                        assert_others_stay(&self.terms, text.as_deref(), after);
                    }
                }
                Effect::Purge(purposes) => {
                    assert!((*purposes & self.consent.allowed()).is_empty(), "purged what is on");
                }
                Effect::Gate(_) | Effect::Announce(_) => {}
            }
        }
        let choice = matches!(event, Event::Choose(..) | Event::Allow(_));
        let follows = event == Event::Stored { is_volatile: true };
        if !choice && !follows && event != Event::Reset {
            assert_eq!(self.stored, before, "{event:?} touched what is stored");
        }
    }

    fn choose(&mut self, allowed: Purposes, event: Event) {
        self.chosen = true;
        self.happen(event);
        self.refused = self.terms.all() & !allowed;
        self.grant(allowed, self.now + LIFETIME);
        assert!(self.consent.is_decided());
        assert_eq!(self.consent.allowed(), allowed);
    }

    fn take(&mut self, happening: Happening) {
        let all = self.terms.all();
        let is_looked_at = matches!(
            happening,
            Happening::Review | Happening::Reload | Happening::Elsewhere(Some(_))
        );
        match happening {
            Happening::Choose(bits, via) => {
                let allowed = subset(bits) & all;
                self.choose(allowed, Event::Choose(allowed, via));
            }
            Happening::Accept(via) => self.choose(all, Event::Choose(Purposes::ALL, via)),
            Happening::Allow(index) => {
                let purpose = Purposes::one(index) & all;
                let before = self.consent.allowed();
                self.chosen = true;
                self.happen(Event::Allow(purpose));
                self.refused = self.refused & !purpose;
                self.grant(purpose, self.now + LIFETIME);
                let on = self.consent.allowed();
                assert!(on.has(purpose));
                if self.terms.model == ConsentModel::OptIn {
                    assert!((before | purpose).has(on), "allowed more than that");
                }
            }
            Happening::Confirm(is_shown) => self.unchanged(Event::Confirm(is_shown)),
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
        if self.terms.model == ConsentModel::OptIn {
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
        assert_eq!(self.consent.is_volatile, before.is_volatile);
    }
}

fn json(record: &StoredRecord) -> String {
    serde_json::to_string(record).expect("a record is JSON")
}

/// What a page writes says of the purposes that it doesn't know what was said before; where it can't, it
/// leaves out what was allowed.
fn assert_others_stay(terms: &ConsentTerms, before: Option<&str>, after: &str) {
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
    let after = read(after).expect("JSON");
    let others = before.and_then(|text| StoredRecord::of_others(text, terms));
    let before = others.and_then(|others| read(&json(&others)));
    let none = serde_json::Map::new();
    let purposes = |record: Option<&serde_json::Value>| {
        record.and_then(|record| record["purposes"].as_object()).unwrap_or(&none).clone()
    };
    for (id, allows) in purposes(Some(&after)) {
        if terms.set_of(&id).is_empty() {
            let before = before.as_ref().expect("nobody has answered for others");
            assert_eq!(before["purposes"][&id], allows, "{id}");
            if allows == true {
                assert!(
                    after["expires"].as_u64() <= before["expires"].as_u64(),
                    "allowed for longer"
                );
            }
        }
    }
    for (id, allows) in purposes(before.as_ref()) {
        let is_kept = after["purposes"].get(&id) == Some(&allows);
        assert!(is_kept || allows == true, "a refusal of {id} is lost");
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
    }
}

fn found(terms: &ConsentTerms, text: Option<&str>, now: Millis) -> Found {
    text.map_or(Found::Nothing, |text| Found::read(text, terms, now))
}

fn channel() -> impl Strategy<Value = Via> {
    prop_oneof![Just(Via::Notice), Just(Via::Settings), Just(Via::Script)]
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
        2 => (0..3_usize).prop_map(Happening::Allow),
        1 => any::<bool>().prop_map(Happening::Confirm),
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

/// Terms with the first of three purposes, whose refusals hold for 90 days.
fn first_of(model: ConsentModel, purposes: usize) -> ConsentTerms {
    ConsentTerms { refusal_lifetime: 90, ..terms(model, &["a", "b", "c"][..purposes]) }
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
            terms: first_of(model, purposes),
            consent: ConsentState::default(),
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
    fn pages_that_know_different_purposes_forget_no_refusal_of_each_other(
        answers in vec((0..4_usize, any::<bool>(), 0..16_u32, 0..100_u64), 1..30),
    ) {
        // A page of before a deployment, the one after it, another site with the same id, and its next revision.
        let ids: [&[&str]; 4] = [&["a"], &["a", "b"], &["c"], &["c", "d"]];
        let page = |index: usize, model| ConsentTerms {
            revision: if index == 3 { 4 } else { 3 },
            lifetime: if index == 1 { 30 } else { 180 },
            ..terms(model, ids[index])
        };
        let mut stored: Option<String> = None;
        let mut now = START;
        let mut said: BTreeMap<String, bool> = BTreeMap::new();
        for (index, opt_in, bits, days) in answers {
            now += days * DAY;
            let model = if opt_in { ConsentModel::OptIn } else { ConsentModel::OptOut };
            let terms = page(index, model);
            let start = Event::Start {
                found: found(&terms, stored.as_deref(), now),
                is_volatile: false,
                gpc: false,
            };
            let (state, _) = step(&terms, ConsentState::default(), start, now);
            let allowed = subset(bits as u8) & terms.all();
            let (_, effects) = step(&terms, state, Event::Choose(allowed, Via::Settings), now);
            for effect in effects {
                if let Effect::Store(record) = effect {
                    let text = json(&record.written(&terms, stored.as_deref()));
                    assert_others_stay(&terms, stored.as_deref(), &text);
                    stored = Some(text);
                }
            }
            said.extend(terms.each(allowed).map(|(id, is_on)| (id.to_owned(), is_on)));
            for other in 0..ids.len() {
                for model in [ConsentModel::OptOut, ConsentModel::OptIn] {
                    let terms = page(other, model);
                    let found = found(&terms, stored.as_deref(), now);
                    prop_assert!(matches!(found, Found::Answer(_)));
                    let start = Event::Start { found, is_volatile: false, gpc: false };
                    let (state, _) = step(&terms, ConsentState::default(), start, now);
                    for (id, is_on) in terms.each(state.allowed()) {
                        prop_assert!(!is_on || said.get(id) != Some(&false), "{id} was refused");
                    }
                }
            }
        }
    }

    #[test]
    fn whatever_is_stored_it_is_read_within_bounds(
        text in text(),
        now in prop_oneof![START - 400 * DAY..START + 400 * DAY, any::<u64>()],
    ) {
        let terms = first_of(ConsentModel::OptOut, 3);
        if let Found::Answer(record) = found(&terms, Some(&text), now) {
            prop_assert!(record.answered.has(record.allowed));
            prop_assert!(terms.all().has(record.answered));
            prop_assert!(record.expires <= now.saturating_add(LIFETIME));
            prop_assert!(record.given <= record.changed);
        }
    }
}
