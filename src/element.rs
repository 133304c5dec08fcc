//! In another site: renders a profile into the shadow root of a `<partner-profile>` and frees all of it
//! when the element goes.
//!
//! The element's class is JavaScript, `src/scripts/embed.js`: it fetches and hands over; reading and
//! rendering are here. The host page is not ours, so nothing here looks at its address, its storage or its
//! elements, but for the cookie choice where the host has handed it over with `consent="own"`. The program
//! of the other elements has no cookie choice in it, and is a third smaller by that. A page of ours whose
//! root is empty is rendered by the larger one.

#[cfg(feature = "own-consent")]
mod blocked_frame;
mod embed;
mod embedded_profile;
#[cfg(feature = "own-consent")]
mod own_consent;
#[cfg(feature = "own-consent")]
mod page;
mod shared_profile;
