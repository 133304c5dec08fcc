mod partner_list;
mod partner_search;

use leptos::prelude::*;

use self::partner_list::PartnerList;
pub use self::partner_list::{ListedEdition, ListedPartner};
use super::footer::Footer;
use super::{Notice, page_settings, provide_page};
use crate::i18n::Messages;
use crate::model::{Language, Site};
use crate::search::Search;

/// The page of the list of partners.
#[component]
pub fn ListPage(
    /// The language of the page.
    language: Language,
    /// The site.
    site: Site,
    /// What can be searched for: a partner's names in all languages, folded, in the order of the list, with a
    /// vertical bar between partners.
    names: String,
    /// The partners in their order.
    partners: Vec<ListedPartner>,
) -> impl IntoView {
    let messages = Messages::of(language);
    provide_page(page_settings(&site, messages));
    provide_context(Search::new(names));
    let title = site.name.of(language).0.to_owned();
    view! {
        <Notice messages settings=site.consent.clone()/>
        <div class="pp-page">
            <a class="pp-skip" href="#content">{messages.skip_to_list}</a>
            <main class="pp-main" id="content"><PartnerList title messages partners/></main>
            <Footer site messages about=()/>
        </div>
    }
}
