use leptos::prelude::*;

use super::MaybeLink;
use crate::profile::{Count, Source};
use crate::reading::Reading;

/// A number of people as a statement of its own: what kind of number, how
/// many, of whom.
#[component]
pub fn Figures(
    /// The numbers.
    counts: Vec<Count>,
) -> impl IntoView {
    let words = Reading::words();
    (!counts.is_empty()).then(|| {
        view! {
            <dl class="pp-figures">
                {counts
                    .into_iter()
                    .map(|count| {
                        view! {
                            <div class="pp-figures__figure">
                                <dt>{words.count_kind(count.kind)}</dt>
                                <dd>
                                    <span class="pp-figures__value">{count.value.to_string()}</span>
                                    {format!(" {}", count.label)}
                                </dd>
                                {count.note.map(|note| view! { <dd class="pp-figures__note">{note.to_string()}</dd> })}
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
        }
    })
}

/// Who published what the profile is based on. It is context since every figure
/// names its source and nothing between uses it.
#[derive(Clone, Debug)]
pub struct Publisher(pub String);

/// What a figure shows, and where its facts come from.
#[component]
pub fn Caption(
    /// How to read the figure.
    #[prop(optional_no_strip)]
    text: Option<&'static str>,
    /// The source, where it is not the profile's origin.
    source: Option<Source>,
) -> impl IntoView {
    let words = Reading::words();
    let (name, url) = match source {
        Some(source) => (Some(source.name.to_string()), source.url.map(|url| url.to_string())),
        None => (use_context::<Publisher>().map(|Publisher(name)| name), None),
    };
    view! {
        <figcaption class="pp-caption">
            {text.map(|text| view! { <p>{text}</p> })}
            {name.map(|name| view! { <p>{words.source} " " <MaybeLink text=name url/></p> })}
        </figcaption>
    }
}
