//! The shell as Trunk left it, and what its live reload needs.

/// What Trunk's live reload puts into the shell, and replaces while serving.
const ADDRESS: &str = "'{{__TRUNK_ADDRESS__}}'";
const BASE: &str = "'{{__TRUNK_WS_BASE__}}'";

/// Whether the shell is that of `trunk serve`.
pub(super) fn is_live(shell: &str) -> bool {
    shell.contains(ADDRESS)
}

/// The shell without empty lines, and with a live reload whose text stays as
/// it is while it is served: the policy admits it by its hash.
pub(super) fn adapt(shell: &str) -> String {
    shell
        .replace(ADDRESS, "window.location.host")
        .replace(BASE, "'/'")
        .lines()
        .filter(|line| !line.trim().is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The scripts in the shell; only live reload has one.
pub(super) fn scripts(shell: &str) -> impl Iterator<Item = &str> {
    shell.split("<script>").skip(1).filter_map(|rest| rest.split("</script>").next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn live_reload_is_recognised_and_needs_no_replacing() {
        let shell = "<body>\n\n<script>const address = '{{__TRUNK_ADDRESS__}}';</script></body>";
        assert!(is_live(shell));
        let adapted = adapt(shell);
        assert_eq!(
            scripts(&adapted).collect::<Vec<_>>(),
            ["const address = window.location.host;"]
        );
        assert!(!adapted.contains("\n\n"));
    }
}
