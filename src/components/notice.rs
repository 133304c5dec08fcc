use leptos::html;
use leptos::prelude::*;

use super::consent_parts::{ConsentAction, ConsentAnswer, ConsentButton, ConsentReason};
use super::wording::Wording;
use crate::consent::{self, ANCHOR, NoticeState, Via, use_consent};
use crate::i18n::Messages;
use crate::model::{ConsentModel, ConsentSettings, NoticeWording};

/// The page's script that shows the notice before the program has started. The build provides it as context.
#[derive(Clone, Debug)]
pub struct NoticeScript {
    /// The key of the answer in storage.
    pub key: String,
    /// The text of `src/scripts/notice.js`.
    pub text: String,
}

/// Asks the visitor, then says what was chosen. For a visitor who has answered before there is
/// nothing. Before storage has been read, only the page's script shows it (`src/scripts/notice.js`).
///
/// It comes first on the page, so that it is the first that Tab reaches.
#[component]
pub fn Notice(
    /// The interface's messages.
    messages: &'static Messages,
    /// What is asked.
    settings: ConsentSettings,
) -> impl IntoView {
    let Messages { cookies, language, .. } = messages;
    let question = match settings.model {
        ConsentModel::OptOut => cookies.question_opt_out,
        ConsentModel::OptIn => cookies.question_opt_in,
    };
    let NoticeWording { text, accept, opt_out, privacy } = settings.notice.unwrap_or_default();
    let privacy = privacy.map(|link| {
        let (link, language) = link.of(*language);
        let (url, hreflang) = (link.to_string(), language.as_str());
        view! { " " <a href=url hreflang=hreflang>{cookies.privacy}</a> }
    });
    let anchor = || ["#", ANCHOR].concat();
    // Behind the notice and before the page: the browser paints the notice without waiting for the rest.
    let script = use_context()
        .map(|NoticeScript { key, text }| view! { <script data-key=key>{text}</script> });
    view! {
        <NoticePart label=cookies.name.to_owned() is_question=true>
            <div class="pp-notice__text">
                <ConsentReason/>
                <p><Wording phrase=text built_in=question messages/> " " <a href=anchor()>{cookies.read_more}</a> {privacy}</p>
            </div>
            <div class="pp-notice__actions">
                <ConsentButton action=ConsentAction::Accept via=Via::Notice>
                    <Wording phrase=accept built_in=cookies.accept messages/>
                </ConsentButton>
                <ConsentButton action=ConsentAction::OptOut via=Via::Notice>
                    <Wording phrase=opt_out built_in=cookies.opt_out messages/>
                </ConsentButton>
            </div>
        </NoticePart>
        <NoticePart label=cookies.name.to_owned() is_question=false>
            <div class="pp-notice__text" tabindex="-1">
                <ConsentAnswer>
                    // The page's script shows these; it knows them by their order.
                    <span hidden=true>{cookies.accepted}</span>
                    <span hidden=true>{cookies.opted_out}</span>
                    <span role="status">" "<span hidden=true>{cookies.not_kept}</span></span>
                </ConsentAnswer>
                <p><a href=anchor()>{cookies.change}</a></p>
            </div>
            <div class="pp-notice__actions">
                <ConsentButton action=ConsentAction::Hide via=Via::Notice>
                    {cookies.hide}
                </ConsentButton>
            </div>
        </NoticePart>
        {script}
    }
}

/// A part of the notice, which is on the page while it is called for.
#[cfg(any(not(target_arch = "wasm32"), feature = "islands"))]
#[leptos::island]
fn NoticePart(
    /// The name of the region.
    label: String,
    /// Whether it asks, or says what was just chosen.
    is_question: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    part(label, is_question, children())
}

/// A part of the notice.
#[cfg(not(any(not(target_arch = "wasm32"), feature = "islands")))]
#[component]
fn NoticePart<C: IntoView + 'static>(
    /// The name of the region.
    label: String,
    /// Whether it asks, or says what was just chosen.
    is_question: bool,
    /// What it holds.
    children: TypedChildren<C>,
) -> impl IntoView {
    part(label, is_question, children.into_inner()())
}

fn part(label: String, is_question: bool, children: impl IntoView) -> impl IntoView {
    let consent = use_consent();
    let notice = NodeRef::<html::Section>::new();
    Effect::new(move |before: Option<Option<NoticeState>>| {
        let all = consent.notice();
        let state = all.filter(|state| is_question == matches!(state, NoticeState::Question(_)));
        let notice = notice.get().filter(|_| consent.is_known())?;
        if let Ok(Some(page)) = notice.closest("body") {
            let _ = page.toggle_attribute_with_force("data-notice", all.is_some());
        }
        // The page's script may have shown it before.
        let (before, was_shown) = (before.flatten(), !notice.hidden());
        if before == state && was_shown == state.is_some() {
            return state;
        }
        // Who is in the notice reads on in it where it asks something else.
        let was_in = consent::is_in(&notice);
        if was_in && all.is_none() {
            consent::to_page();
        }
        notice.set_hidden(state.is_none());
        if state.is_some() {
            let enters = consent.focuses_confirmation() || was_in;
            match (was_shown && before.is_none(), enters) {
                // The visitor has found it already.
                (true, _) => {}
                (false, true) => consent::enter(&notice),
                (false, false) => consent::reveal(),
            }
        }
        state
    });
    view! {
        // In another site it is a shadow part, like those that the embed names.
        <section class="pp-notice" part="notice" aria-label=label hidden=true data-nosnippet="" node_ref=notice>
            {children}
        </section>
    }
}
