//! What is removed when a purpose is refused, and what applies the theme before that.
#![cfg(not(target_arch = "wasm32"))]

use partner_profile::consent::deletions;
use partner_profile::model;
use partner_profile::theme;

#[test]
fn a_cookie_is_removed_from_every_domain_and_path_it_can_be_on() {
    let deletions = deletions("_count", "www.partners.example", "/a/b/");
    for place in [
        "Path=/",
        "Path=/a",
        "Path=/a/",
        "Path=/a/b",
        "Path=/a/b/",
        "Path=/; Domain=www.partners.example",
        "Path=/; Domain=partners.example",
        "Path=/a/b/; Domain=partners.example",
    ] {
        let wanted = format!("_count=; Max-Age=0; {place}");
        assert_eq!(deletions.iter().filter(|one| **one == wanted).count(), 1, "{wanted}");
    }
    assert!(deletions.iter().all(|one| !one.contains("Domain=example")));
}

#[test]
fn a_cookie_of_a_single_host_is_removed_there() {
    assert_eq!(
        deletions("a", "localhost", "/"),
        ["a=; Max-Age=0; Path=/", "a=; Max-Age=0; Path=/; Secure; SameSite=None; Partitioned"]
    );
}

#[test]
fn a_prefixed_cookie_is_removed_as_it_was_set() {
    for name in ["__Host-a", "__Secure-a", "__HOST-a", "__secure-a"] {
        let wanted = format!("{name}=; Max-Age=0; Path=/; Secure");
        assert_eq!(deletions(name, "localhost", "/")[0], wanted);
    }
}

#[test]
fn a_name_that_only_begins_like_a_prefix_is_removed_without_https() {
    for name in ["__utma", "__", "__Host", "__Secure", "__Host_a", "__securely", "__cf_bm", "ąč"]
    {
        let wanted = format!("{name}=; Max-Age=0; Path=/");
        assert_eq!(deletions(name, "partners.example", "/")[0], wanted);
    }
}

#[test]
fn the_head_script_names_the_key_of_the_site_document_and_cannot_end_its_element() {
    let text = include_str!("fixtures/site/full.json");
    let script = |text: &str| theme::head_script(&model::read(text).expect("a site document"));
    assert!(script(text).expect("a script").contains(r#"getItem("partner-profile:theme")"#));
    let hostile = text.replace("partner-profile:theme", r#"\"</script>"#);
    let hostile = script(&hostile).expect("a script");
    assert!(hostile.contains(r#"getItem("\"\u003c/script>")"#), "{hostile}");
    assert_eq!(script(&text.replace("\"preferences\"", "\"reading\"")), None);
}
