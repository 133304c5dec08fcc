use leptos::either::either;
use leptos::prelude::*;

use super::render_context::{RenderContext, lang_and_dir};
use super::text::{DateText, Localized, TextOrLink};
use crate::model::{Origin, Profile, Source};

/// Where a profile comes from, how old it is, and what was added to it.
#[component]
pub fn Provenance(
    /// The profile.
    profile: Profile,
    /// How it is rendered.
    context: RenderContext,
) -> impl IntoView {
    let messages = context.messages;
    let (lang, dir) = lang_and_dir(context.text_language());
    let publisher = [context.text_messages.comma, &*context.publisher].concat();
    provide_context(context);
    let added = profile.sources().into_iter();
    let added = added.map(|(what, source)| (what.to_string(), source.clone())).collect();
    let Origin { title, url, date, note, .. } = profile.origin;
    let dated = either!(date,
        Some(when) => view! { <Localized text=messages.origin_dated/>" "<DateText when/> },
        None => view! { <Localized text=messages.origin_undated/> },
    );
    view! {
        <div class="pp-provenance" part="sources" lang=lang dir=dir>
            <p><Localized text=messages.based_on/>" "<TextOrLink text=title url/>{publisher}</p>
            <p>{dated}</p>
            {note.map(|note| view! { <p>{String::from(note)}</p> })}
            <AddedSources label=messages.added_from_elsewhere added/>
        </div>
    }
}

#[component]
fn AddedSources(label: &'static str, added: Vec<(String, Source)>) -> impl IntoView {
    (!added.is_empty()).then(|| {
        let entries = added.into_iter().map(|(what, Source { name, url })| {
            view! { <li>{what + ": "}<TextOrLink text=name url/></li> }
        });
        view! {
            <p><Localized text=label/></p>
            <ul>{entries.collect_view()}</ul>
        }
    })
}
