use leptos::prelude::*;

use super::render_context::{lang_and_dir, use_render_context};
use super::text::{DateText, Localized};
use super::working_groups::WorkingGroups;
use crate::model::{Count, Entry, Membership, Strength};

/// The class of one fact.
const FACT: &str = "pp-facts__fact";

/// What matters most, as a list of labels and facts.
#[component]
pub fn Facts(
    /// Since when the partner belongs, and to which working groups.
    membership: Option<Membership>,
    /// The current strength.
    strength: Option<Strength>,
) -> impl IntoView {
    let context = use_render_context();
    let (entries, groups) = membership.map(|it| (it.entries, it.groups)).unwrap_or_default();
    (!entries.is_empty() || !groups.is_empty() || strength.is_some()).then(|| {
        let title = context.messages.at_a_glance;
        let title_lang = context.messages_language().map(|language| language.as_str());
        let (lang, dir) = lang_and_dir(context.text_language());
        let entries = entries.into_iter().map(|entry| view! { <EntryFact entry/> });
        view! {
            <section class="pp-facts" part="facts" aria-label=title lang=title_lang>
                <p class="pp-facts__title" aria-hidden="true"><Localized text=title/></p>
                <dl class="pp-facts__list" lang=lang dir=dir>
                    {entries.collect_view()}
                    <WorkingGroups class=FACT part="fact" groups/>
                    {strength.map(|strength| view! { <CountFact count=strength.current/> })}
                </dl>
            </section>
        }
    })
}

#[component]
fn EntryFact(entry: Entry) -> impl IntoView {
    view! {
        <div class=FACT part="fact">
            <dt>{String::from(entry.label)}</dt>
            <dd><DateText when=entry.when/></dd>
        </div>
    }
}

#[component]
fn CountFact(count: Count) -> impl IntoView {
    view! {
        <div class=FACT part="fact">
            <dt><Localized text=(use_render_context().messages.count_kind)(count.kind)/></dt>
            <dd>{format!("{} {}", count.value, count.label)}</dd>
        </div>
    }
}
