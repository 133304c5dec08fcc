use leptos::prelude::*;

use super::footer::Footer;
use super::language_links::LanguageLinks;
use super::profile::Profile;
use super::provenance::Provenance;
use super::render_context::RenderContext;
use super::{Notice, page_settings, provide_page};
use crate::i18n::Messages;
use crate::model::PageData;

/// The page of a profile.
#[component]
pub fn ProfilePage(
    /// What it is made of.
    data: PageData,
) -> impl IntoView {
    let PageData { language, site, root, editions, profile, maps } = data;
    let messages = Messages::of(language);
    provide_page(page_settings(&site, messages));
    let context = RenderContext::new(&profile, messages);
    let flags = Some(root + "flags/");
    let about = view! { <Provenance profile=profile.clone() context=context.clone()/> };
    view! {
        <Notice messages settings=site.consent.clone()/>
        <div class="pp-page">
            <a class="pp-skip" href="#content">{messages.skip_to_content}</a>
            <LanguageLinks messages editions/>
            <main class="pp-main" id="content">
                <Profile profile maps context flags/>
            </main>
            <Footer site messages label=messages.about_this_profile about/>
        </div>
    }
}
