use crate::model::{Node, Reader};
use crate::model::{PartialDate, Profile, Section, Strength, Timeline, When};

/// Reports dates in the future.
pub(super) fn look_at_dates(profile: &Profile, today: Option<&PartialDate>, reader: &mut Reader) {
    let Some(today) = today else { return };
    let look = |when: &When, reader: &mut Reader| {
        reader.inside("when", |reader| look_at_when(when, today, reader));
    };
    if let Some(when) = &profile.origin.date {
        reader.inside("origin", |reader| {
            reader.inside("date", |reader| look_at_when(when, today, reader));
        });
    }
    reader.each("sections", &profile.sections, |reader, section| match section {
        Section::Timeline(timeline) => {
            reader.each("events", &timeline.events, |reader, event| look(&event.when, reader));
        }
        Section::Membership(membership) => {
            reader.each("entries", &membership.entries, |reader, entry| look(&entry.when, reader));
        }
        Section::Quote(quote) => {
            if let Some(when) = &quote.when {
                look(when, reader);
            }
        }
        Section::Prose(_)
        | Section::Strength(_)
        | Section::Places(_)
        | Section::Contributions(_)
        | Section::Channels(_)
        | Section::Notes(_) => {}
    });
}

/// Reports what several values of a section give together.
pub(super) fn look_at_sections(profile: &Profile, reader: &mut Reader) {
    reader.each("sections", &profile.sections, |reader, section| {
        if is_silent(section) {
            let expected = "paragraphs, or entries of its kind";
            reader.problem("id", "a section with nothing to read", expected);
        }
        match section {
            Section::Strength(strength) => look_at_strength(strength, reader),
            Section::Timeline(timeline) => look_at_order(timeline, reader),
            _ => {}
        }
    });
}

fn look_at_strength(strength: &Strength, reader: &mut Reader) {
    let current = strength.current.value;
    if let Some(ceiling) = strength.ceiling.as_ref().filter(|ceiling| current > ceiling.value) {
        let found = format!("{current}, above the ceiling");
        let expected = format!("at most {}", ceiling.value);
        reader.inside("current", |reader| reader.problem("value", found, expected));
    }
}

fn look_at_order(timeline: &Timeline, reader: &mut Reader) {
    let mut latest: Option<&PartialDate> = None;
    reader.each("events", &timeline.events, |reader, event| {
        if let (Some(date), Some(latest)) = (event.when.anchor(), latest)
            && date.is_before(latest)
        {
            let found = format!("\"{}\" after \"{}\"", date.as_str(), latest.as_str());
            reader.problem("when", found, "events in the order of time");
        }
        latest = event.when.anchor().or(latest);
    });
}

/// Reports texts with characters that force a direction on all that follows: names can be made to
/// look like others with them. Those that only set a text apart are left alone.
pub(super) fn look_at_texts(node: &Node, reader: &mut Reader) {
    match node {
        Node::Text(text) => {
            let forces = |c: &char| matches!(c, '\u{202a}'..='\u{202e}');
            if let Some(c) = text.chars().find(forces) {
                let found = format!("the invisible character U+{:04X} in it", u32::from(c));
                reader.found(found, "text without characters that force its direction");
            }
        }
        Node::List(nodes) => {
            for (index, node) in nodes.iter().enumerate() {
                reader.element(index, |reader| look_at_texts(node, reader));
            }
        }
        Node::Object(pairs) => {
            for (key, node) in pairs {
                reader.inside(key, |reader| look_at_texts(node, reader));
            }
        }
        Node::Null | Node::Bool(_) | Node::Number(_) => {}
    }
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

fn look_at_when(when: &When, today: &PartialDate, reader: &mut Reader) {
    for (key, date) in [("date", &when.date), ("since", &when.since), ("until", &when.until)] {
        if let Some(date) = date.as_ref().filter(|date| today.is_before(date)) {
            let found = format!("\"{}\", which is in the future", date.as_str());
            reader.problem(key, found, format!("a date up to today, {}", today.as_str()));
        }
    }
}
