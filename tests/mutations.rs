//! Documents that went wrong in ways that nobody thought of: the parser never
//! panics, its places lie inside the text, and the schema says what it says.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use jsonschema::Validator;
use partner_profile::check::{self, Context, Severity};
use partner_profile::document::{
    MAX_BYTES, MOST_LEVELS, MOST_PROBLEMS, MOST_VALUES, Node, Problems,
};
use partner_profile::profile::{PartialDate, parse};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// What the schema cannot say, by what the parser expects instead.
const BEYOND_THE_SCHEMA: [&str; 7] = [
    "parts that add up to",
    "in this place",
    "at least one section",
    "an id of its own",
    "either `date`, or `since` and `until`",
    "an end that is not before its start",
    // Months have different lengths.
    "a date as",
];

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

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let (_, text) = &check::schemas()[0];
    jsonschema::validator_for(&serde_json::from_str(text).unwrap()).unwrap()
});

fn assert_places_are_inside(source: &str, problems: &Problems) {
    assert!(!problems.is_empty() && problems.0.len() <= MOST_PROBLEMS);
    for problem in &problems.0 {
        let span = problem.span;
        assert!(source.get(span.offset..span.offset + span.length).is_some(), "{problem}");
        let before = &source[..span.offset];
        assert_eq!(span.line, before.matches('\n').count() + 1, "{problem}");
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        assert_eq!(span.column, before[start..].chars().count() + 1, "{problem}");
        assert!(!problem.path.is_empty() && !problem.found.is_empty(), "{problem:?}");
    }
}

fn assert_schema_and_parser_agree(value: &Value) {
    let source = value.to_string();
    let in_schema = SCHEMA.is_valid(value);
    match parse(&source) {
        Ok(_) => {
            let error = SCHEMA.validate(value).err().map(|error| error.to_string());
            assert!(in_schema, "the schema refuses what the parser reads: {error:?}\n{source}");
        }
        Err(problems) => {
            assert_places_are_inside(&source, &problems);
            let beyond = |expected: &str| BEYOND_THE_SCHEMA.iter().any(|s| expected.contains(s));
            let within = problems.0.iter().any(|problem| !beyond(&problem.expected));
            assert!(
                !within || !in_schema,
                "the schema accepts what the parser refuses: {problems}"
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
    fn no_edit_of_the_text_makes_the_parser_panic_or_point_outside(
        which in 0..EXAMPLES.len(),
        edits in prop::collection::vec(edit(), 1..6),
    ) {
        let source = edited(&EXAMPLES[which], &edits);
        if let Err(problems) = parse(&source) {
            assert_places_are_inside(&source, &problems);
        }
    }

    #[test]
    fn no_change_of_the_values_makes_schema_and_parser_disagree(
        which in 0..EXAMPLES.len(),
        changes in prop::collection::vec((any::<Index>(), change()), 1..4),
    ) {
        let document = serde_json::from_str(&EXAMPLES[which]).unwrap();
        assert_schema_and_parser_agree(&changed(document, &changes));
    }

    #[test]
    fn no_change_of_the_values_keeps_the_checker_from_showing_what_the_parser_refuses(
        which in 0..EXAMPLES.len(),
        changes in prop::collection::vec((any::<Index>(), change()), 1..4),
        has_lines in any::<bool>(),
    ) {
        let document = changed(serde_json::from_str(&EXAMPLES[which]).unwrap(), &changes);
        // Without either it may be taken for a site's.
        prop_assume!(["sections", "partner"].iter().any(|key| document.get(key).is_some()));
        let source = if has_lines { format!("{document:#}") } else { document.to_string() };
        let context = Context { today: PartialDate::new("2020"), ..Context::default() };
        let findings = check::check(&source, &context);
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
        if let Err(Problems(problems)) = parse(&source) {
            // Beside these there may be what the parser cannot look at where something is broken.
            prop_assert!(errors.count() >= problems.len());
        } else {
            prop_assert_eq!(errors.count(), 0);
        }
        for finding in findings.into_iter().take(3) {
            let place = format!("a.json:{}:{}", finding.problem.span.line, finding.problem.span.column);
            let shown = format!("{:?}", finding.report("a.json", &source));
            prop_assert!(shown.contains(&place), "{} in\n{}", place, shown);
        }
    }

    #[test]
    fn no_text_at_all_makes_the_parser_panic(source in ".{0,200}") {
        if let Err(problems) = parse(&source) {
            assert_places_are_inside(&source, &problems);
        }
    }
}

#[test]
fn schema_and_parser_agree_on_every_example() {
    for text in EXAMPLES.iter() {
        assert_schema_and_parser_agree(&serde_json::from_str(text).unwrap());
    }
}

#[test]
fn schema_and_parser_agree_on_every_broken_document_that_is_json() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/invalid");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if let Ok(value) = serde_json::from_str(&fs::read_to_string(&path).unwrap()) {
            assert_schema_and_parser_agree(&value);
        }
    }
}

#[test]
fn a_document_of_the_largest_size_is_read_and_a_larger_one_is_not() {
    let with_spaces = |size: usize| format!("[]{}", " ".repeat(size - 2));
    assert!(Node::read(&with_spaces(MAX_BYTES)).is_ok());
    let problems = Node::read(&with_spaces(MAX_BYTES + 1)).unwrap_err();
    assert_eq!(
        problems.to_string(),
        "document (line 1, column 1): found 1000001 bytes, expected at most 1000000 bytes"
    );
}

#[test]
fn a_document_of_more_values_than_a_page_can_show_at_once_is_refused() {
    let problems = parse(&format!("[{}1]", "1,".repeat(MOST_VALUES - 1))).unwrap_err();
    assert_eq!(
        problems.to_string(),
        "document (line 1, column 1): found 10001 values, expected at most 10000 values"
    );
}

#[test]
fn lists_may_be_nested_to_the_deepest_level_and_no_deeper() {
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    assert!(Node::read(&nested(MOST_LEVELS)).is_ok());
    assert!(Node::read(&nested(MOST_LEVELS + 1)).is_err());
}

#[test]
fn of_a_document_that_is_wrong_everywhere_only_so_many_problems_are_told() {
    let ones = "1,".repeat(9_000);
    let keys = "\"a\":1,".repeat(9_000);
    for source in [
        format!("{{\"sections\":[{}1]}}", ones),
        format!("{{{keys}\"title\":2}}"),
        format!("{{\"sections\":[{}{{}}]}}", "{\"kind\":\"notes\",\"id\":\"a\"},".repeat(3_000)),
    ] {
        assert_eq!(parse(&source).unwrap_err().0.len(), MOST_PROBLEMS);
    }
}
