use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::paths::{sections, walk};
use super::read::typed;
use super::{
    Content, Document, Id, Language, Membership, Origin, Partner, Section, Source, Strength, Text,
    Version, Violation, When,
};

/// One partner's profile in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The address of this schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The version of the format: 1.
    pub version: Version,
    /// The language of the texts; it also chooses the interface's words.
    pub language: Language,
    /// The name in the page's address: `/lithuania/`.
    pub slug: Id,
    /// Whom the profile is about.
    pub partner: Partner,
    /// The page's title, its only first-level heading.
    pub title: Text,
    /// One sentence that says what matters most.
    pub lead: Text,
    /// Where the facts come from, unless a fact names another source.
    pub origin: Origin,
    /// The sections in the order in which they are shown.
    #[schemars(length(min = 1))]
    pub sections: Vec<Section>,
}

impl Document for Profile {
    fn violations(profile: &Value) -> Vec<Violation> {
        let whens = whens(profile).into_iter();
        let of_dates = whens.flat_map(|(path, when)| inside(&path, when.violations()));
        let mut violations: Vec<_> = of_dates.collect();
        if profile["sections"].as_array().is_some_and(Vec::is_empty) {
            violations.push(Violation::at("sections", "no sections", "at least one section"));
        }
        let mut ids = Vec::new();
        for (path, section) in sections(profile) {
            if let Some(id) = section["id"].as_str() {
                if ids.contains(&id) {
                    let found = format!("\"{id}\" again");
                    violations.push(Violation::at("id", found, "an id of its own").inside(&path));
                }
                ids.push(id);
            }
            if section["kind"] == "strength" {
                violations.extend(inside(&path, of_strength(section)));
            }
        }
        violations
    }
}

fn inside(path: &str, violations: Vec<Violation>) -> Vec<Violation> {
    violations.into_iter().map(|violation| violation.inside(path)).collect()
}

/// What says when something was, as far as it can be read, and its path.
pub(crate) fn whens(profile: &Value) -> Vec<(String, When)> {
    let mut whens = Vec::new();
    walk(profile, "", &mut |value, path| {
        if value.get("words").is_some()
            && let Ok(when) = typed(value.clone())
        {
            whens.push((path.to_owned(), when));
        }
    });
    whens
}

fn of_strength(section: &Value) -> Vec<Violation> {
    let mut violations = Vec::new();
    for key in ["current", "ceiling"] {
        if let Some(kind) = section[key]["kind"].as_str().filter(|kind| *kind != key) {
            let (found, expected) = (format!("\"{kind}\""), format!("\"{key}\" in this place"));
            violations.push(Violation::at("kind", found, expected).inside(key));
        }
    }
    // Where a number is not known there is no sum.
    let number = |value: &Value| u32::try_from(value.as_u64()?).ok().map(u64::from);
    let sum = |parts: &Vec<Value>| {
        parts.iter().try_fold(0, |sum, part| Some(sum + number(&part["count"])?))
    };
    let parts = section["parts"].as_array().filter(|parts| !parts.is_empty());
    if let (Some(sum), Some(current)) = (parts.and_then(sum), number(&section["current"]["value"]))
        && sum != current
    {
        let found = format!("parts that add up to {sum}");
        let expected = format!("parts that add up to the current strength, {current}");
        violations.push(Violation::at("parts", found, expected));
    }
    violations
}

impl Profile {
    /// The profile with only the sections of the given ids, in their order; an unknown id is passed
    /// over, and without ids all sections stay.
    #[must_use]
    pub fn limited_to(mut self, ids: &[String]) -> Self {
        if !ids.is_empty() {
            let mut rest = std::mem::take(&mut self.sections);
            self.sections.extend(ids.iter().filter_map(|id| {
                let index = rest.iter().position(|section| *section.id == **id)?;
                Some(rest.remove(index))
            }));
        }
        self
    }

    /// Everything that carries a source of its own, with the words for what it is.
    pub fn sources(&self) -> Vec<(&Text, &Source)> {
        self.sections.iter().flat_map(Section::sources).collect()
    }

    /// The names of the maps that the sections draw on, each once.
    pub fn maps(&self) -> Vec<&Id> {
        let mut maps = Vec::new();
        for map in self.sections.iter().filter_map(Section::map) {
            if !maps.contains(&map) {
                maps.push(map);
            }
        }
        maps
    }

    /// The first section about membership, for the facts panel.
    pub fn membership(&self) -> Option<&Membership> {
        self.sections.iter().find_map(|section| match &section.content {
            Content::Membership(membership) => Some(membership),
            _ => None,
        })
    }

    /// The first statement of current strength, for the facts panel.
    pub fn strength(&self) -> Option<&Strength> {
        self.sections.iter().find_map(|section| match &section.content {
            Content::Strength(strength) => Some(strength),
            _ => None,
        })
    }

    /// The profile as it is published: flag and maps under the names that their files have in the
    /// site. What has no file keeps its name.
    #[must_use]
    pub fn published(
        &self,
        flag: impl Fn(&Id) -> Option<Id>,
        map: impl Fn(&Id) -> Option<Id>,
    ) -> Self {
        let mut profile = self.clone();
        if let Some(name) = &mut profile.partner.flag
            && let Some(file) = flag(name)
        {
            *name = file;
        }
        for section in &mut profile.sections {
            if let Content::Places(places) = &mut section.content
                && let Some(name) = &mut places.map
                && let Some(file) = map(name)
            {
                *name = file;
            }
        }
        profile
    }
}
