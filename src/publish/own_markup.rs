//! What an operator has added to `index.html`: the inline scripts that the policy admits, and the
//! mistakes by which something would run without the choice, or never.

mod address;
mod remarks;

use scraper::{ElementRef, Html, Selector};

use crate::consent::ScriptType;

/// What an operator has added to the shell.
pub(super) struct OwnMarkup(Html);

impl OwnMarkup {
    pub(super) fn read(shell: &str) -> Self {
        Self(Html::parse_document(shell))
    }

    /// The texts of the inline scripts that browsers run, at once or when the choice allows it. What
    /// Trunk adds has a nonce.
    pub(super) fn inline_scripts(&self) -> impl Iterator<Item = String> {
        let scripts = select(&self.0, "script:not([src], [nonce])").into_iter();
        let inline = scripts.filter(|script| !waits(*script) || script.attr("data-src").is_none());
        let run = inline.filter(|script| type_of(*script) != ScriptType::Unknown);
        run.map(|script| script.text().collect::<String>()).filter(|text| !text.trim().is_empty())
    }
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("our own selectors are right");
    html.select(&selector).collect()
}

/// What browsers do with a script, once it may run where it waits.
fn type_of(script: ElementRef) -> ScriptType {
    let kind = script.attr("type").unwrap_or_default();
    if waits(script) {
        let own = script.attr("data-type").and_then(ScriptType::of_data);
        own.unwrap_or(ScriptType::Classic)
    } else {
        ScriptType::of(kind)
    }
}

/// Whether a script waits for the choice.
fn waits(script: ElementRef) -> bool {
    let is_plain = |kind: &str| kind.eq_ignore_ascii_case("text/plain");
    script.attr("data-consent").is_some() && script.attr("type").is_some_and(is_plain)
}
