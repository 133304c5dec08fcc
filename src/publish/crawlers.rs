//! What search engines ask for by name: `robots.txt`, and the map of the site.

use super::documents::Partner;
use super::frame::Frame;
use super::{Error, pages};
use crate::markup::{Element, el};

/// Writes `robots.txt`, and `sitemap.xml` where the site's address is known.
pub(super) fn write(frame: &Frame) -> Result<(), Error> {
    let staging = &frame.folders.staging;
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    let settings = frame.documents.site.as_ref();
    if let Some(address) = settings.and_then(|site| site.content.address.as_deref()) {
        robots.push_str(&format!("Sitemap: {address}sitemap.xml\n"));
        super::write(&staging.join("sitemap.xml"), sitemap(address, &frame.documents.partners))?;
    }
    super::write(&staging.join("robots.txt"), robots)
}

/// Every page once, with its translations. A root that shows the only profile is that profile's.
fn sitemap(address: &str, partners: &[Partner]) -> String {
    let mut map = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let mut set = el("urlset")
        .attr("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")
        .attr("xmlns:xhtml", "http://www.w3.org/1999/xhtml");
    if partners.len() > 1 {
        set = set.child(el("url").child(el("loc").text(address)));
    }
    for partner in partners {
        set = set.children(urls(address, partner));
    }
    set.write(&mut map);
    map.push('\n');
    map
}

fn urls(address: &str, partner: &Partner) -> Vec<Element> {
    let editions = pages::editions(partner);
    let alternates = editions.iter().filter(|_| editions.len() > 1).map(|(language, path)| {
        el("xhtml:link")
            .attr("rel", "alternate")
            .attr("hreflang", language.as_str())
            .attr("href", &format!("{address}{path}"))
    });
    let alternates: Vec<Element> = alternates.collect();
    let url = |path: &String| {
        let address = format!("{address}{path}");
        el("url").child(el("loc").text(&address)).children(alternates.iter().cloned())
    };
    editions.iter().map(|(_, path)| url(path)).collect()
}
