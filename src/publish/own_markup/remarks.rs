use scraper::ElementRef;

use super::address::of_address;
use super::{OwnMarkup, select, type_of, waits};
use crate::consent::ScriptType;
use crate::model::Site;
use crate::publish::bytes::policy_source;

/// The file, as messages name it.
const FILE: &str = "index.html";

impl OwnMarkup {
    /// What the operator should know of it.
    pub(in crate::publish) fn remarks(&self, site: &Site) -> Vec<String> {
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
        } else if !is_frame && element.attr("nomodule").is_some() {
            remarks.push("never runs: browsers pass over what has nomodule".to_owned());
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
    // Of a script that does not wait it is data of its own.
    let later = element.attr("data-src").filter(|_| is_frame || waits(element));
    let address = element.attr("src").or(later);
    let is_run = is_frame || type_of(element) != ScriptType::Unknown;
    remarks.extend(address.filter(|_| is_run).and_then(|it| of_address(it, is_frame, site)));
    remarks.into_iter().map(|remark| format!("{FILE}: {} {remark}", tag(element))).collect()
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
        let text = include_str!("../../../tests/fixtures/site/full.json");
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
            r#"<script src="https://a.example:443/x.js"></script>"#,
            r#"<script src="HTTPS://A.example/x.js"></script>"#,
            r#"<iframe src="about:blank"></iframe>"#,
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
                r#"<script type="text/plain" data-consent="statistics" nomodule src="/a.js"></script>"#,
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
                r#"<iframe data-consent="statistics" data-src="https://partners.example/film.html"></iframe>"#,
                "\"'self'\" in frame_src",
            ),
            (r#"<script src="data:text/javascript,count()"></script>"#, "\"data:\" in script_src"),
            (r#"<iframe src="blob:https://a.example/1"></iframe>"#, "\"blob:\" in frame_src"),
            (r#"<iframe src="javascript:false"></iframe>"#, "starts with https://"),
            (r#"<script src="http://a.example/x.js"></script>"#, "starts with https://"),
            (
                r#"<script src="https://a.example:8443/x.js"></script>"#,
                "\"https://a.example:8443\"",
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
        let at_once_with_data = r#"<script data-src="x.csv">count()</script>"#;
        for markup in [waiting, at_once, at_once_with_data] {
            assert_eq!(said(markup, "{}"), [format!("the pages allow its inline script {hash}")]);
        }
        let maker = r#"<script>var g=document.createElement('script');g.src='x'</script>"#;
        assert!(said(maker, "{}")[0].contains("Trusted Types"));
        assert_eq!(said(maker, r#"{"trusted_types": false}"#).len(), 1);
        for none in [
            r#"<script type="application/json">{}</script>"#,
            r#"<script nonce="x">live()</script>"#,
            r#"<script type="text/plain" data-consent="statistics" data-src="/a.js">a()</script>"#,
        ] {
            assert_eq!(OwnMarkup::read(none).inline_scripts().count(), 0, "{none}");
        }
    }
}
