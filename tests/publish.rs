//! A whole site from documents, without Trunk: what it leaves behind is set up here.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use partner_profile::check::{Context, check_profile};
use partner_profile::model::{self, Profile};
use partner_profile::publish::{Error, Folders, Outcome, publish};
use scraper::{Html, Selector};
use tempfile::TempDir;

const SHELL: &str = include_str!("../index.html");
const LIVE_RELOAD: &str = "<script nonce=\"{{__TRUNK NONCE__}}\">reload()</script></body>";
const GLUE: &str = "\
/** glue */
function initSync() {}
function __wbg_init(module_or_path) { return new URL('partner-profile_bg.wasm', import.meta.url) ?? fetch(module_or_path); }
export { initSync, __wbg_init as default };
";
const ADDRESS: &str = "https://partners.example/";

/// A project and what Trunk has made of it, in a folder of their own.
struct Project {
    folder: TempDir,
    shell: String,
    esbuild: PathBuf,
}

impl Project {
    /// Lithuania's profile and the site's own settings.
    fn new() -> Self {
        // Trunk takes away what was meant for it.
        let shell: Vec<_> = SHELL.lines().filter(|line| !line.contains("data-trunk")).collect();
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let esbuild = here.join("node_modules/.bin/esbuild");
        let folder = tempfile::tempdir().unwrap();
        let project = Self { folder, shell: shell.join("\n"), esbuild };
        copy(&here.join("public"), &project.path("source/public"));
        copy(&here.join("style"), &project.path("source/style"));
        copy(&here.join("src/scripts"), &project.path("source/src/scripts"));
        project
    }

    /// As [`Self::new`], at a known address.
    fn at_address() -> Self {
        let project = Self::new();
        project.change("public/site.json", |text| {
            text.replacen(
                "\"version\": 1,",
                &format!("\"version\": 1,\n  \"address\": \"{ADDRESS}\","),
                1,
            )
        });
        project
    }

    /// As [`Self::new`], with the fixtures' partners and a translation of one.
    fn of_many() -> Self {
        let project = Self::at_address();
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/partners");
        for path in files(&fixtures) {
            let name = path.file_name().unwrap().to_str().unwrap();
            let text = fs::read_to_string(&path).unwrap();
            // The fixtures' flags and maps are not drawn.
            let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
            value["partner"].as_object_mut().unwrap().shift_remove("flag");
            for section in value["sections"].as_array_mut().unwrap() {
                section.as_object_mut().unwrap().shift_remove("map");
            }
            project.write(&format!("public/profiles/{name}"), &value.to_string());
        }
        let translation = project.read_source("public/profiles/lithuania.json");
        let translation = translation.replacen("\"language\": \"en\"", "\"language\": \"lt\"", 1);
        project.write("public/profiles/lithuania.lt.json", &translation);
        project
    }

    /// As served by `trunk serve`.
    fn live(mut self) -> Self {
        self.shell = self.shell.replace("</body>", LIVE_RELOAD);
        self
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path("source").join(path), text).unwrap();
    }

    fn read_source(&self, path: &str) -> String {
        fs::read_to_string(self.path("source").join(path)).unwrap()
    }

    fn change(&self, path: &str, change: impl Fn(String) -> String) {
        self.write(path, &change(self.read_source(path)));
    }

    /// Stages as Trunk does, and publishes.
    fn publish(&self) -> Result<Outcome, Error> {
        let staging = self.path("staging");
        let _ = fs::remove_dir_all(&staging);
        copy(&self.path("source/public"), &staging);
        for (name, content) in [
            ("index.html", self.shell.as_str()),
            ("partner-profile.js", GLUE),
            ("partner-profile_bg.wasm", "\0asm\u{1}\0\0\0"),
            ("list.js", GLUE),
            ("list_bg.wasm", "\0asm\u{1}\0\0\0"),
            ("element.js", GLUE),
            ("element_bg.wasm", "\0asm\u{1}\0\0\0"),
            ("element-own-consent.js", GLUE),
            ("element-own-consent_bg.wasm", "\0asm\u{1}\0\0\0"),
        ] {
            fs::write(staging.join(name), content).unwrap();
        }
        publish(&Folders {
            source: self.path("source"),
            staging,
            cache: self.path("cache"),
            esbuild: self.esbuild.clone(),
            build_id: "test".to_owned(),
        })
    }

    /// What was published, as text.
    fn page(&self, path: &str) -> String {
        fs::read_to_string(self.path("staging").join(path))
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Everything that was published.
    fn site(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let staging = self.path("staging");
        files(&staging)
            .into_iter()
            .map(|path| (path.strip_prefix(&staging).unwrap().to_owned(), fs::read(&path).unwrap()))
            .collect()
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut list = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { list.extend(files(&path)) } else { list.push(path) }
    }
    list
}

fn copy(from: &Path, to: &Path) {
    for path in files(from) {
        let target = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(path, target).unwrap();
    }
}

/// What a policy names an inline text by.
fn policy_source(text: &str) -> String {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};

    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The policy of a page.
fn policy(page: &Html) -> &str {
    let meta = page.select(&Selector::parse("meta[http-equiv]").unwrap()).next();
    meta.unwrap().attr("content").unwrap()
}

#[test]
fn a_single_profile_has_its_own_page_and_the_root() {
    let project = Project::new();
    project.publish().unwrap();
    let (root, own) = (project.page("index.html"), project.page("lithuania/index.html"));
    assert!(root.contains("src=\"./flags/lithuania-") && own.contains("src=\"../flags/lithuania-"));
    assert!(root.contains("<title>Lithuania in the Global Coalition"));
    assert!(!project.path("staging/partner-profile.js").exists());
    assert!(!project.path("staging/flags/lithuania.svg").exists());
}

#[test]
fn an_id_that_a_page_has_itself_is_none_for_a_section() {
    let project = Project::new();
    project.publish().unwrap();
    let source = project.read_source("public/profiles/lithuania.json");
    let profile: Profile = model::read(&source).unwrap();
    let is_section = |id: &str| profile.sections.iter().any(|section| *section.id == *id);
    let first = format!("\"id\": \"{}\"", &*profile.sections[0].id);
    let page = Html::parse_document(&project.page("lithuania/index.html"));
    let with_id = Selector::parse("[id]").unwrap();
    let ids = page.select(&with_id).filter_map(|element| element.attr("id"));
    let own: Vec<_> = ids.filter(|id| !is_section(id)).collect();
    assert!(own.contains(&"partner-profile-document"), "{own:?}");
    for id in own {
        let taken = source.replacen(&first, &format!("\"id\": \"{id}\""), 1);
        let checked = check_profile(&taken, &Context::default());
        assert!(checked.document.is_none(), "{id}");
    }
}

#[test]
fn every_file_that_a_page_names_is_there() {
    let project = Project::of_many();
    project.publish().unwrap();
    let naming = Selector::parse("[href], [src]").unwrap();
    let mut named = 0;
    for path in files(&project.path("staging")) {
        if path.extension().is_none_or(|extension| extension != "html") {
            continue;
        }
        let html = Html::parse_document(&fs::read_to_string(&path).unwrap());
        for element in html.select(&naming) {
            let address = element.attr("href").or(element.attr("src")).unwrap();
            let file = address.split('#').next().unwrap();
            if file.is_empty() || file.contains(':') {
                continue;
            }
            assert!(!file.starts_with('/'), "{}: {address}", path.display());
            let target = path.parent().unwrap().join(file);
            let target = if file.ends_with('/') { target.join("index.html") } else { target };
            assert!(target.is_file(), "{}: {address}", path.display());
            named += 1;
        }
    }
    assert!(named > 20);
}

#[test]
fn without_an_address_nothing_absolute_is_invented() {
    let project = Project::new();
    project.publish().unwrap();
    let page = project.page("lithuania/index.html");
    assert!(!page.contains("canonical") && !page.contains("og:") && !page.contains("twitter:"));
    assert!(!project.path("staging/sitemap.xml").exists());
    assert!(!project.page("404.html").contains("<a "));
    assert_eq!(project.page("robots.txt"), "User-agent: *\nAllow: /\n");
}

#[test]
fn at_an_address_pages_say_where_they_are() {
    let project = Project::at_address();
    project.publish().unwrap();
    for path in ["index.html", "lithuania/index.html"] {
        let page = project.page(path);
        assert!(
            page.contains("<link rel=\"canonical\" href=\"https://partners.example/lithuania/\">")
        );
        let image = page.split("og:image\" content=\"").nth(1).unwrap().split('"').next().unwrap();
        let card =
            fs::read(project.path("staging").join(image.strip_prefix(ADDRESS).unwrap())).unwrap();
        assert_eq!(card[..8], *b"\x89PNG\r\n\x1a\n");
        assert_eq!(
            (card[16..20].to_vec(), card[20..24].to_vec()),
            (1200_u32.to_be_bytes().to_vec(), 630_u32.to_be_bytes().to_vec())
        );
    }
    let not_found = project.page("404.html");
    assert!(not_found.contains("href=\"https://partners.example/\""));
    assert!(not_found.contains("href=\"https://partners.example/#cookie-settings\""));
    assert!(
        project.page("robots.txt").ends_with("Sitemap: https://partners.example/sitemap.xml\n")
    );
    assert!(project.page("sitemap.xml").contains("<loc>https://partners.example/lithuania/</loc>"));
}

#[test]
fn several_partners_get_an_index_and_translations_their_links() {
    let project = Project::of_many();
    project.publish().unwrap();
    let index = project.page("index.html");
    assert!(index.contains("<a href=\"lithuania/\" lang=\"en\">Lithuania</a>"));
    for piece in [
        "<meta name=\"description\" content=\"",
        "<meta property=\"og:type\" content=\"website\">",
        "<meta property=\"og:image\" content=\"https://partners.example/assets/card-list-",
        "\"@type\":\"CollectionPage\"",
    ] {
        assert!(index.contains(piece), "{piece}");
    }
    let translated = project.page("lithuania/lt/index.html");
    assert!(translated.contains("<html lang=\"lt\" dir=\"ltr\">"));
    assert!(translated.contains("<a href=\"../../lithuania/\" lang=\"en\" hreflang=\"en\""));
    for page in [translated, project.page("lithuania/index.html")] {
        for (language, path) in
            [("en", "lithuania/"), ("lt", "lithuania/lt/"), ("x-default", "lithuania/")]
        {
            let link = format!(
                "<link rel=\"alternate\" href=\"{ADDRESS}{path}\" hreflang=\"{language}\">"
            );
            assert!(page.contains(&link), "{link}");
        }
    }
}

#[test]
fn the_data_for_machines_use_the_vocabulary() {
    let project = Project::at_address();
    project.publish().unwrap();
    let page = project.page("lithuania/index.html");
    let data =
        page.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    assert_eq!((&data["@type"], &data["about"]["@type"]), (&"WebPage".into(), &"Country".into()));
    assert_eq!(data["url"], "https://partners.example/lithuania/");
}

#[test]
fn the_same_input_gives_the_same_bytes_anywhere_and_from_the_cache() {
    let (one, other) = (Project::of_many(), Project::of_many());
    one.publish().unwrap();
    other.publish().unwrap();
    let first = one.site();
    assert_eq!(first, other.site());
    one.publish().unwrap();
    assert_eq!(first, one.site());
}

#[test]
fn after_any_change_the_site_is_what_it_would_be_from_nothing() {
    let mut project = Project::at_address();
    project.publish().unwrap();
    for (file, from, to) in [
        ("public/flags/lithuania.svg", "</svg>", " </svg>"),
        ("public/maps/iraq.json", "\"x\": 386", "\"x\": 387"),
        ("public/site.json", "\"en\": \"", "\"en\": \"A "),
        ("public/profiles/lithuania.json", "\"name\": \"", "\"name\": \"A "),
        ("style/tokens.css", ":root,", ":root, .a,"),
        ("src/scripts/start.js", "this browser", "This browser"),
    ] {
        let before = project.read_source(file);
        project.change(file, |text| text.replacen(from, to, 1));
        assert_ne!(project.read_source(file), before, "{file}");
        assert_is_as_from_nothing(&project, file);
    }
    fs::remove_file(project.path("source/public/profiles/lithuania.lt.json")).unwrap();
    project.shell = project.shell.replace("</body>", "<!-- own --></body>");
    assert_is_as_from_nothing(&project, "a translation is gone, and the shell has more");
}

fn assert_is_as_from_nothing(project: &Project, change: &str) {
    project.publish().unwrap();
    let with_cache = project.site();
    fs::remove_dir_all(project.path("cache")).unwrap();
    project.publish().unwrap();
    assert!(with_cache == project.site(), "{change}");
}

#[test]
fn names_of_what_never_changes_follow_the_content() {
    let project = Project::new();
    project.publish().unwrap();
    let names = |project: &Project| {
        let named = |path: &PathBuf| {
            path.starts_with("assets") || path.starts_with("flags") || path.starts_with("maps")
        };
        project.site().into_iter().filter(|(path, _)| named(path)).collect::<BTreeMap<_, _>>()
    };
    let before = names(&project);
    project.change("public/flags/lithuania.svg", |text| text.replace("</svg>", " </svg>"));
    project.publish().unwrap();
    let after = names(&project);
    for (path, content) in &after {
        assert!(before.get(path).is_none_or(|before| before == content), "{}", path.display());
    }
    assert_ne!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    assert!(project.page("profiles/lithuania.json").contains("\"flag\":\"lithuania-"));
}

#[test]
fn a_broken_document_stops_the_build_before_anything_is_written() {
    let project = Project::new();
    project
        .change("public/profiles/lithuania.json", |text| text.replacen("\"lead\"", "\"lede\"", 1));
    let error = project.publish().unwrap_err().to_string();
    assert!(error.starts_with("public/profiles/lithuania.json\n  "), "{error}");
    assert!(error.contains("lede") && error.contains("line "), "{error}");
    assert!(project.path("staging/partner-profile.js").exists(), "the stage is as Trunk left it");
    assert!(!project.path("staging/lithuania").exists());
}

#[test]
fn while_editing_the_last_good_page_stays_with_the_problems_on_it() {
    let project = Project::new().live();
    assert!(project.publish().unwrap().faults.is_empty());
    let good = project.page("lithuania/index.html");
    project
        .change("public/profiles/lithuania.json", |text| text.replacen("\"lead\"", "\"lede\"", 1));
    let faults = project.publish().unwrap().faults;
    assert_eq!(faults[0].file, "public/profiles/lithuania.json");
    let page = project.page("lithuania/index.html");
    let (start, rest) = page.split_once("<div role=\"alert\" class=\"pp-problems\">").unwrap();
    let (banner, end) = rest.split_once("</div>\n").unwrap();
    assert_eq!(format!("{start}{end}"), good);
    assert!(banner.contains("lede") && banner.contains("line ") && banner.contains("column "));
}

#[test]
fn while_editing_a_first_broken_document_shows_its_problems() {
    let project = Project::new().live();
    project.write("public/profiles/lithuania.json", "{");
    assert_eq!(project.publish().unwrap().faults.len(), 1);
    assert!(project.page("index.html").contains("role=\"alert\""));
    project.write("public/site.json", "{");
    assert_eq!(project.publish().unwrap().faults.len(), 2);
    assert!(project.page("index.html").contains("public/site.json"));
}

#[test]
fn live_reload_is_admitted_and_nothing_else() {
    let project = Project::new().live();
    project.publish().unwrap();
    let page = project.page("index.html");
    assert!(page.contains("<script nonce=\"{{__TRUNK NONCE__}}\">reload()</script>"));
    let page = Html::parse_document(&page);
    let policy = policy(&page);
    assert!(policy.contains("connect-src 'self' ws:") && !policy.contains("unsafe-inline"));
    assert!(!policy.contains("trusted-types"));
    // Trunk puts the same value into both places when it serves.
    assert!(policy.contains("'nonce-{{__TRUNK NONCE__}}'"), "{policy}");
    assert!(!project.path("staging/index.html.br").exists());
}

#[test]
fn a_document_that_its_file_contradicts_is_refused() {
    let project = Project::new();
    project.change("public/profiles/lithuania.json", |text| {
        text.replacen("\"flag\": \"lithuania\"", "\"flag\": \"latvia\"", 1)
    });
    let text = project.read_source("public/profiles/lithuania.json");
    project.write("public/profiles/latvia.json", &text);
    project.write(
        "public/profiles/estonia.lt.json",
        &text.replace("\"slug\": \"lithuania\"", "\"slug\": \"estonia\""),
    );
    let error = project.publish().unwrap_err().to_string();
    for expected in [
        "partner.flag (line 6,",
        "found \"latvia\", expected the name of a drawing in public/flags, without .svg",
        "found \"lithuania\", expected \"latvia\", as in the name of the file",
        "found \"en\", expected \"lt\", as in the name of the file",
    ] {
        assert!(error.contains(expected), "{expected}\n{error}");
    }
}

#[test]
fn a_partner_has_one_document_in_a_language() {
    let project = Project::new();
    let text = project.read_source("public/profiles/lithuania.json");
    project.write("public/profiles/lithuania.en.json", &text);
    let error = project.publish().unwrap_err().to_string();
    let expected = "found \"en\", as in lithuania.json, expected a language that";
    assert!(
        error.starts_with("public/profiles/lithuania.en.json") && error.contains(expected),
        "{error}"
    );
}

#[test]
fn what_editors_leave_hidden_beside_a_document_is_passed_over() {
    let project = Project::new();
    for name in [".#lithuania.json", "._lithuania.json", "lithuania.json~", "#lithuania.json#"] {
        project.write(&format!("public/profiles/{name}"), "not for us");
    }
    fs::create_dir(project.path("source/public/profiles/.backup")).unwrap();
    project.publish().unwrap();
    assert!(project.page("index.html").contains("Lithuania"));
    let published = files(&project.path("staging/profiles"));
    let is_document = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("lithuania.") && !name.ends_with('~')
    };
    assert!(!published.is_empty() && published.iter().all(is_document), "{published:?}");
}

#[test]
fn what_editors_leave_anywhere_in_the_public_folder_is_not_published() {
    let project = Project::new();
    project.publish().unwrap();
    let clean = project.site();
    let left = [
        "site.json~",
        "#site.json#",
        ".site.json.swp",
        "site.json.bak",
        "maps/iraq.json~",
        "flags/lithuania.svg~",
        "flags/lithuania.svg.orig",
        "flags/._lithuania.svg",
    ];
    left.iter().for_each(|name| project.write(&format!("public/{name}"), "not for others"));
    project.publish().unwrap();
    assert!(project.site() == clean, "{:?}", project.site().keys());
}

#[test]
fn what_is_no_document_is_not_passed_over_in_silence() {
    let project = Project::new();
    let text = project.read_source("public/profiles/lithuania.json");
    fs::create_dir(project.path("source/public/profiles/baltic")).unwrap();
    project.write("public/profiles/baltic/lithuania.json", &text);
    let error = project.publish().unwrap_err().to_string();
    assert!(error.contains("public/profiles/baltic\n"), "{error}");
    assert!(error.contains("found a folder among the profiles"), "{error}");
    fs::remove_dir_all(project.path("source/public/profiles/baltic")).unwrap();
    project.write("public/profiles/lithuania.json.txt", &text);
    let error = project.publish().unwrap_err().to_string();
    assert!(error.contains("public/profiles/lithuania.json.txt\n"), "{error}");
    assert!(error.contains("expected the name lithuania.json"), "{error}");
}

#[test]
fn an_operator_whose_site_still_has_the_first_id_is_told_once_it_has_an_address() {
    let project = Project::new();
    let add_address = |text: String| {
        text.replacen(
            "\"version\": 1,",
            "\"version\": 1, \"address\": \"https://partners.example/\",",
            1,
        )
    };
    project.change("public/site.json", add_address);
    let remarks = project.publish().unwrap().remarks;
    assert!(remarks.len() == 1 && remarks[0].contains("still has the id"), "{remarks:?}");
    project.change("public/site.json", |text| {
        text.replacen("\"partner-profile\"", "\"our-partners\"", 1)
    });
    assert!(project.publish().unwrap().remarks.is_empty());
}

#[test]
fn an_operator_who_relaxes_trusted_types_is_told() {
    let project = Project::new();
    assert!(project.publish().unwrap().remarks.is_empty());
    project.change("public/site.json", |text| {
        text.replacen(
            "\"version\": 1,",
            "\"version\": 1, \"policy\": { \"trusted_types\": false },",
            1,
        )
    });
    assert_eq!(project.publish().unwrap().remarks.len(), 1);
    assert!(!project.page("index.html").contains("trusted-types"));
}

#[test]
fn the_page_for_what_is_not_there_admits_its_own_style_and_nothing_else() {
    let project = Project::new();
    project.publish().unwrap();
    let html = Html::parse_document(&project.page("404.html"));
    let style = html.select(&Selector::parse("style").unwrap()).next().unwrap();
    let source = policy_source(&style.text().collect::<String>());
    let expected = format!(
        "default-src 'none'; style-src {source}; img-src data:; base-uri 'none'; form-action 'none'"
    );
    assert_eq!(policy(&html), expected);
}

#[test]
fn an_inline_script_of_an_operator_stays_as_it_is_and_is_admitted() {
    let script = "\nconst text = `one\n\n\ttwo`;\n";
    let mut project = Project::new();
    project.shell = project.shell.replace("</body>", &format!("<script>{script}</script></body>"));
    project.publish().unwrap();
    for path in ["index.html", "lithuania/lt/index.html"] {
        let page = project.page(path);
        assert!(page.contains(&format!("<script>{script}</script>")), "{path}");
        let html = Html::parse_document(&page);
        assert!(policy(&html).contains(&policy_source(script)), "{path}");
        assert!(!policy(&html).contains("frame-src"), "{path}");
    }
}

#[test]
fn an_operators_sources_are_added_to_what_a_page_may_load() {
    let project = Project::new();
    project.change("public/site.json", |text| {
        let policy = ["script", "style", "img", "connect", "frame"]
            .map(|kind| format!("\"{kind}_src\": [\"https://{kind}.example\", \"'self'\"]"));
        let policy = policy.join(", ");
        text.replacen("\"version\": 1,", &format!("\"version\": 1, \"policy\": {{{policy}}},"), 1)
    });
    project.publish().unwrap();
    let html = Html::parse_document(&project.page("index.html"));
    let directives: BTreeMap<_, _> =
        policy(&html).split("; ").filter_map(|directive| directive.split_once(' ')).collect();
    let source = |name: &str| directives[name].find("https://").map(|at| &directives[name][at..]);
    assert!(source("script-src").unwrap().starts_with("https://script.example 'self' 'sha256-"));
    assert_eq!(source("style-src"), Some("https://style.example 'self'"));
    assert_eq!(directives["img-src"], "'self' https://img.example 'self'");
    assert_eq!(directives["connect-src"], "'self' https://connect.example 'self'");
    assert_eq!(directives["frame-src"], "https://frame.example 'self'");
}

#[test]
fn without_esbuild_the_build_says_what_is_missing() {
    let project = Project { esbuild: "nowhere/esbuild".into(), ..Project::new() };
    let error = project.publish().unwrap_err().to_string();
    assert!(error.starts_with("nowhere/esbuild: ") && error.contains("make setup"), "{error}");
}

#[test]
fn what_scripts_load_is_named_in_them_by_its_content() {
    let project = Project::new();
    project.publish().unwrap();
    let site = project.site();
    let assets: Vec<_> = site.keys().filter_map(|path| path.strip_prefix("assets").ok()).collect();
    let named = |stem: &str, ending: &str| {
        let is_named = |name: &&str| {
            let hash = name.strip_prefix(stem).and_then(|rest| rest.strip_suffix(ending));
            hash.is_some_and(|hash| !hash.contains('-'))
        };
        let mut names = assets.iter().filter_map(|path| path.to_str());
        names.find(is_named).unwrap().to_owned()
    };
    let embed = project.page("embed.js");
    let own_consent = "element-own-consent-";
    let loaded =
        [("element-", ".wasm"), (own_consent, ".wasm"), (own_consent, ".js"), ("embed-", ".css")];
    for (stem, ending) in loaded {
        assert!(embed.contains(&format!("\"assets/{}\"", named(stem, ending))), "{stem}");
    }
    let iraq =
        site.keys().find(|path| path.starts_with("maps") && path.extension().is_some()).unwrap();
    assert!(embed.contains(&format!("\"{}\"", iraq.file_stem().unwrap().to_str().unwrap())));
    let script = project.page(&format!("assets/{}", named(own_consent, ".js")));
    assert!(script.contains(&format!("../assets/{}", named(own_consent, ".wasm"))));
    assert_eq!(embed.matches("sha384-").count(), loaded.len());
    assert_eq!(script.matches("sha384-").count(), 1);
    let pinned = site.iter().find(|(path, _)| path.to_str().unwrap().starts_with("embed-"));
    assert_eq!(*pinned.unwrap().1, embed.into_bytes());
}

/// The style sheets by their names.
fn sheets() -> BTreeMap<String, String> {
    let sheets = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("style")).into_iter();
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    sheets.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

#[test]
fn every_style_sheet_is_used() {
    let sheets = sheets();
    let all: String = sheets.values().map(String::as_str).collect();
    let entries = ["profile.css", "list.css", "element.css", "not-found.css", "problems.css"];
    for name in sheets.keys().filter(|name| !entries.contains(&name.as_str())) {
        assert!(all.contains(&format!("@import \"{name}\";")), "{name}");
    }
}

#[test]
fn a_profile_in_another_site_follows_its_own_width_and_leaves_the_open_properties_to_the_site() {
    const OPEN: [&str; 8] =
        ["font", "text", "surface", "accent", "border", "radius", "space", "max-width"];
    for (name, sheet) in sheets() {
        assert!(!sheet.contains("@media (width"), "{name}");
        let mut units = sheet.split("vw").filter(|before| before.ends_with(char::is_numeric));
        assert_eq!(units.next(), None, "{name}");
        for open in OPEN {
            assert!(!sheet.contains(&format!("--pp-{open}:")), "{name} declares {open}");
            assert!(!sheet.contains(&format!("var(--pp-{open})")), "{name}: {open} has no default");
        }
    }
}

#[test]
fn the_profile_that_ships_is_linked_listed_and_searched_in_its_three_languages() {
    let project = Project::at_address();
    let fixture = include_str!("fixtures/partners/valmora.json");
    let mut other: serde_json::Value = serde_json::from_str(fixture).unwrap();
    other["partner"].as_object_mut().unwrap().shift_remove("flag");
    for section in other["sections"].as_array_mut().unwrap() {
        section.as_object_mut().unwrap().shift_remove("map");
    }
    project.write("public/profiles/valmora.json", &other.to_string());
    project.publish().unwrap();
    let editions = [
        ("en", "ltr", "lithuania/", "Lithuania"),
        ("lt", "ltr", "lithuania/lt/", "Lietuva"),
        ("ar", "rtl", "lithuania/ar/", "ليتوانيا"),
    ];
    let list = project.page("index.html");
    for (language, direction, path, name) in editions {
        let page = project.page(&format!("{path}index.html"));
        assert!(
            page.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\">")),
            "{path}"
        );
        let page = Html::parse_document(&page);
        for (other, _, path, _) in editions {
            let alternate = format!("link[hreflang={other}][href='{ADDRESS}{path}']");
            let link = format!(".pp-languages a[lang={other}][href$='{path}']");
            for css in [alternate, link] {
                assert_eq!(page.select(&Selector::parse(&css).unwrap()).count(), 1, "{css}");
            }
        }
        let entry = format!(".pp-index__entry a[lang={language}][href='{path}']");
        let list = Html::parse_document(&list);
        assert_eq!(list.select(&Selector::parse(&entry).unwrap()).count(), 1, "{entry}");
        let data = list.select(&Selector::parse("#partner-profile-document").unwrap()).next();
        let data: String = data.unwrap().text().collect();
        assert!(data.contains(&partner_profile::search::fold(name)), "{name} is not searched");
    }
}

/// The headers that `_headers` gives a file.
fn headers_of(file: &str) -> BTreeMap<&'static str, &'static str> {
    let rules = include_str!("../src/publish/headers.txt").lines();
    let mut matches = false;
    let mut headers = BTreeMap::new();
    for line in rules.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("  ").map(|header| header.split_once(": ").unwrap()) {
            Some((name, value)) if matches => {
                assert_eq!(headers.insert(name, value), None, "{name} twice for {file}");
            }
            Some(_) => {}
            None => {
                let start = line.strip_suffix('*');
                matches = start.map_or(file == line, |start| file.starts_with(start));
            }
        }
    }
    headers
}

#[test]
fn hosts_are_told_of_every_file_how_long_it_keeps_and_whether_other_sites_may_read_it() {
    for (file, keeps, is_shared) in [
        ("/", false, false),
        ("/lithuania/", false, false),
        ("/favicon.ico", false, false),
        ("/assets/partner-profile-0123456789abcdef.js", true, true),
        ("/flags/lithuania-0123456789abcdef.svg", true, true),
        ("/maps/iraq-0123456789abcdef.json", true, true),
        ("/embed-0123456789abcdef.js", true, true),
        ("/embed.js", false, true),
        ("/profiles/lithuania.json", false, true),
        ("/site.json", false, true),
    ] {
        let mut headers = headers_of(file);
        let mut take = |name: &str| headers.remove(name);
        let keeping = keeps.then_some("public, max-age=31536000, immutable");
        assert_eq!(take("Cache-Control"), keeping, "{file}");
        assert_eq!(take("Access-Control-Allow-Origin"), is_shared.then_some("*"), "{file}");
        let shared = is_shared.then_some("cross-origin");
        assert_eq!(take("Cross-Origin-Resource-Policy"), shared, "{file}");
        let of_all = [
            ("Content-Security-Policy", "frame-ancestors 'self'"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Strict-Transport-Security", "max-age=31536000"),
            ("X-Content-Type-Options", "nosniff"),
        ];
        assert!(headers.into_iter().eq(of_all), "{file}");
    }
}
