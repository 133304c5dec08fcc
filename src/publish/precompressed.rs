//! Ready-compressed twins, so that no server has to compress.

use std::path::Path;

use brotlic::{CompressionMode, Quality, WindowSize};
use libdeflater::{CompressionLvl, Compressor};
use rayon::prelude::*;

use super::cache::Cache;
use super::{Error, files};
use crate::check::entries;

/// What gets smaller; pictures in PNG and ICO are compressed in themselves.
const COMPRESSIBLE: [&str; 10] =
    ["css", "html", "js", "json", "svg", "ts", "txt", "wasm", "webmanifest", "xml"];
/// Below this a twin saves less than its own headers cost.
const SMALLEST: usize = 200;

/// Writes `.br` and `.gz` beside every compressible file in the folder of a site with so many documents.
pub(super) fn write(folder: &Path, documents: usize, cache: &Cache) -> Result<(), Error> {
    entries(folder)?.par_iter().try_for_each(|path| {
        if path.is_dir() {
            write(path, documents, cache)
        } else if has_extension(path, &COMPRESSIBLE) {
            write_beside(path, documents, cache)
        } else {
            Ok(())
        }
    })
}

fn write_beside(path: &Path, documents: usize, cache: &Cache) -> Result<(), Error> {
    let content = files::read_bytes(path)?;
    if content.len() < SMALLEST {
        return Ok(());
    }
    let key = cache.key(&content);
    let is_of_many = has_extension(path, &["html", "json", "xml"]);
    let quality = if is_of_many { quality(documents) } else { 11 };
    let small = cache.remember(&format!("br-{quality}"), key, || Ok(brotli(&content, quality)))?;
    files::copy(&small, &path.with_added_extension("br"))?;
    let small = cache.remember("gz", key, || Ok(gzip(&content)))?;
    files::copy(&small, &path.with_added_extension("gz"))
}

/// Brotli's quality for the pages and the data of so many documents: docs/performance.md says what each costs and
/// saves.
fn quality(documents: usize) -> u8 {
    match documents {
        0..100 => 11,
        100..1_000 => 10,
        _ => 8,
    }
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    path.extension().is_some_and(|extension| known.iter().any(|name| extension == *name))
}

/// Brotli with a window as large as the format allows.
fn brotli(content: &[u8], quality: u8) -> Vec<u8> {
    let quality = Quality::new(quality).expect("one of brotli's");
    let longest = brotlic::compress_bound(content.len(), quality);
    let mut small = vec![0; longest.expect("qualities above 2 have a bound")];
    let window = WindowSize::best();
    let mode = CompressionMode::Generic;
    let length = brotlic::compress(content, &mut small, quality, window, mode);
    small.truncate(length.expect("what is compressed is no longer than the bound"));
    small
}

/// Gzip, without a name or a time in it. Its last levels would take ten times as long for 3 percent; every
/// browser of the last years takes Brotli.
fn gzip(content: &[u8]) -> Vec<u8> {
    let mut compressor = Compressor::new(CompressionLvl::new(9).expect("one of libdeflate's"));
    let mut small = vec![0; compressor.gzip_compress_bound(content.len())];
    let length = compressor.gzip_compress(content, &mut small);
    small.truncate(length.expect("what is compressed is no longer than the bound"));
    small
}
