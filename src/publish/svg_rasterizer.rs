//! Drawings become pictures, with the fonts that are built in.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// The family of the built-in font; it covers Latin and Arabic.
pub(super) const FONT: &str = "DejaVu Sans";

/// Draws SVG. The system's own fonts are never used: a picture is the same everywhere.
pub(super) struct SvgRasterizer {
    options: Options<'static>,
}

impl SvgRasterizer {
    pub(super) fn new() -> Self {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(dejavu::sans::regular().to_vec());
        fonts.load_font_data(dejavu::sans::bold().to_vec());
        let options =
            Options { font_family: FONT.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
        Self { options }
    }

    /// The drawing as PNG in the given width and height, filled without regard to its proportions.
    ///
    /// # Errors
    /// What is wrong with the drawing.
    pub(super) fn png(&self, svg: &str, width: u16, height: u16) -> Result<Vec<u8>, String> {
        let tree = Tree::from_str(svg, &self.options).map_err(|error| error.to_string())?;
        let mut pixels =
            Pixmap::new(width.into(), height.into()).ok_or("a picture without an area")?;
        let size = tree.size();
        let scale = Transform::from_scale(
            f32::from(width) / size.width(),
            f32::from(height) / size.height(),
        );
        resvg::render(&tree, scale, &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| error.to_string())
    }

    /// The width of a text element's text.
    pub(super) fn width(&self, text: &str) -> f32 {
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg">{text}</svg>"#);
        let tree = Tree::from_str(&svg, &self.options);
        tree.map_or(0.0, |tree| tree.root().bounding_box().width())
    }
}
