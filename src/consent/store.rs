//! What is kept in the browser. Storage can be absent, blocked, full, or drop
//! what it is given: each is a value here, never a panic.
//!
//! gloo-storage panics where storage throws, in `raw`, `get`, `delete` and, when
//! what is thrown is no `Error`, in `set`; so each is probed before it is used.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use leptos::prelude::window;
use serde::Serialize;
use web_sys::Storage;

use super::policy::Policy;
use super::record::{Found, MAX_LENGTH, Millis};

/// The key that is written and removed again to see whether storage works.
const PROBE: &str = "partner-profile:probe";

fn local() -> Option<Storage> {
    matches!(window().local_storage(), Ok(Some(_))).then(LocalStorage::raw)
}

/// The tab's own storage, where there is one.
pub fn session() -> Option<Storage> {
    matches!(window().session_storage(), Ok(Some(_))).then(SessionStorage::raw)
}

/// What is kept under a key; nothing where storage cannot be read.
pub fn found(key: &str, policy: &Policy, now: Millis) -> Option<Found> {
    let text = local()?.get_item(key).ok()?;
    Some(match text {
        None => Found::Nothing,
        Some(text) if text.len() > MAX_LENGTH => Found::Unreadable,
        Some(text) => Found::read(&text, policy, now),
    })
}

/// Whether a record could be kept. What is written for this is removed at once.
pub fn is_writable() -> bool {
    // As long as a record can be, so that a full storage is noticed.
    let text = " ".repeat(1024);
    local().is_some_and(|storage| {
        // Where nothing can be removed, nothing is left behind either.
        let is_kept = storage.remove_item(PROBE).is_ok()
            && storage.set_item(PROBE, &text).is_ok()
            && storage.get_item(PROBE).is_ok_and(|kept| kept.as_ref() == Some(&text));
        storage.remove_item(PROBE).is_ok() && is_kept
    })
}

/// Writes a record and reads it back; tells whether it is kept.
pub fn keep(key: &str, record: &impl Serialize) -> bool {
    let Ok(text) = serde_json::to_string(record) else { return false };
    if is_writable() {
        keep_text(key, &text);
    }
    text_of(key).is_some_and(|kept| kept == text)
}

/// Makes what is kept under a key unreadable. It takes less room than what it
/// replaces, so it works where storage is full. Where that is refused or dropped, it is removed.
pub fn spoil(key: &str) {
    if let Some(storage) = local()
        && storage.get_item(key).is_ok_and(|text| text.is_some())
        && (storage.set_item(key, "null").is_err() || text_of(key).as_deref() != Some("null"))
    {
        remove(key);
    }
}

/// The text under a key.
pub fn text_of(key: &str) -> Option<String> {
    local()?.get_item(key).ok()?
}

/// Keeps a text under a key, where storage allows it.
pub fn keep_text(key: &str, text: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(key, text);
    }
}

/// Removes a key from both storages, or all keys with a beginning if it ends in a star.
pub fn remove(key: &str) {
    for storage in [local(), session()].into_iter().flatten() {
        match key.strip_suffix('*') {
            None => {
                let _ = storage.remove_item(key);
            }
            Some(start) => {
                for key in keys(&storage) {
                    if key.starts_with(start) {
                        let _ = storage.remove_item(&key);
                    }
                }
            }
        }
    }
}

fn keys(storage: &Storage) -> Vec<String> {
    (0..storage.length().unwrap_or(0))
        .filter_map(|index| storage.key(index).ok().flatten())
        .collect()
}
