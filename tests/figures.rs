//! What the figures draw, against the documents that they are drawn from.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::{document, page};
use partner_profile::model::{Content, Label, Language, Map, Places, Profile, Side, Spot};
use scraper::{ElementRef, Html, Selector};

fn lithuania() -> Html {
    page("public/profiles/lithuania.json")
}

fn all<'a>(page: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(css).unwrap();
    page.select(&selector).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The units of a path: each starts with a move of its own.
fn units(page: &Html, class: &str) -> usize {
    let paths = all(page, &format!(".pp-strength__units .{class}"));
    paths.iter().flat_map(|path| path.attr("d")).map(|d| d.matches('M').count()).sum()
}

#[test]
fn strength_fills_thirty_of_fifty_units_part_by_part() {
    let page = lithuania();
    assert_eq!(units(&page, "pp-strength__a"), 2);
    assert_eq!(units(&page, "pp-strength__b"), 28);
    let room = units(&page, "pp-strength__room");
    assert_eq!(2 + 28 + room, 50);
    let parts: Vec<_> = all(&page, ".pp-strength__parts > li").into_iter().map(text).collect();
    assert_eq!(
        parts,
        [
            "2 at the mission’s headquarters in Baghdad",
            "28 in the force protection detachment",
            "Up to the authorised ceiling (50 civilian and military personnel)",
        ]
    );
}

#[test]
fn the_remainder_up_to_the_ceiling_is_no_number_anywhere() {
    let page = lithuania();
    let words = text(page.root_element());
    let numbers = words.split(|c: char| !c.is_alphanumeric());
    assert!(numbers.clone().any(|word| word == "30"));
    assert!(!numbers.clone().any(|word| word == "20" || word.to_lowercase() == "twenty"));
}

#[test]
fn the_two_counts_that_share_a_figure_are_the_only_ones_that_do() {
    let page = lithuania();
    let kinds: Vec<_> = all(&page, ".pp-strength .pp-figures dt").into_iter().map(text).collect();
    assert_eq!(kinds, ["Current strength", "Authorised ceiling"]);
    let kinds: Vec<_> = all(&page, ".pp-prose .pp-figures dt").into_iter().map(text).collect();
    assert_eq!(kinds, ["Constant strength", "Total over time"]);
}

#[test]
fn strength_above_its_ceiling_leaves_no_empty_unit() {
    let page = page("tests/fixtures/partners/valmora.json");
    assert_eq!(units(&page, "pp-strength__a") + units(&page, "pp-strength__b"), 64);
    assert!(all(&page, ".pp-strength__room").is_empty());
    assert!(!text(page.root_element()).contains("Empty marks"));
}

#[test]
fn every_part_has_a_shape_of_its_own() {
    let page = page("tests/fixtures/strength-full.json");
    let shape = |element: &ElementRef| {
        let path = element.attr("d").unwrap().to_owned();
        path.trim_start_matches("M0 0").to_owned()
    };
    let mut shapes: Vec<_> = all(&page, ".pp-strength__parts path").iter().map(shape).collect();
    assert_eq!(shapes.len(), 4);
    shapes.sort();
    shapes.dedup();
    assert_eq!(shapes.len(), 4);
}

/// Where the marks of an event start, in thousandths of the scale, with the class that says how precise they are.
fn marks(event: ElementRef) -> Vec<(String, u32)> {
    let selector = Selector::parse(".pp-timeline__strip path").unwrap();
    event
        .select(&selector)
        .map(|path| {
            let class = path.attr("class").unwrap().trim_start_matches("pp-timeline__").to_owned();
            let digits: String =
                path.attr("d").unwrap()[1..].chars().take_while(char::is_ascii_digit).collect();
            (class, digits.parse().unwrap())
        })
        .filter(|(class, _)| class != "grid")
        .collect()
}

#[test]
fn dates_stand_in_order_in_the_list_and_on_the_scale() {
    let page = lithuania();
    let events = all(&page, "ol.pp-timeline__events > li");
    let dates: Vec<_> = events.iter().map(|event| text(*event)).collect();
    for (date, start) in
        dates.iter().zip(["3 December 2014", "September 2015", "Since 2019", "No date"])
    {
        assert!(date.starts_with(start), "{date}");
    }
    let starts: Vec<_> = events.iter().map(|event| marks(*event)).collect();
    // The scale runs from 2014 through 2021.
    assert_eq!(starts[0], [("day".to_owned(), 115)]);
    assert_eq!(starts[1], [("month".to_owned(), 208)]);
    assert_eq!(
        starts[2],
        [("span".to_owned(), 750), ("open".to_owned(), 950), ("year".to_owned(), 625)]
    );
    assert_eq!(starts[3], [("unknown".to_owned(), 0)]);
}

#[test]
fn day_month_year_open_ends_and_no_date_all_look_different() {
    let page = page("tests/fixtures/timeline-full.json");
    let looks: Vec<Vec<String>> = all(&page, "ol.pp-timeline__events > li")
        .into_iter()
        .map(|event| marks(event).into_iter().map(|(class, _)| class).collect())
        .collect();
    assert_eq!(
        looks,
        [
            vec!["year"],
            vec!["month"],
            vec!["day"],
            vec!["span", "month", "day"],
            vec!["span", "open", "year"],
            vec!["span", "open", "year"],
            vec!["unknown"],
        ]
    );
}

fn map() -> Map {
    document("public/maps/iraq.json")
}

fn places() -> Places {
    let profile: Profile = document("public/profiles/lithuania.json");
    let mut sections = profile.sections.into_iter();
    sections
        .find_map(|section| match section.content {
            Content::Places(places) => Some(places),
            _ => None,
        })
        .unwrap()
}

/// The rings of a path of relative lines, in the units of the map.
fn rings(path: &str) -> Vec<Vec<(i32, i32)>> {
    path.split('M')
        .skip(1)
        .map(|ring| {
            let ring = ring.trim_end_matches('z').replace('l', " ").replace('-', " -");
            let numbers: Vec<i32> =
                ring.split_whitespace().map(|number| number.parse().unwrap()).collect();
            let mut at = (0, 0);
            numbers
                .chunks(2)
                .map(|step| {
                    at = (at.0 + step[0], at.1 + step[1]);
                    at
                })
                .collect()
        })
        .collect()
}

/// Whether a ray from the point crosses the rings an odd number of times.
fn is_inside(rings: &[Vec<(i32, i32)>], (x, y): (i32, i32)) -> bool {
    let crossings = rings.iter().flat_map(|ring| {
        ring.iter().zip(ring.iter().cycle().skip(1)).filter(|((ax, ay), (bx, by))| {
            (ay > &y) != (by > &y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
        })
    });
    crossings.count() % 2 == 1
}

#[test]
fn the_marks_stand_inside_the_outline_of_iraq() {
    let map = map();
    let outline = rings(&map.focus);
    for place in &places().places {
        let Spot { x, y } = map.spot(place).unwrap();
        let scale = |part: i32, whole: u32| part * i32::try_from(whole).unwrap() / 1000;
        let point = (scale(x, map.width), scale(y, map.height));
        assert!(is_inside(&outline, point), "{} at {point:?}", place.name);
    }
    assert!(!is_inside(&outline, (20, 20)));
}

#[test]
fn the_air_base_lies_west_of_baghdad_and_is_not_drawn_in_a_corner() {
    let (map, places) = (map(), places());
    let spot = |name: &str| {
        map.spot(places.places.iter().find(|place| &*place.name == name).unwrap()).unwrap()
    };
    let (base, city) = (spot("Al-Asad air base"), spot("Baghdad"));
    assert!(base.x < city.x && base.y < city.y);
    assert!((350..=450).contains(&base.x) && (400..=500).contains(&base.y), "{base:?}");
}

#[test]
fn a_place_that_is_off_the_map_is_only_listed() {
    let page = page("tests/fixtures/places-full.json");
    assert_eq!(all(&page, ".pp-places__list > li").len(), 3);
    assert_eq!(all(&page, ".pp-map .pp-mark").len(), 2);
    assert_eq!(all(&page, ".pp-map .pp-map__name").len(), 2);
}

#[test]
fn places_close_together_get_labels_on_different_sides_or_none() {
    let map = map();
    let mut places = places().places;
    let crowd = places[0].clone();
    places.extend(std::iter::repeat_n(crowd, 6));
    let labels = map.labels(&places, Language::English);
    assert_eq!(labels.places.len(), places.len());
    let mut spots: Vec<_> = labels
        .places
        .iter()
        .filter_map(|(_, Label { spot, side, .. })| side.map(|side| (spot.x, spot.y, side as u8)))
        .collect();
    let some = spots.len();
    assert!(some >= 2 && some < places.len());
    spots.sort_unstable();
    spots.dedup();
    assert_eq!(spots.len(), some);
}

#[test]
fn labels_have_a_place_in_every_language() {
    let (map, places) = (map(), places().places);
    for language in Language::ALL {
        let labels = map.labels(&places, language);
        let sides: Vec<_> = labels.places.iter().map(|(_, label)| label.side).collect();
        assert_eq!(sides, [Some(Side::East), Some(Side::North)]);
        let focus = labels.countries.iter().find(|(index, _)| *index == 0);
        assert!(focus.is_some_and(|(_, label)| !label.wide), "{language:?}");
    }
}

#[test]
fn a_country_whose_name_stands_off_the_map_has_no_label() {
    let mut map = map();
    let labels = |map: &Map| map.labels(&places().places, Language::English).countries;
    assert!(labels(&map).len() > 1);
    for country in &mut map.names {
        country.x = map.width + 1;
    }
    assert!(labels(&map).is_empty());
    for country in &mut map.names {
        (country.x, country.y) = (0, u32::MAX);
    }
    assert!(labels(&map).is_empty());
}

#[test]
fn a_map_that_several_sections_draw_on_is_named_once() {
    let mut profile: Profile = document("public/profiles/lithuania.json");
    let section = profile.sections.iter().find(|section| section.map().is_some()).unwrap().clone();
    let mut elsewhere = section.clone();
    let Content::Places(places) = &mut elsewhere.content else { panic!("it draws on a map") };
    places.map = Some("elsewhere".to_owned().try_into().unwrap());
    profile.sections = vec![section.clone(), elsewhere, section];
    let maps: Vec<&str> = profile.maps().into_iter().map(|map| &**map).collect();
    assert_eq!(maps, ["iraq", "elsewhere"]);
}

#[test]
fn figures_are_hidden_from_those_who_listen_and_their_words_are_not() {
    for profile in
        ["public/profiles/lithuania.json", "tests/fixtures/partners/green-islands.ar.json"]
    {
        let page = page(profile);
        for svg in all(&page, "svg") {
            let is_hidden = svg.attr("aria-hidden") == Some("true")
                || svg
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .any(|around| around.attr("aria-hidden") == Some("true"));
            assert!(is_hidden, "{}", svg.html());
        }
        assert!(all(&page, "figcaption").into_iter().all(|caption| !text(caption).is_empty()));
    }
}

#[test]
fn contributions_without_a_figure_say_so_in_words() {
    let page = lithuania();
    let items = all(&page, ".pp-contributions__item");
    assert_eq!(items.len(), 3);
    assert!(items.iter().all(|item| text(*item).ends_with("Figure not preserved")));
}
