//! The shell as Trunk left it.

/// Stands for the nonce of the scripts that Trunk adds to the shell: only live reload, while it
/// serves. It is another one each time that a page is served.
pub(super) const NONCE: &str = "{{__TRUNK NONCE__}}";

/// Whether the shell is that of `trunk serve`.
pub(super) fn is_live(shell: &str) -> bool {
    shell.contains(NONCE)
}

/// The shell without empty lines.
pub(super) fn adapt(shell: &str) -> String {
    let lines = shell.lines().filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}
