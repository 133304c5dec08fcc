//! All that is accepted in a profile and may be a mistake, as other files find it.

use serde_json::Value;

use super::context::Context;
use super::{dates, positions, site_rules, texts, translation};
use crate::model::paths::sections;
use crate::model::{Section, Violation, typed};

/// What may be a mistake in a profile, which is given as its values and as its text.
pub(super) fn warnings(profile: &Value, source: &str, context: &Context) -> Vec<Violation> {
    let mut violations = site_rules::warnings(profile, context);
    if let Some(inventory) = context.inventory {
        violations.extend(positions::warnings(profile, &inventory.bounds));
    }
    if let Some(today) = &context.today {
        violations.extend(dates::in_the_future(profile, today));
    }
    for (path, section) in sections(profile) {
        let out_of_order = dates::out_of_order(section).into_iter();
        let found = out_of_order.chain(silent(section)).chain(above_ceiling(section));
        violations.extend(found.map(|violation| violation.inside(&path)));
    }
    if let Some(original) = &context.original {
        // With the notes to its editors.
        let translation = serde_json::from_str(source).unwrap_or_default();
        violations.extend(translation::differences(original, &translation));
    }
    violations.extend(texts::warnings(profile));
    violations
}

/// All that there is to read in a section stands in lists, but a strength.
fn silent(section: &Value) -> Option<Violation> {
    let is_empty = |value: &Value| value.as_array().is_none_or(Vec::is_empty);
    let is_silent = section["kind"] != "strength"
        && section.as_object()?.values().all(is_empty)
        && typed::<Section>(section.clone()).is_ok();
    let expected = "paragraphs, or entries of its kind";
    is_silent.then(|| Violation::at("id", "a section with nothing to read", expected))
}

fn above_ceiling(section: &Value) -> Option<Violation> {
    let value = |key: &str| section[key]["value"].as_u64();
    let (current, ceiling) = (value("current")?, value("ceiling")?);
    let found = format!("{current}, above the ceiling");
    let expected = format!("at most {ceiling}");
    (current > ceiling).then(|| Violation::at("current.value", found, expected))
}
