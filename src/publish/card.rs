//! The picture that previews of a page show.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use leptos::prelude::*;
use resvg::tiny_skia::Pixmap;

use super::page_builder::PageBuilder;
use super::subject::Texts;
use super::svg_rasterizer::{FONT, SvgRasterizer};
use super::{Error, bytes, files};
use crate::check::ASSETS;
use crate::model::{Id, Site};
use crate::render;

/// What previews expect, in pixels.
pub(super) const WIDTH: u16 = 1200;
/// See [`WIDTH`].
pub(super) const HEIGHT: u16 = 630;
const MARGIN: f32 = 80.0;
/// The width and height of the flag.
const FLAG: (f32, f32) = (140.0, 84.0);

/// How a piece of text is set.
#[derive(Clone, Copy)]
struct Style {
    size: f32,
    weight: &'static str,
    color: &'static str,
}

const TITLE: Style = Style { size: 56.0, weight: "700", color: "#18211c" };
const LEAD: Style = Style { size: 28.0, weight: "400", color: "#3c4640" };
const SITE: Style = Style { size: 26.0, weight: "400", color: "#0a4f31" };

/// Writes the card of a page and returns its name, which tells whose it is. Without the site's
/// address there is none: previews need the whole address of a picture.
pub(super) fn write(
    builder: &PageBuilder,
    texts: &Texts,
    flag: Option<&Id>,
    site: &Site,
    name: &str,
) -> Result<Option<String>, Error> {
    if site.address.is_none() {
        return Ok(None);
    }
    let (site, _) = site.name.of(texts.language);
    let staging = &builder.folders.staging;
    let flag = flag.and_then(|flag| builder.files.flags.get(flag));
    // Setting the text takes longer than the rest of a page together: what is on the card tells cards apart.
    let key = format!("{texts:?}{flag:?}{site}");
    let key = builder.cache.key(key.as_bytes());
    let made = builder.cache.remember("cards", key, || {
        let flag = flag.map(|flag| staging.join("flags").join(&**flag).with_extension("svg"));
        let flag = flag.map(|flag| files::read(&flag)).transpose()?;
        let card = card(builder.rasterizer, texts, flag.as_deref(), site);
        let picture = builder.rasterizer.draw(&card, WIDTH, HEIGHT).and_then(|card| png(&card));
        picture.map_err(|error| Error::Made(format!("the card of {name}: {error}")))
    })?;
    // To tell it from the picture anew would take longer.
    let hash = builder
        .cache
        .remember("card-names", key, || Ok(bytes::name(files::read_bytes(&made)?).into_bytes()))?;
    let name = format!("{ASSETS}/card-{name}-{}.png", files::read(&hash)?);
    files::copy(&made, &staging.join(&name))?;
    Ok(Some(name))
}

/// The picture as PNG. A few milliseconds matter more than its bytes: only previews load it.
fn png(picture: &Pixmap) -> Result<Vec<u8>, String> {
    let mut made = Vec::new();
    let mut encoder = png::Encoder::new(&mut made, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::Fast);
    // Nothing shines through the background: there are no colours to divide by their opacity.
    let pixels = picture.data();
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(pixels));
    written.map_err(|error| error.to_string())?;
    Ok(made)
}

/// The card as SVG.
fn card(rasterizer: &SvgRasterizer, texts: &Texts, flag: Option<&str>, site: &str) -> String {
    let layout = TextLayout { rasterizer, is_right_to_left: texts.language.direction() == "rtl" };
    let top = if flag.is_some() { 72.0 + FLAG.1 + 16.0 } else { 72.0 };
    let (title, top) = layout.paragraph(texts.title, TITLE, 2, top);
    let (lead, _) = layout.paragraph(texts.lead, LEAD, 4, top + 24.0);
    let (site, _) = layout.paragraph(site, SITE, 1, 540.0);
    render::html(|| {
        view! {
            <svg xmlns="http://www.w3.org/2000/svg" width=WIDTH.to_string() height=HEIGHT.to_string()>
                <rect width="100%" height="100%" fill="#fdfdfb"></rect>
                <rect width="100%" height="20" fill="#0a4f31"></rect>
                {flag.map(|flag| layout.flag(flag, 72.0))}
                {title}
                {lead}
                {site}
            </svg>
        }
    })
}

/// Where text is set in one direction.
struct TextLayout<'a> {
    rasterizer: &'a SvgRasterizer,
    is_right_to_left: bool,
}

impl TextLayout<'_> {
    /// The flag in its place, with an edge that light flags need.
    fn flag(&self, drawing: &str, top: f32) -> impl IntoView + use<> {
        let (width, height) = FLAG;
        let left = if self.is_right_to_left { f32::from(WIDTH) - MARGIN - width } else { MARGIN };
        let [width, height] = [width, height].map(|length| length.to_string());
        let address = format!("data:image/svg+xml;base64,{}", STANDARD.encode(drawing));
        view! {
            <g transform=format!("translate({left} {top})")>
                <image width=width.clone() height=height.clone() href=address></image>
                <rect width=width height=height fill="none" stroke="#18211c" stroke-opacity=".25"></rect>
            </g>
        }
    }

    /// A text in at most so many lines from `top` on, and where it ends.
    fn paragraph(
        &self,
        text: &str,
        style: Style,
        most: usize,
        top: f32,
    ) -> (Vec<impl IntoView + use<>>, f32) {
        let lines = self.lines(text, style, most);
        let end = top + lines.len() as f32 * style.size * 1.28;
        let baselines = (1..).map(|line| top + line as f32 * style.size * 1.28);
        let set = lines.iter().zip(baselines).map(|(line, at)| self.line(line, style, at));
        (set.collect(), end)
    }

    /// The text in lines that fit; what is too much is left out with an ellipsis.
    fn lines(&self, text: &str, style: Style, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|line| self.fits(line, style)) {
                Some(longer) => *lines.last_mut().expect("it was made longer") = longer,
                None if lines.len() == most => {
                    let last = lines.last_mut().expect("there are some");
                    self.cut(last, style);
                    break;
                }
                None => lines.push(word.to_owned()),
            }
            // A word may be longer than a line.
            if let Some(last) = lines.last_mut().filter(|line| !self.fits(line, style)) {
                self.clip(last, style);
            }
        }
        lines
    }

    /// Ends the line with an ellipsis.
    fn cut(&self, line: &mut String, style: Style) {
        line.push('…');
        while !self.fits(line, style) {
            line.pop();
            let shorter = line.rsplit_once(' ').map_or(0, |(before, _)| before.len());
            line.truncate(shorter);
            line.push('…');
            if shorter == 0 {
                return;
            }
        }
    }

    /// Ends a word that is longer than a line with an ellipsis.
    fn clip(&self, word: &mut String, style: Style) {
        while !self.fits(&format!("{word}…"), style) && word.pop().is_some() {}
        word.push('…');
    }

    fn fits(&self, line: &str, style: Style) -> bool {
        let words = line.split_inclusive(' ');
        let width: f32 = words.map(|word| self.rasterizer.width(word, style.weight)).sum();
        width * style.size <= f32::from(WIDTH) - 2.0 * MARGIN
    }

    /// One line. The marks around it give its direction, which the drawing has no property for.
    fn line(&self, line: &str, style: Style, baseline: f32) -> impl IntoView + use<> {
        let (anchor, x, mark) = if self.is_right_to_left {
            ("end", f32::from(WIDTH) - MARGIN, '\u{2067}')
        } else {
            ("start", MARGIN, '\u{2066}')
        };
        view! {
            <text
                x=x.to_string()
                y=baseline.to_string()
                font-family=FONT
                font-size=style.size.to_string()
                font-weight=style.weight
                fill=style.color
                text-anchor=anchor
            >
                {format!("{mark}{line}\u{2069}")}
            </text>
        }
    }
}
