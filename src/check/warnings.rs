//! What is accepted and may be a mistake.

use crate::model::{PartialDate, Profile, Section, Strength, Timeline, Violation, When};

/// Dates in the future.
pub(super) fn of_dates(profile: &Profile, today: &PartialDate) -> Vec<Violation> {
    let mut violations = Vec::new();
    if let Some(when) = &profile.origin.date {
        violations.extend(of_when(when, today, "origin.date"));
    }
    for (index, section) in profile.sections.iter().enumerate() {
        let place = format!("sections[{index}]");
        let mut look = |when, inner: String| {
            violations.extend(of_when(when, today, &format!("{place}.{inner}")));
        };
        match section {
            Section::Timeline(timeline) => timeline
                .events
                .iter()
                .enumerate()
                .for_each(|(index, event)| look(&event.when, format!("events[{index}].when"))),
            Section::Membership(membership) => membership
                .entries
                .iter()
                .enumerate()
                .for_each(|(index, entry)| look(&entry.when, format!("entries[{index}].when"))),
            Section::Quote(quote) => {
                quote.when.iter().for_each(|when| look(when, "when".to_owned()));
            }
            Section::Prose(_)
            | Section::Strength(_)
            | Section::Places(_)
            | Section::Contributions(_)
            | Section::Channels(_)
            | Section::Notes(_) => {}
        }
    }
    violations
}

fn of_when(when: &When, today: &PartialDate, place: &str) -> Vec<Violation> {
    // What lasts until a coming year, such as a mandate, is no mistake.
    let dates = [("date", &when.date), ("since", &when.since)];
    dates
        .into_iter()
        .filter_map(|(key, date)| {
            let date = date.as_ref().filter(|date| today.is_before(date))?;
            let found = format!("\"{}\", which is in the future", date.as_str());
            let expected = format!("a date up to today, {}", today.as_str());
            Some(Violation::at(key, found, expected).inside(place))
        })
        .collect()
}

/// What several values of a section give together.
pub(super) fn of_sections(profile: &Profile) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (index, section) in profile.sections.iter().enumerate() {
        let mut inside = Vec::new();
        if is_silent(section) {
            let expected = "paragraphs, or entries of its kind";
            inside.push(Violation::at("id", "a section with nothing to read", expected));
        }
        match section {
            Section::Strength(strength) => inside.extend(of_strength(strength)),
            Section::Timeline(timeline) => inside.extend(of_order(timeline)),
            _ => {}
        }
        let place = format!("sections[{index}]");
        violations.extend(inside.into_iter().map(|violation| violation.inside(&place)));
    }
    violations
}

fn of_strength(strength: &Strength) -> Option<Violation> {
    let current = strength.current.value;
    let ceiling = strength.ceiling.as_ref().filter(|ceiling| current > ceiling.value)?;
    let found = format!("{current}, above the ceiling");
    Some(Violation::at("current.value", found, format!("at most {}", ceiling.value)))
}

fn of_order(timeline: &Timeline) -> Vec<Violation> {
    let mut latest: Option<&PartialDate> = None;
    let mut violations = Vec::new();
    for (index, event) in timeline.events.iter().enumerate() {
        if let (Some(date), Some(latest)) = (event.when.anchor(), latest)
            && date.is_before(latest)
        {
            let found = format!("\"{}\" after \"{}\"", date.as_str(), latest.as_str());
            let place = format!("events[{index}].when");
            violations.push(Violation::at(&place, found, "events in the order of time"));
        }
        latest = event.when.anchor().or(latest);
    }
    violations
}

fn is_silent(section: &Section) -> bool {
    match section {
        Section::Prose(prose) => {
            prose.paragraphs.is_empty()
                && prose.figures.is_empty()
                && prose.points.is_empty()
                && prose.links.is_empty()
        }
        Section::Strength(_) => false,
        Section::Timeline(timeline) => timeline.paragraphs.is_empty() && timeline.events.is_empty(),
        Section::Places(places) => places.paragraphs.is_empty() && places.places.is_empty(),
        Section::Contributions(contributions) => {
            contributions.paragraphs.is_empty() && contributions.items.is_empty()
        }
        Section::Membership(membership) => {
            membership.paragraphs.is_empty()
                && membership.entries.is_empty()
                && membership.groups.is_empty()
        }
        Section::Channels(channels) => {
            channels.paragraphs.is_empty() && channels.channels.is_empty()
        }
        Section::Quote(quote) => quote.paragraphs.is_empty(),
        Section::Notes(notes) => notes.notes.is_empty(),
    }
}
