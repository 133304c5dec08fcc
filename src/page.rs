//! The page: header, facts panel, contents, sections in order, provenance.

use std::sync::Arc;

use leptos::prelude::*;

use crate::heading::{STATUS, title};
use crate::markup::{Element, Markup, el};
use crate::model::{Map, Profile};
use crate::reading::{Reading, spoken};
use crate::sections::{moment, section, text_or_link};
use crate::words::Words;

/// What a profile's view shows.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The profile.
    pub profile: Profile,
    /// The maps that its sections name.
    pub maps: Vec<Map>,
}

/// The profile with everything that belongs to it, without the page's own landmarks.
#[component]
pub fn ProfileView(
    /// The profile with its maps; a section whose map is missing does without.
    shown: Arc<Shown>,
    /// The interface's words.
    words: &'static Words,
    /// The words in the language of the profile's text.
    text_words: &'static Words,
    /// The level of the profile's title, from 1; deeper headings follow.
    level: u8,
    /// The folder of the flags, as the page addresses it; none are shown without.
    flags: Option<String>,
    /// Elsewhere than on the profile's own page, the address that links to its sections get
    /// before the fragment.
    #[prop(optional)]
    home: String,
) -> Markup {
    Markup::new(move || {
        let Shown { profile, maps } = &*shown;
        let reading = Reading::new(profile, words, text_words);
        let reading = Reading { level, maps, home: &home, ..reading };
        el("div")
            .child(article(profile, reading, flags.as_deref()))
            .child(el("p").class(STATUS).attr("role", "status"))
    })
}

/// The profile itself.
fn article(profile: &Profile, reading: Reading, flags: Option<&str>) -> Element {
    let flag = flags.zip(profile.partner.flag.as_ref()).map(|(folder, flag)| {
        el("img")
            .class("pp-header__flag")
            .attr("src", &format!("{folder}{flag}.svg"))
            .attr("alt", "")
            .attr("width", "60")
            .attr("height", "36")
    });
    let header = el("header")
        .class("pp-header")
        .children(flag)
        .child(title(reading.level, &profile.title).class("pp-header__title"))
        .child(el("p").class("pp-header__lead").text(&profile.lead));
    spoken(el("article").class("pp-profile"), profile.language)
        .child(header)
        .children(facts(profile, reading))
        .child(contents(profile, reading))
        .child(
            el("div")
                .class("pp-sections")
                .children(profile.sections.iter().map(|part| section(part, reading))),
        )
}

/// What matters most, as a list of labels and facts.
fn facts(profile: &Profile, reading: Reading) -> Option<Element> {
    let words = reading.words;
    let fact = |label: Element| el("div").class("pp-facts__fact").child(label);
    let mut facts = Vec::new();
    if let Some(membership) = profile.membership() {
        let entries = membership.entries.iter();
        facts.extend(entries.map(|entry| {
            fact(el("dt").text(&entry.label)).child(el("dd").child(moment(&entry.when)))
        }));
        if !membership.groups.is_empty() {
            let groups = membership.groups.iter().map(|group| {
                let name = el("dd").text(&format!("{} (", group.name));
                reading.say(name, words.role(group.role)).text(")")
            });
            facts.push(fact(reading.say(el("dt"), words.working_groups)).children(groups));
        }
    }
    facts.extend(profile.strength().map(|strength| {
        let current = &strength.current;
        fact(reading.say(el("dt"), words.count_kind(current.kind)))
            .child(el("dd").text(&format!("{} {}", current.value, current.label)))
    }));
    let title = el("p").class("pp-facts__title").attr("aria-hidden", "true");
    (!facts.is_empty()).then(|| {
        reading
            .label(el("section").class("pp-facts"), words.at_a_glance)
            .child(reading.say(title, words.at_a_glance))
            .child(reading.text(el("dl").class("pp-facts__list")).children(facts))
    })
}

/// The list of sections.
fn contents(profile: &Profile, reading: Reading) -> Element {
    let words = reading.words;
    let entries = profile.sections.iter().map(|section| {
        el("li")
            .child(el("a").attr("href", &reading.address_of(section.id())).text(section.title()))
    });
    let title = el("p").class("pp-contents__title").attr("aria-hidden", "true");
    reading
        .label(el("nav").class("pp-contents"), words.contents)
        .child(reading.say(title, words.contents))
        .child(reading.text(el("ol").class("pp-contents__list")).children(entries))
}

/// Where the profile comes from, how old it is, and what was added to it.
pub fn provenance(profile: &Profile, words: &'static Words, text_words: &'static Words) -> Element {
    let reading = Reading::new(profile, words, text_words);
    let words = reading.words;
    let origin = &profile.origin;
    let based_on = reading
        .say(el("p"), words.based_on)
        .text(" ")
        .child(text_or_link(&origin.title, origin.url.as_deref()))
        .text(&format!("{}{}", reading.text_words.comma, origin.publisher));
    let dated = match &origin.date {
        Some(when) => reading.say(el("p"), words.origin_dated).text(" ").child(moment(when)),
        None => reading.say(el("p"), words.origin_undated),
    };
    let added = profile.sources();
    let mut provenance = reading
        .text(el("div").class("pp-provenance"))
        .child(based_on)
        .child(dated)
        .children(origin.note.as_ref().map(|note| el("p").text(note)));
    if !added.is_empty() {
        let entries = added.iter().map(|(what, source)| {
            el("li")
                .text(&format!("{what}: "))
                .child(text_or_link(&source.name, source.url.as_deref()))
        });
        provenance = provenance
            .child(reading.say(el("p"), words.added_from_elsewhere))
            .child(el("ul").children(entries));
    }
    provenance
}
