//! Drawings become pictures, with the fonts that are built in.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// The family of the built-in font; it covers Latin and Arabic.
pub(super) const FONT: &str = "DejaVu Sans";

/// Why a lock is not poisoned.
const UNPOISONED: &str = "no thread panics while it holds this";

/// Draws SVG. The system's own fonts are never used: a picture is the same everywhere.
pub(super) struct SvgRasterizer {
    options: Options<'static>,
    /// How wide texts are in a weight, at a size of 1: to set a text takes far longer than to look this up.
    widths: Mutex<HashMap<(&'static str, String), f32>>,
}

impl SvgRasterizer {
    pub(super) fn new() -> Self {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(dejavu::sans::regular().to_vec());
        fonts.load_font_data(dejavu::sans::bold().to_vec());
        let options =
            Options { font_family: FONT.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
        Self { options, widths: Mutex::default() }
    }

    /// The drawing in the given width and height, filled without regard to its proportions.
    ///
    /// # Errors
    /// What is wrong with the drawing.
    pub(super) fn draw(&self, svg: &str, width: u16, height: u16) -> Result<Pixmap, String> {
        let tree = Tree::from_str(svg, &self.options).map_err(|error| error.to_string())?;
        let mut pixels =
            Pixmap::new(width.into(), height.into()).ok_or("a picture without an area")?;
        let size = tree.size();
        let scale = Transform::from_scale(
            f32::from(width) / size.width(),
            f32::from(height) / size.height(),
        );
        resvg::render(&tree, scale, &mut pixels.as_mut());
        Ok(pixels)
    }

    /// The width of a text in a weight, at a size of 1.
    pub(super) fn width(&self, text: &str, weight: &'static str) -> f32 {
        let key = (weight, text.to_owned());
        if let Some(width) = self.widths.lock().expect(UNPOISONED).get(&key) {
            return *width;
        }
        let text = text.to_owned();
        // A size that is large enough for how exact lengths are.
        let text = view! {
            <text xml:space="preserve" font-family=FONT font-size="100" font-weight=weight>{text}</text>
        };
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg">{}</svg>"#, text.to_html());
        let tree = Tree::from_str(&svg, &self.options);
        let width = tree.map_or(0.0, |tree| tree.root().bounding_box().width() / 100.0);
        self.widths.lock().expect(UNPOISONED).insert(key, width);
        width
    }
}
