//! The place of a path in JSON text that is known to be well formed.

use super::reader::Step;

/// What a path points at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// The value.
    Value,
    /// The last key itself.
    Key,
}

/// The first byte and the length of what a path points at; of the nearest
/// value around it where the path leads nowhere.
pub(super) fn locate(source: &str, path: &[Step], target: Target) -> (usize, usize) {
    let mut scanner = Scanner { bytes: source.as_bytes(), at: 0 };
    scanner.space();
    for (depth, step) in path.iter().enumerate() {
        let start = scanner.at;
        let found = match step {
            Step::Key(key, nth) => {
                let last = depth + 1 == path.len();
                match scanner.key(key, *nth) {
                    Some(span) if last && target == Target::Key => return span,
                    found => found.is_some(),
                }
            }
            Step::Index(index) => scanner.element(*index),
        };
        if !found {
            scanner.at = start;
            break;
        }
    }
    let start = scanner.at;
    scanner.value();
    (start, scanner.at - start)
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(b'\0')
    }

    fn space(&mut self) {
        while self.peek().is_ascii_whitespace() {
            self.at += 1;
        }
    }

    /// Passes one mark (a comma, colon or bracket) and the white space after it.
    fn mark(&mut self) {
        self.at += 1;
        self.space();
    }

    fn string(&mut self) {
        self.at += 1;
        while self.at < self.bytes.len() && self.peek() != b'"' {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
    }

    /// Passes a value, without the white space after it.
    fn value(&mut self) {
        match self.peek() {
            b'"' => self.string(),
            b'{' | b'[' => {
                let mut depth = 0_usize;
                while self.at < self.bytes.len() {
                    match self.peek() {
                        b'"' => {
                            self.string();
                            continue;
                        }
                        b'{' | b'[' => depth += 1,
                        b'}' | b']' => depth -= 1,
                        _ => {}
                    }
                    self.at += 1;
                    if depth == 0 {
                        break;
                    }
                }
            }
            _ => {
                while self.at < self.bytes.len()
                    && !matches!(self.peek(), b',' | b'}' | b']')
                    && !self.peek().is_ascii_whitespace()
                {
                    self.at += 1;
                }
            }
        }
    }

    /// Goes to the value of the nth pair with this key; returns where the key stands.
    fn key(&mut self, key: &str, nth: usize) -> Option<(usize, usize)> {
        if self.peek() != b'{' {
            return None;
        }
        let mut seen = 0;
        self.mark();
        while self.peek() == b'"' {
            let start = self.at;
            self.string();
            let span = (start, self.at - start);
            self.space();
            self.mark();
            let written = serde_json::from_slice::<String>(&self.bytes[start..start + span.1]);
            if written.is_ok_and(|written| written == key) {
                if seen == nth {
                    return Some(span);
                }
                seen += 1;
            }
            self.value();
            self.space();
            if self.peek() == b',' {
                self.mark();
            }
        }
        None
    }

    fn element(&mut self, index: usize) -> bool {
        if self.peek() != b'[' {
            return false;
        }
        self.mark();
        for _ in 0..index {
            self.value();
            self.space();
            if self.peek() != b',' {
                return false;
            }
            self.mark();
        }
        self.peek() != b']'
    }
}
