//! The script and the Wasm as one program: what neither of them calls goes, and
//! the names that only they know become short.
//!
//! wasm-bindgen writes ways to start that are not taken, and joins the two by names with hashes in
//! them, which stand in both files and don't compress.

use std::collections::{HashMap, HashSet};

use walrus::{ExportId, Module};

use super::Error;

/// What stands at the end of wasm-bindgen's script, and what of it is used.
const EXPORTS: (&str, &str) =
    ("export { initSync, __wbg_init as default };", "export { __wbg_init as default };");
/// Writes values out for the messages of panics, which no hook of ours hands on: shortly will do.
const DEBUG: (&str, &str) = ("debugString", "const debugString = String;\n");
/// Tools look for the memory under its name.
const MEMORY: &str = "memory";

/// Links a script of wasm-bindgen with its Wasm.
pub(super) fn link(script: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), Error> {
    if !script.contains(EXPORTS.0) {
        let message =
            format!("wasm-bindgen's script does not end as expected, with `{}`", EXPORTS.0);
        return Err(Error::Made(message));
    }
    let mut module = Module::from_buffer(wasm)
        .map_err(|error| Error::Made(format!("the Wasm cannot be read: {error}")))?;
    let script = used(&script.replace(EXPORTS.0, EXPORTS.1));

    let mentioned: HashSet<&str> = identifiers(&script).collect();
    let unused: Vec<ExportId> = module
        .exports
        .iter()
        .filter(|export| !mentioned.contains(&*export.name))
        .map(|export| export.id())
        .collect();
    unused.into_iter().for_each(|export| module.exports.delete(export));
    walrus::passes::gc::run(&mut module);

    let mut names = Names::default();
    for import in module.imports.iter_mut() {
        import.module = names.short(&import.module);
        import.name = names.short(&import.name);
    }
    for export in module.exports.iter_mut().filter(|export| export.name != MEMORY) {
        export.name = names.short(&export.name);
    }
    Ok((names.write(&script), module.emit_wasm()))
}

/// Short names for long ones. None of them can be another's: wasm-bindgen names nothing with a dollar.
#[derive(Default)]
struct Names(HashMap<String, String>);

impl Names {
    fn short(&mut self, name: &str) -> String {
        let next = format!("${}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }

    /// The script with the short names. The name of a module is no identifier: it stands in quotation marks.
    fn write(&self, script: &str) -> String {
        let mut text = String::with_capacity(script.len());
        for piece in pieces(script) {
            text.push_str(self.0.get(piece).map_or(piece, |name| name));
        }
        self.0.iter().filter(|(name, _)| name.starts_with('.')).fold(text, |text, (name, short)| {
            text.replace(&format!("\"{name}\""), &format!("\"{short}\""))
        })
    }
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// The text in pieces: identifiers, and what stands between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| is_part(c) != is_part(first)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

fn identifiers(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter(|piece| piece.starts_with(is_part))
}

/// The declarations that the script's exports lead to.
fn used(script: &str) -> String {
    let items = items(script);
    let mut is_used: Vec<bool> =
        items.iter().map(|item| item.starts_with("export") || declared(item).is_none()).collect();
    loop {
        let live = items.iter().zip(&is_used).filter(|(_, is_used)| **is_used);
        let known: HashSet<&str> = live.flat_map(|(item, _)| identifiers(item)).collect();
        let before = is_used.clone();
        for (item, is_used) in items.iter().zip(&mut is_used) {
            *is_used |= declared(item).is_some_and(|name| known.contains(name));
        }
        if is_used == before {
            break;
        }
    }
    let kept = items.iter().zip(is_used).filter(|(_, is_used)| *is_used);
    kept.map(|(item, _)| if declared(item) == Some(DEBUG.0) { DEBUG.1 } else { item }).collect()
}

/// What stands at the top level of the script: each begins in the first column, and so does its closing bracket.
fn items(script: &str) -> Vec<&str> {
    let mut starts = vec![];
    let mut at = 0;
    for line in script.split_inclusive('\n') {
        if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(script.len());
    starts.windows(2).map(|ends| &script[ends[0]..ends[1]]).collect()
}

/// The name that an item declares.
fn declared(item: &str) -> Option<&str> {
    let mut words = identifiers(item).skip_while(|word| *word == "async");
    matches!(words.next()?, "const" | "let" | "function").then(|| words.next())?
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "\
export class Kept {
    go() { return wasm.kept_go(this.wasm); }
}
if (Symbol.dispose) Kept.prototype[Symbol.dispose] = Kept.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __wbg_used_0123: function(arg0) {
            return helper(arg0);
        },
    };
    return {
        \"./a_bg.js\": import0,
    };
}
function helper(x) { return debugString(x); }
function debugString(val) {
    switch (typeof val) {}
}
let wasm;
function initSync() { lonely(wasm.lonely_start()); }
function lonely(x) { return x; }
async function __wbg_init() { wasm = await load(__wbg_get_imports()); }
export { initSync, __wbg_init as default };
";

    /// A Wasm with an export that the script needs, and one for a way to start that is not taken.
    fn wasm() -> Vec<u8> {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        let (called, _) = module.add_import_func("./a_bg.js", "__wbg_used_0123", kind);
        for export in ["kept_go", "lonely_start"] {
            let mut function = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
            function.func_body().call(called);
            let function = function.finish(vec![], &mut module.funcs);
            module.exports.add(export, function);
        }
        module.emit_wasm()
    }

    #[test]
    fn what_neither_of_the_two_calls_goes_and_the_rest_fits_together() {
        let (script, wasm) = link(SCRIPT, &wasm()).unwrap();
        for gone in ["lonely", "initSync", "0123", "kept_go", "a_bg"] {
            assert!(!script.contains(gone), "{gone} is still there:\n{script}");
        }
        assert!(script.contains("export class Kept") && script.contains("function helper"));
        assert!(script.contains("debugString = String") && !script.contains("typeof val"));
        let module = Module::from_buffer(&wasm).unwrap();
        let import = module.imports.iter().map(|import| (&*import.module, &*import.name));
        let [(from, import)] = *import.collect::<Vec<_>>() else { panic!("one import is left") };
        assert!(script.contains(&format!("\"{from}\": import0")));
        assert!(script.contains(&format!("{import}: function(arg0)")));
        let [export] = &*module.exports.iter().collect::<Vec<_>>() else { panic!("one export") };
        assert!(script.contains(&format!("return wasm.{}(this.wasm)", export.name)));
    }

    #[test]
    fn another_script_is_refused() {
        let error = link("export default init;", &wasm()).unwrap_err();
        assert!(error.to_string().starts_with("wasm-bindgen's script does not end"), "{error}");
    }

    #[test]
    fn what_is_no_wasm_is_named() {
        let error = link(SCRIPT, b"<!doctype html>").unwrap_err();
        assert!(error.to_string().starts_with("the Wasm cannot be read"), "{error}");
    }
}
