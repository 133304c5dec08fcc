// Draws public/maps/iraq.json from Natural Earth's outlines in the npm package world-atlas: `npm run map`.
//
// The projection is the equirectangular one, true to scale along the map's middle parallel. It is linear in both
// directions, so a place needs no more than a rule of three to find its spot.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoPath, geoProjection } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';

const FOCUS = '368';
/** Degrees; the height makes the map 4:3. */
const EAST_WEST = [36.6, 51.4];
const MIDDLE = 33.2;
/** The drawing's units: fine enough for a screen's width, coarse enough to be short. */
const WIDTH = 800;
const HEIGHT = 600;
/** Countries that are named, each in every language of the interface (src/words). */
const NAMES = {
  368: { en: 'Iraq', lt: 'Irakas', ar: 'العراق' },
  760: { en: 'Syria', lt: 'Sirija', ar: 'سوريا' },
  400: { en: 'Jordan', lt: 'Jordanija', ar: 'الأردن' },
  364: { en: 'Iran', lt: 'Iranas', ar: 'إيران' },
  682: { en: 'Saudi Arabia', lt: 'Saudo Arabija', ar: 'السعودية' },
  414: { en: 'Kuwait', lt: 'Kuveitas', ar: 'الكويت' },
  792: { en: 'Turkey', lt: 'Turkija', ar: 'تركيا' },
};

const require = createRequire(import.meta.url);
const { version } = require('world-atlas/package.json');
const world = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
const countries = world.objects.countries;

const shrink = Math.cos((MIDDLE * Math.PI) / 180);
const [west, east] = EAST_WEST;
const half = ((east - west) * shrink * HEIGHT) / WIDTH / 2;
const [south, north] = [MIDDLE - half, MIDDLE + half];
const radians = Math.PI / 180;
const scale = WIDTH / ((east - west) * radians * shrink);
const projection = geoProjection((longitude, latitude) => [longitude * shrink, latitude])
  .scale(scale)
  .translate([0, 0])
  // Lines stay straight between the points, as in the data.
  .precision(0);
const [x, y] = projection([west, north]);
projection.translate([-x, -y]).clipExtent([
  [0, 0],
  [WIDTH, HEIGHT],
]);
const path = geoPath(projection);
const draw = (shape) => shorten(path.digits(0)(shape) ?? '');

/** Absolute to relative steps, without the points that fell together. */
function shorten(lines) {
  return lines
    .split('M')
    .slice(1)
    .map((line) => {
      const closed = line.endsWith('Z');
      const points = line.replace('Z', '').split('L').map((point) => point.split(',').map(Number));
      const steps = points
        .map(([x, y], at) => (at ? [x - points[at - 1][0], y - points[at - 1][1]] : [x, y]))
        .filter(([dx, dy], at) => !at || dx || dy);
      const [start, ...rest] = steps.map(([dx, dy]) => `${dx}${dy < 0 ? '' : ' '}${dy}`);
      return rest.length ? `M${start}l${rest.join(' ').replaceAll(' -', '-')}${closed ? 'z' : ''}` : '';
    })
    .join('');
}

const round = (degrees) => Math.round(degrees * 1e4) / 1e4;
const names = [FOCUS, ...Object.keys(NAMES).filter((id) => id !== FOCUS)].map((id) => {
  const country = feature(world, countries.geometries.find((geometry) => geometry.id === id));
  const [left, top] = path.centroid(country);
  return { name: NAMES[id], x: Math.round(left), y: Math.round(top) };
});
const isFocus = (geometry) => geometry.id === FOCUS;

const map = {
  name: 'iraq',
  west,
  east,
  north: round(north),
  south: round(south),
  width: WIDTH,
  height: HEIGHT,
  land: draw(merge(world, countries.geometries)),
  borders: draw(mesh(world, countries, (a, b) => a !== b && !isFocus(a) && !isFocus(b))),
  focus: draw(feature(world, countries.geometries.find(isFocus))),
  names,
  credit: {
    name: `Natural Earth (public domain), by world-atlas ${version}`,
    url: 'https://www.naturalearthdata.com/',
  },
};
const file = new URL('../../public/maps/iraq.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(map, null, 2)}\n`);
