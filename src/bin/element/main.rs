//! The entry in other sites: the Wasm behind `<partner-profile>`, apart from the
//! page's. It looks at documents that nobody has looked at before; a page need not.

#[cfg(target_arch = "wasm32")]
mod embed;
#[cfg(target_arch = "wasm32")]
mod embedded_profile;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("element runs in the browser: `trunk build` puts it into dist/ with embed.js.");
    std::process::exit(2);
}
