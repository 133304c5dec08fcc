use leptos::html::custom;
use leptos::prelude::*;

use super::render_context::use_render_context;

/// The deepest heading that HTML has an element for.
const DEEPEST: u8 = 6;

/// A heading of a level from 1; HTML has elements down to the sixth.
#[component]
pub fn Title(
    /// The level.
    level: u8,
    /// The class of the heading.
    class: &'static str,
    /// What addresses name it by.
    #[prop(optional)]
    id: Option<String>,
    /// What a page around it styles it by.
    #[prop(optional)]
    part: Option<&'static str>,
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let is_element = level <= DEEPEST;
    let tag = if is_element { ["h", &level.max(1).to_string()].concat() } else { "div".to_owned() };
    custom(tag)
        .attr("role", (!is_element).then_some("heading"))
        .attr("aria-level", (!is_element).then(|| level.to_string()))
        .attr("tabindex", "-1")
        .attr("id", id)
        .attr("part", part)
        .class(class)
        .child(text)
}

/// A section's heading with a link to itself. With scripts [`CopyStatus`](super::CopyStatus) also copies its
/// address.
#[component]
pub fn Heading(
    /// The section's name in addresses.
    id: String,
    /// The words.
    title: String,
) -> impl IntoView {
    let context = use_render_context();
    let label = [context.text_messages.link_to_section, " ", &title].concat();
    let address = context.address_of(&id);
    view! {
        <div class="pp-heading">
            <Title level={context.level + 1} class="pp-heading__text" part="heading" id text=title/>
            <a class="pp-heading__link" href=address aria-label=label>
                "#"
            </a>
        </div>
    }
}
