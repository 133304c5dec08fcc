//! The attributes by which a page says what waits for a purpose.

/// Names the purpose on a script or frame.
pub const PURPOSE: &str = "data-consent";
/// Says on it that it was started; a script is not started again.
pub const STATE: &str = "data-consent-state";
/// Names the site whose choice an element follows: a page may know the choices of several.
pub const OWNER: &str = "data-consent-site";
