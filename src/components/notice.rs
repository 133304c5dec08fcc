use leptos::prelude::*;

use super::consent_parts::{ConsentAction, ConsentAnswer, ConsentButton, ConsentReason};
use super::wording::Wording;
use crate::consent::{ANCHOR, Via};
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
        // In another site they are shadow parts, like those that the embed names.
        <section class="pp-notice" part="notice" aria-label=cookies.name hidden=true data-nosnippet="">
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
        </section>
        <section class="pp-notice" part="notice" aria-label=cookies.name hidden=true data-nosnippet="">
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
        </section>
        {script}
    }
}
