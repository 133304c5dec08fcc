//! Partner Profile: a profile document becomes a page.
