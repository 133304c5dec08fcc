//! The Content-Security-Policy of a page: nothing, but what the page uses.

use super::bytes::policy_source;
use crate::model::{ContentPolicy, ContentSource};

/// Stands for the nonce of the scripts that Trunk adds to the shell: only live reload, while it
/// serves. It is another one each time that a page is served.
pub(super) const NONCE: &str = "{{__TRUNK NONCE__}}";

/// The policy of a page that stands by itself: an inline style, and the empty icon that keeps
/// browsers from asking for one.
pub(super) fn of_text(style: &str) -> String {
    let style = policy_source(style);
    format!(
        "default-src 'none'; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// The policy of a page that comes to life, with its inline scripts and what the operator adds.
pub(super) fn of_page<'a>(
    style: &str,
    scripts: impl Iterator<Item = &'a str>,
    added: &ContentPolicy,
    is_live: bool,
) -> String {
    let list = |added: &[ContentSource]| {
        added.iter().map(|source| format!(" {}", &**source)).collect::<String>()
    };
    let own_scripts: String = scripts.map(|script| format!(" {}", policy_source(script))).collect();
    // Trunk's live reload has a nonce, connects to a socket and writes markup.
    let (nonce, socket) =
        if is_live { (format!(" 'nonce-{NONCE}'"), " ws:") } else { (String::new(), "") };
    let mut policy = [
        "default-src 'none'",
        &format!(
            "script-src 'self' 'wasm-unsafe-eval'{}{own_scripts}{nonce}",
            list(&added.script_src)
        ),
        &format!("style-src {}{}", policy_source(style), list(&added.style_src)),
        &format!("img-src 'self'{}", list(&added.img_src)),
        &format!("connect-src 'self'{}{socket}", list(&added.connect_src)),
        "manifest-src 'self'; base-uri 'none'; form-action 'none'",
    ]
    .join("; ");
    if !added.frame_src.is_empty() {
        policy += &format!("; frame-src{}", list(&added.frame_src));
    }
    if !is_live && added.trusted_types != Some(false) {
        policy += "; require-trusted-types-for 'script'; trusted-types partner-profile";
    }
    policy
}
