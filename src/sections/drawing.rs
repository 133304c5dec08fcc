use crate::markup::{Element, el};

/// A drawing made of paths, each with its class. What it shows is said in words
/// beside it, so it is hidden from those who listen.
pub fn drawing(class: &str, view_box: &str, paths: &[(&str, String)]) -> Element {
    el("svg")
        .class(class)
        .attr("viewBox", view_box)
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .children(paths.iter().map(|(class, d)| el("path").class(class).attr("d", d)))
}

/// A drawing that fills its box whatever the box's proportions.
pub fn stretched_drawing(class: &str, view_box: &str, paths: &[(&str, String)]) -> Element {
    drawing(class, view_box, paths).attr("preserveAspectRatio", "none")
}

/// A small drawing that stands in a list for what is marked with it in a figure.
pub fn glyph(class: &str, path: &str) -> Element {
    drawing("pp-glyph", "-12 -12 24 24", &[(class, path.to_owned())])
}
