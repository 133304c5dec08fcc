//! Values that contradict each other: each rule needs these values only, whatever is wrong beside them.

use serde_json::Value;

use super::dates::whens;
use super::paths::sections;
use crate::model::{Count, Strength, Violation, typed};

/// What contradicts itself in a profile.
pub(super) fn errors(profile: &Value) -> Vec<Violation> {
    let whens = whens(profile).into_iter();
    let of_dates = whens.flat_map(|(path, when)| inside(&path, when.violations()));
    let strengths = sections(profile).filter(|(_, section)| section["kind"] == "strength");
    let of_strengths = strengths.flat_map(|(path, section)| inside(&path, of_strength(section)));
    of_dates.chain(of_strengths).collect()
}

fn inside(path: &str, violations: Vec<Violation>) -> Vec<Violation> {
    violations.into_iter().map(|violation| violation.inside(path)).collect()
}

fn of_strength(section: &Value) -> Vec<Violation> {
    let wrong_kind = |key: &&str| typed::<Count>(section[key].clone()).ok()?.wrong_kind(key);
    let kinds = ["current", "ceiling"].iter().filter_map(wrong_kind);
    let number = |value: &Value| u32::try_from(value.as_u64()?).ok();
    // Where a number is not known there is no sum.
    let wrong_sum = || {
        let parts = section["parts"].as_array()?.iter();
        let counts: Option<Vec<u32>> = parts.map(|part| number(&part["count"])).collect();
        Strength::wrong_sum(&counts?, number(&section["current"]["value"])?)
    };
    kinds.chain(wrong_sum()).collect()
}
