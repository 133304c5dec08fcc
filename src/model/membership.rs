use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::date::When;
use super::source::Source;

/// Since when the partner belongs, and to which working groups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The paragraphs before the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// What the partner entered, and when. Statements that do not agree stand side by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Entry>,
    /// The working groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
}

/// A date of entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What began, such as "Member since".
    pub label: Text,
    /// When.
    pub when: When,
    /// What else the reader should know.
    pub note: Option<Text>,
    /// Where this comes from, if not from the profile's origin.
    pub source: Option<Source>,
}

/// A working group of the coalition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its name.
    pub name: Text,
    /// The partner's part in it.
    pub role: Role,
}

/// A partner's part in a working group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Takes part.
    Member,
    /// Leads together with others.
    CoLead,
}
