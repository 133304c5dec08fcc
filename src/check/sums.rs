//! Sums of parts: they need the numbers only, whatever is wrong beside them.

use serde_json::Value;

use crate::model::{Strength, Violation};

/// The parts of strengths that do not add up, where all numbers are known.
pub(super) fn errors(profile: &Value) -> Vec<Violation> {
    let sections = profile["sections"].as_array().into_iter().flatten().enumerate();
    let strengths = sections.filter(|(_, section)| section["kind"] == "strength");
    let wrong = strengths.filter_map(|(index, section)| {
        let number = |value: &Value| u32::try_from(value.as_u64()?).ok();
        let parts = section["parts"].as_array()?.iter();
        let counts: Option<Vec<u32>> = parts.map(|part| number(&part["count"])).collect();
        let wrong = Strength::wrong_sum(&counts?, number(&section["current"]["value"])?)?;
        Some(wrong.inside(&format!("sections[{index}]")))
    });
    wrong.collect()
}
