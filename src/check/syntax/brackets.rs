//! Which bracket of a text that is not JSON is not closed.

/// A bracket that was opened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bracket {
    /// `{` or `[`.
    pub(super) opening: char,
    /// Its byte.
    pub(super) at: usize,
    /// Its line, from 1.
    pub(super) line: usize,
    /// The line before which it is closed, where the indentation tells.
    pub(super) end: Option<usize>,
    /// How far its line is indented.
    indent: usize,
}

impl Bracket {
    /// The bracket that closes it.
    pub(super) fn closing(self) -> char {
        if self.opening == '{' { '}' } else { ']' }
    }
}

/// The brackets of a text up to a place.
pub(super) struct Brackets {
    /// Those that are open, from the outside.
    pub(super) open: Vec<Bracket>,
    /// Where lines are indented, the first whose end stands further out than its beginning.
    suspect: Option<Bracket>,
}

impl Brackets {
    /// The bracket that is most likely not closed.
    pub(super) fn unclosed(&self) -> Option<Bracket> {
        self.suspect.or_else(|| self.open.last().copied())
    }

    /// Looks through a text.
    pub(super) fn of(source: &str, end: usize) -> Self {
        let mut brackets = Self { open: Vec::new(), suspect: None };
        let mut is_text = false;
        let (mut line, mut indent, mut is_start, mut is_escaped) = (1, 0, true, false);
        for (at, c) in source.char_indices() {
            let is_first = is_start && !c.is_whitespace();
            match c {
                '\n' => (line, indent, is_start, is_text) = (line + 1, 0, true, false),
                _ if is_start && c.is_whitespace() => indent += 1,
                _ => is_start = false,
            }
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' if is_text => is_escaped = true,
                '"' => is_text = !is_text,
                '{' | '[' if !is_text && at < end => {
                    brackets.open.push(Bracket { opening: c, at, line, end: None, indent });
                }
                '}' | ']' if !is_text => {
                    let Some(last) = brackets.open.last().copied() else { break };
                    if is_first && last.line < line && indent < last.indent {
                        let suspect = Bracket { end: Some(line), ..last };
                        brackets.suspect = brackets.suspect.or(Some(suspect));
                    }
                    if at >= end {
                        break;
                    }
                    brackets.open.pop();
                }
                _ => {}
            }
        }
        brackets
    }
}
