//! What was made before, by what it was made from: only what changed is made anew.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use blake3::{Hash, Hasher};
use rayon::prelude::*;

use super::{Error, files};
use crate::check::{entries, of_file};

/// Results that depend on nothing but their input and on the program that makes them. Each is a file, of which the
/// site gets a copy.
pub(super) struct Cache {
    folder: PathBuf,
    build_id: String,
    /// Paths, which are faster to find as plain strings.
    used: Mutex<HashSet<OsString>>,
}

impl Cache {
    /// The results of one version of the program in a folder.
    pub(super) fn new(folder: PathBuf, build_id: &str) -> Self {
        Self { folder, build_id: build_id.to_owned(), used: Mutex::default() }
    }

    /// What the results for an input are found by.
    pub(super) fn key(&self, input: &[u8]) -> Hash {
        Hasher::new().update(self.build_id.as_bytes()).update(&[0]).update(input).finalize()
    }

    /// The file with the result for the input with a key: as it was made before, or made now.
    pub(super) fn remember(
        &self,
        kind: &str,
        key: Hash,
        make: impl FnOnce() -> Result<Vec<u8>, Error>,
    ) -> Result<PathBuf, Error> {
        let path = self.path(kind, key);
        self.used.lock().expect("no thread panics while it holds this").insert(path.clone().into());
        if path.exists() {
            return Ok(path);
        }
        let made = make()?;
        // Moved into its place once it is whole: another build or thread may make the same meanwhile.
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let partial = path.with_extension(format!("{}-{number}", std::process::id()));
        files::write(&partial, &made)?;
        std::fs::rename(&partial, &path).map_err(|source| of_file(&path, source))?;
        Ok(path)
    }

    fn path(&self, kind: &str, key: Hash) -> PathBuf {
        let name = key.to_hex();
        // Folders of thousands of files are slow on some systems.
        self.folder.join(kind).join(&name[..2]).join(&name[2..])
    }

    /// Removes what this build had no use for.
    pub(super) fn finish(self) -> Result<(), Error> {
        let used = self.used.into_inner().expect("no thread panics while it holds this");
        remove_unused(&self.folder, &used)
    }
}

fn remove_unused(folder: &Path, used: &HashSet<OsString>) -> Result<(), Error> {
    entries(folder)?.par_iter().try_for_each(|path| {
        if used.contains(path.as_os_str()) {
            Ok(())
        } else if path.is_dir() {
            remove_unused(path, used)
        } else {
            files::remove(path)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks for a result, and returns whether it was made.
    fn make(cache: &Cache, input: &[u8]) -> bool {
        let mut made = false;
        let result = cache.remember("kind", cache.key(input), || {
            made = true;
            Ok(input.to_vec())
        });
        assert_eq!(std::fs::read(result.unwrap()).unwrap(), input);
        made
    }

    #[test]
    fn the_same_may_be_made_by_several_threads_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path().join("cache"), "1");
        // All have missed it before any of them writes.
        let all = std::sync::Barrier::new(8);
        let make = || {
            all.wait();
            Ok(vec![0; 1_000_000])
        };
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| cache.remember("kind", cache.key(b"a"), make)))
                .collect();
            for thread in threads {
                let path = thread.join().unwrap().unwrap();
                assert_eq!(path.metadata().unwrap().len(), 1_000_000);
            }
        });
    }

    #[test]
    fn nothing_is_made_twice_and_nothing_unused_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let cache = |build_id| Cache::new(folder.path().join("cache"), build_id);
        let first = cache("1");
        assert!(make(&first, b"a") && make(&first, b"b"));
        first.finish().unwrap();
        let second = cache("1");
        assert!(!make(&second, b"a"));
        second.finish().unwrap();
        assert!(make(&cache("1"), b"b"));
        assert!(make(&cache("2"), b"a"));
    }

    #[test]
    fn what_is_changed_in_the_site_does_not_change_a_result() {
        let folder = tempfile::tempdir().unwrap();
        let cache = || Cache::new(folder.path().join("cache"), "1");
        let first = cache();
        let made = first.remember("kind", first.key(b"a"), || Ok(b"a".to_vec())).unwrap();
        let in_site = folder.path().join("site");
        files::copy(&made, &in_site).unwrap();
        first.finish().unwrap();
        std::fs::write(&in_site, "b").unwrap();
        assert!(!make(&cache(), b"a"));
    }
}
