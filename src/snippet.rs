//! Natively: the HTML that shows a profile in another site, with a fallback
//! made from the document for everyone whom the script does not reach.

use leptos::prelude::*;

use crate::check::folder;
use crate::components::DateText;
use crate::i18n::Messages;
use crate::model::{Profile, Strength};
use crate::render;

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
    let (name, integrity) = match script {
        Script::Lasting => ("embed.js", None),
        Script::Pinned { name, integrity } => (&**name, Some(integrity.clone())),
    };
    let crossorigin = integrity.is_some().then_some("anonymous");
    let (script, source) = (format!("{host}{name}"), format!("{host}profiles/{file}"));
    let page = format!("{host}{}", folder(file));
    let (lang, dir) = (profile.language.as_str(), profile.language.direction().as_str());
    render::html(|| {
        view! {
            <script type="module" src=script integrity=integrity crossorigin=crossorigin></script>
            "\n"
            <partner-profile src=source>
                "\n  "
                <p lang=lang dir=dir><a href=page>{profile.title.to_string()}</a></p>
                "\n  "
                <p lang=lang dir=dir>{profile.lead.to_string()}</p>
                "\n  "
                <ul lang=lang dir=dir>{facts(profile)}</ul>
                "\n"
            </partner-profile>
            "\n"
        }
    })
}

/// What matters most, as entries of a list.
fn facts(profile: &Profile) -> impl IntoView + use<> {
    let entries = profile.membership().into_iter().flat_map(|membership| &membership.entries);
    let entries = entries.map(|entry| {
        view! { <li>{format!("{}: ", entry.label)}<DateText when=entry.when.clone()/></li> }
    });
    let strength = profile.strength().map(|Strength { current, .. }| {
        let kind = Messages::of(profile.language).count_kind(current.kind);
        view! { <li>{format!("{kind}: {} {}", current.value, current.label)}</li> }
    });
    view! {
        {entries.collect_view()}
        {strength}
    }
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
