use super::{Map, Spot};
use crate::model::{Language, Place};

/// The size in CSS pixels at which labels must not touch: the text column of
/// a screen of 320 pixels. Wider drawings only move them apart.
const NARROW: Size = Size { width: 288, height: 216 };
/// The size from which names stand that the narrow drawing has no room for.
const WIDE: Size = Size { width: 480, height: 360 };
/// Half of a line of text, with air.
const HALF_LINE: i32 = 9;
/// From the middle of a mark to its label.
const GAP: i32 = 12;
/// The widest that a character of a place's bold name gets on average.
const PLACE_CHARACTER: i32 = 8;
/// The same for the name of a country.
const COUNTRY_CHARACTER: i32 = 7;

#[derive(Clone, Copy)]
struct Size {
    width: i32,
    height: i32,
}

/// On which side of its mark a label stands. The sides are those of the
/// compass: a map is never mirrored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right.
    East,
    /// To the left.
    West,
    /// Above.
    North,
    /// Below.
    South,
}

/// A name with its spot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The name.
    pub name: String,
    /// The spot of the mark, or of the middle of the name where there is none.
    pub spot: Spot,
    /// The side of the mark; nothing where the name has no room beside it.
    pub side: Option<Side>,
    /// Whether only a wide drawing has room for it.
    pub wide: bool,
}

/// The labels of a map, none of which touches another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// One for each place that is on the map, with its number in the list of places.
    pub places: Vec<(usize, Label)>,
    /// The countries that have room for their names, each with its number in the map's list.
    pub countries: Vec<(usize, Label)>,
}

/// The rectangle that a text takes, around its middle, in CSS pixels.
#[derive(Clone, Copy)]
struct Area {
    x: i32,
    y: i32,
    half_width: i32,
    half_height: i32,
}

impl Area {
    fn touches(&self, other: &Self) -> bool {
        (self.x - other.x).abs() < self.half_width + other.half_width
            && (self.y - other.y).abs() < self.half_height + other.half_height
    }

    fn is_free(&self, taken: &[Self], size: Size) -> bool {
        (self.half_width..=size.width - self.half_width).contains(&self.x)
            && (self.half_height..=size.height - self.half_height).contains(&self.y)
            && !taken.iter().any(|area| area.touches(self))
    }
}

fn half_width(name: &str, character: i32) -> i32 {
    i32::try_from(name.chars().count()).unwrap_or(i32::MAX / 16) * character / 2
}

impl Map {
    /// Labels for places and countries. Places come first, in their order; a
    /// name that finds no room is left to the list that stands with the map.
    pub fn labels(&self, places: &[Place], language: Language) -> Labels {
        let on_map: Vec<(usize, &Place, Spot)> = places
            .iter()
            .enumerate()
            .filter_map(|(index, place)| Some((index, place, self.spot(place)?)))
            .collect();
        let marks = |size: Size| -> Vec<Area> {
            on_map
                .iter()
                .map(|(.., spot)| {
                    let (x, y) = pixels(*spot, size);
                    Area { x, y, half_width: GAP - 2, half_height: GAP - 2 }
                })
                .collect()
        };
        let (mut narrow, mut wide) = (marks(NARROW), marks(WIDE));
        let places = on_map
            .iter()
            .map(|(index, place, spot)| {
                let side = free_side(&place.name, *spot, &narrow);
                if let Some(side) = side {
                    narrow.push(beside(&place.name, *spot, side, NARROW));
                    wide.push(beside(&place.name, *spot, side, WIDE));
                }
                let name = place.name.to_string();
                (*index, Label { name, spot: *spot, side, wide: false })
            })
            .collect();
        let countries = self
            .names
            .iter()
            .enumerate()
            .filter_map(|(index, country)| {
                let name = country.name.of(language).0;
                // The country in focus is large enough for its name to give way inside it.
                let shifts: &[i32] = if index == 0 { &[0, 160, -160] } else { &[0] };
                let middle = self.spot_of(country)?;
                let in_narrow = free_middle(name, middle, shifts, &narrow, NARROW);
                let spot = in_narrow.or_else(|| free_middle(name, middle, shifts, &wide, WIDE))?;
                if in_narrow.is_some() {
                    narrow.push(around(name, spot, NARROW));
                }
                wide.push(around(name, spot, WIDE));
                let wide = in_narrow.is_none();
                Some((index, Label { name: name.to_owned(), spot, side: None, wide }))
            })
            .collect();
        Labels { places, countries }
    }
}

fn pixels(spot: Spot, size: Size) -> (i32, i32) {
    (spot.x * size.width / 1000, spot.y * size.height / 1000)
}

fn beside(name: &str, spot: Spot, side: Side, size: Size) -> Area {
    let (x, y) = pixels(spot, size);
    let half = half_width(name, PLACE_CHARACTER);
    let (x, y) = match side {
        Side::East => (x + GAP + half, y),
        Side::West => (x - GAP - half, y),
        Side::North => (x, y - GAP - HALF_LINE),
        Side::South => (x, y + GAP + HALF_LINE),
    };
    Area { x, y, half_width: half, half_height: HALF_LINE }
}

fn free_side(name: &str, spot: Spot, taken: &[Area]) -> Option<Side> {
    [Side::East, Side::West, Side::North, Side::South]
        .into_iter()
        .find(|side| beside(name, spot, *side, NARROW).is_free(taken, NARROW))
}

fn around(name: &str, spot: Spot, size: Size) -> Area {
    let (x, y) = pixels(spot, size);
    Area { x, y, half_width: half_width(name, COUNTRY_CHARACTER), half_height: HALF_LINE }
}

/// The first free spot for a name among the middle and what lies `shifts` below it.
fn free_middle(
    name: &str,
    middle: Spot,
    shifts: &[i32],
    taken: &[Area],
    size: Size,
) -> Option<Spot> {
    // Kept inside the frame: what is seen of a country may be a narrow strip at its edge.
    let least = (half_width(name, COUNTRY_CHARACTER) + 4) * 1000 / size.width;
    let x = middle.x.max(least).min(1000 - least);
    shifts
        .iter()
        .map(|shift| Spot { x, y: middle.y + shift })
        .find(|spot| around(name, *spot, size).is_free(taken, size))
}
