/// Milliseconds since 1970, as the visitor's clock has them.
pub type Millis = u64;

/// The milliseconds of a day.
pub const DAY: Millis = 24 * 60 * 60 * 1000;
