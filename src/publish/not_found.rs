//! The page for what is not there. It is shown at any depth, so it stands by itself.

use leptos::prelude::*;

use super::page_builder::PageBuilder;
use super::{Error, content_policy, files};
use crate::consent::ANCHOR;
use crate::i18n::Messages;
use crate::render;

/// Writes `404.html`. It links home, and to the cookie settings there, only where the
/// site's address is known: nothing optional runs on it.
pub(super) fn write(builder: &PageBuilder) -> Result<(), Error> {
    let language = builder.documents.language();
    let messages = Messages::of(language);
    let style = &builder.styles.not_found;
    let policy = content_policy::of_text(style);
    let settings = builder.documents.site.as_ref().map(|site| &site.content);
    let home = settings.and_then(|settings| settings.address.as_deref());
    let home = home.map(ToOwned::to_owned);
    let settings = home.as_ref().map(|address| {
        let address = format!("{address}#{ANCHOR}");
        view! {
            <footer>
                <p><a href=address>{messages.cookies.settings}</a></p>
            </footer>
        }
    });
    let home = home.map(|address| view! { <p><a href=address>{messages.to_start_page}</a></p> });
    let page = render::html(|| {
        view! {
            <html lang=language.as_str() dir=language.direction()>
                <head>
                    <meta charset="utf-8"/>
                    <meta http-equiv="Content-Security-Policy" content=policy/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="robots" content="noindex"/>
                    <link rel="icon" href="data:,"/>
                    <title>{messages.page_not_found}</title>
                    // It has nothing in it that markup would take for its own.
                    <style>{style.clone()}</style>
                </head>
                <body>
                    <main>
                        <h1>{messages.page_not_found}</h1>
                        <p>{messages.page_not_found_advice}</p>
                        {home}
                    </main>
                    {settings}
                </body>
            </html>
        }
    });
    files::write(&builder.folders.staging.join("404.html"), format!("<!doctype html>\n{page}\n"))
}
