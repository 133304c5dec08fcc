use leptos::either::either;
use leptos::prelude::*;

use super::consent_parts::{ConsentAction, ConsentButton, ConsentSummary};
use super::wording::Wording;
use super::{TextOrLink, Title};
use crate::consent::{ANCHOR, Purposes, Via, use_consent};
use crate::i18n::Messages;
use crate::interactive;
use crate::model::{
    Cookie, End, Language, Lifetime, NoticeWording, Phrase, Purpose, Site, StorageKey,
};

/// The page's cookie section: what is kept in the browser, under which name, by
/// whom, why and how long, with the controls in place. It is made from the site
/// document, as is what the gate does. Without scripts it says the same, and
/// that nothing optional runs.
#[component]
pub fn CookieSettings(
    /// The site that it is about.
    site: Site,
    /// The interface's messages.
    messages: &'static Messages,
    /// The level of its heading.
    level: u8,
) -> impl IntoView {
    let cookies = &messages.cookies;
    let has_purposes = !site.consent.purposes.is_empty();
    let contact = site.contact.clone().map(|url| (cookies.contact, url));
    let privacy = site.privacy.clone().map(|url| (cookies.privacy, url));
    let links = contact.into_iter().chain(privacy).map(|(text, url)| {
        view! { <p><TextOrLink text url=Some(url)/></p> }
    });
    view! {
        <section class="pp-cookies" id=ANCHOR tabindex="-1" aria-label=cookies.settings>
            <Title level class="pp-cookies__title" text=cookies.settings/>
            <p>{cookies.intro}</p>
            {either!(has_purposes,
                true => view! { <Controls site messages/> },
                false => view! { <p>{cookies.nothing_optional}</p> },
            )}
            {links.collect_view()}
        </section>
    }
}

/// They can be used once the page has come to life: until then nothing optional runs, as it says.
#[component]
fn Controls(site: Site, messages: &'static Messages) -> impl IntoView {
    let cookies = &messages.cookies;
    let via = Via::Settings;
    let NoticeWording { accept, opt_out, .. } = site.consent.notice.clone().unwrap_or_default();
    let save = (site.consent.purposes.len() > 1).then(|| {
        view! { <ConsentButton action=ConsentAction::Save via>{cookies.save}</ConsentButton> }
    });
    view! {
        <fieldset class="pp-cookies__controls" disabled=true>
            <KeptList site messages/>
            <div class="pp-cookies__actions">
                {save}
                <ConsentButton action=ConsentAction::Accept via>
                    <Wording phrase=accept built_in=cookies.accept messages/>
                </ConsentButton>
                <ConsentButton action=ConsentAction::OptOut via>
                    <Wording phrase=opt_out built_in=cookies.opt_out messages/>
                </ConsentButton>
            </div>
            // Last, since it changes: what is pressed must not move.
            <ConsentSummary>{cookies.inactive}</ConsentSummary>
        </fieldset>
    }
}

/// What is kept in the browser: the answer, and what each purpose keeps.
#[component]
fn KeptList(site: Site, messages: &'static Messages) -> impl IntoView {
    let cookies = &messages.cookies;
    let (accepted, refused) = site.consent.lifetimes();
    let lifetime = Lifetime::Days(accepted.max(refused));
    let has_several = site.consent.purposes.len() > 1;
    let key = site.storage_key();
    let purposes = site.consent.purposes.into_iter().enumerate().map(|(index, purpose)| {
        view! { <PurposeEntry messages purpose index=has_several.then_some(index)/> }
    });
    view! {
        <ul class="pp-cookies__list">
            <li class="pp-cookies__purpose">
                <p class="pp-cookies__name">{cookies.record}</p>
                <p>{cookies.record_text}</p>
                <ul>
                    <Entry messages name=key kind=cookies.storage by=None lifetime text=None/>
                </ul>
            </li>
            {purposes.collect_view()}
        </ul>
    }
}

/// What a purpose is for and what it keeps. With an index, its place among several, it has a
/// checkbox.
#[component]
fn PurposeEntry(
    messages: &'static Messages,
    purpose: Purpose,
    index: Option<usize>,
) -> impl IntoView {
    let (label, language) = purpose.label.of(messages.language);
    let (label, lang) = (label.to_owned(), language.as_str());
    let name = either!(index,
        Some(index) => view! {
            <label class="pp-cookies__name" lang=lang><PurposeCheckbox index/>{label}</label>
        },
        None => view! { <p class="pp-cookies__name" lang=lang>{label}</p> },
    );
    let cookies = purpose.cookies.into_iter().map(|Cookie { name, lifetime, by, text }| {
        view! { <Entry messages name=name.into() kind=messages.cookies.cookie by lifetime text/> }
    });
    let keys = purpose.storage.into_iter().map(|StorageKey { key, lifetime, by, text }| {
        view! { <Entry messages name=key.into() kind=messages.cookies.storage by lifetime text/> }
    });
    view! {
        <li class="pp-cookies__purpose">
            {name}
            <PhraseText language=messages.language phrase=purpose.text/>
            <ul>{cookies.collect_view()}{keys.collect_view()}</ul>
        </li>
    }
}

/// The checkbox of a purpose.
#[interactive]
fn PurposeCheckbox(
    /// Its place among the purposes.
    index: usize,
) -> impl IntoView {
    let consent = use_consent();
    let purpose = Purposes::one(index);
    view! {
        <input
            type="checkbox"
            class="pp-cookies__box"
            prop:checked=move || consent.snapshot().wanted.has(purpose)
            on:change=move |event| consent.set_wanted(purpose, event_target_checked(&event))
        />
    }
}

/// One cookie or key.
#[component]
fn Entry(
    messages: &'static Messages,
    name: String,
    kind: &'static str,
    by: Option<crate::model::Text>,
    lifetime: Lifetime,
    text: Option<Phrase>,
) -> impl IntoView {
    let cookies = &messages.cookies;
    let lasts = match lifetime {
        Lifetime::Until(End::Session) => cookies.session.to_owned(),
        Lifetime::Until(End::UntilRefused) => cookies.until_refused.to_owned(),
        Lifetime::Days(days) => (messages.days)(days),
    };
    let by = by.as_deref().unwrap_or(cookies.this_site);
    let facts = format!("{kind} · {} {by} · {} {lasts}", cookies.set_by, cookies.kept);
    view! {
        <li class="pp-cookies__entry">
            <code dir="ltr">{name}</code>
            <span>{facts}</span>
            {text.map(|phrase| view! { <PhraseText language=messages.language phrase/> })}
        </li>
    }
}

/// A paragraph in a language, or in English.
#[component]
fn PhraseText(language: Language, phrase: Phrase) -> impl IntoView {
    let (text, language) = phrase.of(language);
    view! { <p lang=language.as_str()>{text.to_owned()}</p> }
}
