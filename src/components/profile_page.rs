use leptos::prelude::*;

use super::footer::Footer;
use super::language_links::LanguageLinks;
use super::profile::Profile;
use super::provenance::Provenance;
use super::render_context::RenderContext;
use super::{Notice, page_settings, provide_page};
use crate::model::PageData;
use crate::words::Words;

/// The page of a profile.
#[component]
pub fn ProfilePage(
    /// What it is made of.
    data: PageData,
) -> impl IntoView {
    let PageData { language, site, root, editions, profile, maps, .. } = data;
    let words = Words::of(language);
    provide_page(page_settings(&site, words, String::new()));
    let context = RenderContext::new(&profile, words);
    let flags = Some(root + "flags/");
    let about = view! { <Provenance profile=profile.clone() context=context.clone()/> };
    view! {
        <Notice words=&words.cookies model=site.consent.model/>
        <div class="pp-page">
            <a class="pp-skip" href="#content">{words.skip_to_content}</a>
            <LanguageLinks words editions/>
            <main class="pp-main" id="content">
                <Profile profile maps context flags/>
            </main>
            <Footer site words label=words.about_this_profile about/>
        </div>
    }
}
