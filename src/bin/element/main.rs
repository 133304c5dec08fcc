//! The entry in other sites: the Wasm behind `<partner-profile>`, apart from the
//! page's. It looks at documents that nobody has looked at before; a page need not.

mod embed;

fn main() {}
