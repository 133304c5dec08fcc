//! What the pages are made of: one component a file, from the whole page down to a date. The same
//! components become HTML natively and elements in the browser.

mod blocked_frame;
mod caption;
mod consent_parts;
mod contents;
mod cookie_settings;
mod copy_status;
mod drawing;
mod facts;
mod figures;
mod footer;
mod heading;
mod language_links;
#[cfg(any(not(target_arch = "wasm32"), feature = "search"))]
mod list_page;
mod map;
mod notice;
mod page_context;
mod profile;
mod profile_page;
mod provenance;
mod render_context;
mod sections;
mod status_messages;
mod text;
mod theme_switch;
mod wording;
mod working_groups;

pub use blocked_frame::show_blocked_frame;
pub use cookie_settings::CookieSettings;
pub use copy_status::{CopyStatus, clicked};
pub use heading::{Heading, Title};
#[cfg(any(not(target_arch = "wasm32"), feature = "search"))]
pub use list_page::{ListPage, ListedEdition, ListedPartner};
pub use notice::{Notice, NoticeScript};
pub use page_context::{consent_terms, page_settings, provide_page};
pub use profile::Profile;
pub use profile_page::ProfilePage;
pub use provenance::Provenance;
pub use render_context::RenderContext;
pub use status_messages::{StatusMessage, StatusMessages, provide_status_messages};
pub use text::{DateText, TextOrLink};
pub use theme_switch::ThemeSwitch;
