//! When something was.

use serde_json::Value;

use crate::model::{PartialDate, Violation, When, typed, whens};

/// Dates in the future. What lasts until a coming year, such as a mandate, is no mistake.
pub(super) fn in_the_future(profile: &Value, today: &PartialDate) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, When { date, since, .. }) in whens(profile) {
        for (key, date) in [("date", date), ("since", since)] {
            if let Some(date) = date.filter(|date| today.is_before(date)) {
                let found = format!("\"{}\", which is in the future", date.as_str());
                let expected = format!("a date up to today, {}", today.as_str());
                violations.push(Violation::at(key, found, expected).inside(&path));
            }
        }
    }
    violations
}

/// The events of a section that are not in the order of time. Where one cannot be read, that is not
/// known.
pub(super) fn out_of_order(section: &Value) -> Vec<Violation> {
    let events = section["events"].as_array().into_iter().flatten();
    let whens: Result<Vec<When>, _> = events.map(|event| typed(event["when"].clone())).collect();
    let Ok(whens) = whens else { return Vec::new() };
    let mut latest: Option<&PartialDate> = None;
    let mut violations = Vec::new();
    for (index, date) in whens.iter().enumerate() {
        let Some(date) = date.anchor() else { continue };
        if let Some(latest) = latest.filter(|latest| date.is_before(latest)) {
            let found = format!("\"{}\" after \"{}\"", date.as_str(), latest.as_str());
            let path = format!("events[{index}].when");
            violations.push(Violation::at(&path, found, "events in the order of time"));
        }
        latest = Some(date);
    }
    violations
}
