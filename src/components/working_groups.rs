use leptos::prelude::*;

use super::render_context::use_render_context;
use super::text::Localized;
use crate::model::Group;

/// The working groups of a partner, as one entry of a list of facts.
#[component]
pub fn WorkingGroups(
    /// The class of the entry.
    class: &'static str,
    /// What a page around it styles it by.
    #[prop(optional)]
    part: Option<&'static str>,
    /// The groups; without any there is no entry.
    groups: Vec<Group>,
) -> impl IntoView {
    let messages = use_render_context().messages;
    (!groups.is_empty()).then(|| {
        let groups = groups.into_iter().map(|Group { name, role }| {
            view! { <dd>{[&*name, " ("].concat()}<Localized text=(messages.role)(role)/>")"</dd> }
        });
        view! {
            <div class=class part=part>
                <dt><Localized text=messages.working_groups/></dt>
                {groups.collect_view()}
            </div>
        }
    })
}
