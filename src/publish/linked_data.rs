//! The page for machines, in schema.org's vocabulary.

use serde_json::{Map, Value, json};

use super::subject::Subject;
use crate::model::{Origin, PartnerKind};

/// The page, whom it is about, and what it is based on. A kind with its
/// properties is only used where schema.org lists them together.
pub(super) fn of(subject: &Subject) -> Value {
    let Subject { texts, site, .. } = subject;
    let (site_name, _) = site.name.of(texts.language);
    let mut page = Map::new();
    let mut say = |key: &str, value: Value| page.insert(key.to_owned(), value);
    say("@context", "https://schema.org".into());
    say("@type", if subject.profile.is_some() { "WebPage" } else { "CollectionPage" }.into());
    say("name", texts.title.into());
    say("description", texts.lead.into());
    say("inLanguage", texts.language.as_str().into());
    let mut part = json!({ "@type": "WebSite", "name": site_name });
    if let Some(address) = &site.address {
        say("url", format!("{address}{}", subject.path).into());
        part["url"] = json!(address);
        if let Some(card) = subject.card {
            say("image", format!("{address}{card}").into());
        }
    }
    say("isPartOf", part);
    if let Some(profile) = subject.profile {
        let kind = match profile.partner.kind {
            PartnerKind::Country => "Country",
            PartnerKind::Organisation => "Organization",
        };
        say("about", json!({ "@type": kind, "name": profile.partner.name }));
        say("isBasedOn", origin(&profile.origin));
    }
    Value::Object(page)
}

fn origin(origin: &Origin) -> Value {
    let mut work = json!({
        "@type": "CreativeWork",
        "name": origin.title,
        "publisher": { "@type": "Organization", "name": origin.publisher },
    });
    if let Some(url) = &origin.url {
        work["url"] = json!(url);
    }
    work
}
