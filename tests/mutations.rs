//! Documents that went wrong in ways that nobody thought of: the checker never panics, its places lie
//! inside the text, and it refuses what a page cannot read.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use annotate_snippets::Renderer;
use jsonschema::Validator;
use partner_profile::check::{
    self, Checked, Context, Diagnostic, MAX_DIAGNOSTICS, Severity, check_profile,
};
use partner_profile::model::{MAX_BYTES, MAX_VALUES, PartialDate, Profile, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// Whether only the checker refuses something: a page trusts that it was checked.
fn is_beyond_the_page(error: &Diagnostic) -> bool {
    ["which every page has itself", "the key `"].iter().any(|found| error.found.contains(found))
}

/// The published schema of profiles.
static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let [(_, schema), _] = check::schemas();
    jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap()
});

static EXAMPLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut texts = Vec::new();
    for folder in ["tests/fixtures", "tests/fixtures/partners", "public/profiles"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "json") {
                texts.push(fs::read_to_string(path).unwrap());
            }
        }
    }
    // The very long one would take all the time and shows nothing more.
    texts.retain(|text| text.len() < 50_000);
    texts.sort();
    texts
});

fn check(source: &str) -> Checked<Profile> {
    let context = Context { today: PartialDate::new("2020"), ..Context::default() };
    check_profile(source, &context)
}

fn errors(checked: &Checked<Profile>) -> impl Iterator<Item = &Diagnostic> {
    checked.diagnostics.iter().filter(|it| it.severity == Severity::Error)
}

fn assert_places_are_inside(source: &str, diagnostics: &[Diagnostic]) {
    assert!(diagnostics.len() <= 2 * MAX_DIAGNOSTICS);
    for diagnostic in diagnostics {
        let span = diagnostic.span;
        assert!(source.get(span.offset..span.offset + span.length).is_some(), "{diagnostic}");
        let before = &source[..span.offset];
        assert_eq!(span.line, before.matches('\n').count() + 1, "{diagnostic}");
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        assert_eq!(span.column, before[start..].chars().count() + 1, "{diagnostic}");
        assert!(!diagnostic.path.is_empty() && !diagnostic.found.is_empty(), "{diagnostic:?}");
    }
}

/// Checks a text in all ways that there are.
fn assert_is_checked_well(source: &str) {
    let checked = check(source);
    assert_places_are_inside(source, &checked.diagnostics);
    assert_eq!(checked.document.is_none(), errors(&checked).next().is_some(), "{source}");
    for error in errors(&checked) {
        assert_ne!(error.found, "text that is not JSON", "serde_json takes it: {source}");
        assert_ne!(error.expected, "a document that can be read", "{error}\n{source}");
    }
    match read::<Profile>(source) {
        Ok(profile) => {
            let refused = errors(&checked).find(|error| !is_beyond_the_page(error));
            assert!(refused.is_none(), "a page reads what is refused: {refused:?}\n{source}");
            let value = serde_json::from_str(source).unwrap();
            assert!(SCHEMA.is_valid(&value), "a page reads what is not valid: {source}");
            assert!(checked.document.is_none_or(|document| document == profile));
        }
        Err(error) => {
            assert!(
                checked.document.is_none(),
                "no page reads what is accepted: {error}\n{source}"
            );
        }
    }
}

/// A change of a document's bytes.
#[derive(Clone, Debug)]
enum Edit {
    Replace(Index, u8),
    Insert(Index, String),
    Remove(Index, usize),
    Cut(Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let pieces = [
        "{", "}", "[", "]", "\"", ",", ":", "\\", "\\u00e9", "null", "1e9", "🕊", "\u{feff}", "\n",
        "\u{0}",
    ];
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Edit::Replace(at, byte)),
        (any::<Index>(), select(pieces.to_vec()))
            .prop_map(|(at, s)| Edit::Insert(at, s.to_owned())),
        (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Edit::Remove(at, length)),
        any::<Index>().prop_map(Edit::Cut),
    ]
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for edit in edits {
        let length = bytes.len() + 1;
        match edit {
            Edit::Replace(at, byte) => {
                let at = at.index(length);
                bytes.splice(at..(at + 1).min(length - 1), [*byte]);
            }
            Edit::Insert(at, text) => {
                let at = at.index(length);
                bytes.splice(at..at, text.bytes());
            }
            Edit::Remove(at, count) => {
                let at = at.index(length);
                bytes.drain(at..(at + count).min(length - 1));
            }
            Edit::Cut(at) => bytes.truncate(at.index(length)),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A change of one value in a document's tree.
#[derive(Clone, Debug)]
enum Change {
    Set(Value),
    Drop,
    Rename(String),
    Add(String, Value),
}

fn change() -> impl Strategy<Value = Change> {
    let value = select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(2),
        json!(30.5),
        json!(4_294_967_296_u64),
        json!(""),
        json!(" "),
        json!("text"),
        json!("a\nb"),
        json!("2014"),
        json!("2014-02-30"),
        json!("2013-12"),
        json!("https://example.org/"),
        json!("javascript:alert(1)"),
        json!("current"),
        json!("prose"),
        json!("notes"),
        json!("co-lead"),
        json!([]),
        json!({}),
        json!(["a"]),
        json!([1]),
    ]);
    let key = select(vec![
        "kind", "id", "title", "since", "date", "source", "url", "$comment", "$schema", "Title",
    ]);
    prop_oneof![
        3 => value.clone().prop_map(Change::Set),
        1 => Just(Change::Drop),
        1 => key.clone().prop_map(|key| Change::Rename(key.to_owned())),
        1 => (key, value).prop_map(|(key, value)| Change::Add(key.to_owned(), value)),
    ]
}

/// The addresses of all values in a tree.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            pointers(value, &format!("{at}/{key}"), all);
        }),
        Value::Array(list) => list.iter().enumerate().for_each(|(index, value)| {
            pointers(value, &format!("{at}/{index}"), all);
        }),
        _ => {}
    }
}

fn changed(mut document: Value, changes: &[(Index, Change)]) -> Value {
    for (at, change) in changes {
        let mut all = Vec::new();
        pointers(&document, "", &mut all);
        let pointer = &all[at.index(all.len())];
        let (parent, key) = pointer.rsplit_once('/').unwrap_or(("", ""));
        match change {
            Change::Set(value) => *document.pointer_mut(pointer).unwrap() = value.clone(),
            Change::Add(key, value) => {
                if let Some(Value::Object(map)) = document.pointer_mut(pointer) {
                    map.insert(key.clone(), value.clone());
                }
            }
            Change::Drop | Change::Rename(_) => match document.pointer_mut(parent) {
                Some(Value::Object(map)) => {
                    if let (Some(value), Change::Rename(other)) = (map.remove(key), change) {
                        map.insert(other.clone(), value);
                    }
                }
                Some(Value::Array(list)) => {
                    // The pointer of the whole document has no last step.
                    if let Ok(index) = key.parse::<usize>() {
                        list.remove(index);
                    }
                }
                _ => {}
            },
        }
    }
    document
}

fn cases() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let cases = ProptestConfig::with_cases(cases.unwrap_or(1_000));
    ProptestConfig { failure_persistence: None, ..cases }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_edit_of_the_text_makes_the_checker_panic_or_point_outside(
        which in 0..EXAMPLES.len(),
        edits in prop::collection::vec(edit(), 1..6),
    ) {
        assert_is_checked_well(&edited(&EXAMPLES[which], &edits));
    }

    #[test]
    fn no_change_of_the_values_makes_checker_and_page_disagree(
        which in 0..EXAMPLES.len(),
        changes in prop::collection::vec((any::<Index>(), change()), 1..4),
        has_lines in any::<bool>(),
    ) {
        let document = changed(serde_json::from_str(&EXAMPLES[which]).unwrap(), &changes);
        let source = if has_lines { format!("{document:#}") } else { document.to_string() };
        assert_is_checked_well(&source);
        for diagnostic in check(&source).diagnostics.into_iter().take(3) {
            let place = format!("a.json:{}:{}", diagnostic.span.line, diagnostic.span.column);
            let shown = diagnostic.report("a.json", &source, &Renderer::plain());
            prop_assert!(shown.contains(&place), "{} in\n{}", place, shown);
        }
    }

    #[test]
    fn no_text_at_all_makes_the_checker_panic(source in ".{0,200}") {
        assert_is_checked_well(&source);
    }
}

#[test]
fn every_example_is_checked_well() {
    EXAMPLES.iter().for_each(|text| assert_is_checked_well(text));
}

#[test]
fn every_broken_document_is_checked_well() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/invalid");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            assert_is_checked_well(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn a_number_is_taken_as_serde_takes_it() {
    let strength = include_str!("fixtures/strength-full.json");
    let value = strength.lines().find(|line| line.contains("\"value\"")).unwrap();
    let (before, after) = value.split_once("\"value\": ").unwrap();
    let after = after.trim_start_matches(|c: char| c.is_ascii_digit());
    for number in ["16.0", "16.000", "1e1", "-0", "0.0", "1E+2", "99999999999999999999", "1.5"] {
        let broken = strength.replace(value, &format!("{before}\"value\": {number}{after}"));
        assert_is_checked_well(&broken);
        let checked = check(&broken);
        let error = errors(&checked).next().unwrap();
        assert_eq!(error.found, number);
        assert!(error.expected.starts_with("a whole number"), "{error}");
    }
}

fn first_problem(source: &str) -> String {
    check(source).diagnostics[0].to_string()
}

#[test]
fn a_document_of_the_largest_size_is_read_and_a_larger_one_is_not() {
    let with_spaces = |size: usize| format!("[]{}", " ".repeat(size - 2));
    assert!(first_problem(&with_spaces(MAX_BYTES)).contains("expected an object"));
    assert_eq!(
        first_problem(&with_spaces(MAX_BYTES + 1)),
        "document (line 1, column 1): found 1000001 bytes, expected at most 1000000 bytes"
    );
}

#[test]
fn a_document_of_more_values_than_a_page_can_show_at_once_is_refused() {
    assert_eq!(
        first_problem(&format!("[{}1]", "1,".repeat(MAX_VALUES - 1))),
        "document (line 1, column 1): found 10001 values, expected at most 10000 values"
    );
}

#[test]
fn lists_may_be_nested_to_the_deepest_level_and_no_deeper() {
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    assert!(first_problem(&nested(127)).contains("expected an object"));
    assert!(first_problem(&nested(128)).contains("at most 127 levels"));
}

#[test]
fn of_a_document_that_is_wrong_everywhere_only_so_many_problems_are_told() {
    let ones = "1,".repeat(9_000);
    let keys = (0..9_000).map(|index| format!("\"a{index}\":1,")).collect::<String>();
    let near = (0..9_000).map(|index| format!("\"titl{index}\":1,")).collect::<String>();
    for source in [
        format!("{{\"sections\":[{ones}1]}}"),
        format!("{{{}\"title\":2}}", "\"a\":1,".repeat(9_000)),
        format!("{{{keys}\"title\":2}}"),
        format!("{{{near}\"lead\":2}}"),
        format!("{{\"sections\":[{}{{}}]}}", "{\"kind\":\"notes\",\"id\":\"a\"},".repeat(3_000)),
        format!("{{\"sections\":[{}{{}}]}}", "{\"kind\":\"porse\",\"id\":\"a\"},".repeat(3_000)),
    ] {
        assert_eq!(check(&source).diagnostics.len(), MAX_DIAGNOSTICS, "{}", &source[..40]);
    }
}

/// Run by `make fuzz`, alone: documents of all sorts, wrong everywhere, at two sizes.
/// Makes a broken document of so many parts.
type Broken = fn(usize, &dyn Fn(usize) -> String) -> String;

#[test]
#[ignore = "measures time"]
fn time_grows_with_size_only() {
    let words = |size: usize| "w ".repeat(size / 2);
    let kinds: [Broken; 4] = [
        |size, _| format!("{{\"sections\":[{}1]}}", "1,".repeat(size / 50)),
        |size, words| format!("{{\"title\":\"{}\"}}", words(size)),
        |size, _| format!("{{\"{}\":1}}", "k".repeat(size)),
        |size, _| {
            let section = "{\"kind\":\"prose\",\"id\":\"a\",\"title\":\"A\",\"points\":[\"\"]},";
            format!("{{\"sections\":[{}{{}}]}}", section.repeat(size / 500))
        },
    ];
    for kind in kinds {
        let time = |size| {
            let source = kind(size, &words);
            let start = std::time::Instant::now();
            check(&source);
            start.elapsed().as_secs_f64()
        };
        time(10_000);
        let (small, large) = (time(50_000), time(400_000));
        assert!(large < 30.0 * small.max(0.005), "{small} s, then {large} s");
    }
}
