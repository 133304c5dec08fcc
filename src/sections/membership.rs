use super::{moment, paragraphs, source_line};
use crate::markup::{Element, el};
use crate::model::{Entry, Membership};
use crate::reading::Reading;

/// Dates of entry and working groups.
pub fn membership(membership: &Membership, reading: Reading) -> Vec<Element> {
    let mut parts = paragraphs(&membership.paragraphs);
    let mut list = el("dl")
        .class("pp-membership__entries")
        .children(membership.entries.iter().map(|part| entry(part, reading)));
    if !membership.groups.is_empty() {
        let groups = membership.groups.iter().map(|group| {
            let name = el("dd").text(&format!("{} (", group.name));
            reading.say(name, reading.words.role(group.role)).text(")")
        });
        let label = reading.say(el("dt"), reading.words.working_groups);
        list = list.child(labelled(label).children(groups));
    }
    parts.push(list);
    parts
}

fn entry(entry: &Entry, reading: Reading) -> Element {
    labelled(el("dt").text(&entry.label)).child(
        el("dd")
            .child(el("p").class("pp-membership__when").child(moment(&entry.when)))
            .children(entry.note.as_ref().map(|note| el("p").text(note)))
            .children(source_line(entry.source.as_ref(), reading)),
    )
}

fn labelled(label: Element) -> Element {
    el("div").class("pp-membership__entry").child(label)
}
