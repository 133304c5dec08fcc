// What editors show of the published schemas, and what ajv says by them.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { editor, read, root } from './service.js';

const profile = editor('profile.schema.json');
const site = editor('site.schema.json');
const schemas = { profile: 'profile.schema.json', site: 'site.schema.json' };
const schema = (name) => JSON.parse(read(`public/${schemas[name]}`));

const documents = (folder) =>
	readdirSync(new URL(folder, root))
		.filter((name) => name.endsWith('.json'))
		.map((name) => `${folder}/${name}`);
const good = ['public/profiles', 'tests/fixtures', 'tests/fixtures/partners'].flatMap(documents);

/** A profile with these sections. */
const withSections = (sections, more = '') => `{
  "version": 1, "language": "en", "slug": "examplia", ${more}
  "partner": { "name": "Examplia", "kind": "country" },
  "title": "Examplia", "lead": "An example.",
  "origin": { "publisher": "Ministry", "title": "Page" },
  "sections": [${sections}]
}`;

const kinds = [
	'prose', 'strength', 'timeline', 'places', 'contributions', 'membership', 'channels', 'quote', 'notes',
];

test('good documents have no problem in an editor, and are valid for ajv', async () => {
	for (const path of good) {
		assert.deepEqual(await profile.problems(read(path)), [], path);
	}
	for (const path of ['public/site.json', 'tests/fixtures/site/full.json']) {
		assert.deepEqual(await site.problems(read(path)), [], path);
	}
	const isProfile = new Ajv({ strict: false }).compile(schema('profile'));
	for (const path of good) assert.ok(isProfile(JSON.parse(read(path))), path);
	const isSite = new Ajv({ strict: false }).compile(schema('site'));
	assert.ok(isSite(JSON.parse(read('public/site.json'))));
});

test('ajv knows every format of the schemas, and warns of nothing', () => {
	for (const name of Object.keys(schemas)) {
		assert.ok(!/"format":/.test(read(`public/${schemas[name]}`)), name);
		const said = [];
		const log = (...words) => said.push(words.join(' '));
		new Ajv({ strict: false, logger: { log, warn: log, error: log } }).compile(schema(name));
		assert.deepEqual(said, []);
	}
});

test('broken examples whose values are wrong are refused by ajv', () => {
	const isProfile = new Ajv({ strict: false, allErrors: true }).compile(schema('profile'));
	for (const name of [
		'count-is-text', 'count-kind-nearly-right', 'date-in-words', 'date-not-in-the-calendar', 'key-missing',
		'key-nearly-right', 'kind-nearly-right', 'kind-missing', 'language-unknown', 'link-without-a-scheme',
		'no-sections', 'role-unknown', 'slug-in-capitals', 'text-is-empty', 'text-is-too-long', 'word-is-too-long',
	]) {
		assert.ok(!isProfile(JSON.parse(read(`tests/fixtures/invalid/${name}.json`))), name);
	}
});

test('a wrong kind is answered with all kinds', async () => {
	const [one, ...others] = await profile.problems(
		withSections('{ "kind": "porse", "id": "a", "title": "A", "paragraphs": [] }'),
	);
	assert.deepEqual(others, []);
	for (const kind of kinds) assert.ok(one.includes(`"${kind}"`), `${kind} is not in ${one}`);
});

test('a wrong word is answered with all words that its place has', async () => {
	const section = '{ "kind": "membership", "id": "a", "title": "A", "groups": [{ "name": "G", "role": "colead" }] }';
	assert.deepEqual(await profile.problems(withSections(section)), [
		'"colead": Value is not accepted. Valid values: "member", "co-lead".',
	]);
});

test('what a pattern refuses is answered in words', async () => {
	for (const [section, message] of [
		['{ "kind": "prose", "id": "A b", "title": "A" }', '"A b": small letters a–z, digits'],
		['{ "kind": "prose", "id": "a", "title": "" }', '"": text in quotation marks'],
		[
			'{ "kind": "prose", "id": "a", "title": "A", "source": { "name": "S", "url": "http://x.org" } }',
			'"http://x.org": an address that starts with https://',
		],
		[
			'{ "kind": "quote", "id": "a", "title": "A", "speaker": "S", "when": { "date": "3 May", "words": "W" } }',
			'"3 May": a date as "2014"',
		],
		[
			'{ "kind": "strength", "id": "a", "title": "A", "current": { "kind": "current", "value": 16.5, "label": "L" } }',
			'16.5: a whole number',
		],
	]) {
		const [one, ...others] = await profile.problems(withSections(section));
		assert.deepEqual(others, []);
		assert.ok(one.startsWith(message), one);
	}
});

test('a value that may be of several types is answered with all of them', async () => {
	const cookie = '{ "name": "c", "lifetime": "sesion" }';
	const purpose = `{ "id": "s", "label": { "en": "S" }, "text": { "en": "T" }, "cookies": [${cookie}] }`;
	const consent = `{ "model": "opt-in", "revision": 1, "purposes": [${purpose}] }`;
	assert.deepEqual(
		await site.problems(`{ "version": 1, "id": "a", "name": { "en": "A" }, "consent": ${consent} }`),
		['"sesion": "session", "until-refused" or a number of days'],
	);
});

test('an unknown key of a section is the only problem', async () => {
	assert.deepEqual(
		await profile.problems(withSections('{ "kind": "prose", "id": "a", "title": "A", "pargraphs": [] }')),
		['"pargraphs": Property pargraphs is not allowed.'],
	);
});

/** Every key of a schema with its words, and the types that it is made of. */
function* keys(part) {
	if (typeof part !== 'object' || part === null) return;
	for (const [key, value] of Object.entries(part.properties ?? {})) {
		if (typeof value === 'object' && !('const' in value)) yield [key, value];
	}
	for (const value of Object.values(part)) yield* keys(value);
}

test('every key of the schemas has words, and they stand before those of its type', () => {
	for (const name of Object.keys(schemas)) {
		for (const [key, value] of keys(schema(name))) {
			assert.ok(value.description, `${key} has no words`);
			if (value.allOf) assert.equal(value.allOf[0].description, value.description, key);
			assert.ok(!value.anyOf && !value.oneOf && !value.$ref, `${key}: the words of its type come first`);
		}
	}
});

test('every word of a choice has words of its own', () => {
	const look = (part) => {
		if (typeof part !== 'object' || part === null) return;
		assert.ok(!('enum' in part), JSON.stringify(part));
		for (const choice of part.oneOf ?? []) {
			assert.ok('const' in choice && choice.description, JSON.stringify(choice));
		}
		Object.values(part).forEach(look);
	};
	for (const name of Object.keys(schemas)) look(schema(name));
});

test('the pointer over a key shows the words of that key', async () => {
	const text = withSections('{ "kind": "prose", "id": "a", "title": "A", "source": { "name": "S" } }');
	for (const [key, words] of [
		['"language"', 'The language of the texts'],
		['"slug"', 'The name in the page'],
		['"kind": "country"', 'A country or an organisation'],
		['"lead"', 'One sentence that says'],
		['"source"', 'Where this comes from'],
		['"id"', "The section's name in addresses"],
		['"publisher"', 'Who published it'],
		['"version"', 'The version of the format: 1'],
	]) {
		const shown = (await profile.hover(text, key)).replaceAll('\\', '');
		assert.ok(shown.startsWith(words), `${key}: ${shown}`);
	}
});

test('what is offered while typing comes with words', async () => {
	const offered = await profile.completions(withSections('{ "kind": "|" }'));
	assert.deepEqual(Object.keys(offered), kinds.map((kind) => `"${kind}"`));
	assert.equal(new Set(Object.values(offered)).size, kinds.length, 'each has its own');
	const count = await profile.completions(
		withSections('{ "kind": "strength", "id": "a", "title": "A", "current": {|} }'),
	);
	assert.equal(count.kind, 'What kind of number it is.');
	assert.equal(count.value, 'How many.');
	assert.deepEqual(await profile.completions('{ "language": | }'), {
		'"en"': 'English.',
		'"lt"': 'Lithuanian.',
		'"ar"': 'Arabic.',
	});
});
