//! The site's icon in the forms that browsers ask for, and the manifest that lists them.

use std::path::Path;

use serde_json::{Value, json};

use super::assets::PublishedFiles;
use super::documents::Documents;
use super::svg_rasterizer::SvgRasterizer;
use super::{Error, files, hashed_file};

/// The sides of the pictures in `favicon.ico`, in pixels.
const SMALL: [u8; 3] = [16, 32, 48];
/// The sides of those that the manifest lists.
const LARGE: [u16; 2] = [192, 512];

/// Writes `favicon.ico`, which is asked for by that name, and returns the name of the manifest.
pub(super) fn write(
    staging: &Path,
    documents: &Documents,
    files: &PublishedFiles,
    rasterizer: &SvgRasterizer,
) -> Result<String, Error> {
    let drawing = files::read(&staging.join(&files.icon))?;
    let picture = |side: u16| {
        let picture = rasterizer
            .draw(&drawing, side, side)
            .and_then(|picture| picture.encode_png().map_err(|error| error.to_string()));
        picture.map_err(|error| Error::Made(format!("favicon.svg: {error}")))
    };
    let small =
        SMALL.iter().map(|side| picture(u16::from(*side))).collect::<Result<Vec<_>, _>>()?;
    files::write(&staging.join("favicon.ico"), ico(&small))?;
    let mut icons = vec![icon("any", "image/svg+xml", &files.icon)];
    for side in LARGE {
        let file = hashed_file::add(staging, &format!("icon-{side}"), &picture(side)?, "png")?;
        icons.push(icon(&format!("{side}x{side}"), "image/png", &file.name));
    }
    let manifest = manifest(documents, icons).to_string();
    Ok(hashed_file::add(staging, "manifest", manifest.as_bytes(), "webmanifest")?.name)
}

/// The manifest. Its addresses are relative to itself, one folder below the site's root.
fn manifest(documents: &Documents, icons: Vec<Value>) -> Value {
    let language = documents.language();
    let name = documents.site.as_ref().map(|site| site.content.name.of(language).0);
    json!({
        "name": name.unwrap_or_default(),
        "lang": language.as_str(),
        "dir": language.direction(),
        "start_url": "../",
        "scope": "../",
        "display": "browser",
        "icons": icons,
    })
}

fn icon(sizes: &str, kind: &str, name: &str) -> Value {
    let src = name.trim_start_matches("assets/");
    json!({ "src": src, "sizes": sizes, "type": kind })
}

/// An icon file of pictures in PNG, see <https://en.wikipedia.org/wiki/ICO_(file_format)>.
fn ico(pictures: &[Vec<u8>]) -> Vec<u8> {
    let count = SMALL.len() as u16;
    let mut file = [[0, 0], [1, 0], count.to_le_bytes()].concat();
    let mut offset = 6 + 16 * pictures.len();
    for (side, picture) in SMALL.iter().zip(pictures) {
        // Width, height, no palette; one plane, 32 bits a pixel.
        file.extend([*side, *side, 0, 0, 1, 0, 32, 0]);
        file.extend((picture.len() as u32).to_le_bytes());
        file.extend((offset as u32).to_le_bytes());
        offset += picture.len();
    }
    pictures.iter().for_each(|picture| file.extend(picture));
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_file_points_at_its_pictures() {
        let file = ico(&[vec![1; 5], vec![2; 6], vec![3; 7]]);
        assert_eq!(file[..6], [0, 0, 1, 0, 3, 0]);
        let offset =
            |index: usize| u32::from_le_bytes(file[18 + 16 * index..][..4].try_into().unwrap());
        assert_eq!(file[offset(1) as usize..][..6], [2; 6]);
        assert_eq!(file.len(), offset(2) as usize + 7);
    }
}
