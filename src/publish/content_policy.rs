//! The Content-Security-Policy of a page: nothing, but what the page uses.

use super::bytes::policy_source;
use super::shell::NONCE;
use crate::model::{ContentPolicy, ContentSource};

/// The name of the one Trusted Types policy that the page's own code makes.
const TRUSTED_TYPES: &str = "partner-profile";

/// What a page may load and run.
#[derive(Clone, Debug, Default)]
pub(super) struct ContentSecurityPolicy {
    scripts: Vec<String>,
    styles: Vec<String>,
    images: Vec<String>,
    connections: Vec<String>,
    frames: Vec<String>,
    manifests: Vec<String>,
    trusted_types: bool,
}

impl ContentSecurityPolicy {
    /// The policy of a page that stands by itself: an inline style, and the empty icon that keeps
    /// browsers from asking for one.
    pub(super) fn of_text(style: &str) -> Self {
        let images = vec!["data:".to_owned()];
        Self { styles: vec![policy_source(style)], images, ..Self::default() }
    }

    /// The policy of a page that comes to life, with what the operator adds.
    pub(super) fn of_page(style: &str, added: Option<&ContentPolicy>) -> Self {
        let own = || vec!["'self'".to_owned()];
        let mut policy = Self {
            scripts: vec!["'self'".to_owned(), "'wasm-unsafe-eval'".to_owned()],
            styles: vec![policy_source(style)],
            images: own(),
            connections: own(),
            frames: Vec::new(),
            manifests: own(),
            trusted_types: true,
        };
        if let Some(added) = added {
            let add = |list: &mut Vec<String>, sources: &[ContentSource]| {
                list.extend(sources.iter().map(|source| source.to_string()));
            };
            add(&mut policy.scripts, &added.script_src);
            add(&mut policy.styles, &added.style_src);
            add(&mut policy.images, &added.img_src);
            add(&mut policy.connections, &added.connect_src);
            add(&mut policy.frames, &added.frame_src);
            policy.trusted_types = added.trusted_types.unwrap_or(true);
        }
        policy
    }

    /// Admits an inline script.
    pub(super) fn admit(&mut self, script: &str) {
        self.scripts.push(policy_source(script));
    }

    /// Lets Trunk's live reload work: it has a nonce, connects to a socket and writes markup.
    pub(super) fn admit_live_reload(&mut self) {
        self.scripts.push(format!("'nonce-{NONCE}'"));
        self.connections.push("ws:".to_owned());
        self.trusted_types = false;
    }

    /// The policy as the content of its `<meta>`.
    pub(super) fn content(&self) -> String {
        let mut directives = vec!["default-src 'none'".to_owned()];
        for (name, sources) in [
            ("script-src", &self.scripts),
            ("style-src", &self.styles),
            ("img-src", &self.images),
            ("connect-src", &self.connections),
            ("frame-src", &self.frames),
            ("manifest-src", &self.manifests),
        ] {
            if !sources.is_empty() {
                directives.push(format!("{name} {}", sources.join(" ")));
            }
        }
        directives.extend(["base-uri 'none'".to_owned(), "form-action 'none'".to_owned()]);
        if self.trusted_types {
            directives.push("require-trusted-types-for 'script'".to_owned());
            directives.push(format!("trusted-types {TRUSTED_TYPES}"));
        }
        directives.join("; ")
    }
}
