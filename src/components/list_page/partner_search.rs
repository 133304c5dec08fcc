use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::components::status_messages::{StatusMessage, keep_text, use_status_messages};
use crate::i18n::Messages;
use crate::interactive;
use crate::search::Search;

/// Where partners are searched for. It is shown once it works; until then its place is kept.
#[component]
pub fn PartnerSearch(
    /// The interface's messages.
    messages: &'static Messages,
) -> impl IntoView {
    view! {
        <SearchForm>
            <label class="pp-search__label" for="pp-search">{messages.find_partner}</label>
            <SearchField/>
            <SearchMessage/>
        </SearchForm>
    }
}

#[interactive]
fn SearchForm(
    /// The field and what is said below it.
    children: Children,
) -> impl IntoView {
    let search: Search = expect_context();
    let open_first = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        search.open_first();
    };
    view! {
        <form
            class="pp-search"
            class:pp-search--waiting=move || !search.is_ready()
            role="search"
            on:submit=open_first
        >
            {children()}
        </form>
    }
}

#[interactive]
fn SearchField() -> impl IntoView {
    let search: Search = expect_context();
    let clear = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !untrack(|| search.query()).is_empty() {
            // Some browsers clear the field by themselves, others do not.
            event.prevent_default();
            search.set_query(String::new());
        }
    };
    view! {
        <input
            class="pp-search__field"
            type="search"
            id="pp-search"
            name="q"
            autocomplete="off"
            spellcheck="false"
            prop:value=move || search.query()
            on:input=move |event| search.set_query(event_target_value(&event))
            on:keydown=clear
        />
    }
}

/// Says how many partners fit.
#[interactive]
fn SearchMessage() -> impl IntoView {
    let (search, messages): (Search, _) = (expect_context(), use_status_messages());
    let paragraph = NodeRef::new();
    keep_text(paragraph, move || {
        Some(match search.found() {
            None => String::new(),
            Some((0, _)) => messages.get(StatusMessage::NoPartnerFound).to_owned(),
            Some((shown, all)) => {
                let some = messages.get(StatusMessage::PartnersShown);
                some.replace("{shown}", &shown.to_string()).replace("{all}", &all.to_string())
            }
        })
    });
    view! { <p class="pp-search__status" role="status" node_ref=paragraph></p> }
}
