//! Natively: the HTML that shows a profile in another site, with a fallback
//! made from the document for everyone whom the script does not reach.

use crate::check::folder;
use crate::markup::{Element, el};
use crate::model::Profile;
use crate::reading::spoken;
use crate::sections::moment;
use crate::words::Words;

/// The script that the snippet names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Script {
    /// The one that follows the site.
    Lasting,
    /// The copy of one build: its name, and what it has to be.
    Pinned {
        /// The name in the site's folder.
        name: String,
        /// The value of the `integrity` attribute.
        integrity: String,
    },
}

/// The snippet for a profile. `host` is the address of the site's folder, with
/// a slash at the end; `file` is the document's name in `profiles/`.
pub fn snippet(profile: &Profile, host: &str, file: &str, script: &Script) -> String {
    let tag = el("script").attr("type", "module");
    let tag = match script {
        Script::Lasting => tag.attr("src", &format!("{host}embed.js")),
        Script::Pinned { name, integrity } => tag
            .attr("src", &format!("{host}{name}"))
            .attr("integrity", integrity)
            .attr("crossorigin", "anonymous"),
    };
    let mut html = String::new();
    tag.write(&mut html);
    let mut element = String::new();
    el("partner-profile").attr("src", &format!("{host}profiles/{file}")).write(&mut element);
    let (start, end) = element.split_at(element.len() - "</partner-profile>".len());
    html.push_str(&format!("\n{start}\n"));
    for line in fallback(profile, &format!("{host}{}", folder(file))) {
        html.push_str("  ");
        line.write(&mut html);
        html.push('\n');
    }
    html.push_str(end);
    html.push('\n');
    html
}

/// What matters most: whose profile it is, where it stands, and the facts.
fn fallback(profile: &Profile, page: &str) -> Vec<Element> {
    let words = Words::of(profile.language);
    let say = |element: Element| spoken(element, profile.language);
    let link = el("a").attr("href", page).text(&profile.title);
    let mut facts = el("ul");
    if let Some(membership) = profile.membership() {
        facts =
            facts.children(membership.entries.iter().map(|entry| {
                el("li").text(&format!("{}: ", entry.label)).child(moment(&entry.when))
            }));
    }
    if let Some(strength) = profile.strength() {
        let current = &strength.current;
        let kind = words.count_kind(current.kind);
        let text = format!("{kind}: {} {}", current.value, current.label);
        facts = facts.child(el("li").text(&text));
    }
    vec![say(el("p")).child(link), say(el("p")).text(&profile.lead), say(facts)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lithuania() -> Profile {
        crate::model::read(include_str!("../public/profiles/lithuania.json")).unwrap()
    }

    #[test]
    fn the_fallback_carries_the_facts() {
        let html =
            snippet(&lithuania(), "https://a.example/b/", "lithuania.json", &Script::Lasting);
        assert!(html.starts_with(
            "<script type=\"module\" src=\"https://a.example/b/embed.js\"></script>\n\
             <partner-profile src=\"https://a.example/b/profiles/lithuania.json\">\n"
        ));
        assert!(html.ends_with("\n</partner-profile>\n"));
        assert!(html.contains("<a href=\"https://a.example/b/lithuania/\">Lithuania in the"));
        assert!(html.contains("30 soldiers deployed"));
        assert!(html.contains("<time datetime=\"2014-12-03\">"));
    }

    #[test]
    fn the_fallback_of_a_translation_leads_to_its_own_page() {
        let host = "https://a.example/";
        let html = snippet(&lithuania(), host, "lithuania.lt.json", &Script::Lasting);
        assert!(html.contains("<a href=\"https://a.example/lithuania/lt/\">"), "{html}");
    }

    #[test]
    fn a_pinned_script_carries_its_hash() {
        let script = Script::Pinned { name: "embed-1.js".into(), integrity: "sha384-x".into() };
        let html = snippet(&lithuania(), "https://a.example/", "lithuania.json", &script);
        assert!(html.starts_with(
            "<script type=\"module\" src=\"https://a.example/embed-1.js\" integrity=\"sha384-x\" \
             crossorigin=\"anonymous\"></script>\n"
        ));
    }
}
