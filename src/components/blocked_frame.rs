use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::consent::BlockedFrame as Blocked;
use crate::model::Language;

/// Shows what stands in the place of a frame that may not load.
pub fn show_blocked_frame(frame: Blocked) -> Box<dyn Any> {
    let place = frame.place.clone();
    Box::new(mount_to(place, move || view! { <BlockedFrame frame/> }))
}

/// What a frame is that may not load, and a button that allows its purpose. What is allowed is the
/// purpose, here and elsewhere: the words name it.
#[component]
pub fn BlockedFrame(
    /// The frame.
    frame: Blocked,
) -> impl IntoView {
    let Blocked { title, purposes, language, blocked, allow, on_allow, .. } = frame;
    let lang = language.map(Language::as_str);
    view! {
        {title.map(|title| view! { <p class="pp-blocked__title">{title}</p> })}
        <p class="pp-blocked__text">{blocked} " " <span lang=lang>{purposes.clone()}</span></p>
        <button type="button" class="pp-button" on:click=move |_| on_allow()>
            {allow}
            " "
            <span lang=lang>{purposes}</span>
        </button>
    }
}
