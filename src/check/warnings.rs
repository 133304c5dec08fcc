use crate::document::{Node, Reader};
use crate::profile::{PartialDate, Profile, Section, When};

/// What a document is looked at against.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The name of the document's file, where there is one.
    pub file: Option<String>,
    /// The day after which dates are in the future.
    pub today: Option<PartialDate>,
    /// The names of the flags that there are, where that is known.
    pub flags: Option<Vec<String>>,
    /// The names of the maps that there are, where that is known.
    pub maps: Option<Vec<String>>,
    /// The folders of the site itself, which a partner's page cannot have.
    pub folders: Vec<String>,
}

/// Reports what is allowed and yet may be a mistake.
pub(super) fn look(profile: &Profile, around: &Surroundings, reader: &mut Reader) {
    look_at_names(profile, around, reader);
    if let Some(when) = &profile.origin.date {
        reader.inside("origin", |reader| {
            reader.inside("date", |reader| look_at_when(when, around, reader));
        });
    }
    reader.each("sections", &profile.sections, |reader, section| {
        look_at_section(section, around, reader);
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

fn look_at_names(profile: &Profile, around: &Surroundings, reader: &mut Reader) {
    if around.folders.iter().any(|folder| **folder == *profile.slug) {
        let found = format!("\"{}\", a folder of the site", profile.slug);
        reader.problem("slug", found, "a name that is free");
    }
    if let Some(file) = &around.file {
        let slug = &*profile.slug;
        let language = profile.language.as_str();
        let expected = [format!("{slug}.json"), format!("{slug}.{language}.json")];
        if !expected.contains(file) {
            let found = format!("\"{slug}\" in the file {file}");
            reader.problem("slug", found, format!("the file {}", expected.join(" or ")));
        }
    }
    if let Some(flag) = &profile.partner.flag {
        reader.inside("partner", |reader| look_at_file("flag", flag, &around.flags, reader));
    }
}

#[expect(clippy::ref_option, reason = "the caller holds an option")]
fn look_at_file(key: &str, name: &str, known: &Option<Vec<String>>, reader: &mut Reader) {
    if let Some(known) = known
        && !known.iter().any(|other| other == name)
    {
        let names = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        reader.problem(
            key,
            format!("\"{name}\""),
            format!("the name of a {key} that there is: {names}"),
        );
    }
}

fn look_at_section(section: &Section, around: &Surroundings, reader: &mut Reader) {
    if is_silent(section) {
        reader.problem(
            "id",
            "a section with nothing to read",
            "paragraphs, or entries of its kind",
        );
    }
    match section {
        Section::Strength(strength) => {
            if let Some(ceiling) = &strength.ceiling
                && strength.current.value > ceiling.value
            {
                let found = format!("{}, above the ceiling", strength.current.value);
                let expected = format!("at most {}", ceiling.value);
                reader.inside("current", |reader| reader.problem("value", found, expected));
            }
        }
        Section::Timeline(timeline) => {
            let mut latest: Option<&PartialDate> = None;
            reader.each("events", &timeline.events, |reader, event| {
                reader.inside("when", |reader| look_at_when(&event.when, around, reader));
                if let (Some(date), Some(latest)) = (event.when.anchor(), latest)
                    && date.is_before(latest)
                {
                    let found = format!("\"{}\" after \"{}\"", date.as_str(), latest.as_str());
                    reader.problem("when", found, "events in the order of time");
                }
                latest = event.when.anchor().or(latest);
            });
        }
        Section::Places(places) => {
            if let Some(map) = &places.map {
                look_at_file("map", map, &around.maps, reader);
            }
        }
        Section::Membership(membership) => {
            reader.each("entries", &membership.entries, |reader, entry| {
                reader.inside("when", |reader| look_at_when(&entry.when, around, reader));
            });
        }
        Section::Quote(quote) => {
            if let Some(when) = &quote.when {
                reader.inside("when", |reader| look_at_when(when, around, reader));
            }
        }
        Section::Prose(_)
        | Section::Contributions(_)
        | Section::Channels(_)
        | Section::Notes(_) => {}
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

fn look_at_when(when: &When, around: &Surroundings, reader: &mut Reader) {
    let Some(today) = &around.today else { return };
    for (key, date) in [("date", &when.date), ("since", &when.since), ("until", &when.until)] {
        if let Some(date) = date
            && today.is_before(date)
        {
            let found = format!("\"{}\", which is in the future", date.as_str());
            reader.problem(key, found, format!("a date up to today, {}", today.as_str()));
        }
    }
}
