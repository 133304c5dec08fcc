//! Every transition of the cookie choice, a row each.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::terms;
use partner_profile::consent::{
    Answer, AskReason, Cause, ConsentState, Effect, Event, Found, LIFETIME, Millis, Press,
    Purposes, Record, ScriptType, StoredRecord, Via, step,
};
use partner_profile::model::{ConsentModel, ConsentTerms};

use AskReason::{Expired, First, NewPurpose, Revised, Unreadable};
use Cause::{Reset as ByReset, Review as ByReview, Start as AtStart, Tab as ByTab};
use Effect::{Announce, Gate, Invalidate, Purge, Remove, Store};
use Via::{Notice, Script, Settings};

const NOW: Millis = 1_700_000_000_000;
const DAY: Millis = 86_400_000;

/// The purposes of the tests' terms: the first, the second, both.
fn a() -> Purposes {
    Purposes::one(0)
}
fn b() -> Purposes {
    Purposes::one(1)
}
fn ab() -> Purposes {
    a() | b()
}
const NONE: Purposes = Purposes::NONE;
const ALL: Purposes = Purposes::ALL;

fn opt_out() -> ConsentTerms {
    terms(ConsentModel::OptOut, &["a", "b"])
}

fn opt_in() -> ConsentTerms {
    terms(ConsentModel::OptIn, &["a", "b"])
}

/// An answer of ten days ago to the terms, of both purposes.
fn record(terms: &ConsentTerms, allowed: Purposes) -> Record {
    Record {
        revision: terms.revision,
        model: terms.model,
        answered: ab(),
        allowed,
        via: Notice,
        given: NOW - 20 * DAY,
        changed: NOW - 10 * DAY,
        expires: NOW + 170 * DAY,
    }
}

/// An answer of now, which was given for the first time.
fn fresh(terms: &ConsentTerms, allowed: Purposes, via: Via) -> Record {
    let record = record(terms, allowed);
    Record { via, given: NOW, changed: NOW, expires: NOW + LIFETIME, ..record }
}

/// An answer of now about some of the purposes only.
fn about(terms: &ConsentTerms, answered: Purposes, allowed: Purposes) -> Record {
    Record { answered, ..fresh(terms, allowed, Settings) }
}

/// The same, where an answer had been given before.
fn anew(terms: &ConsentTerms, allowed: Purposes, via: Via) -> Record {
    Record { given: NOW - 20 * DAY, ..fresh(terms, allowed, via) }
}

fn start(found: Found) -> Event {
    Event::Start { found, is_volatile: false, gpc: false }
}

fn with(answer: Answer) -> ConsentState {
    ConsentState { answer, ..ConsentState::default() }
}

fn undecided(reason: AskReason, allowed: Purposes, refused: Purposes) -> ConsentState {
    with(Answer::Undecided { reason, allowed, refused, part: None })
}

/// Asked about the purposes that an answer is not about.
fn partly(part: Record, allowed: Purposes, refused: Purposes) -> ConsentState {
    with(Answer::Undecided { reason: NewPurpose, allowed, refused, part: Some(part) })
}

fn decided(record: Record) -> ConsentState {
    with(Answer::Decided(record))
}

fn signalled() -> ConsentState {
    ConsentState { gpc: true, ..with(Answer::OptedOutByGpc) }
}

fn confirming(consent: ConsentState) -> ConsentState {
    ConsentState { confirming: true, ..consent }
}

fn volatile(consent: ConsentState) -> ConsentState {
    ConsentState { is_volatile: true, ..consent }
}

fn gpc(consent: ConsentState) -> ConsentState {
    ConsentState { gpc: true, ..consent }
}

struct Row {
    name: &'static str,
    terms: ConsentTerms,
    before: ConsentState,
    event: Event,
    after: ConsentState,
    effects: Vec<Effect>,
}

/// `name: terms, before, event => after, effects;`
macro_rules! rows {
    ($($name:literal: $terms:expr, $before:expr, $event:expr => $after:expr, [$($effect:expr),*];)*) => {
        vec![$(Row {
            name: $name,
            terms: $terms,
            before: $before,
            event: $event,
            after: $after,
            effects: vec![$($effect),*],
        }),*]
    };
}

fn check(rows: Vec<Row>) {
    for Row { name, terms, before, event, after, effects } in rows {
        let (found_after, found_effects) = step(&terms, before, event, NOW);
        assert_eq!(found_after, after, "{name}: what is known after it");
        assert_eq!(found_effects, effects, "{name}: what is done about it");
    }
}

#[test]
fn the_page_starts() {
    let (out, into) = (opt_out(), opt_in());
    let unknown = ConsentState::default();
    let none = ConsentTerms { purposes: Vec::new(), ..opt_out() };
    let broken = Event::Start { found: Found::Nothing, is_volatile: true, gpc: false };
    let with_gpc = |found| Event::Start { found, is_volatile: false, gpc: true };
    let of = |record: Record| start(Found::Answer(record));
    let all = record(&out, ab());
    let only_a = record(&out, a());
    let in_a = record(&into, a());
    check(rows! {
        "first visit, opt-out: on until refused":
            out.clone(), unknown, start(Found::Nothing)
            => undecided(First, ab(), NONE), [Gate(NONE), Announce(AtStart)];
        "first visit, opt-in: off until accepted":
            into.clone(), unknown, start(Found::Nothing)
            => undecided(First, NONE, NONE), [Purge(ab()), Gate(NONE), Announce(AtStart)];
        "first visit, opt-out, storage of no use: off":
            out.clone(), unknown, broken
            => volatile(undecided(First, NONE, NONE)), [Purge(ab()), Gate(NONE), Announce(AtStart)];
        "accepted before":
            out.clone(), unknown, of(all)
            => decided(all), [Gate(NONE), Announce(AtStart)];
        "refused in part before: the rest is purged again":
            out.clone(), unknown, of(only_a)
            => decided(only_a), [Purge(b()), Gate(NONE), Announce(AtStart)];
        "expired, opt-out: what was refused stays refused":
            out.clone(), unknown, of(Record { expires: NOW, ..only_a })
            => undecided(Expired, a(), b()), [Purge(b()), Gate(NONE), Announce(AtStart)];
        "expired, opt-in: all off, and what was allowed is purged as well":
            into.clone(), unknown, of(Record { expires: NOW, ..in_a })
            => undecided(Expired, NONE, b()), [Purge(ab()), Gate(NONE), Announce(AtStart)];
        "a millisecond before the end":
            out.clone(), unknown, of(Record { expires: NOW + 1, ..all })
            => decided(Record { expires: NOW + 1, ..all }), [Gate(NONE), Announce(AtStart)];
        "revision up":
            out.clone(), unknown, of(Record { revision: 2, ..only_a })
            => undecided(Revised, a(), b()), [Purge(b()), Gate(NONE), Announce(AtStart)];
        "revision down":
            out.clone(), unknown, of(Record { revision: 4, ..all })
            => undecided(Revised, ab(), NONE), [Gate(NONE), Announce(AtStart)];
        "accepted under opt-out, prior consent asked for now":
            into.clone(), unknown, of(only_a)
            => undecided(Revised, NONE, b()), [Purge(ab()), Gate(NONE), Announce(AtStart)];
        "accepted under opt-in, opt-out now":
            out.clone(), unknown, of(in_a)
            => decided(in_a), [Purge(b()), Gate(NONE), Announce(AtStart)];
        "a purpose was added, opt-out":
            out.clone(), unknown, of(Record { answered: a(), allowed: NONE, ..all })
            => partly(Record { answered: a(), allowed: NONE, ..all }, b(), a()),
            [Purge(a()), Gate(NONE), Announce(AtStart)];
        "a purpose was added, opt-in: what was accepted stays so":
            into.clone(), unknown, of(Record { answered: a(), ..in_a })
            => partly(Record { answered: a(), ..in_a }, a(), NONE), [Purge(b()), Gate(NONE), Announce(AtStart)];
        "a purpose was added, storage can no longer be written: what was accepted stays so":
            out.clone(), unknown,
            Event::Start { found: Found::Answer(Record { answered: a(), ..only_a }), is_volatile: true, gpc: false }
            => volatile(partly(Record { answered: a(), ..only_a }, a(), NONE)),
            [Purge(b()), Gate(NONE), Announce(AtStart)];
        "unreadable: all off under opt-out, too":
            out.clone(), unknown, start(Found::Unreadable)
            => undecided(Unreadable, NONE, NONE), [Purge(ab()), Gate(NONE), Announce(AtStart)];
        "Global Privacy Control, nothing stored: nothing asked, nothing on":
            out.clone(), unknown, with_gpc(Found::Nothing)
            => signalled(), [Purge(ab()), Gate(NONE), Announce(AtStart)];
        "Global Privacy Control, accepted before: the visitor's word wins":
            out.clone(), unknown, with_gpc(Found::Answer(all))
            => gpc(decided(all)), [Gate(NONE), Announce(AtStart)];
        "Global Privacy Control, expired":
            out.clone(), unknown, with_gpc(Found::Answer(Record { expires: NOW, ..all }))
            => signalled(), [Purge(ab()), Gate(NONE), Announce(AtStart)];
        "Global Privacy Control, unreadable":
            out.clone(), unknown, with_gpc(Found::Unreadable)
            => signalled(), [Purge(ab()), Gate(NONE), Announce(AtStart)];
        "Global Privacy Control, a purpose was added: it answers for that one":
            out.clone(), unknown, with_gpc(Found::Answer(Record { answered: a(), allowed: a(), ..all }))
            => gpc(decided(Record { answered: a(), allowed: a(), ..all })),
            [Purge(b()), Gate(NONE), Announce(AtStart)];
        "Global Privacy Control, an answer about purposes of others only: it is none here":
            out.clone(), unknown, with_gpc(Found::Answer(Record { answered: NONE, allowed: NONE, ..all }))
            => signalled(), [Purge(ab()), Gate(NONE), Announce(AtStart)];
        "no purposes: nothing to ask":
            none.clone(), unknown, start(Found::Nothing)
            => unknown, [Announce(AtStart)];
        "no purposes, an answer is tried":
            none, unknown, Event::Choose(ALL, Script) => unknown, [];
        "an answer before storage was read":
            out.clone(), unknown, Event::Choose(ALL, Script) => unknown, [];
        "a second start":
            out, decided(all), start(Found::Nothing) => decided(all), [];
    });
}

#[test]
fn the_visitor_answers() {
    let (out, into) = (opt_out(), opt_in());
    let first = undecided(First, ab(), NONE);
    let first_in = undecided(First, NONE, NONE);
    let all = record(&out, ab());
    let none = record(&out, NONE);
    let accept = |via| fresh(&opt_out(), ab(), via);
    let refuse = |via| fresh(&opt_out(), NONE, via);
    check(rows! {
        "accept, opt-out":
            out.clone(), first, Event::Choose(ALL, Notice)
            => confirming(decided(accept(Notice))),
            [Store(accept(Notice)), Gate(NONE), Announce(Cause::Answer(Notice))];
        "accept, opt-in":
            into.clone(), first_in, Event::Choose(ALL, Notice)
            => confirming(decided(fresh(&into, ab(), Notice))),
            [Store(fresh(&into, ab(), Notice)), Gate(NONE), Announce(Cause::Answer(Notice))];
        "opt out, opt-out":
            out.clone(), first, Event::Choose(NONE, Notice)
            => confirming(decided(refuse(Notice))),
            [Store(refuse(Notice)), Purge(ab()), Gate(ab()), Announce(Cause::Answer(Notice))];
        "opt out, opt-in":
            into.clone(), first_in, Event::Choose(NONE, Notice)
            => confirming(decided(fresh(&into, NONE, Notice))),
            [Store(fresh(&into, NONE, Notice)), Purge(ab()), Gate(NONE), Announce(Cause::Answer(Notice))];
        "save one while the notice is there: it goes away":
            out.clone(), first, Event::Choose(a(), Settings)
            => decided(fresh(&out, a(), Settings)),
            [Store(fresh(&out, a(), Settings)), Purge(b()), Gate(b()), Announce(Cause::Answer(Settings))];
        "save the other afterwards":
            out.clone(), decided(record(&out, a())), Event::Choose(b(), Settings)
            => decided(anew(&out, b(), Settings)),
            [Store(anew(&out, b(), Settings)), Purge(a()), Gate(a()), Announce(Cause::Answer(Settings))];
        "purposes that the terms don't have are not saved":
            out.clone(), decided(none), Event::Choose(a() | Purposes::one(7), Script)
            => decided(anew(&out, a(), Script)),
            [Store(anew(&out, a(), Script)), Purge(b()), Gate(NONE), Announce(Cause::Answer(Script))];
        "the same answer again is renewed in silence":
            out.clone(), decided(all), Event::Choose(ALL, Settings)
            => decided(anew(&out, ab(), Settings)), [Store(anew(&out, ab(), Settings))];
        "the same refusal again purges again":
            out.clone(), decided(none), Event::Choose(NONE, Settings)
            => decided(anew(&out, NONE, Settings)), [Store(anew(&out, NONE, Settings)), Purge(ab())];
        "withdrawn":
            out.clone(), decided(all), Event::Choose(NONE, Settings)
            => decided(anew(&out, NONE, Settings)),
            [Store(anew(&out, NONE, Settings)), Purge(ab()), Gate(ab()), Announce(Cause::Answer(Settings))];
        "changed by the settings while the confirmation is there: it goes away":
            out.clone(), confirming(decided(all)), Event::Choose(NONE, Settings)
            => decided(anew(&out, NONE, Settings)),
            [Store(anew(&out, NONE, Settings)), Purge(ab()), Gate(ab()), Announce(Cause::Answer(Settings))];
        "accepted after an expired answer: first given anew":
            out.clone(), undecided(Expired, a(), b()), Event::Choose(ALL, Notice)
            => confirming(decided(accept(Notice))),
            [Store(accept(Notice)), Gate(NONE), Announce(Cause::Answer(Notice))];
        "accepted after an unreadable one":
            out.clone(), undecided(Unreadable, NONE, NONE), Event::Choose(ALL, Notice)
            => confirming(decided(accept(Notice))),
            [Store(accept(Notice)), Gate(NONE), Announce(Cause::Answer(Notice))];
        "an explicit accept wins over Global Privacy Control":
            out.clone(), signalled(), Event::Choose(ALL, Settings)
            => gpc(decided(accept(Settings))),
            [Store(accept(Settings)), Gate(NONE), Announce(Cause::Answer(Settings))];
        "opt out under Global Privacy Control":
            out.clone(), signalled(), Event::Choose(NONE, Settings)
            => gpc(decided(refuse(Settings))),
            [Store(refuse(Settings)), Purge(ab()), Gate(NONE), Announce(Cause::Answer(Settings))];
        "the clock was moved back since the first answer":
            out.clone(), decided(Record { given: NOW + DAY, changed: NOW + DAY, ..all }), Event::Choose(ALL, Script)
            => decided(accept(Script)), [Store(accept(Script))];
    });
}

#[test]
fn the_visitor_allows_one_purpose_where_it_is_needed() {
    let (out, into) = (opt_out(), opt_in());
    let (allow, then) = (Event::Allow(a()), Event::Allow(b()));
    let told = Announce(Cause::Answer(Settings));
    let only_a = about(&into, a(), a());
    let before = Record { answered: a(), ..record(&into, a()) };
    let only_b = Record { answered: b(), ..anew(&into, b(), Settings) };
    let both = Record { expires: before.expires, ..anew(&into, ab(), Settings) };
    let all_out = Record { expires: NOW + 170 * DAY, ..anew(&out, ab(), Settings) };
    check(rows! {
        "first visit, opt-in: the other one stays as it is, and is still asked about":
            into.clone(), undecided(First, NONE, NONE), allow
            => partly(only_a, a(), NONE), [Store(only_a), Gate(NONE), told];
        "then the other one as well: the first is not allowed for longer":
            into.clone(), partly(before, a(), NONE), then
            => decided(both), [Store(both), Gate(NONE), told];
        "the first has ended unnoticed: it is not allowed anew":
            into.clone(), partly(Record { expires: NOW, ..before }, a(), NONE), then
            => partly(only_b, b(), NONE), [Store(only_b), Purge(a()), Gate(a()), told];
        "what was refused before stays refused":
            into.clone(), undecided(Expired, NONE, b()), allow
            => decided(about(&into, ab(), a())),
            [Store(about(&into, ab(), a())), Purge(b()), Gate(NONE), told];
        "refused before, opt-out: what is only assumed of the other one is no answer":
            out.clone(), undecided(Expired, b(), a()), allow
            => partly(about(&out, a(), a()), ab(), NONE),
            [Store(about(&out, a(), a())), Gate(NONE), told];
        "after what could not be read: that may have been a refusal of the other one":
            out.clone(), undecided(Unreadable, NONE, NONE), allow
            => decided(about(&out, ab(), a())),
            [Store(about(&out, ab(), a())), Purge(b()), Gate(NONE), told];
        "decided: the rest of the answer stays, and ends when it would have":
            out.clone(), decided(record(&out, b())), allow
            => decided(all_out), [Store(all_out), Gate(NONE), told];
        "the clock was moved back since: it lasts 180 days from now at most":
            out.clone(), decided(Record { expires: NOW + 190 * DAY, ..record(&out, b()) }), allow
            => decided(anew(&out, ab(), Settings)),
            [Store(anew(&out, ab(), Settings)), Gate(NONE), told];
        "under Global Privacy Control: it speaks for the other one":
            out.clone(), signalled(), allow
            => gpc(decided(about(&out, a(), a()))),
            [Store(about(&out, a(), a())), Purge(b()), Gate(NONE), told];
        "where nothing can be kept: it holds for the visit":
            out.clone(), volatile(undecided(First, NONE, NONE)), allow
            => volatile(partly(about(&out, a(), a()), a(), NONE)),
            [Store(about(&out, a(), a())), Gate(NONE), told];
        "then everything with the notice: the first answer is still the first":
            into.clone(), partly(before, a(), NONE), Event::Choose(ALL, Notice)
            => confirming(decided(anew(&into, ab(), Notice))),
            [Store(anew(&into, ab(), Notice)), Gate(NONE), Announce(Cause::Answer(Notice))];
        "it ends while the page is open":
            into.clone(), partly(Record { expires: NOW, ..before }, a(), NONE), Event::Review
            => undecided(Expired, NONE, NONE), [Purge(a()), Gate(a()), Announce(ByReview)];
        "another tab clears it":
            into.clone(), partly(before, a(), NONE), Event::Reread(Found::Nothing)
            => undecided(First, NONE, NONE), [Purge(a()), Gate(a()), Announce(ByTab)];
        "another tab clears what could not be stored here":
            into.clone(), volatile(partly(before, a(), NONE)), Event::Reread(Found::Nothing)
            => volatile(partly(before, a(), NONE)), [];
    });
}

#[test]
fn the_confirmation_comes_and_goes() {
    let out = opt_out();
    let all = record(&out, ab());
    let first = undecided(First, ab(), NONE);
    check(rows! {
        "loaded again after an answer in the notice: it is confirmed":
            out.clone(), decided(all), Event::Confirm(true)
            => confirming(decided(all)), [];
        "loaded again where the answer is gone":
            out.clone(), first, Event::Confirm(true) => first, [];
        "the confirmation is hidden":
            out.clone(), confirming(decided(all)), Event::Confirm(false) => decided(all), [];
        "there is nothing to hide":
            out.clone(), decided(all), Event::Confirm(false) => decided(all), [];
        "the question cannot be hidden":
            out.clone(), first, Event::Confirm(false) => first, [];
    });
}

#[test]
fn time_passes_and_terms_change() {
    let (out, into) = (opt_out(), opt_in());
    let all = record(&out, ab());
    let only_a = record(&out, a());
    let first = undecided(First, ab(), NONE);
    let ended = |record: Record| Record { expires: NOW, ..record };
    let revised = ConsentTerms { revision: 4, ..opt_out() };
    check(rows! {
        "not yet":
            out.clone(), decided(all), Event::Review => decided(all), [];
        "expired while the page is open, opt-out: asked again, nothing stops":
            out.clone(), decided(ended(all)), Event::Review
            => undecided(Expired, ab(), NONE), [Gate(NONE), Announce(ByReview)];
        "expired while the page is open, opt-out: what was refused stays refused":
            out.clone(), decided(ended(only_a)), Event::Review
            => undecided(Expired, a(), b()), [Purge(b()), Gate(NONE), Announce(ByReview)];
        "expired while the page is open, opt-in: everything stops":
            into.clone(), decided(ended(record(&into, a()))), Event::Review
            => undecided(Expired, NONE, b()), [Purge(ab()), Gate(a()), Announce(ByReview)];
        "expired under Global Privacy Control":
            out.clone(), gpc(decided(ended(all))), Event::Review
            => signalled(), [Purge(ab()), Gate(ab()), Announce(ByReview)];
        "expired where it was not stored: off":
            out.clone(), volatile(decided(ended(all))), Event::Review
            => volatile(undecided(Expired, NONE, NONE)), [Purge(ab()), Gate(ab()), Announce(ByReview)];
        "expired while the confirmation is there":
            out.clone(), confirming(decided(ended(all))), Event::Review
            => undecided(Expired, ab(), NONE), [Gate(NONE), Announce(ByReview)];
        "a new revision":
            revised, decided(only_a), Event::Review
            => undecided(Revised, a(), b()), [Purge(b()), Gate(NONE), Announce(ByReview)];
        "nothing to review":
            out.clone(), first, Event::Review => first, [];
        "nothing to review under Global Privacy Control":
            out.clone(), signalled(), Event::Review => signalled(), [];
    });
}

#[test]
fn the_answer_is_taken_back() {
    let (out, into) = (opt_out(), opt_in());
    let first = undecided(First, ab(), NONE);
    check(rows! {
        "reset after accept, opt-out":
            out.clone(), decided(record(&out, ab())), Event::Reset
            => first, [Remove, Gate(NONE), Announce(ByReset)];
        "reset after accept, opt-in":
            into.clone(), decided(record(&into, ab())), Event::Reset
            => undecided(First, NONE, NONE), [Remove, Purge(ab()), Gate(ab()), Announce(ByReset)];
        "reset after opt-out: what was refused stays refused":
            out.clone(), decided(record(&out, a())), Event::Reset
            => undecided(First, a(), b()), [Remove, Purge(b()), Gate(NONE), Announce(ByReset)];
        "reset under Global Privacy Control":
            out.clone(), gpc(decided(record(&out, ab()))), Event::Reset
            => signalled(), [Remove, Purge(ab()), Gate(ab()), Announce(ByReset)];
        "reset of nothing":
            out.clone(), first, Event::Reset => first, [];
        "reset of what could not be read: still off, and left where it is":
            out.clone(), undecided(Unreadable, NONE, NONE), Event::Reset
            => undecided(First, NONE, ab()), [];
    });
}

#[test]
fn another_tab_writes() {
    let (out, into) = (opt_out(), opt_in());
    let all = record(&out, ab());
    let none = record(&out, NONE);
    let first = undecided(First, ab(), NONE);
    let read = |record: Record| Event::Reread(Found::Answer(record));
    check(rows! {
        "it accepts":
            out.clone(), first, read(all)
            => decided(all), [Gate(NONE), Announce(ByTab)];
        "it accepts what was refused here":
            out.clone(), decided(none), read(all)
            => decided(all), [Gate(NONE), Announce(ByTab)];
        "it refuses what was accepted here":
            out.clone(), decided(all), read(none)
            => decided(none), [Purge(ab()), Gate(ab()), Announce(ByTab)];
        "it refuses while the confirmation of the opposite is here":
            out.clone(), confirming(decided(all)), read(none)
            => decided(none), [Purge(ab()), Gate(ab()), Announce(ByTab)];
        "the echo of what was written here":
            out.clone(), confirming(decided(all)), read(all) => confirming(decided(all)), [];
        "it renews the answer":
            out.clone(), decided(all), read(anew(&out, ab(), Settings))
            => decided(anew(&out, ab(), Settings)), [];
        "it clears, opt-out: asked again, what was refused stays refused":
            out.clone(), decided(record(&out, a())), Event::Reread(Found::Nothing)
            => undecided(First, a(), b()), [Purge(b()), Gate(NONE), Announce(ByTab)];
        "it clears, opt-in":
            into.clone(), decided(record(&into, ab())), Event::Reread(Found::Nothing)
            => undecided(First, NONE, NONE), [Purge(ab()), Gate(ab()), Announce(ByTab)];
        "it clears under Global Privacy Control":
            out.clone(), gpc(decided(all)), Event::Reread(Found::Nothing)
            => signalled(), [Purge(ab()), Gate(ab()), Announce(ByTab)];
        "it clears what is not here":
            out.clone(), first, Event::Reread(Found::Nothing) => first, [];
        "it writes nonsense":
            out.clone(), decided(all), Event::Reread(Found::Unreadable)
            => undecided(Unreadable, NONE, NONE), [Purge(ab()), Gate(ab()), Announce(ByTab)];
        "nothing is stored of what could not be":
            out.clone(), volatile(decided(none)), Event::Reread(Found::Nothing)
            => volatile(decided(none)), [];
        "what was made unreadable here is so":
            out.clone(), volatile(decided(none)), Event::Reread(Found::Unreadable)
            => volatile(decided(none)), [];
        "another tab could store":
            out.clone(), volatile(decided(none)), read(all)
            => decided(all), [Gate(NONE), Announce(ByTab)];
        "it accepts under Global Privacy Control":
            out.clone(), signalled(), read(all)
            => gpc(decided(all)), [Gate(NONE), Announce(ByTab)];
    });
}

#[test]
fn storage_does_what_it_does() {
    let out = opt_out();
    let all = record(&out, ab());
    let none = record(&out, NONE);
    check(rows! {
        "written":
            out.clone(), volatile(decided(all)), Event::Stored { is_volatile: false } => decided(all), [];
        "an accept could not be written: what is stored allows no more":
            out.clone(), decided(all), Event::Stored { is_volatile: true } => volatile(decided(all)), [];
        "a refusal could not be written: what is stored may allow it":
            out.clone(), decided(none), Event::Stored { is_volatile: true } => volatile(decided(none)), [Invalidate];
    });
}

fn found(terms: &ConsentTerms, text: &str) -> Found {
    Found::read(text, terms, NOW)
}

fn written(terms: &ConsentTerms, record: &Record) -> String {
    serde_json::to_string(&record.written(terms, None)).expect("a record is JSON")
}

#[test]
fn a_record_is_written_as_the_operators_guide_shows_it() {
    let out = opt_out();
    assert_eq!(
        written(&out, &fresh(&out, a(), Settings)),
        r#"{"version":1,"revision":3,"model":"opt-out","purposes":{"a":true,"b":false},"via":"settings","given":1700000000000,"changed":1700000000000,"expires":1715552000000}"#
    );
}

#[test]
fn a_record_is_read_as_it_was_written() {
    for terms in [opt_out(), opt_in()] {
        for allowed in [NONE, a(), b(), ab()] {
            for via in [Notice, Settings, Script] {
                let record = Record { via, ..record(&terms, allowed) };
                assert_eq!(found(&terms, &written(&terms, &record)), Found::Answer(record));
            }
        }
        let part = about(&terms, b(), NONE);
        assert!(written(&terms, &part).contains(r#""purposes":{"b":false}"#));
        assert_eq!(found(&terms, &written(&terms, &part)), Found::Answer(part));
    }
}

/// What is written by an answer of now, of both purposes, in the place of a text with purposes of others.
fn beside(terms: &ConsentTerms, before: &Record, others: &str) -> serde_json::Value {
    let text =
        written(terms, before).replace(r#""purposes":{"#, &format!(r#""purposes":{{{others},"#));
    let record = fresh(terms, ab(), Script);
    serde_json::to_value(record.written(terms, Some(&text))).expect("a record is JSON")
}

#[test]
fn purposes_of_others_stay_in_the_record_as_they_were() {
    let (out, into) = (opt_out(), opt_in());
    let of = |terms: &ConsentTerms| record(terms, NONE);
    let ended = Record { expires: NOW, ..of(&out) };
    let earlier = Record { revision: 2, ..of(&out) };
    let assumed = Record { model: ConsentModel::OptOut, ..of(&into) };
    for (name, terms, before, kept) in [
        ("an answer that holds", &out, of(&out), r#"{"a":true,"b":true,"no":false,"yes":true}"#),
        ("under prior consent", &into, of(&into), r#"{"a":true,"b":true,"no":false,"yes":true}"#),
        (
            "prior consent, opt-out now",
            &out,
            of(&into),
            r#"{"a":true,"b":true,"no":false,"yes":true}"#,
        ),
        ("it has ended: not allowed anew", &out, ended, r#"{"a":true,"b":true,"no":false}"#),
        ("another revision: not allowed anew", &out, earlier, r#"{"a":true,"b":true,"no":false}"#),
        ("only assumed, prior consent now", &into, assumed, r#"{"a":true,"b":true,"no":false}"#),
    ] {
        let written = beside(terms, &before, r#""no":false,"yes":true"#);
        let kept: serde_json::Value = serde_json::from_str(kept).expect("JSON");
        assert_eq!(written["purposes"], kept, "{name}");
        let is_allowed = kept["yes"] == true;
        let end = if is_allowed { before.expires } else { NOW + LIFETIME };
        assert_eq!(written["expires"], end, "{name}: what was allowed ends when it would have");
    }
    let written = beside(&out, &of(&out), r#""no":false"#);
    assert_eq!(written["expires"], NOW + LIFETIME, "a refusal does not shorten the answer");
    let nobodys = format!(r#""":false,"A b":false,"{}":false"#, "x".repeat(65));
    let written = beside(&out, &of(&out), &nobodys);
    assert_eq!(written["purposes"], serde_json::json!({ "a": true, "b": true }));
}

#[test]
fn what_is_left_of_an_answer_that_is_taken_back_is_that_of_others() {
    let out = opt_out();
    let text = written(&out, &record(&out, a()));
    assert!(StoredRecord::of_others(&text, &out).is_none());
    let text = text.replace(r#""b":false"#, r#""c":false,"d":true"#);
    let others = StoredRecord::of_others(&text, &out).expect("there are some");
    let others = serde_json::to_string(&others).expect("a record is JSON");
    assert_eq!(others, text.replace(r#""a":true,"#, ""));
    for text in ["", "null", "{}", "[]"] {
        assert!(StoredRecord::of_others(text, &out).is_none());
    }
}

/// The record of the tests with one key of another value; without it, if that is empty.
fn altered(key: &str, value: &str) -> String {
    let terms = opt_out();
    let text = written(&terms, &record(&terms, a()));
    let mut json: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&text).expect("JSON");
    json.remove(key);
    if !value.is_empty() {
        json.insert(key.to_owned(), serde_json::from_str(value).expect("JSON"));
    }
    serde_json::to_string(&json).expect("JSON")
}

#[test]
fn what_is_not_ours_to_read_counts_as_no_answer() {
    let huge = format!("[{}1]", "1,".repeat(500_000));
    let deep = "[".repeat(100_000);
    for text in ["", " ", "{", "null", "[]", "{}", "\"false\"", "false", "1", "NaN", &huge, &deep] {
        let start = text.chars().take(20).collect::<String>();
        assert_eq!(found(&opt_out(), text), Found::Unreadable, "{start}");
    }
    for (key, value) in [
        ("version", ""),
        ("version", "0"),
        ("version", "2"),
        ("version", "1e300"),
        ("version", "\"1\""),
        ("revision", ""),
        ("revision", "-1"),
        ("revision", "1.5"),
        ("revision", "4294967296"),
        ("model", ""),
        ("model", "\"both\""),
        ("purposes", ""),
        ("purposes", "null"),
        ("purposes", "[true, true]"),
        ("purposes", r#"{"a": "false", "b": true}"#),
        ("purposes", r#"{"a": 1, "b": true}"#),
        ("purposes", r#"{"a": null, "b": true}"#),
        ("purposes", r#"{"a": true, "b": true, "c": "yes"}"#),
        ("via", ""),
        ("via", "\"person\""),
        ("given", ""),
        ("given", "\"2023-11-14\""),
        ("changed", ""),
        ("changed", "-5"),
        ("changed", "1"),
        ("changed", "1700086400001"),
        ("expires", ""),
        ("expires", "null"),
    ] {
        let text = altered(key, value);
        assert_eq!(found(&opt_out(), &text), Found::Unreadable, "{key}: {value}");
    }
}

#[test]
fn what_is_only_unusual_is_read() {
    let terms = opt_out();
    let expected = record(&terms, a());
    let same = |text: &str| assert_eq!(found(&terms, text), Found::Answer(expected), "{text}");
    same(&altered("purposes", r#"{"a": true, "b": false, "gone": true}"#));
    same(&altered("note", "\"an unknown key\""));
    let Found::Answer(cut) = found(&terms, &altered("expires", "9007199254740991")) else {
        panic!("a longer expiry is cut, not refused");
    };
    assert_eq!(cut.expires, expected.changed + LIFETIME);
    let Found::Answer(ahead) = found(&terms, &altered("changed", "1700086400000")) else {
        panic!("a clock may be a day behind");
    };
    assert!(ahead.expires <= NOW + LIFETIME);
    let Found::Answer(partial) = found(&terms, &altered("purposes", r#"{"b": false}"#)) else {
        panic!("a missing purpose asks again");
    };
    assert_eq!((partial.answered, partial.allowed), (b(), NONE));
    let twice = written(&terms, &expected).replace(r#""a":true"#, r#""a":true,"a":false"#);
    let Found::Answer(twice) = found(&terms, &twice) else {
        panic!("a key that stands there twice is read");
    };
    assert_eq!(twice.allowed, NONE, "what is refused once is refused");
}

#[test]
fn types_of_scripts_are_those_of_browsers() {
    use ScriptType::{Classic, Module, Rules, Unknown};
    for (value, kind, data_kind) in [
        ("", Classic, Some(Classic)),
        (" \t\n", Classic, Some(Classic)),
        ("text/javascript", Classic, Some(Classic)),
        ("TEXT/JAVASCRIPT", Classic, Some(Classic)),
        ("\ntext/x-ecmascript ", Classic, Some(Classic)),
        ("application/javascript", Classic, Some(Classic)),
        ("text/javascript1.3", Classic, Some(Classic)),
        ("text/livescript", Classic, Some(Classic)),
        ("Module", Module, Some(Module)),
        ("importmap", Rules, Some(Rules)),
        ("speculationRules", Rules, Some(Rules)),
        ("text/javascript;charset=utf-8", Unknown, Some(Unknown)),
        ("text/javascript1.6", Unknown, Some(Unknown)),
        ("application/javascript1.5", Unknown, Some(Unknown)),
        ("application/livescript", Unknown, Some(Unknown)),
        ("text/x-jscript", Unknown, Some(Unknown)),
        ("application/json", Unknown, Some(Unknown)),
        ("text/plain", Unknown, Some(Unknown)),
        ("text/", Unknown, Some(Unknown)),
        ("banner", Unknown, None),
        ("javascript", Unknown, None),
    ] {
        assert_eq!(ScriptType::of(value), kind, "type={value:?}");
        assert_eq!(ScriptType::of_data(value), data_kind, "data-type={value:?}");
    }
}

#[test]
fn several_purposes_stand_with_spaces_between_them() {
    let terms = opt_out();
    for (ids, purposes) in [
        ("a", a()),
        (" a\tb\n", ab()),
        ("b a b", ab()),
        ("a gone", NONE),
        ("a,b", NONE),
        ("", NONE),
        (" ", NONE),
    ] {
        assert_eq!(terms.sets_of(ids), purposes, "{ids:?}");
    }
}

#[test]
fn what_was_pressed_before_the_start_is_read_or_left() {
    let read = |text| Press::read(text).map(|press| (press.answer, press.is_hidden));
    assert_eq!(read("0,1700000000000"), Some((Event::Choose(ALL, Notice), false)));
    assert_eq!(read("1,1700000000000"), Some((Event::Choose(NONE, Notice), false)));
    assert_eq!(read("1,1700000000000,hidden"), Some((Event::Choose(NONE, Notice), true)));
    for text in ["", "1", "2,1700000000000", "1,", "1,soon", "1,-1", "null", "{}", ",", "01,1"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn what_was_pressed_gives_way_to_a_later_answer_only() {
    let press = Press::read(&format!("1,{NOW}")).unwrap();
    let answered = |changed| Some(Found::Answer(Record { changed, ..record(&opt_out(), ab()) }));
    assert!(press.is_outdated(answered(NOW + 1)));
    for found in [answered(NOW - 1), Some(Found::Nothing), Some(Found::Unreadable), None] {
        assert!(!press.is_outdated(found), "{found:?}");
    }
}

#[test]
fn an_answer_lasts_as_long_as_the_operator_says() {
    let terms = ConsentTerms { lifetime: 90, refusal_lifetime: 30, ..opt_out() };
    let first = undecided(First, ab(), NONE);
    for (event, days) in [
        (Event::Choose(ALL, Notice), 90),
        (Event::Choose(a(), Settings), 90),
        (Event::Allow(b()), 90),
        (Event::Choose(NONE, Settings), 30),
        (Event::Choose(NONE, Notice), 30),
    ] {
        let (after, _) = step(&terms, first, event, NOW);
        assert_eq!(
            after.record().map(|record| record.expires),
            Some(NOW + days * DAY),
            "{event:?}"
        );
    }
    // What was kept before the operator said so is cut as well.
    let kept = |allowed| Record { expires: NOW + 170 * DAY, ..record(&terms, allowed) };
    for (allowed, days) in [(ab(), 80), (a(), 80), (NONE, 20)] {
        let Found::Answer(read) = found(&terms, &written(&terms, &kept(allowed))) else {
            panic!("it is an answer");
        };
        assert_eq!(read.expires, NOW + days * DAY);
    }
}

#[test]
fn an_answer_has_an_id_only_where_it_was_given_one() {
    let terms = opt_out();
    let record = record(&terms, a());
    let text = |id: Option<String>| {
        serde_json::to_string(&record.written(&terms, None).with_id(id)).expect("a record is JSON")
    };
    assert!(!text(None).contains("id"));
    let with_id = text(Some("f1".to_owned()));
    assert_eq!(found(&terms, &with_id), Found::Answer(record));
    assert_eq!(StoredRecord::id_of(&with_id, &record).as_deref(), Some("f1"));
    let another = Record { changed: NOW, ..record };
    assert_eq!(StoredRecord::id_of(&with_id, &another), None, "of another answer");
    let others = with_id.replace(r#""a":true"#, r#""c":true"#);
    let others = StoredRecord::of_others(&others, &terms).expect("there are some");
    assert!(!serde_json::to_string(&others).expect("a record is JSON").contains("f1"));
}
