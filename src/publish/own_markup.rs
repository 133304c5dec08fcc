//! What an operator has added to `index.html`: the inline scripts that the policy admits, and the
//! mistakes by which something would run without the choice, or never.

use scraper::{ElementRef, Html, Selector};

use super::bytes::policy_source;
use crate::consent::ScriptType;
use crate::model::{ContentPolicy, ContentSource, Site};

/// The file, as messages name it.
const FILE: &str = "index.html";

/// What an operator has added to the shell.
pub(super) struct OwnMarkup(Html);

impl OwnMarkup {
    pub(super) fn read(shell: &str) -> Self {
        Self(Html::parse_document(shell))
    }

    /// The texts of the inline scripts that browsers run, at once or when the choice allows it. What
    /// Trunk adds has a nonce.
    pub(super) fn inline_scripts(&self) -> impl Iterator<Item = String> {
        let scripts = select(&self.0, "script:not([src], [data-src], [nonce])").into_iter();
        let run = scripts.filter(|script| type_of(*script) != ScriptType::Unknown);
        run.map(|script| script.text().collect::<String>()).filter(|text| !text.trim().is_empty())
    }

    /// What the operator should know of it.
    pub(super) fn remarks(&self, site: &Site) -> Vec<String> {
        let elements = select(&self.0, "script, iframe");
        let of_elements = elements.iter().flat_map(|element| of_element(*element, site));
        let of_pictures = select(&self.0, "noscript").into_iter().filter_map(of_noscript);
        let of_inline = self.inline_scripts().map(|text| {
            format!("{FILE}: the pages allow its inline script {}", policy_source(&text))
        });
        let hints = self.inline_scripts().filter_map(|text| of_text(&text, site));
        of_elements.chain(of_pictures).chain(hints).chain(of_inline).collect()
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

/// What is wrong with a script or a frame.
fn of_element(element: ElementRef, site: &Site) -> Vec<String> {
    let is_frame = element.value().name() == "iframe";
    let mut remarks = Vec::new();
    if let Some(ids) = element.attr("data-consent") {
        if is_frame && (element.attr("src").is_some() || element.attr("data-src").is_none()) {
            remarks.push("loads at once: write data-src in place of src".to_owned());
        } else if !is_frame && !waits(element) {
            remarks.push("runs at once: give it type=\"text/plain\"".to_owned());
        } else if !is_frame && type_of(element) == ScriptType::Unknown {
            remarks.push("never runs: browsers do not run what its data-type says".to_owned());
        }
        let unknown: Vec<_> =
            ids.split_ascii_whitespace().filter(|id| site.purpose(id).is_none()).collect();
        if !unknown.is_empty() || ids.trim().is_empty() {
            let known: Vec<_> = site.consent.purposes.iter().map(|it| &*it.id).collect();
            remarks.push(format!(
                "waits for ever: public/site.json has no purpose \"{}\", but {}",
                unknown.join(" "),
                known.join(", ")
            ));
        }
    }
    let address = element.attr("src").or_else(|| element.attr("data-src"));
    let is_run = is_frame || type_of(element) != ScriptType::Unknown;
    remarks.extend(address.filter(|_| is_run).and_then(|it| of_address(it, is_frame, site)));
    remarks.into_iter().map(|remark| format!("{FILE}: {} {remark}", tag(element))).collect()
}

/// What is wrong with the address of a script or a frame.
fn of_address(address: &str, is_frame: bool, site: &Site) -> Option<String> {
    let empty: &[ContentSource] = &[];
    let list = |read: fn(&ContentPolicy) -> &Vec<ContentSource>| {
        site.policy.as_ref().map_or(empty, |policy| read(policy))
    };
    let (key, sources) = if is_frame {
        ("frame_src", list(|policy| &policy.frame_src))
    } else {
        ("script_src", list(|policy| &policy.script_src))
    };
    let full = if address.starts_with("//") { format!("https:{address}") } else { address.into() };
    let Some(origin) = origin(&full) else {
        let needed = is_frame && !sources.iter().any(|source| **source == *"'self'");
        let is_found = address.starts_with('/');
        return match (is_found, needed) {
            (false, _) => Some(
                "is found by pages at the root only: write a full address, or begin with /".into(),
            ),
            (true, true) => {
                Some("needs \"'self'\" in frame_src of policy in public/site.json".into())
            }
            (true, false) => None,
        };
    };
    let own = site.address.as_deref().and_then(self::origin);
    let admits = |source: &ContentSource| match &**source {
        "'self'" => own.as_deref() == Some(&*origin),
        source => is_admitted(&origin, source),
    };
    let is_own_script = !is_frame && own.as_deref() == Some(&*origin);
    let is_admitted = is_own_script || sources.iter().any(admits);
    (!is_admitted).then(|| format!("needs \"{origin}\" in {key} of policy in public/site.json"))
}

/// The origin of a full address.
fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    Some(format!("{scheme}://{host}"))
}

/// Whether a source of a policy has an origin among those that it stands for.
fn is_admitted(origin: &str, source: &str) -> bool {
    let Some(source) = self::origin(source) else { return false };
    match source.split_once("://*") {
        Some((scheme, end)) => origin.starts_with(&format!("{scheme}://")) && origin.ends_with(end),
        None => source == origin,
    }
}

/// What is wrong with what visitors without scripts get, who are not asked.
fn of_noscript(noscript: ElementRef) -> Option<String> {
    let markup = noscript.inner_html().to_ascii_lowercase().replace("&lt;", "<");
    let loads = ["<img", "<iframe"].iter().any(|tag| markup.contains(tag));
    loads.then(|| {
        format!(
            "{FILE}: <noscript> loads a picture or a frame for visitors who cannot be asked: take it out"
        )
    })
}

/// What will be refused of what an inline script does.
fn of_text(text: &str, site: &Site) -> Option<String> {
    let is_relaxed = site.policy.as_ref().is_some_and(|policy| policy.trusted_types == Some(false));
    let makes_scripts = ["createElement('script')", "createElement(\"script\")"]
        .iter()
        .any(|call| text.contains(call));
    (makes_scripts && !is_relaxed).then(|| {
        let source = policy_source(text);
        format!(
            "{FILE}: the inline script {source} makes a script element, whose address Trusted Types \
             refuse: load that script by a tag of its own, or write \"trusted_types\": false in policy"
        )
    })
}

/// The start tag of an element.
fn tag(element: ElementRef) -> String {
    let attributes = element.value().attrs().map(|(name, value)| format!(" {name}=\"{value}\""));
    format!("<{}{}>", element.value().name(), attributes.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(policy: &str) -> Site {
        let text = include_str!("../../tests/fixtures/site/full.json");
        let mut site: Site = crate::model::read(text).expect("the fixture is right");
        site.policy = serde_json::from_str(policy).expect("a policy");
        site
    }

    /// What is said of markup, without the tags that it is about.
    fn said(markup: &str, policy: &str) -> Vec<String> {
        let remarks =
            OwnMarkup::read(&format!("<!doctype html><body>{markup}")).remarks(&site(policy));
        remarks.into_iter().map(|remark| remark.replace("index.html: ", "")).collect()
    }

    #[test]
    fn what_waits_as_it_should_is_passed_over() {
        let policy = r#"{"script_src": ["https://a.example", "https://*.b.example/x"], "frame_src": ["'self'", "https://f.example"]}"#;
        for markup in [
            r#"<script type="text/plain" data-consent="statistics" src="https://a.example/x.js"></script>"#,
            r#"<script type="TEXT/PLAIN" data-consent="statistics preferences" src="//c.b.example/x.js"></script>"#,
            r#"<script type="text/plain" data-consent="statistics" data-type="banner" src="/count.js"></script>"#,
            r#"<script src="https://partners.example/own.js"></script>"#,
            r#"<iframe data-consent="statistics" data-src="/film.html"></iframe>"#,
            r#"<iframe data-consent="statistics" data-src="https://f.example/1"></iframe>"#,
            r#"<script type="application/json">{"src": 1}</script>"#,
            "<noscript>Without scripts this page is still readable.</noscript>",
        ] {
            assert_eq!(said(markup, policy), Vec::<String>::new(), "{markup}");
        }
    }

    #[test]
    fn each_mistake_is_told_with_its_mend() {
        for (markup, wanted) in [
            (r#"<script data-consent="statistics" src="/a.js"></script>"#, "type=\"text/plain\""),
            (
                r#"<script type="text/javascript" data-consent="statistics" src="/a.js"></script>"#,
                "runs at once",
            ),
            (
                r#"<iframe data-consent="statistics" src="https://f.example/"></iframe>"#,
                "data-src in place of src",
            ),
            (r#"<iframe data-consent="statistics"></iframe>"#, "data-src in place of src"),
            (
                r#"<script type="text/plain" data-consent="Statistics" src="/a.js"></script>"#,
                "no purpose \"Statistics\", but preferences, statistics",
            ),
            (
                r#"<script type="text/plain" data-consent="statistics gone" src="/a.js"></script>"#,
                "no purpose \"gone\"",
            ),
            (
                r#"<script type="text/plain" data-consent="" src="/a.js"></script>"#,
                "waits for ever",
            ),
            (
                r#"<script type="text/plain" data-type="text/babel" data-consent="statistics" src="/a.js"></script>"#,
                "never runs",
            ),
            (
                r#"<script type="text/plain" data-consent="statistics" src="a.js"></script>"#,
                "full address",
            ),
            (
                r#"<script type="text/plain" data-consent="statistics" src="https://b.example/a.js"></script>"#,
                "\"https://b.example\" in script_src",
            ),
            (
                r#"<script type="text/plain" data-consent="statistics" data-src="//b.example:8443/a.js"></script>"#,
                "\"https://b.example:8443\" in script_src",
            ),
            (
                r#"<iframe data-consent="statistics" data-src="https://f.example/1"></iframe>"#,
                "\"https://f.example\" in frame_src",
            ),
            (
                r#"<iframe data-consent="statistics" data-src="/film.html"></iframe>"#,
                "\"'self'\" in frame_src",
            ),
            (
                r#"<noscript><p><img src="https://m.example/matomo.php?rec=1" alt=""></p></noscript>"#,
                "cannot be asked",
            ),
        ] {
            let said = said(markup, r#"{"script_src": ["https://a.example"]}"#);
            assert!(said.iter().any(|remark| remark.contains(wanted)), "{markup}: {said:?}");
        }
    }

    #[test]
    fn inline_scripts_are_told_by_their_hash() {
        let waiting = r#"<script type="text/plain" data-consent="statistics">count()</script>"#;
        let at_once = "<script>count()</script>";
        let hash = policy_source("count()");
        for markup in [waiting, at_once] {
            assert_eq!(said(markup, "{}"), [format!("the pages allow its inline script {hash}")]);
        }
        let maker = r#"<script>var g=document.createElement('script');g.src='x'</script>"#;
        assert!(said(maker, "{}")[0].contains("Trusted Types"));
        assert_eq!(said(maker, r#"{"trusted_types": false}"#).len(), 1);
        let data =
            r#"<script type="application/json">{}</script><script nonce="x">live()</script>"#;
        assert_eq!(OwnMarkup::read(data).inline_scripts().count(), 0);
    }
}
