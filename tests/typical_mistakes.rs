//! What editors meet: typical mistakes, plausible figures that are wrong, and files that stray into a site.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use partner_profile::check::{
    Bounds, Context, Severity, SiteInventory, check_profile, check_site, check_site_folder,
};
use partner_profile::model::PartialDate;
use tempfile::TempDir;

const MANIFEST: &str = env!("CARGO_MANIFEST_DIR");

fn example(language: &str, section: &str) -> String {
    format!(
        r#"{{
  "version": 1, "language": "{language}", "slug": "examplia",
  "partner": {{ "name": "Examplia", "kind": "country" }},
  "title": "Examplia", "lead": "An example.",
  "origin": {{ "publisher": "Ministry of Examples", "title": "Partner page" }},
  "sections": [{section}]
}}"#
    )
}

fn prose(paragraph: &str) -> String {
    let quoted = serde_json::Value::from(paragraph);
    example(
        "en",
        &format!(r#"{{ "kind": "prose", "id": "a", "title": "A", "points": [{quoted}] }}"#),
    )
}

/// What is said about a document: found and expected.
fn said(document: &str, severity: Severity) -> Vec<(String, String)> {
    let inventory = SiteInventory {
        bounds: BTreeMap::from([(
            "iraq".to_owned(),
            Bounds { west: 36.6, east: 51.4, north: 37.844, south: 28.556 },
        )]),
        ..SiteInventory::default()
    };
    let context = Context {
        today: PartialDate::new("2020-06-15"),
        inventory: Some(&inventory),
        ..Context::default()
    };
    let diagnostics = check_profile(document, &context).diagnostics.into_iter();
    diagnostics
        .map(|it| {
            assert_eq!(it.severity, severity, "{it}");
            (it.found, it.expected)
        })
        .collect()
}

fn warnings(document: &str) -> Vec<String> {
    said(document, Severity::Warning).into_iter().map(|(found, _)| found).collect()
}

/// The only error of a document.
fn error(document: &str) -> (String, String) {
    let [one] = &said(document, Severity::Error)[..] else { panic!("one error in {document}") };
    one.clone()
}

fn warning_of(text: &str, found: &str) {
    assert_eq!(warnings(&prose(text)), [found], "{text}");
}

fn strength(value: &str) -> String {
    let current = format!(r#"{{ "kind": "current", "value": {value}, "label": "soldiers" }}"#);
    example(
        "en",
        &format!(r#"{{ "kind": "strength", "id": "a", "title": "A", "current": {current} }}"#),
    )
}

#[test]
fn a_count_with_a_fraction_an_exponent_or_marks_is_refused_and_says_how_to_write_it() {
    assert_eq!(said(&strength("16000"), Severity::Error), []);
    for value in ["16.000", "16.0", "1.6e4", "16.5", "\"16,000\"", "\"16 000\"", "\"16000\""] {
        let (found, expected) = error(&strength(value));
        assert_eq!(found, value);
        assert!(
            expected.ends_with("without quotation marks, point or comma, such as 16000"),
            "{expected}"
        );
    }
    for value in
        ["16,000", "16 000", "16\u{a0}000", "16\u{202f}000", "16'000", "16_000", "16,000,000"]
    {
        let (found, expected) = error(&strength(value));
        assert_eq!(found, format!("`{value}`"));
        let digits: String = value.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(expected, format!("{digits}: write numbers with digits only"));
    }
}

#[test]
fn a_sum_that_is_wrong_is_told_beside_another_problem_of_the_same_parts() {
    let part = |count: &str, label: &str| format!(r#"{{ "count": {count}, "label": "{label}" }}"#);
    let document = |parts: [String; 2]| {
        let current = r#"{ "kind": "current", "value": 30, "label": "soldiers" }"#;
        let parts = parts.join(", ");
        let section = format!(
            r#"{{ "kind": "strength", "id": "a", "title": "A", "current": {current}, "parts": [{parts}] }}"#
        );
        said(&example("en", &section), Severity::Error)
    };
    let found = document([part("2", ""), part("3", "at sea")]);
    let found: Vec<_> = found.iter().map(|(found, _)| &**found).collect();
    assert_eq!(found, ["parts that add up to 5", "an empty text"]);
    // Where a number is not known there is no sum.
    assert_eq!(document([part("\"2\"", "A"), part("3", "at sea")]).len(), 1);
    assert_eq!(document([part("27", ""), part("3", "at sea")]).len(), 1);
}

fn place(latitude: &str, longitude: &str) -> String {
    let place = format!(
        r#"{{ "name": "Here", "latitude": {latitude}, "longitude": {longitude}, "precision": "city" }}"#
    );
    example(
        "en",
        &format!(
            r#"{{ "kind": "places", "id": "a", "title": "A", "map": "iraq", "places": [{place}] }}"#
        ),
    )
}

#[test]
fn what_begins_as_a_number_and_is_none_says_how_a_number_is_written() {
    for value in
        ["16k", "16 thousand", "16-20", "016000", "+5", "~16000", "1 6000", "١٦٠٠٠", "16.000.000"]
    {
        let (found, expected) = error(&strength(value));
        assert_eq!(found, format!("`{value}`"));
        assert!(expected.starts_with("a number such as 16000"), "{expected}");
    }
    assert_eq!(error(&strength("16000,")).0, "a comma too many");
    assert_eq!(
        error(&place("\"33.3\"", "44.4")).1,
        "degrees from -90 to 90 without quotation marks, such as 33.78"
    );
}

#[test]
fn degrees_with_a_comma_say_that_a_point_is_meant() {
    assert_eq!(
        error(&place("33,78", "44.4")),
        ("`33,78`".to_owned(), "33.78: a point, no comma".to_owned())
    );
}

#[test]
fn a_place_beside_its_map_is_warned_of_and_exchanged_degrees_are_recognised() {
    assert_eq!(said(&place("33.3", "44.4"), Severity::Warning), []);
    let [(found, expected)] = &said(&place("44.4", "33.3"), Severity::Warning)[..] else {
        panic!("one warning")
    };
    assert_eq!(found, "latitude 44.4 and longitude 33.3, not on the map \"iraq\"");
    assert_eq!(expected, "latitude 33.3 and longitude 44.4: the two seem to be exchanged");
    let [(_, expected)] = &said(&place("54.7", "25.3"), Severity::Warning)[..] else {
        panic!("one warning")
    };
    assert!(expected.starts_with("a latitude from 28.556 to 37.844"), "{expected}");
}

#[test]
fn a_link_that_leads_nowhere_is_warned_of() {
    let link = |url: &str| {
        let link = format!(r#"{{ "network": "Website", "name": "A", "url": "{url}" }}"#);
        warnings(&example(
            "en",
            &format!(r#"{{ "kind": "channels", "id": "a", "title": "A", "channels": [{link}] }}"#),
        ))
    };
    for url in [
        "https://https://x.org",
        "https://http://x.org",
        "https://..",
        "https://example,org",
        "https://example.org:99999/",
        "https://example.org:0",
        "https://example.org:80a",
        "https://exam\u{200b}ple.org",
        "https://example.org/\u{ad}a",
        "https://example",
        "https://.example.org",
        "https://-example.org",
        "https://1.2.3",
        "mailto:a@example",
        "mailto:a@example,org",
        // The third letter is Cyrillic.
        "https://ex\u{430}mple.org",
        "https://example.org/a/…",
    ] {
        assert_eq!(link(url).len(), 1, "{url}");
    }
    for url in [
        "https://example.org",
        "https://example.org:8080/a?b=https://c.org#d",
        "https://web.archive.org/web/2014/https://example.org/",
        "https://192.0.2.1/",
        "https://[2001:db8::1]/",
        "https://lietuvių.example/ž",
        "https://my_site.example.org.",
        "mailto:a.b+c@example.org?subject=a",
    ] {
        assert_eq!(link(url), Vec::<String>::new(), "{url}");
    }
    let site = include_str!("fixtures/site/full.json");
    let site = site.replacen("https://partners.example/", "https://partners,example/", 1);
    assert_eq!(check_site(&site).diagnostics.len(), 1);
}

#[test]
fn marks_of_html_and_markdown_in_a_text_are_warned_of() {
    warning_of("A <b>bold</b> word", "the HTML tag `<b>`");
    warning_of("One.<br/>Two.", "the HTML tag `<br/>`");
    warning_of("<a href='x'>Here</a>", "the HTML tag `<a href='x'>`");
    warning_of("Salt &amp; pepper", "`&amp;`, which is HTML");
    warning_of("It&#39;s", "`&#39;`, which is HTML");
    warning_of("One.\\nTwo.", "`\\n` in the text");
    warning_of("He said \\\"yes\\\".", "`\\\"` in the text");
    for text in [
        "A **bold** word",
        "__So__",
        "# Heading",
        "- a point",
        "See [here](https://x.org)",
        "`code`",
        "A *new* word",
        "A _whole new_ word.",
        "See <https://x.org>",
    ] {
        let [one] = &warnings(&prose(text))[..] else { panic!("{text}") };
        assert!(one.ends_with("of Markdown") || one.starts_with("the HTML tag"), "{one}");
    }
    for text in [
        "5 < 6 and 7 > 6",
        "AT&T; Q&A",
        "R & D; then",
        "2*3*4",
        "a_b_c",
        "[sic] (2014)",
        "– a dash",
        "-5 °C",
        "#1 of 3",
        "Germany* and France*",
        "5 *3 and 4* 2",
    ] {
        assert_eq!(warnings(&prose(text)), Vec::<String>::new(), "{text}");
    }
}

fn channels(names: &[(&str, &str)]) -> String {
    let channels: Vec<_> = names
        .iter()
        .map(|(network, name)| serde_json::json!({ "network": network, "name": name }).to_string())
        .collect();
    let channels = channels.join(",");
    example(
        "en",
        &format!(r#"{{ "kind": "channels", "id": "a", "title": "A", "channels": [{channels}] }}"#),
    )
}

#[test]
fn invisible_characters_in_names_are_warned_of_and_in_ids_refused_by_their_names() {
    let name = |name: &str| warnings(&channels(&[("Website", name)]));
    assert_eq!(name("You\u{200b}Tube"), ["an invisible character in it (U+200B)"]);
    assert_eq!(name("You\u{ad}Tube"), ["an invisible character in it (U+00AD)"]);
    assert_eq!(name("YouTube\u{a0}"), ["a space at the end"]);
    assert_eq!(name(" YouTube"), ["a space at the beginning"]);
    // In running text a soft hyphen is good for something.
    assert_eq!(warnings(&prose("Ver\u{ad}teidigung")), Vec::<String>::new());
    let id = example("en", "{ \"kind\": \"prose\", \"id\": \"a\u{200b}\", \"title\": \"A\" }");
    assert_eq!(error_only(&id), "an invisible character in it (U+200B)");
}

/// The first error where there may be warnings.
fn error_only(document: &str) -> String {
    let diagnostics = check_profile(document, &Context::default()).diagnostics;
    let error = diagnostics.into_iter().find(|it| it.severity == Severity::Error);
    error.map(|it| it.found).unwrap_or_default()
}

#[test]
fn two_names_that_look_the_same_and_are_not_are_warned_of() {
    assert_eq!(
        warnings(&channels(&[("Zoé", "A"), ("Zoe\u{301}", "B"), ("Zoé", "C")])),
        ["\"Zoe\u{301}\", which looks like \"Zoé\" elsewhere and has other characters"]
    );
    assert_eq!(warnings(&channels(&[("X\u{a0}Y", "A"), ("X Y", "B")])).len(), 1);
    assert_eq!(warnings(&channels(&[("Zoé", "A"), ("Zoe", "B")])), Vec::<String>::new());
}

#[test]
fn a_foreign_script_that_is_not_set_apart_is_warned_of() {
    warning_of("Say привет", "Cyrillic letters");
    // The second letter is Cyrillic.
    warning_of("Lаtvia", "Cyrillic letters");
    warning_of("The word αβγ", "Greek letters");
    warning_of("In العراق", "Arabic letters");
    for text in ["Lietuvių žodžiai", "The \u{2068}привет\u{2069} of Kyiv", "5 µm, 3 Ω, π", "№ 5"]
    {
        assert_eq!(warnings(&prose(text)), Vec::<String>::new(), "{text}");
    }
    let arabic = prose("قوات NATO في العراق").replace("\"en\"", "\"ar\"");
    assert_eq!(warnings(&arabic), Vec::<String>::new());
}

#[test]
fn a_mandate_until_a_coming_year_is_no_mistake() {
    let until = |when: &str| {
        let entry = format!(r#"{{ "label": "Mandate", "when": {{ {when}, "words": "Then" }} }}"#);
        warnings(&example(
            "en",
            &format!(
                r#"{{ "kind": "membership", "id": "a", "title": "A", "entries": [{entry}] }}"#
            ),
        ))
    };
    assert_eq!(until(r#""since": "2014", "until": "2027""#), Vec::<String>::new());
    assert_eq!(until(r#""since": "2027""#).len(), 1);
}

#[test]
fn text_that_is_not_json_says_what_to_do() {
    let document = prose("One.");
    let of = |from: &str, to: &str| {
        assert!(document.contains(from), "{from}");
        error(&document.replacen(from, to, 1))
    };
    let (found, expected) = of("An example.", "An \"easy\" example.");
    assert_eq!(found, "a quotation mark inside a text, which ends the text here");
    assert!(
        expected.starts_with("the first and last mark of the text as they are, and between them"),
        "{expected}"
    );
    let (found, _) = of("An example.", "\"Easy\" is an example.");
    assert_eq!(found, "a quotation mark inside a text, which ends the text here");

    let (found, _) = of("An example.", "Easy\", is an example.");
    assert_eq!(found, "a quotation mark inside a text, which ends the text here");

    let (found, expected) = of("\"country\" },", "\"country\",");
    assert_eq!(found, "a `{` without its `}`");
    assert_eq!(expected, "its `}` behind what is in it, before line 7");
    let (_, expected) = error(document.trim_end().trim_end_matches('}'));
    assert_eq!(expected, "its `}` behind what is in it, at the end of the document");

    let conflict = "\n<<<<<<< HEAD\n  \"lead\": \"A.\",\n=======\n  \"lead\": \"B.\",\n>>>>>>> other\n  \"origin\"";
    let (found, expected) = of("\"origin\"", conflict);
    assert_eq!(found, "`<<<<<<<`, the mark of a merge conflict");
    assert!(expected.starts_with("one of the two versions"), "{expected}");

    for hidden in ["\u{a0}", "\u{200b}", "\u{feff}", "\u{2028}"] {
        let (found, _) = of("\"lead\"", &format!("{hidden}\"lead\""));
        assert_eq!(
            found,
            format!("an invisible character (U+{:04X})", u32::from(hidden.chars().next().unwrap()))
        );
    }
}

#[test]
fn other_marks_and_missing_commas_say_what_to_type() {
    let document = prose("One.");
    let of = |from: &str, to: &str| error(&document.replacen(from, to, 1));
    for mark in ["“", "„", "'", "«"] {
        let (found, expected) = of("\"lead\"", &format!("{mark}lead{mark}"));
        assert_eq!(found, format!("the mark {mark} around a key or text"));
        assert_eq!(expected, "straight quotation marks: \"");
        assert_eq!(of("\"An example.\"", &format!("{mark}An example.{mark}")).0, found);
    }
    assert_eq!(of("\"lead\"", "// The lead\n\"lead\"").0, "a comment");
    assert_eq!(of("\"lead\":", "\"lead:").1, "a quotation mark behind the key: \"lead\":");
    assert_eq!(of("\"lead\":", "\"lead\" =").1, "a colon: :");
    assert_eq!(of("\"An example.\",", "\"An example.\";").1, "a comma: ,");
    assert_eq!(of("\"An example.\",", "\"An example.\",,").0, "a comma too many");
    assert_eq!(of("\"sections\": [", "\"sections\": {").1, "a `[`: what follows is a list");
    assert_eq!(of("\"sections\": [", "\"sections\": ").0, "a `]` without its `[`");
    for (from, to) in [
        ("\"An example.\",", "\"An example.\""),
        ("\"slug\": \"examplia\",", "\"slug\": \"examplia\""),
        ("\"kind\": \"country\" },", "\"kind\": \"country\" }"),
    ] {
        let (found, expected) = of(from, to);
        assert_eq!(found, "no comma between two entries", "{to}");
        assert_eq!(expected, "a comma here, before the next entry");
    }
    assert_eq!(of("\"version\": 1", "\"version\" 1").1, "a colon between the key and its value");
}

#[test]
fn a_name_that_is_nearly_right_is_suggested() {
    let site = include_str!("fixtures/site/full.json");
    assert!(site.contains("\"until-refused\""));
    let broken = site.replacen("\"until-refused\"", "\"until refused\"", 1);
    let diagnostics = check_site(&broken).diagnostics;
    let [one] = &diagnostics[..] else { panic!("{diagnostics:?}") };
    assert_eq!(one.suggestion.as_deref(), Some("until-refused"));

    let folder = site_folder();
    let file = folder.path().join("public/profiles/lithuania.json");
    let text = fs::read_to_string(&file).unwrap();
    let text = text.replace("\"iraq\"", "\"irak\"");
    fs::write(&file, text.replace("\"flag\": \"lithuania\"", "\"flag\": \"lithuana\"")).unwrap();
    let output = run(&folder, &["public", "--format", "json"]);
    let found: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let suggestions: Vec<_> = found.iter().map(|it| it["suggestion"].as_str().unwrap()).collect();
    assert!(suggestions.contains(&"iraq") && suggestions.contains(&"lithuania"), "{found:?}");
}

#[test]
fn a_date_without_quotation_marks_says_so() {
    let quote = r#"{ "kind": "quote", "id": "a", "title": "A", "speaker": "B", "paragraphs": ["C."],
        "when": { "date": 2014-12-03, "words": "Then" } }"#;
    for date in ["2014-12-03", "2014-12"] {
        let document = example("en", &quote.replace("2014-12-03", date));
        let expected = format!("\"{date}\", in quotation marks");
        assert_eq!(error(&document), (format!("`{date}`"), expected));
    }
}

#[test]
fn a_brace_that_is_missing_in_the_middle_is_told_by_the_line_of_its_beginning() {
    let lines = "{\n  \"partner\": {\n    \"name\": \"A\"\n  },\n  \"sections\": [\n    {\n      \"kind\": \"notes\"\n  ]\n}";
    let (found, expected) = error(lines);
    assert_eq!(found, "a `{` without its `}`");
    assert_eq!(expected, "its `}` behind what is in it, before line 8");
    let lines = "{\n  \"partner\": {\n    \"name\": \"A\",\n  \"title\": \"A\"\n}";
    let (found, expected) = error(lines);
    assert_eq!(found, "a `{` without its `}`");
    assert_eq!(expected, "its `}` behind what is in it, before line 5");
}

#[test]
fn a_value_says_which_of_its_rules_it_breaks() {
    let (found, expected) = error(&prose(&"Word. ".repeat(385)));
    assert_eq!(found, "a text of 2310 characters");
    assert!(expected.starts_with("at most 2000 characters"), "{expected}");
    assert_eq!(error(&prose(&"w".repeat(201))).0, "a word of 201 characters");
    assert_eq!(error(&prose("One.\nTwo.")).0, "a line break in the text");

    let when = |date: &str| {
        let quote = format!(
            r#"{{ "kind": "quote", "id": "a", "title": "A", "paragraphs": ["Yes."], "speaker": "B", "when": {{ "date": {date}, "words": "Then" }} }}"#
        );
        error(&example("en", &quote))
    };
    let (found, expected) = when("\"2015-02-29\"");
    assert_eq!(found, "\"2015-02-29\", a day that does not exist");
    assert_eq!(
        expected,
        "a day of the source: 2015-02 has 28 days, and the month may be wrong too"
    );
    assert!(when("\"2015-04-31\"").1.contains("2015-04 has 30 days"));
    assert!(when("\"2015-13-01\"").1.starts_with("a month from 01 to 12"));
    assert!(when("2015").1.ends_with("in quotation marks"));

    let (found, expected) = error(&prose(""));
    assert_eq!(found, "an empty text");
    assert!(expected.contains("if there is none, delete"), "{expected}");
    for (key, value) in
        [("note", "\"\""), ("url", "\"\""), ("date", "{ \"date\": \"\", \"words\": \"Then\" }")]
    {
        let document = prose("One.").replacen(
            "\"title\": \"Partner page\"",
            &format!("\"title\": \"Partner page\", \"{key}\": {value}"),
            1,
        );
        let (found, expected) = error(&document);
        assert_eq!(found, "an empty text");
        assert!(
            expected.ends_with(&format!("delete `\"{key}\": \"\"` and its comma")),
            "{expected}"
        );
    }
}

/// A folder with a whole site in it.
fn site_folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for name in ["profiles", "maps", "flags"] {
        fs::create_dir_all(folder.path().join("public").join(name)).unwrap();
    }
    for file in [
        "site.json",
        "favicon.svg",
        "maps/iraq.json",
        "profiles/lithuania.json",
        "flags/lithuania.svg",
    ] {
        let from = format!("{MANIFEST}/public/{file}");
        fs::copy(from, folder.path().join("public").join(file)).unwrap();
    }
    folder
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_profiles"));
    program.arg("check").args(arguments).current_dir(folder).output().unwrap()
}

/// The problems of a run: files and what was found there.
fn problems(output: &Output) -> Vec<(String, String)> {
    let found: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    found
        .iter()
        .filter(|it| it["severity"] == "error")
        .map(|it| (text(&it["file"]), text(&it["found"])))
        .collect()
}

#[test]
fn a_stray_file_is_told_once_and_everything_else_is_still_checked() {
    let folder = site_folder();
    let profiles = folder.path().join("public/profiles");
    fs::write(profiles.join("broken.json"), "{}").unwrap();
    let strays = ["notes.txt", "desktop.ini", "latvia.json.txt", "examplia.JSON"];
    for name in strays {
        fs::write(profiles.join(name), "x").unwrap();
    }
    fs::create_dir(profiles.join("drafts")).unwrap();
    fs::write(profiles.join("latvia.json~"), "left by an editor").unwrap();
    for all in ["public", "public/profiles"] {
        let output = run(&folder, &[all, "--format", "json"]);
        assert_eq!(output.status.code(), Some(1));
        let found = problems(&output);
        for name in strays.into_iter().chain(["drafts"]) {
            let count = found.iter().filter(|(file, _)| file.ends_with(name)).count();
            assert_eq!(count, 1, "{name} in {found:?}");
        }
        assert!(found.iter().any(|(file, _)| file.ends_with("broken.json")), "{found:?}");
        assert!(!found.iter().any(|(file, _)| file.ends_with('~')), "{found:?}");
        let shown = run(&folder, &[all]);
        assert!(String::from_utf8_lossy(&shown.stdout).contains("notes.txt"), "{shown:?}");
    }
    let one = run(&folder, &["public/profiles/examplia.JSON", "--format", "json"]);
    assert_eq!(problems(&one).len(), 1);
}

#[test]
fn strays_among_maps_and_flags_are_told_and_none_is_counted_as_a_document() {
    let folder = site_folder();
    let public = folder.path().join("public");
    let counted = |folder: &TempDir| {
        let output = run(folder, &["public"]);
        String::from_utf8_lossy(&output.stdout).lines().last().unwrap_or_default().to_owned()
    };
    assert_eq!(counted(&folder), "3 documents, 0 problems, 0 warnings");
    let strays = ["maps/notes.txt", "flags/lithuania.png", "maps/iraq.JSON", "flags/old"];
    strays[..3].iter().for_each(|name| fs::write(public.join(name), "x").unwrap());
    fs::create_dir(public.join(strays[3])).unwrap();
    for left in
        ["flags/lithuania.svg~", "maps/#iraq.json#", "flags/.DS_Store", "maps/iraq.json.bak"]
    {
        fs::write(public.join(left), "x").unwrap();
    }
    let found = problems(&run(&folder, &["public", "--format", "json"]));
    let files: Vec<_> =
        found.iter().map(|(file, _)| file.strip_prefix("public/").unwrap()).collect();
    assert_eq!(files, ["flags/lithuania.png", "flags/old", "maps/iraq.JSON", "maps/notes.txt"]);
    assert_eq!(counted(&folder), "3 documents, 4 problems, 0 warnings");
    let shown = run(&folder, &["public"]);
    let shown = String::from_utf8_lossy(&shown.stdout);
    assert!(shown.contains("expected only drawings, such"), "what to do: {shown}");
}

#[test]
fn a_folder_that_cannot_be_read_hides_nothing_else() {
    for name in ["maps", "flags", "profiles"] {
        let folder = site_folder();
        let public = folder.path().join("public");
        fs::write(public.join("site.json"), "{}").unwrap();
        // As it is told to everybody: a closed folder is open to who may read everything.
        fs::remove_dir_all(public.join(name)).unwrap();
        fs::write(public.join(name), "no folder").unwrap();
        let found = problems(&run(&folder, &["public", "--format", "json"]));
        let count = |path: &str| found.iter().filter(|(file, _)| file == path).count();
        assert!(count("public/site.json") > 0, "{found:?}");
        assert_eq!(count(&format!("public/{name}")), 1, "{found:?}");
        // What is in it is not known, so no profile is wrong by it.
        assert_eq!(count("public/profiles/lithuania.json"), 0, "{found:?}");
    }
}

#[test]
fn a_picture_under_the_name_of_a_drawing_and_a_broken_map_are_refused_by_check_and_build() {
    for (file, content) in [
        ("flags/lithuania.svg", &b"\x89PNG\r\n\x1a\n\0\0"[..]),
        ("flags/lithuania.svg", b"<p>not a drawing</p>"),
        ("maps/iraq.json", b"{ \"name\": \"iraq\" }"),
        ("maps/iraq.json", b"\xff"),
    ] {
        let folder = site_folder();
        assert_eq!(problems(&run(&folder, &["public", "--format", "json"])), []);
        fs::write(folder.path().join("public").join(file), content).unwrap();
        let found = problems(&run(&folder, &["public", "--format", "json"]));
        assert!(
            !found.is_empty() && found.iter().all(|(name, _)| name.ends_with(file)),
            "{found:?}"
        );
        let site = check_site_folder(folder.path(), Severity::Error).unwrap();
        let is_refused =
            !site.strays.is_empty() || site.maps.values().any(|map| map.checked.document.is_none());
        assert!(is_refused, "{file}");
    }
}

#[cfg(unix)]
#[test]
fn a_linked_document_is_a_profile_and_a_link_to_nowhere_is_told() {
    use std::os::unix::fs::symlink;
    let folder = site_folder();
    let profiles = folder.path().join("public/profiles");
    fs::write(folder.path().join("elsewhere.json"), prose("One.")).unwrap();
    symlink("../../elsewhere.json", profiles.join("other.json")).unwrap();
    symlink("somebody@host.1234", profiles.join(".#lithuania.json")).unwrap();
    let one = problems(&run(&folder, &["public/profiles/other.json", "--format", "json"]));
    assert_eq!(one, [("public/profiles/other.json".to_owned(), "\"examplia\"".to_owned())]);
    let all = problems(&run(&folder, &["public", "--format", "json"]));
    let found: Vec<_> = all.iter().map(|(_, found)| &**found).collect();
    assert_eq!(found, ["a link that leads nowhere", "\"examplia\""]);
}

#[test]
fn a_file_name_that_cannot_be_an_address_says_which_could() {
    let folder = site_folder();
    let file = "public/profiles/New Latvia.json";
    fs::write(folder.path().join(file), prose("One.")).unwrap();
    let output = run(&folder, &[file, "--format", "json"]);
    let [(_, found)] = &problems(&output)[..] else { panic!("{output:?}") };
    assert_eq!(found, "the file name New Latvia.json, which cannot be a web address");
    assert!(String::from_utf8_lossy(&output.stdout).contains("rename the file to examplia.json"));
}

#[test]
fn a_ci_can_take_warnings_for_errors_and_have_annotations() {
    let folder = site_folder();
    fs::write(folder.path().join("a.json"), prose("A <b>bold</b> word, 100%")).unwrap();
    assert_eq!(run(&folder, &["a.json"]).status.code(), Some(0));
    let output = run(&folder, &["a.json", "--deny-warnings", "--format", "github"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    let line = said.lines().next().unwrap_or_default();
    assert!(line.starts_with("::error file=a.json,line=6,col="), "{line}");
    let message = "sections[0].points[0]: found the HTML tag `<b>`, expected plain text: it is shown as it stands";
    assert!(line.ends_with(&format!(",title=partner-profile::{message}")), "{line}");
}

#[test]
fn a_document_can_come_from_standard_input() {
    let folder = site_folder();
    let check = |text: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_profiles"))
            .args(["check", "-", "--format", "json"])
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // Of what is too long it reads the beginning only.
        let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
        child.wait_with_output().unwrap()
    };
    assert_eq!(check(&prose("One.")).status.code(), Some(0));
    let output = check("{ \"version\": 2 }");
    assert_eq!(output.status.code(), Some(1));
    assert!(problems(&output).iter().all(|(file, _)| file == "-"));
    let output = check(&format!("\"{}\"", "é".repeat(600_000)));
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("more than 1000000 bytes"));
}
