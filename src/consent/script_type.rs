/// What browsers do with a script, by its type (<https://html.spec.whatwg.org/#prepare-the-script-element>).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScriptType {
    /// Run it at once.
    Classic,
    /// Run it as a module.
    Module,
    /// Take it for rules: an import map, or what to load ahead.
    Rules,
    /// Nothing.
    Unknown,
}

/// JavaScript's types (<https://mimesniff.spec.whatwg.org/#javascript-mime-type>), and none.
const CLASSIC: [&str; 17] = [
    "",
    "text/javascript",
    "text/x-javascript",
    "text/ecmascript",
    "text/x-ecmascript",
    "text/javascript1.0",
    "text/javascript1.1",
    "text/javascript1.2",
    "text/javascript1.3",
    "text/javascript1.4",
    "text/javascript1.5",
    "text/jscript",
    "text/livescript",
    "application/javascript",
    "application/x-javascript",
    "application/ecmascript",
    "application/x-ecmascript",
];

impl ScriptType {
    /// What a value of `type` stands for.
    pub fn of(value: &str) -> Self {
        let is = |name: &&str| value.trim_ascii().eq_ignore_ascii_case(name);
        if CLASSIC.iter().any(is) {
            Self::Classic
        } else if is(&"module") {
            Self::Module
        } else if ["importmap", "speculationrules"].iter().any(is) {
            Self::Rules
        } else {
            Self::Unknown
        }
    }

    /// What a value of `data-type` stands for; nothing where it is not meant for browsers: a vendor's own
    /// attribute may have that name.
    pub fn of_data(value: &str) -> Option<Self> {
        let kind = Self::of(value);
        (kind != Self::Unknown || value.contains('/')).then_some(kind)
    }
}
