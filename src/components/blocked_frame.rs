use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::consent::BlockedFrame;
use crate::model::Language;

/// Shows in the place of a frame that may not load what it is, and a button that allows its purpose.
/// What is allowed is the purpose, here and elsewhere: the words name it.
pub fn show_blocked_frame(frame: BlockedFrame) -> Box<dyn Any> {
    let BlockedFrame { place, title, purposes, language, blocked, allow, on_allow, .. } = frame;
    let lang = language.map(Language::as_str);
    let content = move || {
        view! {
            {title.map(|title| view! { <p class="pp-blocked__title">{title}</p> })}
            <p class="pp-blocked__text">{blocked} " " <span lang=lang>{purposes.clone()}</span></p>
            <button type="button" class="pp-button" on:click=move |_| on_allow()>
                {allow}
                " "
                <span lang=lang>{purposes}</span>
            </button>
        }
    };
    Box::new(mount_to(place, content))
}
