//! What was made before, by what it was made from: only what changed is made anew.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use blake3::{Hash, Hasher};

use super::{Error, files};

/// Results that depend on nothing but their input and on the program that makes them.
pub(super) struct Cache {
    folder: PathBuf,
    build_id: String,
    used: Mutex<HashSet<PathBuf>>,
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

    /// The result for the input with a key: as it was made before, or made now.
    pub(super) fn remember(
        &self,
        kind: &str,
        key: Hash,
        make: impl FnOnce() -> Result<Vec<u8>, Error>,
    ) -> Result<Vec<u8>, Error> {
        let path = self.path(kind, key);
        let known = std::fs::read(&path);
        self.used.lock().expect("no thread panics while it holds this").insert(path.clone());
        if let Ok(known) = known {
            return Ok(known);
        }
        let made = make()?;
        // Moved into its place once it is whole: another build or thread may make the same meanwhile.
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let partial = path.with_extension(format!("{}-{number}", std::process::id()));
        files::write(&partial, &made)?;
        std::fs::rename(&partial, &path).map_err(|source| Error::File { path, source })?;
        Ok(made)
    }

    fn path(&self, kind: &str, key: Hash) -> PathBuf {
        let name = key.to_hex();
        // Folders of thousands of files are slow on some systems.
        self.folder.join(kind).join(&name[..2]).join(&name[2..])
    }

    /// Removes what this build had no use for.
    pub(super) fn forget_the_rest(self) -> Result<(), Error> {
        let used = self.used.into_inner().expect("no thread panics while it holds this");
        for kind in files::entries(&self.folder)? {
            for shelf in files::entries(&kind)? {
                for path in files::entries(&shelf)? {
                    if !used.contains(&path) {
                        files::remove(&path)?;
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_may_be_made_by_several_threads_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path().to_owned(), "1");
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
                assert_eq!(thread.join().unwrap().unwrap().len(), 1_000_000);
            }
        });
    }

    #[test]
    fn nothing_is_made_twice_and_nothing_unused_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let cache = || Cache::new(folder.path().to_owned(), "1");
        let make = |cache: &Cache, input: &[u8]| {
            let mut made = false;
            let result = cache.remember("kind", cache.key(input), || {
                made = true;
                Ok(input.to_vec())
            });
            assert_eq!(result.unwrap(), input);
            made
        };
        let first = cache();
        assert!(make(&first, b"a") && make(&first, b"b") && !make(&first, b"a"));
        first.forget_the_rest().unwrap();
        let second = cache();
        assert!(!make(&second, b"a"));
        second.forget_the_rest().unwrap();
        assert!(make(&cache(), b"b"));
        assert!(make(&Cache::new(folder.path().to_owned(), "2"), b"a"));
    }
}
