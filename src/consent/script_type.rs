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

impl ScriptType {
    /// What a value of `type` stands for.
    pub fn of(value: &str) -> Self {
        match &*value.trim_ascii().to_ascii_lowercase() {
            "" => Self::Classic,
            "module" => Self::Module,
            "importmap" | "speculationrules" => Self::Rules,
            value if is_javascript(value) => Self::Classic,
            _ => Self::Unknown,
        }
    }

    /// What a value of `data-type` stands for; nothing where it is not meant for browsers: a vendor's own
    /// attribute may have that name.
    pub fn of_data(value: &str) -> Option<Self> {
        let kind = Self::of(value);
        (kind != Self::Unknown || value.contains('/')).then_some(kind)
    }
}

/// Whether it is one of JavaScript's types (<https://mimesniff.spec.whatwg.org/#javascript-mime-type>).
fn is_javascript(essence: &str) -> bool {
    let Some((kind, name)) = essence.split_once('/') else { return false };
    let of_text = match name.strip_prefix("javascript1.") {
        Some(version) => matches!(version, "0" | "1" | "2" | "3" | "4" | "5"),
        None => matches!(name, "jscript" | "livescript"),
    };
    let of_both = matches!(name.strip_prefix("x-").unwrap_or(name), "javascript" | "ecmascript");
    kind == "text" && (of_text || of_both) || kind == "application" && of_both
}
