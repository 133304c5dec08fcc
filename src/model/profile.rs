use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Document, Id, Language, Membership, Origin, Partner, Section, Source, Strength, Text, Version,
    Violation,
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
    fn violations(&self) -> Vec<Violation> {
        let mut violations = Vec::new();
        if let Some(date) = &self.origin.date {
            violations.extend(date.violations().into_iter().map(|it| it.inside("origin.date")));
        }
        if self.sections.is_empty() {
            violations.push(Violation::at("sections", "no sections", "at least one section"));
        }
        for (index, section) in self.sections.iter().enumerate() {
            let place = format!("sections[{index}]");
            if self.sections[..index].iter().any(|other| other.id() == section.id()) {
                let found = format!("\"{}\" again", section.id());
                violations.push(Violation::at("id", found, "an id of its own").inside(&place));
            }
            violations.extend(section.violations().into_iter().map(|it| it.inside(&place)));
        }
        violations
    }
}

impl Profile {
    /// The profile with only the sections of the given ids, in their order; an unknown id is passed
    /// over, and without ids all sections stay.
    #[must_use]
    pub fn limited_to(mut self, ids: &[String]) -> Self {
        if !ids.is_empty() {
            let mut rest = std::mem::take(&mut self.sections);
            self.sections.extend(ids.iter().filter_map(|id| {
                let index = rest.iter().position(|section| **section.id() == **id)?;
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
        let mut maps: Vec<_> = self.sections.iter().filter_map(Section::map).collect();
        maps.dedup();
        maps
    }

    /// The first section about membership, for the facts panel.
    pub fn membership(&self) -> Option<&Membership> {
        self.sections.iter().find_map(|section| match section {
            Section::Membership(membership) => Some(membership),
            _ => None,
        })
    }

    /// The first statement of current strength, for the facts panel.
    pub fn strength(&self) -> Option<&Strength> {
        self.sections.iter().find_map(|section| match section {
            Section::Strength(strength) => Some(strength),
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
            if let Section::Places(places) = section
                && let Some(name) = &mut places.map
                && let Some(file) = map(name)
            {
                *name = file;
            }
        }
        profile
    }
}
