//! What search engines ask for by name: `robots.txt`, and the map of the site.

use super::documents::PartnerDocuments;
use super::page_builder::PageBuilder;
use super::{Error, files, pages};

/// Writes `robots.txt`, and `sitemap.xml` where the site's address is known.
pub(super) fn write(builder: &PageBuilder) -> Result<(), Error> {
    let staging = &builder.folders.staging;
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    let settings = builder.documents.site.as_ref();
    if let Some(address) = settings.and_then(|site| site.content.address.as_deref()) {
        robots.push_str(&format!("Sitemap: {address}sitemap.xml\n"));
        files::write(&staging.join("sitemap.xml"), sitemap(address, &builder.documents.partners))?;
    }
    files::write(&staging.join("robots.txt"), robots)
}

/// Every page once, with its translations. A root that shows the only profile is that profile's.
fn sitemap(address: &str, partners: &[PartnerDocuments]) -> String {
    let list = (partners.len() > 1).then(|| url(&escape(address), ""));
    let pages: String = partners.iter().flat_map(|partner| urls(address, partner)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">{}{pages}</urlset>\n",
        list.unwrap_or_default()
    )
}

fn urls(address: &str, partner: &PartnerDocuments) -> Vec<String> {
    let address = escape(address);
    let editions = pages::editions(partner);
    let alternates = editions.iter().filter(|_| editions.len() > 1).map(|(language, path)| {
        let language = language.as_str();
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}{path}\"/>")
    });
    let alternates: String = alternates.collect();
    editions.iter().map(|(_, path)| url(&format!("{address}{path}"), &alternates)).collect()
}

fn url(address: &str, alternates: &str) -> String {
    format!("<url><loc>{address}</loc>{alternates}</url>")
}

/// An address in XML: of what XML reserves, addresses have nothing else.
fn escape(address: &str) -> String {
    address.replace('&', "&amp;")
}
