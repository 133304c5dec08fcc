//! Documents: the profile of a partner, the settings of a site, the map behind places, and the data
//! of a page. Plain types that serde reads and writes; their comments are the schema's descriptions,
//! written for editors. Knows neither components nor the browser.

mod answer_lifetime;
mod channels;
mod content_policy;
mod contributions;
mod count;
mod date;
mod deserializer;
mod error;
mod id;
mod language;
mod lifetime;
mod link;
mod map;
mod membership;
mod notes;
mod notice_wording;
mod outline;
mod page_data;
mod partner;
pub(crate) mod paths;
mod phrase;
mod places;
mod profile;
mod prose;
mod purpose;
mod quote;

mod read;
mod section;
mod site;
mod source;
mod strength;
mod text;
mod timeline;
mod version;

pub use answer_lifetime::AnswerLifetime;
pub use channels::{Channel, Channels};
pub use content_policy::{ContentPolicy, ContentSource};
pub use contributions::{Contribution, Contributions};
pub use count::{Count, CountKind};
pub use date::{PartialDate, When};
pub use error::{ValueError, Violation};
pub use id::Id;
pub use language::Language;
pub use lifetime::{End, Lifetime};
pub use link::Link;
pub use map::{Country, Label, Labels, Map, Side, Spot};
pub use membership::{Entry, Group, Membership, Role};
pub use notes::{Note, Notes};
pub use notice_wording::NoticeWording;
pub use outline::Outline;
pub use page_data::{ConsentTerms, Edition, PageData, PageSettings, PurposeTerms};
pub use partner::{Partner, PartnerKind};
pub use phrase::{ByLanguage, LinkByLanguage, Phrase};
pub use places::{Latitude, Longitude, Place, Places, Precision};
pub use profile::Profile;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use profile::whens;
pub use prose::{Article, Prose};
pub use purpose::{Cookie, Purpose, StorageKey};
pub use quote::Quote;
pub use read::{
    COMMENT, Document, MAX_BYTES, MAX_VALUES, ReadError, count_values, drop_comments, read,
    read_data,
};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use read::{prune, typed};
pub use section::{Content, Section};
pub use site::{ConsentModel, ConsentSettings, MAX_PURPOSES, Site};
pub use source::{Origin, Source};
pub use strength::{MOST_UNITS, Part, Strength};
pub use text::{MAX_CHARACTERS, MAX_WORD, Text};
pub use timeline::{Scale, Timeline, TimelineEvent};
pub use version::Version;
