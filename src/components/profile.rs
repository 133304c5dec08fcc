use leptos::prelude::*;

use super::contents::Contents;
use super::facts::Facts;
use super::render_context::{RenderContext, lang_and_dir};
use super::sections::Section;
use super::{CopyStatus, Title};
use crate::model;

/// A profile with everything that belongs to it, without the page's own landmarks.
#[component]
pub fn Profile(
    /// The profile.
    profile: model::Profile,
    /// The maps that its sections name; a section whose map is missing does without.
    maps: Vec<model::Map>,
    /// How it is rendered.
    context: RenderContext,
    /// The folder of the flags, as the page addresses it; none are shown without.
    #[prop(optional_no_strip)]
    flags: Option<String>,
) -> impl IntoView {
    let level = context.level;
    provide_context(context);
    let (lang, dir) = lang_and_dir(Some(profile.language));
    let flag = flags.zip(profile.partner.flag.as_ref()).map(|(folder, flag)| {
        let address = [&folder, &**flag, ".svg"].concat();
        view! { <img class="pp-header__flag" src=address alt="" width="60" height="36"/> }
    });
    let (membership, strength) = (profile.membership().cloned(), profile.strength().cloned());
    let contents = profile.sections.iter();
    let contents =
        contents.map(|section| (section.id.to_string(), section.title.to_string())).collect();
    let sections = profile.sections.into_iter().map(|section| {
        let map = section.map().and_then(|name| maps.iter().find(|map| map.name == *name)).cloned();
        view! { <Section section map/> }
    });
    view! {
        <div>
            <article class="pp-profile" lang=lang dir=dir>
                <header class="pp-header" part="header">
                    {flag}
                    <Title level class="pp-header__title" part="heading" text=profile.title/>
                    <p class="pp-header__lead">{String::from(profile.lead)}</p>
                </header>
                <Facts membership strength/>
                <Contents sections=contents/>
                <div class="pp-sections">{sections.collect_view()}</div>
            </article>
            <CopyStatus/>
        </div>
    }
}
