use leptos::prelude::*;

/// A drawing made of paths. What it shows is said in words beside it, so it is hidden from those who
/// listen.
#[component]
pub fn Drawing(
    /// The class of the drawing.
    class: &'static str,
    /// What of the plane is seen, as in SVG.
    #[prop(into)]
    view_box: String,
    /// Whether it fills its box whatever the box's proportions.
    #[prop(optional)]
    stretched: bool,
    /// The paths, each with its class.
    paths: Vec<(&'static str, String)>,
) -> impl IntoView {
    let paths = paths.into_iter().map(|(class, d)| view! { <path class=class d=d></path> });
    view! {
        <svg
            class=class
            viewBox=view_box
            aria-hidden="true"
            focusable="false"
            preserveAspectRatio=stretched.then_some("none")
        >
            {paths.collect_view()}
        </svg>
    }
}

/// A small drawing that stands in a list for what is marked with it in a figure.
#[component]
pub fn Glyph(
    /// The class of the path.
    class: &'static str,
    /// The path, around the middle.
    #[prop(into)]
    path: String,
) -> impl IntoView {
    view! { <Drawing class="pp-glyph" view_box="-12 -12 24 24" paths=vec![(class, path)]/> }
}
