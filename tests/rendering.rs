//! Documents with texts that try to become markup: what the parser accepts is
//! rendered without a panic, and every text stays text. `make fuzz` tries more.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use leptos::prelude::*;
use partner_profile::check::{Context, check_profile};
use partner_profile::components::ProfilePage;
use partner_profile::model::{self, Language, Profile};
use partner_profile::render::{self, Parts, Shell};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::Value;

static EXAMPLES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let mut examples =
        vec![serde_json::from_str(&common::read("public/profiles/lithuania.json")).unwrap()];
    for folder in ["tests/fixtures", "tests/fixtures/partners"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut paths: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let is_document = path.extension().is_some_and(|ending| ending == "json");
            // The very long one would take all the time and shows nothing more.
            if is_document && path.metadata().unwrap().len() < 50_000 {
                examples.push(serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap());
            }
        }
    }
    examples
});

static SHELL: LazyLock<Shell> = LazyLock::new(|| Shell::new(common::read("index.html")).unwrap());

/// Stand around every text that is tried, so that it is found again whole.
const MARKS: [char; 2] = ['⟦', '⟧'];

/// The profile without the address of its schema, which no page needs.
fn read(profile: &Value) -> Profile {
    let profile: Profile = model::read(&profile.to_string()).unwrap();
    Profile { schema: None, ..profile }
}

fn page(profile: &Value) -> Html {
    let data = common::page_data(read(profile));
    let slot = serde_json::to_string(&data.profile).unwrap();
    let body = render::html(|| view! { <ProfilePage data/> });
    let parts =
        Parts { language: Language::English, head: "", before: "", body: &body, slot: &slot };
    Html::parse_document(&SHELL.page(&parts))
}

/// A text that would like to be something else.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = vec![
        "<script>alert(1)</script>",
        "</script>",
        "<!--",
        "-->",
        "]]>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)",
        "\"><b>",
        "</p></div></main></body>",
        "</title></style></textarea>",
        "<?xml",
        "&lt;b&gt;",
        "&amp",
        "&#60;",
        "\\u003c",
        "{{a}}",
        "<",
        ">",
        "&",
        "\"",
        "'",
        "`",
        "a",
        " ",
        "🕊",
        "\u{202e}",
        "\u{feff}",
        "\u{2028}",
        "\u{fdd0}",
    ];
    prop::collection::vec(
        prop_oneof![4 => select(pieces).prop_map(str::to_owned), 1 => "[^\\p{Cc}⟦⟧]{0,8}"],
        1..6,
    )
    .prop_map(|pieces| format!("{}{}{}", MARKS[0], pieces.concat(), MARKS[1]))
}

/// The addresses of all strings in a tree.
fn texts(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::String(_) => all.push(at.to_owned()),
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| texts(value, &format!("{at}/{key}"), all));
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                texts(value, &format!("{at}/{index}"), all);
            }
        }
        _ => {}
    }
}

/// Every marked text of a page, as a browser has read it.
fn marked(html: &Html) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |text: &str| {
        for rest in text.split(MARKS[0]).skip(1) {
            found.push(rest.split_once(MARKS[1]).map_or("torn apart", |(text, _)| text).to_owned());
        }
    };
    let slot = Selector::parse("script").unwrap();
    let slots: Vec<_> = html.select(&slot).map(|slot| slot.id()).collect();
    for node in html.tree.nodes() {
        match node.value() {
            Node::Text(text) if node.parent().is_none_or(|node| !slots.contains(&node.id())) => {
                look(text);
            }
            Node::Element(element) => element.attrs().for_each(|(_, value)| look(value)),
            Node::Comment(comment) => assert!(!comment.contains(MARKS), "{comment:?}"),
            _ => {}
        }
    }
    found
}

/// The elements of a page in their order, and the names of their attributes.
fn shape(html: &Html) -> Vec<String> {
    let elements = html.tree.root().descendants().filter_map(ElementRef::wrap);
    elements
        .map(|element| {
            let mut names: Vec<_> = element.value().attrs().map(|(name, _)| name).collect();
            names.sort_unstable();
            format!("{} {}", element.value().name(), names.join(" "))
        })
        .collect()
}

fn cases() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let cases = ProptestConfig::with_cases(cases.unwrap_or(100));
    ProptestConfig { failure_persistence: None, ..cases }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_text_stays_text_wherever_it_stands(
        which in 0..EXAMPLES.len(),
        changes in prop::collection::vec((any::<Index>(), hostile()), 1..12),
    ) {
        let mut profile = EXAMPLES[which].clone();
        let mut plain = profile.clone();
        let mut all = Vec::new();
        texts(&profile, "", &mut all);
        let mut tried = Vec::new();
        for (at, text) in changes {
            let pointer = &all[at.index(all.len())];
            let before = profile.pointer(pointer).unwrap().clone();
            *profile.pointer_mut(pointer).unwrap() = text.clone().into();
            if model::read::<Profile>(&profile.to_string()).is_ok() {
                tried.push(text.trim_matches(MARKS).to_owned());
                // As long as the text, so that what is drawn is drawn alike, and like another one only
                // where the texts are: equal labels share their place.
                let same = tried.iter().position(|other| other == text.trim_matches(MARKS));
                let letter = char::from(b'a' + u8::try_from(same.unwrap()).unwrap());
                let letters = text.chars().map(|_| letter).collect::<String>();
                *plain.pointer_mut(pointer).unwrap() = letters.into();
            } else {
                // A word of a fixed set, an address or an id.
                *profile.pointer_mut(pointer).unwrap() = before;
            }
        }
        let html = page(&profile);
        for text in marked(&html) {
            prop_assert!(tried.contains(&text), "{text:?} is none of {tried:?}");
        }
        prop_assert_eq!(shape(&html), shape(&page(&plain)));
        // What runs in the page reads the data that was put there.
        let found = html.select(&Selector::parse("#partner-profile-document").unwrap()).next();
        let found: Profile = serde_json::from_str(&found.unwrap().text().collect::<String>()).unwrap();
        prop_assert_eq!(found, read(&profile));
    }
}

#[test]
fn a_marked_text_is_found_on_the_page() {
    let mut profile = EXAMPLES[0].clone();
    profile["title"] = "⟦<b>&amp;\"⟧".into();
    assert!(marked(&page(&profile)).contains(&"<b>&amp;\"".to_owned()));
}

/// A profile of so many sections of every kind.
fn of_sections(count: usize) -> String {
    let kinds: Vec<&Value> =
        EXAMPLES.iter().flat_map(|profile| profile["sections"].as_array().unwrap()).collect();
    let mut profile = EXAMPLES[0].clone();
    let sections = (0..count).map(|index| {
        let mut section = kinds[index % kinds.len()].clone();
        section["id"] = format!("section-{index}").into();
        section
    });
    profile["sections"] = sections.collect();
    profile.to_string()
}

/// The time that this thread has had on a processor so far: what else the machine does is not in it.
fn time_on_processor() -> Duration {
    let figures = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(figures.split(' ').next().unwrap().parse().unwrap())
}

/// How much longer the second of two inputs takes.
fn growth(run: impl Fn(&str), short: &str, long: &str) -> f64 {
    let time = |source: &str, runs: u32| {
        let started = time_on_processor();
        (0..runs).for_each(|_| run(source));
        time_on_processor() - started
    };
    // The kernel counts in ticks of some milliseconds: so many runs that these do not matter.
    let mut runs = 1;
    while time(short, runs) < Duration::from_millis(50) {
        runs *= 2;
    }
    // In turn, so that a processor that slows down does so for both; the best of each counts.
    let times: Vec<_> = (0..5).map(|_| (time(short, runs), time(long, runs))).collect();
    let (short, long) = (times.iter().map(|t| t.0).min(), times.iter().map(|t| t.1).min());
    let (short, long) = (short.unwrap(), long.unwrap());
    println!("{short:?}, and {long:?} for four times as much");
    long.as_secs_f64() / short.as_secs_f64()
}

#[test]
#[cfg(target_os = "linux")]
#[ignore = "measures time: part of `make fuzz`"]
fn reading_and_rendering_take_time_in_proportion_to_size() {
    // Four times the size takes four times as long; quadratic time would be sixteen.
    let is_linear = |growth: f64| growth < 8.0;
    let (short, long) = (of_sections(50), of_sections(200));
    let render = |source: &str| {
        let data = common::page_data(model::read(source).unwrap());
        drop(render::html(|| view! { <ProfilePage data/> }));
    };
    assert!(is_linear(growth(render, &short, &long)));
    let broken: [fn(usize) -> String; 4] = [
        |size| format!("{{\"sections\":[{}1]}}", "1,".repeat(size)),
        |size| format!("{{{}\"title\":2}}", "\"a\":1,".repeat(size)),
        |size| {
            let section = "{\"kind\":\"notes\",\"id\":\"a\"},";
            format!("{{\"sections\":[{}{{}}]}}", section.repeat(size / 3))
        },
        |size| format!("{{\"title\":\"{}", "\\u00e9\n".repeat(size)),
    ];
    let check = |source: &str| {
        assert!(check_profile(source, &Context::default()).document.is_none());
    };
    for broken in broken {
        let (short, long) = (broken(2_000), broken(8_000));
        assert!(is_linear(growth(check, &short, &long)));
    }
}
