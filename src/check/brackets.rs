//! Which bracket of a text that is not JSON is not closed.

/// A bracket that was opened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bracket {
    /// `{` or `[`.
    pub(super) opening: char,
    /// Its line, from 1.
    pub(super) line: usize,
    /// How far its line is indented.
    indent: usize,
}

impl Bracket {
    /// The bracket that closes it.
    pub(super) fn closing(self) -> char {
        if self.opening == '{' { '}' } else { ']' }
    }

    /// What it opens.
    pub(super) fn what(self) -> &'static str {
        if self.opening == '{' { "object" } else { "list" }
    }
}

/// The bracket that is most likely not closed in the text up to a place: where lines are indented, the
/// first whose end stands further out than its beginning; otherwise the innermost.
pub(super) fn unclosed(source: &str, end: usize) -> Option<Bracket> {
    let mut open: Vec<Bracket> = Vec::new();
    let mut suspect = None;
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
            '{' | '[' if !is_text && at < end => open.push(Bracket { opening: c, line, indent }),
            '}' | ']' if !is_text => {
                let last = open.last().copied()?;
                if is_first && last.line < line && indent < last.indent {
                    suspect = suspect.or(Some(last));
                }
                if at >= end {
                    break;
                }
                open.pop();
            }
            _ => {}
        }
    }
    suspect.or_else(|| open.last().copied())
}
