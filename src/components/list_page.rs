use leptos::prelude::*;

use super::footer::Footer;
use super::partner_list::{ListedPartner, PartnerList};
use super::{Notice, provide_page};
use crate::i18n::Messages;
use crate::model::ListData;

/// The page of the list of partners.
#[component]
pub fn ListPage(
    /// What it is made of.
    data: ListData,
    /// The partners in their order.
    partners: Vec<ListedPartner>,
) -> impl IntoView {
    let ListData { site, settings, language } = data;
    let messages = Messages::of(language);
    provide_page(settings);
    let title = site.name.of(language).0.to_owned();
    view! {
        <Notice messages=&messages.cookies model=site.consent.model/>
        <div class="pp-page">
            <a class="pp-skip" href="#content">{messages.skip_to_list}</a>
            <main class="pp-main" id="content"><PartnerList title messages partners/></main>
            <Footer site messages about=()/>
        </div>
    }
}
