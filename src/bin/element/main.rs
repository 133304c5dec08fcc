//! The entry in other sites: the Wasm behind `<partner-profile>`, apart from the
//! page's. It looks at documents that nobody has looked at before; a page need not.

#[cfg(all(target_arch = "wasm32", feature = "csr"))]
mod embed;
#[cfg(all(target_arch = "wasm32", feature = "csr"))]
mod embedded_profile;

#[cfg(all(target_arch = "wasm32", feature = "csr"))]
fn main() {}

#[cfg(not(all(target_arch = "wasm32", feature = "csr")))]
fn main() {
    eprintln!("element runs in the browser: `trunk build` puts it into dist/ with embed.js.");
    std::process::exit(2);
}
