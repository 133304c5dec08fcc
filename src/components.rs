//! What the pages are made of: one component a file, from the whole page down to a date. The same
//! components become HTML natively and elements in the browser.

mod caption;
mod contents;
mod drawing;
mod facts;
mod figures;
mod footer;
mod heading;
mod language_links;
mod list_page;
mod map;
mod partner_list;
mod profile;
mod profile_page;
mod provenance;
mod render_context;
mod sections;
mod text;
mod working_groups;

pub use heading::{Heading, STATUS, Title};
pub use list_page::ListPage;
pub use partner_list::{ListedEdition, ListedPartner, PartnerList};
pub use profile::Profile;
pub use profile_page::ProfilePage;
pub use provenance::Provenance;
pub use render_context::RenderContext;
pub use text::{DateText, TextOrLink};
