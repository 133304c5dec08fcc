use leptos::prelude::*;

use super::choice::Choice;
use super::notice::button;
use super::policy::Purposes;
use super::record::{Channel, LIFETIME};
use super::state::{Answer, Event, Keeping};
use crate::heading::title;
use crate::markup::Markup;
use crate::profile::Language;
use crate::site::{Lifetime, Phrase, Purpose};
use crate::words::{Cookies, Words};

/// The anchor of the cookie section.
pub const ANCHOR: &str = "cookie-settings";

/// The page's cookie section: what is kept in the browser, under which name, by
/// whom, why and how long, with the controls in place. It is made from the site
/// document, as is what the gate does. Without scripts it says the same, and
/// that nothing optional runs.
#[component]
pub fn Settings(
    /// The level of its heading.
    level: u8,
) -> impl IntoView {
    let choice = Choice::current()?;
    let words = &Words::of(choice.language).cookies;
    let site = choice.site.clone();
    let links = [(&site.contact, words.contact), (&site.privacy, words.privacy)];
    let links = links.map(|(link, text)| {
        let link = link.as_ref()?.to_string();
        Some(view! { <p><a href=link>{text}</a></p> })
    });
    let controls = if site.consent.purposes.is_empty() {
        view! { <p>{words.nothing_optional}</p> }.into_any()
    } else {
        controls(&choice, words).into_any()
    };
    Some(view! {
        <section class="pp-cookies" id=ANCHOR tabindex="-1" aria-label=words.settings>
            {Markup::new(move || title(level, words.settings).class("pp-cookies__title"))}
            <p>{words.intro}</p>
            {controls}
            {links.into_iter().collect_view()}
        </section>
    })
}

fn controls(choice: &Choice, words: &'static Cookies) -> impl IntoView + use<> {
    let policy = choice.site.consent.policy();
    let has_several = choice.site.consent.purposes.len() > 1;
    // What the checkboxes show: what is on, until the visitor changes them.
    let wanted = RwSignal::new(Purposes::NONE);
    let followed = choice.clone();
    Effect::new(move |_| wanted.set(followed.view().consent.allowed()));
    let record = entry(
        words,
        choice.site.storage_key(),
        words.storage,
        None,
        Lifetime::Days(u32::try_from(LIFETIME / 86_400_000).unwrap_or_default()),
        None,
        choice.language,
    );
    let purposes: Vec<_> = choice
        .site
        .consent
        .purposes
        .iter()
        .map(|purpose| {
            let set = policy.purpose(&purpose.id);
            let (label, language) = purpose.label.of(choice.language);
            let label = label.to_owned();
            let name = if has_several {
                view! {
                    <label class="pp-cookies__name" lang=language.as_str()>
                        <input
                            type="checkbox"
                            prop:checked=move || wanted.get().has(set)
                            on:change=move |event| {
                                let is_on = event_target_checked(&event);
                                wanted.update(|wanted| {
                                    *wanted = if is_on { *wanted | set } else { *wanted & !set };
                                });
                            }
                        />
                        {label}
                    </label>
                }
                .into_any()
            } else {
                view! { <p class="pp-cookies__name" lang=language.as_str()>{label}</p> }.into_any()
            };
            view! { <li class="pp-cookies__purpose">{name}{details(purpose, words, choice.language)}</li> }
        })
        .collect();
    let save = has_several.then(|| {
        let choice = choice.clone();
        let save = move |_| choice.send(Event::Save(wanted.get(), Channel::Settings));
        view! { <button type="button" class="pp-button" on:click=save>{words.save}</button> }
    });
    let stated = choice.clone();
    view! {
        <ul class="pp-cookies__list">
            <li class="pp-cookies__purpose">
                <p class="pp-cookies__name">{words.record}</p>
                <p>{words.record_text}</p>
                <ul>{record}</ul>
            </li>
            {purposes}
        </ul>
        <p class="pp-cookies__state" role="status">{move || state(&stated, words)}</p>
        <div class="pp-cookies__actions">
            {save}
            {button(choice, words.accept, Event::Accept(Channel::Settings))}
            {button(choice, words.opt_out, Event::OptOut(Channel::Settings))}
        </div>
    }
}

/// How the choice stands, in a sentence or two.
fn state(choice: &Choice, words: &'static Cookies) -> String {
    let view = choice.view();
    let consent = view.consent;
    let is_on = consent.allowed() == choice.site.consent.policy().all();
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
fn details(
    purpose: &Purpose,
    words: &'static Cookies,
    language: Language,
) -> impl IntoView + use<> {
    let cookies = purpose.cookies.iter().map(|cookie| {
        let by = cookie.by.as_deref();
        let text = cookie.text.as_ref();
        entry(words, cookie.name.to_string(), words.cookie, by, cookie.lifetime, text, language)
    });
    let storage = purpose.storage.iter().map(|entry_| {
        let by = entry_.by.as_deref();
        let text = entry_.text.as_ref();
        entry(words, entry_.key.to_string(), words.storage, by, entry_.lifetime, text, language)
    });
    let entries: Vec<_> = cookies.chain(storage).collect();
    view! {
        {phrase(&purpose.text, language)}
        <ul>{entries}</ul>
    }
}

/// One cookie or key.
fn entry(
    words: &'static Cookies,
    name: String,
    kind: &'static str,
    by: Option<&str>,
    lifetime: Lifetime,
    text: Option<&Phrase>,
    language: Language,
) -> AnyView {
    let lasts = match lifetime {
        Lifetime::Session => words.session.to_owned(),
        Lifetime::UntilRefused => words.until_refused.to_owned(),
        Lifetime::Days(days) => (words.days)(days),
    };
    let by = by.unwrap_or(words.this_site);
    let facts = format!("{kind} · {} {by} · {} {lasts}", words.set_by, words.kept);
    view! {
        <li class="pp-cookies__entry">
            <code dir="ltr">{name}</code>
            <span>{facts}</span>
            {text.map(|text| phrase(text, language))}
        </li>
    }
    .into_any()
}

fn phrase(phrase: &Phrase, language: Language) -> impl IntoView + use<> {
    let (text, language) = phrase.of(language);
    view! { <p lang=language.as_str()>{text.to_owned()}</p> }
}
