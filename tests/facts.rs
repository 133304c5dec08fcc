//! Every fact of Lithuania's profile is on its page: one row a fact. A fact is
//! found where all its pieces stand together in one element of its section.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use scraper::{ElementRef, Html, Selector};

/// The fact, the part of the page where it stands, and its pieces.
const FACTS: &[(&str, &str, &[&str])] = &[
    ("D1 taking part since 2019", "#deployment", &["has taken part in the Coalition since 2019"]),
    ("D2 the strength", "#deployment", &["30 soldiers", "two", "28", "detachment"]),
    ("D2 the headquarters", "#deployment", &["headquarters", "US military base", "Baghdad"]),
    ("D2 the strength as a figure", "#deployment", &["30", "soldiers deployed"]),
    ("D2 the part at headquarters", "#deployment", &["2", "at the mission’s headquarters"]),
    ("D2 the part in the detachment", "#deployment", &["28", "force protection detachment"]),
    (
        "D3 the task",
        "#deployment",
        &["detachment", "force protection", "Danish Mobile Protection Company"],
    ),
    (
        "D4 the mandate",
        "#deployment",
        &["parliamentary mandate in force", "up to 50 civilian and military personnel"],
    ),
    ("D4 the ceiling as a figure", "#deployment", &["50", "civilian and military personnel"]),
    (
        "O1 the operation",
        "#operation-inherent-resolve",
        &["took part in Operation Inherent Resolve", "Iraq", "led by the United States"],
    ),
    (
        "O2 the instructors",
        "#operation-inherent-resolve",
        &["six military instructors", "trained local security forces"],
    ),
    (
        "O2 the instructors as a figure",
        "#operation-inherent-resolve",
        &["6", "military instructors", "constant"],
    ),
    (
        "O3 the air base",
        "#operation-inherent-resolve",
        &["Danish Contingent", "Al-Asad air base", "north-western part of Iraq"],
    ),
    (
        "O4 the end",
        "#operation-inherent-resolve",
        &[
            "all training was suspended",
            "COVID-19",
            "Denmark began preparing",
            "operational leadership",
            "NATO Mission Iraq",
            "withdrawn",
        ],
    ),
    (
        "O5 the total",
        "#operation-inherent-resolve",
        &["Overall, 50 soldiers took part in the operation"],
    ),
    (
        "O5 the total as a figure",
        "#operation-inherent-resolve",
        &["50", "soldiers", "took part in the operation overall"],
    ),
    (
        "C1 the objective",
        "#objective",
        &["total defeat of Daesh", "wider international effort", "global threat of terrorism"],
    ),
    (
        "C2 the position",
        "#objective",
        &[
            "no state can end terrorism alone",
            "knowledge, best practices, capabilities and expertise",
            "violent extremism",
        ],
    ),
    (
        "C3 the commitment",
        "#objective",
        &[
            "multinational operations",
            "international security",
            "NATO collective defence",
            "EU military cooperation",
        ],
    ),
    ("M1 the membership", "#membership", &["Member of the Coalition", "3 December 2014"]),
    ("M1 the Coalition's beginning", "#membership", &["the day on which the Coalition was formed"]),
    ("D1 beside M1", "#membership", &["Taking part in the Coalition", "2019"]),
    ("M2 the working group", "#membership", &["Communications Working Group"]),
    ("H1 the ministry of defence", "#channels", &["@Lithuanian_MoD"]),
    ("H1 the ministry of foreign affairs", "#channels", &["@LithuaniaMFA"]),
    ("H2 Facebook", "#channels", &["Facebook", "Foreign Office"]),
    ("H2 Facebook", "#channels", &["Facebook", "Ministry of National Defence"]),
    ("H3 YouTube", "#channels", &["YouTube", "National Defence"]),
    (
        "H4 no website in the source",
        "#channels",
        &["announces an official website without naming it"],
    ),
    ("H4 the websites", "#channels", &["Website", "Ministry of National Defence"]),
    ("H4 the websites", "#channels", &["Website", "Ministry of Foreign Affairs"]),
    (
        "K1 the trainers",
        "#contributions",
        &["military trainers", "Al-Asad air base in Iraq", "train Iraqi defence forces"],
    ),
    (
        "K2 the relief",
        "#contributions",
        &["vital UN, EU and regional humanitarian relief in the Middle East"],
    ),
    ("K3 the supplies", "#contributions", &["Urgent medical supplies", "Iraq", "September 2015"]),
    ("N1 two statements", "#notes", &["3 December 2014", "2019", "does not reconcile"]),
    (
        "N2 kinds of number",
        "#notes",
        &[
            "current strength (30)",
            "authorised ceiling (50)",
            "constant strength (six)",
            "total over time (50)",
        ],
    ),
    ("N3 another beginning", "#notes", &["mission page", "September 2014", "3 December 2014"]),
    ("The air base on the map", "#places", &["Al-Asad air base", "OurAirports"]),
    ("The city on the map", "#places", &["Baghdad", "Natural Earth"]),
    ("The source", "footer", &["The Global Coalition against Daesh", "names no date"]),
];

/// Addresses that the page leads to.
const LINKS: &[&str] = &[
    "https://theglobalcoalition.org/en/partner/lithuania/",
    "https://theglobalcoalition.org/en/mission/",
    "https://x.com/Lithuanian_MoD",
    "https://x.com/LithuaniaMFA",
    "https://kam.lt/en/",
    "https://www.urm.lt/en",
];

fn page() -> Html {
    common::page("public/profiles/lithuania.json")
}

/// The part of the page that a place names: a section by the id in its address, or an element.
fn part<'a>(page: &'a Html, place: &str) -> ElementRef<'a> {
    let target = page.select(&select(place)).next();
    let target = target.unwrap_or_else(|| panic!("no {place} on the page"));
    let mut around = target.ancestors().filter_map(ElementRef::wrap);
    // The id is the heading's or the section's.
    if target.value().name() == "section" || !place.starts_with('#') {
        return target;
    }
    around.find(|element| element.value().name() == "section").unwrap_or(target)
}

fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

/// The text as it is read: white space is one space.
fn text(element: ElementRef) -> String {
    let words = element.text().collect::<Vec<_>>().join(" ");
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a piece stands in a text, a number as a number of its own.
fn says(text: &str, piece: &str) -> bool {
    let piece = piece.to_lowercase();
    if piece.bytes().all(|b| b.is_ascii_digit()) {
        text.split(|c: char| !c.is_alphanumeric()).any(|word| word == piece)
    } else {
        text.contains(&piece)
    }
}

#[test]
fn every_fact_stands_on_the_page_in_its_section() {
    let page = page();
    let missing: Vec<_> = FACTS
        .iter()
        .filter(|(_, place, pieces)| {
            let inside = part(&page, place).child_elements().collect::<Vec<_>>();
            !inside.into_iter().any(|child| {
                std::iter::once(child)
                    .chain(child.select(&select("*")))
                    .any(|element| pieces.iter().all(|piece| says(&text(element), piece)))
            })
        })
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_address_is_a_link() {
    let page = page();
    for link in LINKS {
        let css = format!("a[href=\"{link}\"]");
        assert!(page.select(&select(&css)).next().is_some(), "{link}");
    }
}

#[test]
fn names_without_an_address_are_not_links() {
    let page = page();
    for link in part(&page, "#channels").select(&select("a")) {
        let name = text(link);
        assert!(!["foreign office", "national defence"].contains(&name.as_str()), "{name}");
    }
}

#[test]
fn a_figure_that_was_not_preserved_is_said_so_and_never_filled_in() {
    let page = page();
    let contributions = part(&page, "#contributions");
    let items: Vec<_> = contributions.select(&select("li")).map(text).collect();
    assert_eq!(items.len(), 3);
    for item in items {
        assert!(item.contains("not preserved"), "{item}");
        let without_date = item.replace("september 2015", "");
        assert!(!without_date.contains(|c: char| c.is_ascii_digit()), "{item}");
        assert!(!says(&item, "six"), "{item}");
    }
}

#[test]
fn the_places_of_the_remaining_ceiling_are_never_given_as_a_number() {
    let page = page();
    let all = text(page.root_element());
    assert!(!says(&all, "20"), "30 of 50 leave no figure, because the 50 count civilians too");
    assert!(!all.contains("twenty"));
}

#[test]
fn membership_and_taking_part_are_two_statements() {
    let page = page();
    for element in page.select(&select("dd, li")) {
        let text = text(element);
        assert!(
            !(text.contains("2014") && text.contains("since 2019")) || text.contains("reconcile")
        );
    }
}
