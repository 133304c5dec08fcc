use thiserror::Error;

/// A value that breaks the rule of its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("expected {0}")]
pub struct ValueError(pub(super) &'static str);

/// Has a type hold only what its rule allows. The rule is said in words for editors; the schema says it as well.
macro_rules! rule {
    ($type:ident($inner:ty), $expected:expr, $is_valid:expr) => {
        impl $type {
            /// What may be written in this place, in words for editors.
            pub const EXPECTED: &str = $expected;
        }

        impl TryFrom<$inner> for $type {
            type Error = crate::model::ValueError;

            fn try_from(value: $inner) -> Result<Self, Self::Error> {
                let is_valid: fn(&$inner) -> bool = $is_valid;
                if is_valid(&value) {
                    Ok(Self(value))
                } else {
                    Err(crate::model::ValueError(Self::EXPECTED))
                }
            }
        }
    };
}

pub(super) use rule;

/// A rule between several values that a document breaks.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("found {found}, expected {expected}")]
pub struct Violation {
    /// The place as a path, such as `sections[2].parts`.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What may stand there.
    pub expected: String,
    /// What was probably meant, where something allowed is near.
    pub suggestion: Option<String>,
}

impl Violation {
    /// A violation at a key of the value that is looked at.
    pub fn at(path: &str, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            found: found.into(),
            expected: expected.into(),
            suggestion: None,
        }
    }

    /// The same as seen from the value around.
    #[must_use]
    pub fn inside(mut self, outer: &str) -> Self {
        self.path = format!("{outer}.{}", self.path);
        self
    }
}
