//! Addresses that are accepted and lead nowhere.

use std::net::Ipv4Addr;

use super::alphabets;
use super::invisible::{invisible, is_invisible};

/// What is doubtful about an address of a page or mailbox.
pub(super) fn doubt(link: &str) -> Option<String> {
    if let Some(c) =
        link.chars().find(|c| is_invisible(*c) || ('\u{200c}'..='\u{200f}').contains(c))
    {
        return Some(invisible(c));
    }
    if link.contains('…') {
        return Some("an address that was cut off (…)".to_owned());
    }
    let (scheme, rest) = link.split_once(':')?;
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    if scheme == "mailto" {
        return of_host(rest.rsplit_once('@')?.1);
    }
    let rest = rest.strip_prefix("//")?;
    let authority = rest.split('/').next().unwrap_or_default();
    if ["http", "https", "http:", "https:"].contains(&authority) {
        return Some("`https://` twice".to_owned());
    }
    // An address of IPv6 has colons of its own.
    if authority.starts_with('[') {
        return None;
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|port| port > 0);
    match port.filter(|port| !is_port(port)) {
        Some(port) => Some(format!("the port \"{port}\", which does not exist")),
        None => of_host(host),
    }
}

/// What is doubtful about the name of a host.
fn of_host(host: &str) -> Option<String> {
    let found = || format!("the host \"{host}\", which nobody can reach");
    if host.parse::<Ipv4Addr>().is_ok() {
        return None;
    }
    let labels: Vec<&str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    let is_part = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let is_label = |label: &&str| {
        (1..=63).contains(&label.chars().count())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(is_part)
    };
    if let Some(label) = labels.iter().find(|label| alphabets::is_mixed(label)) {
        return Some(format!("letters of two scripts in \"{label}\""));
    }
    let is_number = labels.last()?.bytes().all(|b| b.is_ascii_digit());
    (labels.len() < 2 || is_number || !labels.iter().all(is_label)).then(found)
}
