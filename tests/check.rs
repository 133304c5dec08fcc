//! The checker: warnings, the schemas it writes, the starting document, and the command line.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Output};
use std::sync::LazyLock;

use partner_profile::check::{
    self, Bounds, Context, Diagnostic, Severity, SiteInventory, check_profile, check_site,
    check_site_folder,
};
use partner_profile::model::{Language, PartialDate, Profile, read};
use tempfile::TempDir;

const MANIFEST: &str = env!("CARGO_MANIFEST_DIR");

fn example(sections: &str) -> String {
    format!(
        r#"{{
  "version": 1, "language": "en", "slug": "examplia",
  "partner": {{ "name": "Examplia", "kind": "country", "flag": "examplia" }},
  "title": "Examplia", "lead": "An example.",
  "origin": {{ "publisher": "Ministry of Examples", "title": "Partner page", "date": {{ "date": "2020", "words": "2020" }} }},
  "sections": [{sections}]
}}"#
    )
}

const IRAQ: Bounds = Bounds { west: 36.6, east: 51.4, north: 37.844, south: 28.556 };

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

static INVENTORY: LazyLock<SiteInventory> = LazyLock::new(|| SiteInventory {
    flags: Some(set(&["examplia"])),
    maps: Some(set(&["iraq"])),
    bounds: BTreeMap::from([("iraq".to_owned(), IRAQ)]),
    taken: set(&["maps"]),
    profiles: Vec::new(),
});

fn context() -> Context<'static> {
    Context {
        name: Some("examplia".to_owned()),
        others: Vec::new(),
        original: None,
        today: PartialDate::new("2020-06-15"),
        inventory: Some(&INVENTORY),
        least: Severity::Warning,
    }
}

fn diagnostics(document: &str, context: &Context) -> Vec<Diagnostic> {
    let checked = check_profile(document, context);
    let is_error = |it: &Diagnostic| it.severity == Severity::Error;
    assert_eq!(checked.document.is_none(), checked.diagnostics.iter().any(is_error));
    checked.diagnostics
}

/// The diagnostics of a document, each with how much it matters, its path and what was found.
fn findings(document: &str, context: &Context) -> Vec<(Severity, String, String)> {
    let diagnostics = diagnostics(document, context).into_iter();
    diagnostics.map(|it| (it.severity, it.path, it.found)).collect()
}

#[test]
fn a_document_among_the_profiles_is_one_whatever_is_in_it() {
    let folder = folder();
    let document = "{ \"id\": \"a\" }";
    fs::write(folder.path().join("public/profiles/a.json"), document).unwrap();
    fs::write(folder.path().join("a.json"), document).unwrap();
    let says_so = |file: &str| {
        let said = run(&folder, &[file, "--format", "json"]).stdout;
        String::from_utf8(said).unwrap().contains("missing required key `partner`")
    };
    assert!(says_so("public/profiles/a.json"));
    assert!(!says_so("a.json"), "elsewhere it is a site's");
}

/// The warnings of a document with these sections, without their places in the text.
fn warnings(sections: &str) -> Vec<String> {
    diagnostics(&example(sections), &context())
        .into_iter()
        .map(|it| {
            assert_eq!(it.severity, Severity::Warning, "{it}");
            format!("{}: {}, not {}", it.path, it.found, it.expected)
        })
        .collect()
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    program(folder, &[&["check"], arguments].concat())
}

fn program(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_profiles"));
    program.args(arguments).current_dir(folder).output().unwrap()
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("public/profiles")).unwrap();
    let icon = "public/favicon.svg";
    fs::copy(format!("{MANIFEST}/{icon}"), folder.path().join(icon)).unwrap();
    folder
}

#[test]
fn a_site_document_without_its_settings_is_still_looked_at_as_one() {
    let site = include_str!("fixtures/site/full.json").replace("\"consent\"", "\"consnet\"");
    let folder = folder();
    fs::write(folder.path().join("settings.json"), site).unwrap();
    let said = run(&folder, &["settings.json", "--format", "json"]).stdout;
    let found: Vec<serde_json::Value> = serde_json::from_slice(&said).unwrap();
    let suggested: Vec<_> = found.iter().filter_map(|it| it["suggestion"].as_str()).collect();
    assert_eq!(suggested, ["consent"]);
    assert_eq!(found.len(), 2, "the unknown key and the missing one");
}

#[test]
fn where_problems_are_left_out_it_is_said() {
    let folder = folder();
    let many = example(&format!(
        "{{\"kind\":\"prose\",\"id\":\"a\",\"title\":\"A\",\"paragraphs\":[{}1]}}",
        "1,".repeat(200)
    ));
    fs::write(folder.path().join("many.json"), many).unwrap();
    let output = run(&folder, &["many.json"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("many.json: no more than 100 errors are shown"), "{said}");
    let output = run(&folder, &["many.json", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 101);
    assert_eq!(found[100]["found"], "100 errors or more");
}

#[test]
fn text_that_forces_its_direction_is_warned_of() {
    let paragraph = |text: &str| {
        warnings(&format!(
            r#"{{ "kind": "prose", "id": "about", "title": "About", "paragraphs": ["One.", "{text}"] }}"#
        ))
    };
    assert_eq!(
        paragraph("The \u{202e}retsinim."),
        [
            "sections[0].paragraphs[1]: an invisible character in it (U+202E), not text without characters that force its direction"
        ]
    );
    // Isolates, and marks beside punctuation, are what bidirectional text needs now and then.
    assert_eq!(paragraph("\u{2068}NATO\u{2069} \u{200f}(2014)"), Vec::<String>::new());
}

#[test]
fn a_section_with_nothing_to_read_is_warned_of() {
    assert_eq!(
        warnings(r#"{ "kind": "prose", "id": "about", "title": "About" }"#),
        ["sections[0].id: a section with nothing to read, not paragraphs, or entries of its kind"]
    );
}

#[test]
fn a_date_in_the_future_is_warned_of_as_precisely_as_it_is_known() {
    let event = |date: &str| {
        format!(
            r#"{{ "kind": "timeline", "id": "dates", "title": "Dates",
            "events": [{{ "when": {{ "date": "{date}", "words": "Then" }}, "title": "Event" }}] }}"#
        )
    };
    for date in ["2020", "2020-06", "2020-06-15", "2019-12-31"] {
        assert_eq!(warnings(&event(date)), Vec::<String>::new(), "{date}");
    }
    for date in ["2021", "2020-07", "2020-06-16"] {
        let expected = format!(
            "sections[0].events[0].when.date: \"{date}\", which is in the future, not a date up to today, 2020-06-15"
        );
        assert_eq!(warnings(&event(date)), [expected]);
    }
}

#[test]
fn a_strength_above_its_ceiling_is_warned_of() {
    assert_eq!(
        warnings(
            r#"{ "kind": "strength", "id": "strength", "title": "Strength",
            "current": { "kind": "current", "value": 51, "label": "soldiers" },
            "ceiling": { "kind": "ceiling", "value": 50, "label": "personnel" } }"#
        ),
        ["sections[0].current.value: 51, above the ceiling, not at most 50"]
    );
}

#[test]
fn events_out_of_order_are_warned_of_and_undated_ones_stand_anywhere() {
    let event =
        |when: &str| format!(r#"{{ "when": {{ {when} "words": "Then" }}, "title": "Event" }}"#);
    let events = [
        event(r#""date": "2015-09","#),
        event(""),
        event(r#""since": "2015","#),
        event(r#""date": "2014-12-03","#),
    ];
    let section = format!(
        r#"{{ "kind": "timeline", "id": "dates", "title": "Dates", "events": [{}] }}"#,
        events.join(",")
    );
    assert_eq!(
        warnings(&section),
        [
            "sections[0].events[3].when: \"2014-12-03\" after \"2015\", not events in the order of time"
        ]
    );
}

const PLACES: &str = r#"{ "kind": "places", "id": "places", "title": "Places", "map": "syria",
    "places": [{ "name": "Here", "latitude": 1, "longitude": 2, "precision": "city" }] }"#;

#[test]
fn what_the_build_would_refuse_is_a_problem_in_the_folder_of_the_site_and_elsewhere_a_warning() {
    let inventory = SiteInventory { flags: Some(BTreeSet::new()), ..INVENTORY.clone() };
    let inventory = Some(&inventory);
    let there = Context { name: Some("other.lt".to_owned()), inventory, ..context() };
    let found = |severity, path: &str, found: &str| (severity, path.to_owned(), found.to_owned());
    assert_eq!(
        findings(&example(PLACES), &there),
        [
            found(Severity::Error, "language", "\"en\""),
            found(Severity::Error, "slug", "\"examplia\""),
            found(Severity::Error, "partner.flag", "\"examplia\""),
            found(Severity::Error, "sections[0].map", "\"syria\""),
        ]
    );
    let elsewhere = Context { name: None, ..there };
    assert_eq!(
        findings(&example(PLACES), &elsewhere),
        [
            found(Severity::Warning, "partner.flag", "\"examplia\""),
            found(Severity::Warning, "sections[0].map", "\"syria\""),
        ]
    );
    let unknown = Context { inventory: None, ..elsewhere };
    assert_eq!(findings(&example(PLACES), &unknown), []);
}

#[test]
fn a_name_that_the_site_needs_and_a_language_that_there_is_are_problems() {
    let quiet = r#"{ "kind": "prose", "id": "a", "title": "A", "points": ["B"] }"#;
    for slug in ["maps", "embed-islands"] {
        let document = example(quiet).replacen("\"examplia\"", &format!("\"{slug}\""), 1);
        let context = Context { name: Some(slug.to_owned()), ..context() };
        let [(Severity::Error, path, found)] = &findings(&document, &context)[..] else {
            panic!("one problem")
        };
        assert_eq!(
            (&**path, &**found),
            ("slug", &*format!("\"{slug}\", a name of the site's own"))
        );
    }
    let others = vec![
        ("examplia.lt.json".to_owned(), Language::Lithuanian),
        ("examplia.en.json".to_owned(), Language::English),
    ];
    let context = Context { others, ..context() };
    let [(Severity::Error, path, found)] = &findings(&example(quiet), &context)[..] else {
        panic!("one problem")
    };
    assert_eq!((&**path, &**found), ("language", "\"en\", as in examplia.en.json"));
}

#[test]
fn a_problem_hides_nothing_but_what_follows_from_it() {
    let sections = r#"{ "kind": "pros", "id": "a", "title": "A", "paragrafs": [1], "points": ["B"] },
        { "kind": "prose", "id": "b", "title": "B" },
        { "kind": "foobar", "id": "content", "title": "" },
        { "kind": "timeline", "id": "d", "title": "D", "evnts": [], "events": [
            { "when": { "date": "2014-13", "words": "Then" }, "title": "A" },
            { "when": { "date": "2999", "words": "Then" }, "title": "B" },
            { "when": { "date": "2013", "words": "Then" }, "title": "C" }] },
        { "kind": "places", "id": "e", "title": 5, "map": "iran",
          "places": [{ "name": "Here", "latitude": 1, "longitude": 2, "precision": "city" }] }"#;
    let document = example(sections).replacen("\"examplia\"", "\"examplja\"", 1);
    let found = findings(&document, &context());
    let paths: Vec<_> = found.iter().map(|(severity, path, _)| (*severity, &**path)).collect();
    assert_eq!(
        paths,
        [
            (Severity::Error, "slug"),
            (Severity::Error, "sections[0].kind"),
            (Severity::Error, "sections[0].paragrafs"),
            (Severity::Error, "sections[0].paragrafs[0]"),
            (Severity::Warning, "sections[1].id"),
            (Severity::Error, "sections[2].kind"),
            (Severity::Error, "sections[2].id"),
            (Severity::Error, "sections[2].title"),
            (Severity::Error, "sections[3].evnts"),
            (Severity::Error, "sections[3].events[0].when.date"),
            (Severity::Warning, "sections[3].events[1].when.date"),
            (Severity::Error, "sections[4].title"),
            (Severity::Error, "sections[4].map"),
        ]
    );
}

#[test]
fn what_is_missing_is_told_once() {
    let quiet = r#"{ "kind": "prose", "id": "a", "title": "A", "points": ["B"] }"#;
    let context = Context { name: Some("examplia.lt".to_owned()), ..context() };
    let found = findings(&format!("{{ \"version\": 1, \"sections\": [{quiet}] }}"), &context);
    assert!(found.iter().all(|(_, path, found)| path == "document" && found.contains("missing")));
}

#[test]
fn the_name_of_a_file_is_not_asked_for_a_language_that_there_is_not() {
    let quiet = r#"{ "kind": "prose", "id": "a", "title": "A", "points": ["B"] }"#;
    let context = Context { name: Some("examplia.lv".to_owned()), ..context() };
    let [one] = &diagnostics(&example(quiet), &context)[..] else { panic!("one problem") };
    assert_eq!(one.expected, "the file examplia.json or examplia.en.json");
}

#[test]
fn a_folder_stands_for_its_documents_and_the_site_document_is_known_by_its_name() {
    let folder = folder();
    fs::write(folder.path().join("public/profiles/a.json"), "{}").unwrap();
    fs::write(folder.path().join("public/site.json"), "{ \"consnet\": \"a\", \"partner\": 1 }")
        .unwrap();
    let output =
        run(&folder, &["public/profiles", "public/site.json", "missing.json", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let found: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let of = |file: &str| found.iter().filter(|it| it["file"] == file).collect::<Vec<_>>();
    assert!(!of("public/profiles/a.json").is_empty());
    assert!(of("public/site.json").iter().any(|it| it["suggestion"] == "consent"));
    assert!(of("missing.json")[0]["found"].as_str().unwrap().contains("No such file"));
}

#[test]
fn a_document_without_line_breaks_is_shown_near_what_is_wrong_and_columns_count_characters() {
    let folder = folder();
    let quiet =
        r#"{ "kind": "prose", "id": "a", "title": "Ąžuolas", "points": ["WORDS"], "pionts": [] }"#;
    let long = example(&quiet.replace("WORDS", &"Ąžuolas ".repeat(1000))).replace('\n', " ");
    fs::write(folder.path().join("long.json"), &long).unwrap();
    let output = run(&folder, &["long.json", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let column = &found[0]["column"];
    let shown = String::from_utf8(run(&folder, &["long.json"]).stdout).unwrap();
    assert!(shown.contains(&format!("long.json:1:{column}")), "{column} is not in\n{shown}");
    assert!(shown.contains("\"pionts\": []") && shown.len() < 2000, "{shown}");
}

#[test]
fn the_checker_refuses_a_second_document_in_one_language_as_the_build_does() {
    let folder = folder();
    let profiles = folder.path().join("public/profiles");
    let quiet = r#"{ "kind": "prose", "id": "a", "title": "A", "points": ["B"] }"#;
    let document = example(quiet).replace(", \"flag\": \"examplia\"", "");
    fs::write(profiles.join("examplia.json"), &document).unwrap();
    let first = run(&folder, &["public/profiles/examplia.json"]);
    assert_eq!(first.status.code(), Some(0), "{first:?}");
    fs::write(profiles.join("examplia.en.json"), &document).unwrap();
    let second = run(&folder, &["public/profiles/examplia.en.json"]);
    assert_eq!(second.status.code(), Some(1));
    let said = String::from_utf8(second.stdout).unwrap();
    assert!(said.contains("language: found \"en\", as in examplia.json"), "{said}");
}

#[test]
fn a_new_partner_gets_no_name_that_the_site_needs() {
    let folder = folder();
    for name in ["Profiles", "Assets"] {
        let output = program(&folder, &["new", name]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("is a name of the site's own"));
    }
    assert_eq!(fs::read_dir(folder.path().join("public/profiles")).unwrap().count(), 0);
    assert!(program(&folder, &["new", "Assets", "--slug", "asset-islands"]).status.success());
}

#[test]
fn a_new_partner_gets_no_name_that_is_no_address() {
    let folder = folder();
    for slug in ["{name}", "Latvia", "../latvia"] {
        let output = program(&folder, &["new", "Latvia", "--slug", slug]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("small letters"), "{output:?}");
    }
    assert_eq!(fs::read_dir(folder.path().join("public/profiles")).unwrap().count(), 0);
}

#[test]
fn a_host_without_a_scheme_is_refused() {
    let folder = folder();
    let sections = r#"{ "kind": "prose", "id": "about", "title": "About" }"#;
    fs::write(folder.path().join("examplia.json"), example(sections)).unwrap();
    for (host, code) in [("httpfoo/", 2), ("https://a.example", 2), ("https://a.example/", 0)] {
        let output = program(&folder, &["embed-code", "examplia.json", "--host", host]);
        assert_eq!(output.status.code(), Some(code), "{output:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_what_is_wrong_in_the_others() {
    let folder = folder();
    fs::write(folder.path().join("latin1.json"), b"{\n\xe4").unwrap();
    fs::write(folder.path().join("broken.json"), "{ \"version\": 2 }").unwrap();
    let output = run(&folder, &["latin1.json", "broken.json", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("latin1.json: line 2"));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(found.as_array().unwrap().iter().any(|problem| problem["path"] == "version"));
    assert_eq!((&found[0]["file"], &found[0]["path"]), (&"latin1.json".into(), &"document".into()));
}

#[test]
fn a_site_document_is_recognised_by_its_shape() {
    let site = fs::read_to_string(format!("{MANIFEST}/public/site.json")).unwrap();
    assert!(check::is_site(&site));
    assert_eq!(check_site(&site).diagnostics, []);
    let broken = site.replacen("\"version\": 1", "\"version\": 2", 1);
    assert!(check::is_site(&broken));
    let [one] = &check_site(&broken).diagnostics[..] else { panic!("one problem") };
    assert_eq!(one.path, "version");
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    for (name, text) in check::schemas() {
        let published = fs::read_to_string(format!("{MANIFEST}/public/{name}")).unwrap_or_default();
        assert!(text == published, "{name} is out of date: cargo run --bin profiles -- schema");
    }
}

#[test]
fn a_starting_document_is_valid_and_its_name_is_written_as_given() {
    for (name, slug) in [
        ("Latvia", "latvia"),
        ("Côte d’Ivoire", "cote-d-ivoire"),
        ("Lietuva & Žemaitija", "lietuva-zemaitija"),
        ("The \"New\" \\ Partner {slug}", "the-new-partner-slug"),
        ("İstanbul", "istanbul"),
        ("Việt Nam", "viet-nam"),
    ] {
        let (given, text) = check::starter(name, None).unwrap();
        assert_eq!(given, slug);
        let profile = read::<Profile>(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(&*profile.partner.name, name);
        let context = Context { name: Some(slug.to_owned()), ..context() };
        assert_eq!(diagnostics(&text, &context), []);
    }
    assert!(check::starter("لاتفيا", None).is_err());
    assert!(check::starter("لاتفيا", Some("latvia")).is_ok());
    assert!(check::starter("Lat\nvia", None).is_err());
    assert!(check::starter(" ", None).is_err());
}

#[test]
fn a_new_partner_is_written_once_and_never_over_an_older_one() {
    let folder = folder();
    let first = program(&folder, &["new", "Latvia"]);
    assert!(first.status.success(), "{first:?}");
    let path = folder.path().join("public/profiles/latvia.json");
    fs::write(&path, "mine").unwrap();
    assert_eq!(program(&folder, &["new", "Latvia"]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(path).unwrap(), "mine");
}

#[test]
fn the_exit_code_tells_problems_from_wrong_use() {
    let folder = folder();
    let sections = r#"{ "kind": "prose", "id": "about", "title": "About" }"#;
    fs::write(folder.path().join("examplia.json"), example(sections)).unwrap();
    fs::write(folder.path().join("broken.json"), "{ \"version\": 2 }").unwrap();
    fs::write(folder.path().join("latin1.json"), b"{\n\xe4").unwrap();
    for (arguments, code) in [
        (&["examplia.json"][..], 0),
        (&["examplia.json", "broken.json"], 1),
        (&["missing.json"], 2),
        (&["latin1.json"], 2),
        (&[], 2),
        (&["--nonsense"], 2),
        (&["--help"], 0),
    ] {
        let output = run(&folder, arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {output:?}");
    }
    let help = String::from_utf8(run(&folder, &["--help"]).stdout).unwrap();
    assert!(help.contains("Exit codes"), "{help}");
}

#[test]
fn findings_are_shown_with_file_line_and_column_and_written_for_machines() {
    let folder = folder();
    let wrong = example(r#"{ "knid": "prose", "id": "about", "title": "About" }"#);
    fs::write(folder.path().join("wrong.json"), wrong.replace("\"lead\"", "\"laed\"")).unwrap();
    let shown = String::from_utf8(run(&folder, &["wrong.json"]).stdout).unwrap();
    for piece in [
        "wrong.json:4:24",
        "laed: found the unknown key `laed`",
        "did you mean `lead`?",
        "3 problems",
    ] {
        assert!(shown.contains(piece), "{piece} is not in\n{shown}");
    }
    let machine = run(&folder, &["wrong.json", "--format", "json"]).stdout;
    let machine: serde_json::Value = serde_json::from_slice(&machine).unwrap();
    let laed = machine.as_array().unwrap().iter().find(|found| found["path"] == "laed").unwrap();
    assert_eq!(laed["file"], "wrong.json");
    assert_eq!(laed["severity"], "error");
    assert_eq!((laed["line"].as_u64(), laed["column"].as_u64()), (Some(4), Some(24)));
    assert_eq!(laed["suggestion"], "lead");
}

/// A folder with a whole site in it.
fn site_folder() -> TempDir {
    let folder = folder();
    fs::create_dir_all(folder.path().join("public/maps")).unwrap();
    for file in ["public/site.json", "public/maps/iraq.json", "public/profiles/lithuania.json"] {
        let text = fs::read_to_string(format!("{MANIFEST}/{file}")).unwrap();
        fs::write(folder.path().join(file), text.replace(", \"flag\": \"lithuania\"", "")).unwrap();
    }
    folder
}

/// What a whole site's check says by the build's call, and by that of the command line.
fn refused(folder: &TempDir) -> (bool, bool) {
    let site = check_site_folder(folder.path(), Severity::Error).unwrap();
    let by_build = site.site.checked.document.is_none()
        || site.maps.values().any(|map| map.checked.document.is_none())
        || site.profiles.iter().any(|profile| profile.checked.document.is_none());
    (by_build, !run(folder, &["public"]).status.success())
}

#[test]
fn what_the_build_refuses_the_command_line_refuses_and_the_other_way_round() {
    assert_eq!(refused(&site_folder()), (false, false));
    for (file, from, to) in [
        ("public/site.json", "\"revision\"", "\"revison\""),
        ("public/maps/iraq.json", "\"name\": \"iraq\"", "\"name\": \"iran\""),
        ("public/profiles/lithuania.json", "\"slug\": \"lithuania\"", "\"slug\": \"latvia\""),
        ("public/profiles/lithuania.json", "\"id\": \"deployment\"", "\"id\": \"content\""),
        ("public/profiles/lithuania.json", "\"map\": \"iraq\"", "\"map\": \"iran\""),
        ("public/profiles/lithuania.json", "\"version\": 1,", "\"version\": 1, \"version\": 1,"),
    ] {
        let folder = site_folder();
        let text = fs::read_to_string(folder.path().join(file)).unwrap();
        assert!(text.contains(from), "{from} is not in {file}");
        fs::write(folder.path().join(file), text.replacen(from, to, 1)).unwrap();
        assert_eq!(refused(&folder), (true, true), "{file}: {to}");
    }
}

#[test]
fn a_site_without_its_document_is_refused_as_the_build_does() {
    let folder = folder();
    fs::write(folder.path().join("public/profiles/examplia.json"), example("")).unwrap();
    let output = run(&folder, &["public"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("public/site.json"), "{said}");
    assert!(said.contains("found no sections"), "what is wrong elsewhere is told as well: {said}");
}

#[test]
fn a_document_of_a_site_that_is_not_utf8_hides_nothing_in_the_others() {
    let folder = folder();
    fs::copy(format!("{MANIFEST}/public/site.json"), folder.path().join("public/site.json"))
        .unwrap();
    fs::write(folder.path().join("public/profiles/latin1.json"), b"{\n\xe4").unwrap();
    fs::write(folder.path().join("public/profiles/broken.json"), "{ \"version\": 2 }").unwrap();
    let output = run(&folder, &["public", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let found: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let of = |file: &str| found.iter().find(|it| it["file"].as_str().unwrap().ends_with(file));
    assert_eq!(of("latin1.json").unwrap()["line"], 2);
    assert!(of("broken.json").is_some());
    assert!(run(&folder, &["public"]).status.code() == Some(1));
}

#[test]
fn a_misspelt_kind_hides_nothing_else_in_its_section() {
    let section = r#"{ "knid": "prose", "id": "a", "titel": "A", "bogus": 1, "points": ["B"] }"#;
    let found = findings(&example(section), &Context::default());
    let errors = found.iter().filter(|(severity, ..)| *severity == Severity::Error);
    let paths: Vec<_> = errors.map(|(_, path, _)| &**path).collect();
    for path in ["sections[0].knid", "sections[0].titel", "sections[0].bogus"] {
        assert!(paths.contains(&path), "{path}: {paths:?}");
    }
}

#[test]
fn a_drawing_that_the_build_cannot_read_is_refused() {
    let folder = folder();
    fs::copy(format!("{MANIFEST}/public/site.json"), folder.path().join("public/site.json"))
        .unwrap();
    assert_eq!(run(&folder, &["public"]).status.code(), Some(0));
    fs::create_dir(folder.path().join("public/flags")).unwrap();
    for file in ["public/favicon.svg", "public/flags/examplia.svg"] {
        fs::write(folder.path().join(file), "<svg").unwrap();
        let output = run(&folder, &["public"]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(String::from_utf8_lossy(&output.stdout).contains(file), "{output:?}");
    }
}
