//! The attributes by which a page says what waits for a purpose.

/// Names the purposes on a script or frame; all of them have to be on.
pub const PURPOSE: &str = "data-consent";
/// Says on it what became of it.
pub const STATE: &str = "data-consent-state";
/// It was started; a script is not started again.
pub const STARTED: &str = "started";
/// It could not be started.
pub const FAILED: &str = "failed";
/// It waits, and something else is shown.
pub const BLOCKED: &str = "blocked";
/// Keeps the name of a frame meanwhile: links and forms would find it by that.
pub const NAME: &str = "data-consent-name";
/// Names the site whose choice an element follows: a page may know the choices of several.
pub const OWNER: &str = "data-consent-site";
