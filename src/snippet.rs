//! Natively: the HTML that shows a profile in another site, with a fallback
//! made from the document for everyone whom the script does not reach.

use leptos::prelude::*;

use crate::check::folder;
use crate::components::DateText;
use crate::i18n::Messages;
use crate::model::{Profile, Strength};
use crate::render;

/// The snippet for a profile. `host` is the address of the site's folder, with
/// a slash at the end; `file` is the document's name in `profiles/`; `pin` names the copy of the script in
/// one build, and what it has to be (`integrity`); `height` is what
/// the page reserves for it, in pixels.
///
/// The tag and all in it is one line of text with links, spans and breaks: editors of
/// other sites make paragraphs of lines, and take out what they don't know.
pub fn snippet(
    profile: &Profile,
    host: &str,
    file: &str,
    pin: Option<(String, String)>,
    height: Option<u32>,
) -> String {
    let (name, integrity) = pin.unzip();
    let name = name.as_deref().unwrap_or("embed.js");
    let crossorigin = integrity.is_some().then_some("anonymous");
    let (script, source) = (format!("{host}{name}"), format!("{host}profiles/{file}"));
    let page = format!("{host}{}", folder(file));
    let style = height.map(|height| format!("display: block; min-height: {height}px"));
    let (lang, dir) = (profile.language.as_str(), profile.language.direction());
    let lead = profile.lead.to_string();
    render::html(|| {
        view! {
            <script
                type="module"
                src=script
                integrity=integrity
                crossorigin=crossorigin
                referrerpolicy="no-referrer"
            ></script>
            "\n"
            <partner-profile src=source style=style>
                <span lang=lang dir=dir>
                    <a href=page>{profile.title.to_string()}</a>
                </span>
                <Line lang dir>{lead}</Line>
                {facts(profile)}
            </partner-profile>
            "\n"
        }
    })
}

/// A line after another. Where breaks are taken out, a space is left.
#[component]
fn Line(
    /// The language of its text.
    lang: &'static str,
    /// The direction of its text.
    dir: &'static str,
    /// Its text.
    children: Children,
) -> impl IntoView {
    view! {
        <br/>
        " "
        <span lang=lang dir=dir>
            {children()}
        </span>
    }
}

/// What matters most, a line each.
fn facts(profile: &Profile) -> impl IntoView + use<> {
    let (lang, dir) = (profile.language.as_str(), profile.language.direction());
    let entries = profile.membership().into_iter().flat_map(|membership| &membership.entries);
    let entries = entries.map(|entry| {
        let (label, when) = (format!("{}: ", entry.label), entry.when.clone());
        view! {
            <Line lang dir>
                {label}
                <DateText when/>
            </Line>
        }
    });
    let strength = profile.strength().map(|Strength { current, .. }| {
        let kind = (Messages::of(profile.language).count_kind)(current.kind);
        let strength = format!("{kind}: {} {}", current.value, current.label);
        view! { <Line lang dir>{strength}</Line> }
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

    const HOST: &str = "https://a.example/b/";

    fn printed(file: &str, pin: Option<(String, String)>, height: Option<u32>) -> String {
        snippet(&lithuania(), HOST, file, pin, height)
    }

    /// With a height that the page reserves. The end-to-end tests do to it what editors of other sites do.
    #[test]
    fn it_is_two_lines_without_blocks() {
        let html = printed("lithuania.json", None, Some(4000));
        let example = include_str!("../tests/e2e/hosts/printed.html");
        assert_eq!(html.replace(HOST, "https://HOST/"), example);
        assert_eq!(html.lines().count(), 2);
        for block in ["<p", "<ul", "<li", "<div", "<h"] {
            assert!(!html.replace("<partner-profile", "").contains(block), "{block}");
        }
    }

    #[test]
    fn the_fallback_of_a_translation_leads_to_its_own_page() {
        let html = printed("lithuania.lt.json", None, None);
        assert!(html.contains("<a href=\"https://a.example/b/lithuania/lt/\">"), "{html}");
    }

    #[test]
    fn a_pinned_script_carries_its_hash() {
        let pin = Some(("embed-1.js".into(), "sha384-x".into()));
        let html = printed("lithuania.json", pin, None);
        assert!(html.starts_with(
            "<script type=\"module\" src=\"https://a.example/b/embed-1.js\" \
             integrity=\"sha384-x\" crossorigin=\"anonymous\" \
             referrerpolicy=\"no-referrer\"></script>\n"
        ));
    }
}
