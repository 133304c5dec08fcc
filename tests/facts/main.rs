//! Every fact of Lithuania's profile is on its page in each language: one row a fact. A fact is found
//! where all its pieces stand together in one element of its section.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

use scraper::{ElementRef, Html, Selector};

mod arabic;
mod english;
mod lithuanian;

/// A fact, the part of the page where it stands, and its pieces.
type Fact = (&'static str, &'static str, &'static [&'static str]);

/// The documents of the profile in its languages, with their facts.
const EDITIONS: [(&str, &[Fact]); 3] = [
    ("public/profiles/lithuania.json", english::FACTS),
    ("public/profiles/lithuania.lt.json", lithuanian::FACTS),
    ("public/profiles/lithuania.ar.json", arabic::FACTS),
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
fn every_fact_stands_on_the_page_in_its_section_in_every_language() {
    for (document, facts) in EDITIONS {
        let page = common::page(document);
        let is_missing = |(_, place, pieces): &&Fact| {
            let inside = part(&page, place).child_elements().collect::<Vec<_>>();
            !inside.into_iter().any(|child| {
                std::iter::once(child)
                    .chain(child.select(&select("*")))
                    .any(|element| pieces.iter().all(|piece| says(&text(element), piece)))
            })
        };
        let missing: Vec<_> = facts.iter().filter(is_missing).collect();
        assert!(missing.is_empty(), "{document}: {missing:#?}");
    }
}

#[test]
fn the_facts_are_the_same_in_every_language() {
    let [(_, original), translations @ ..] = EDITIONS;
    for (document, facts) in translations {
        let names = |facts: &[Fact]| facts.iter().map(|(name, ..)| *name).collect::<Vec<_>>();
        assert_eq!(names(facts), names(original), "{document}");
    }
}

#[test]
fn every_address_is_a_link_in_every_language() {
    for (document, _) in EDITIONS {
        let page = common::page(document);
        for link in LINKS {
            let css = format!("a[href=\"{link}\"]");
            assert!(page.select(&select(&css)).next().is_some(), "{document}: {link}");
        }
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
    let said = ["not preserved", "skaičius neišliko", "الرقم غير محفوظ"];
    for ((document, _), said) in EDITIONS.into_iter().zip(said) {
        let page = common::page(document);
        let contributions = part(&page, "#contributions");
        let items: Vec<_> = contributions.select(&select("li")).map(text).collect();
        assert_eq!(items.len(), 3, "{document}");
        for item in items {
            assert!(item.contains(said), "{document}: {item}");
            let without_date = item.replace("2015", "");
            assert!(!without_date.contains(|c: char| c.is_ascii_digit()), "{document}: {item}");
            assert!(!["six", "šeši", "ستة"].iter().any(|six| says(&item, six)), "{item}");
        }
    }
}

#[test]
fn the_places_of_the_remaining_ceiling_are_never_given_as_a_number() {
    for (document, _) in EDITIONS {
        let page = common::page(document);
        let all = text(page.root_element());
        assert!(!says(&all, "20"), "{document}: the 50 of the ceiling count civilians too");
        for word in ["twenty", "dvidešimt", "عشرون", "عشرين"] {
            assert!(!all.contains(word), "{document}: {word}");
        }
    }
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
