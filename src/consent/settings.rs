use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::choice::{Follower, View};
use super::live::Live;
use super::notice::{ACCEPT, OPT_OUT, SAVE, button, listen};
use super::policy::Purposes;
use super::record::{Channel, LIFETIME};
use super::state::{Answer, Keeping};
use crate::markup::{Element, Listener, Markup, el};
use crate::model::{End, Language};
use crate::model::{Lifetime, Phrase, Purpose, Site};
use crate::words::{Cookies, Words};

/// The anchor of the cookie section.
pub const ANCHOR: &str = "cookie-settings";

/// The page's cookie section: what is kept in the browser, under which name, by
/// whom, why and how long, with the controls in place. It is made from the site
/// document, as is what the gate does. Without scripts it says the same, and
/// that nothing optional runs. `level` is that of its heading.
pub fn settings(site: Arc<Site>, words: &'static Words, level: u8) -> Markup {
    Markup::new(move || section(&site, words, level))
}

fn section(site: &Site, all: &Words, level: u8) -> Element {
    let words = &all.cookies;
    let section = el("section")
        .class("pp-cookies")
        .attr("id", ANCHOR)
        .attr("tabindex", "-1")
        .attr("aria-label", words.settings)
        .child(title(level, words.settings).class("pp-cookies__title"))
        .child(el("p").text(words.intro));
    let section = if site.consent.purposes.is_empty() {
        section.child(el("p").text(words.nothing_optional))
    } else {
        section.child(controls(site, all))
    };
    let links = [(&site.contact, words.contact), (&site.privacy, words.privacy)];
    section.children(
        links.into_iter().filter_map(|(link, text)| {
            Some(el("p").child(text_or_link(text, Some(link.as_deref()?))))
        }),
    )
}

/// Names the purpose of a checkbox.
const PURPOSE: &str = "data-pp-purpose";

/// They can be used once the page has come to life: until then nothing optional runs, as it says.
fn controls(site: &Site, all: &Words) -> Element {
    let Words { language, cookies: words, .. } = all;
    let purposes = &site.consent.purposes;
    let has_several = purposes.len() > 1;
    let lifetime = Lifetime::Days(u32::try_from(LIFETIME / 86_400_000).unwrap_or_default());
    let record = el("li")
        .class("pp-cookies__purpose")
        .child(el("p").class("pp-cookies__name").text(words.record))
        .child(el("p").text(words.record_text))
        .child(el("ul").child(entry(all, &site.storage_key(), words.storage, None, lifetime)));
    let purposes = purposes.iter().map(|purpose| {
        let (label, spoken) = purpose.label.of(*language);
        let name = if has_several {
            let checkbox = el("input").attr("type", "checkbox").attr(PURPOSE, &purpose.id);
            el("label").child(checkbox)
        } else {
            el("p")
        };
        let name = name.class("pp-cookies__name").attr("lang", spoken.as_str()).text(label);
        el("li").class("pp-cookies__purpose").child(name).children(details(purpose, all))
    });
    let list = el("ul").class("pp-cookies__list").child(record).children(purposes);
    let state = el("p").class(STATE).attr("role", "status").text(words.inactive);
    let actions = el("div")
        .class("pp-cookies__actions")
        .children(has_several.then(|| button(words.save, SAVE)))
        .child(button(words.accept, ACCEPT))
        .child(button(words.opt_out, OPT_OUT));
    el("fieldset")
        .class("pp-cookies__controls")
        .attr("disabled", "")
        .child(list)
        .child(actions)
        // Last, since it changes: what is pressed must not move.
        .child(state)
}

/// The class of the sentences that say how the choice stands.
const STATE: &str = "pp-cookies__state";

/// Keeps what the section in `root` says, and its checkboxes, as the choice stands, and obeys its
/// buttons.
pub fn follower(
    live: &'static Live,
    root: &web_sys::Element,
    words: &'static Words,
) -> Option<Follower> {
    let element = root.query_selector(&["#", ANCHOR, " fieldset"].concat()).ok()??;
    let state = element.query_selector(&[".", STATE].concat()).ok()??;
    let _listener = listen(live, &element, Channel::Settings);
    let words = &words.cookies;
    let controls = Controls { live, element, state, words, shown: Cell::default(), _listener };
    Some(Rc::new(move |view| controls.show(&view)))
}

/// The controls on the page. They are obeyed until this is dropped.
struct Controls {
    live: &'static Live,
    element: web_sys::Element,
    state: web_sys::Element,
    words: &'static Cookies,
    /// The answer that the checkboxes show, or did before the visitor changed them.
    shown: Cell<Option<Answer>>,
    _listener: Listener,
}

impl Controls {
    fn show(&self, view: &View) {
        let said = told(self.live, view, self.words);
        // The same words set again would be read out again.
        if self.state.text_content().as_ref() != Some(&said) {
            self.state.set_text_content(Some(&said));
        }
        let _ = self.element.remove_attribute("disabled");
        let answer = Some(view.consent.answer);
        if self.shown.replace(answer) == answer {
            return;
        }
        let allowed = view.consent.allowed();
        for (checkbox, purpose) in checkboxes(self.live, &self.element) {
            checkbox.set_checked(allowed.has(purpose));
        }
    }
}

/// What the checkboxes in an element ask for.
pub fn wanted(live: &Live, element: &web_sys::Element) -> Purposes {
    checkboxes(live, element)
        .into_iter()
        .filter(|(checkbox, _)| checkbox.checked())
        .fold(Purposes::NONE, |wanted, (_, purpose)| wanted | purpose)
}

fn checkboxes(live: &Live, element: &web_sys::Element) -> Vec<(HtmlInputElement, Purposes)> {
    let Ok(found) = element.query_selector_all(&["[", PURPOSE, "]"].concat()) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<HtmlInputElement>().ok())
        .map(|checkbox| {
            let id = checkbox.get_attribute(PURPOSE).unwrap_or_default();
            (checkbox, live.policy.purpose(&id))
        })
        .collect()
}

/// How the choice stands, in a sentence or two.
fn told(live: &Live, view: &View, words: &Cookies) -> String {
    let consent = view.consent;
    let is_on = consent.allowed() == live.policy.all();
    let mut said = vec![match consent.answer {
        Answer::Unknown => words.inactive,
        Answer::Signalled => words.signalled,
        Answer::Undecided { .. } if is_on => words.on_unasked,
        Answer::Undecided { .. } => words.off_unasked,
        Answer::Decided(_) if is_on => words.accepted,
        Answer::Decided(_) if consent.allowed().is_empty() => words.opted_out,
        Answer::Decided(_) => words.chosen,
    }];
    if consent.is_decided() && consent.keeping == Keeping::MemoryOnly {
        said.push(words.not_kept);
    }
    if view.lingers {
        said.push(words.lingers);
    }
    said.join(" ")
}

/// What a purpose is for and what it keeps.
fn details(purpose: &Purpose, words: &Words) -> [Element; 2] {
    let language = words.language;
    let told = |text: &Option<Phrase>| text.as_ref().map(|text| phrase(text, language));
    let cookies = purpose.cookies.iter().map(|cookie| {
        entry(words, &cookie.name, words.cookies.cookie, cookie.by.as_deref(), cookie.lifetime)
            .children(told(&cookie.text))
    });
    let storage = purpose.storage.iter().map(|stored| {
        entry(words, &stored.key, words.cookies.storage, stored.by.as_deref(), stored.lifetime)
            .children(told(&stored.text))
    });
    [phrase(&purpose.text, language), el("ul").children(cookies).children(storage)]
}

/// One cookie or key.
fn entry(all: &Words, name: &str, kind: &str, by: Option<&str>, lifetime: Lifetime) -> Element {
    let words = &all.cookies;
    let lasts = match lifetime {
        Lifetime::Until(End::Session) => words.session.to_owned(),
        Lifetime::Until(End::UntilRefused) => words.until_refused.to_owned(),
        Lifetime::Days(days) => all.days(days),
    };
    let by = by.unwrap_or(words.this_site);
    let facts = format!("{kind} · {} {by} · {} {lasts}", words.set_by, words.kept);
    el("li")
        .class("pp-cookies__entry")
        .child(el("code").attr("dir", "ltr").text(name))
        .child(el("span").text(&facts))
}

fn phrase(phrase: &Phrase, language: Language) -> Element {
    let (text, language) = phrase.of(language);
    el("p").attr("lang", language.as_str()).text(text)
}

/// A heading of a level from 1; HTML has elements down to the sixth.
fn title(level: u8, text: &str) -> Element {
    let heading = if level > 6 {
        el("div").attr("role", "heading").attr("aria-level", &level.to_string())
    } else {
        el(["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.max(1) - 1)])
    };
    heading.attr("tabindex", "-1").text(text)
}

fn text_or_link(text: &str, url: Option<&str>) -> Element {
    match url {
        Some(url) => el("a").attr("href", url).attr("rel", "noopener noreferrer").text(text),
        None => el("span").text(text),
    }
}
