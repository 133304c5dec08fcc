//! The page: header, facts panel, contents, sections in order, footer.

use leptos::prelude::*;

use crate::heading::{Announcement, Title};
use crate::map::Map;
use crate::profile::{Profile, Section, Source};
use crate::reading::Reading;
use crate::sections::{MaybeLink, Moment, Publisher, SectionView};

/// The profile with everything that belongs to it, without the page's own landmarks.
#[component]
pub fn ProfileView(
    /// The profile.
    profile: Profile,
    /// The folder of the flags, as the page addresses it.
    flags: String,
    /// The maps that the sections name; a section whose map is missing does without.
    maps: Vec<Map>,
) -> impl IntoView {
    let said = RwSignal::new(None);
    provide_context(Announcement(said));
    provide_context(Publisher(profile.origin.publisher.to_string()));
    let language = profile.language;
    let flag = profile.partner.flag.as_ref().map(|flag| format!("{flags}{flag}.svg"));
    let facts = Facts(FactsProps { profile: profile.clone() });
    let contents = Contents(ContentsProps {
        entries: profile
            .sections
            .iter()
            .map(|section| (section.id().to_string(), section.title().to_string()))
            .collect(),
    });
    view! {
        <article class="pp-profile" lang=language.as_str() dir=language.direction().as_str()>
            <header class="pp-header">
                {flag.map(|src| view! { <img class="pp-header__flag" src=src alt="" width="60" height="36"/> })}
                <Title depth=0 text=profile.title.to_string() class="pp-header__title"/>
                <p class="pp-header__lead">{profile.lead.to_string()}</p>
            </header>
            {facts}
            {contents}
            <div class="pp-sections">
                {profile
                    .sections
                    .into_iter()
                    .map(|section| {
                        let map = map_of(&section, &maps);
                        view! { <SectionView section map/> }
                    })
                    .collect_view()}
            </div>
            <p class="pp-status" role="status">{move || said.get()}</p>
        </article>
    }
}

fn map_of(section: &Section, maps: &[Map]) -> Option<Map> {
    let name = section.map()?;
    maps.iter().find(|map| map.name == *name).cloned()
}

/// What matters most, as a list of labels and facts.
#[component]
fn Facts(
    /// The profile.
    profile: Profile,
) -> impl IntoView {
    let words = Reading::words();
    let entries =
        profile.membership().map(|membership| membership.entries.clone()).unwrap_or_default();
    let groups =
        profile.membership().map(|membership| membership.groups.clone()).unwrap_or_default();
    let strength = profile.strength().map(|strength| strength.current.clone());
    let has_groups = !groups.is_empty();
    view! {
        <section class="pp-facts" aria-label=words.at_a_glance>
            <p class="pp-facts__title" aria-hidden="true">{words.at_a_glance}</p>
            <dl class="pp-facts__list">
                {entries
                    .into_iter()
                    .map(|entry| {
                        view! {
                            <div class="pp-facts__fact">
                                <dt>{entry.label.to_string()}</dt>
                                <dd><Moment when=entry.when/></dd>
                            </div>
                        }
                    })
                    .collect_view()}
                {has_groups
                    .then(|| {
                        view! {
                            <div class="pp-facts__fact">
                                <dt>{words.working_groups}</dt>
                                {groups
                                    .into_iter()
                                    .map(|group| {
                                        view! { <dd>{format!("{} ({})", group.name, words.role(group.role))}</dd> }
                                    })
                                    .collect_view()}
                            </div>
                        }
                    })}
                {strength
                    .map(|current| {
                        view! {
                            <div class="pp-facts__fact">
                                <dt>{words.count_kind(current.kind)}</dt>
                                <dd>{format!("{} {}", current.value, current.label)}</dd>
                            </div>
                        }
                    })}
            </dl>
        </section>
    }
}

/// The list of sections.
#[component]
fn Contents(
    /// Ids and titles.
    entries: Vec<(String, String)>,
) -> impl IntoView {
    let words = Reading::words();
    view! {
        <nav class="pp-contents" aria-label=words.contents>
            <p class="pp-contents__title" aria-hidden="true">{words.contents}</p>
            <ol class="pp-contents__list">
                {entries
                    .into_iter()
                    .map(|(id, title)| view! { <li><a href=format!("#{id}")>{title}</a></li> })
                    .collect_view()}
            </ol>
        </nav>
    }
}

/// Where the profile comes from, how old it is, and what was added to it.
#[component]
pub fn Provenance(
    /// The profile.
    profile: Profile,
) -> impl IntoView {
    let words = Reading::words();
    let added: Vec<(String, Source)> = profile
        .added()
        .into_iter()
        .map(|(what, source)| (what.to_string(), source.clone()))
        .collect();
    let has_added = !added.is_empty();
    let origin = profile.origin;
    view! {
        <div class="pp-provenance">
            <p>
                {words.based_on}
                " "
                <MaybeLink text=origin.title.to_string() url=origin.url.map(|url| url.to_string())/>
                {format!(", {}", origin.publisher)}
            </p>
            <p>
                {match origin.date {
                    Some(when) => view! { {words.origin_dated} " " <Moment when/> }.into_any(),
                    None => words.origin_undated.into_any(),
                }}
            </p>
            {origin.note.map(|note| view! { <p>{note.to_string()}</p> })}
            {has_added
                .then(|| {
                    view! {
                        <p>{words.added_from_elsewhere}</p>
                        <ul>
                            {added
                                .into_iter()
                                .map(|(what, source)| {
                                    view! {
                                        <li>
                                            {format!("{what}: ")}
                                            <MaybeLink
                                                text=source.name.to_string()
                                                url=source.url.map(|url| url.to_string())
                                            />
                                        </li>
                                    }
                                })
                                .collect_view()}
                        </ul>
                    }
                })}
        </div>
    }
}
