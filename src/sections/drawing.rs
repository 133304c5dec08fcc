use leptos::prelude::*;

/// A drawing made of paths, each with its class. What it shows is said in words
/// beside it, so it is hidden from those who listen.
#[component]
pub fn Drawing(
    /// The class.
    class: &'static str,
    /// The coordinates that are seen.
    view_box: String,
    /// Whether it fills its box whatever the box's proportions.
    #[prop(optional)]
    stretched: bool,
    /// The paths with their classes.
    paths: Vec<(&'static str, String)>,
) -> impl IntoView {
    view! {
        <svg
            class=class
            viewBox=view_box
            preserveAspectRatio=stretched.then_some("none")
            aria-hidden="true"
            focusable="false"
        >
            {paths.into_iter().map(|(class, d)| view! { <path class=class d=d></path> }).collect_view()}
        </svg>
    }
}

/// A small drawing that stands in a list for what is marked with it in a figure.
#[component]
pub fn Glyph(
    /// The class of the mark.
    class: &'static str,
    /// Its path around the origin.
    path: String,
) -> impl IntoView {
    let view_box = "-12 -12 24 24".to_owned();
    Drawing(DrawingProps {
        class: "pp-glyph",
        view_box,
        stretched: false,
        paths: vec![(class, path)],
    })
}
