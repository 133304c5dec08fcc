// What make says to an editor who forgets something.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { root } from './service.js';

test('make new without a name asks for one, and writes nothing', () => {
	for (const more of [[], ['NAME=']]) {
		const { status, stderr } = spawnSync('make', ['new', ...more], { cwd: root, encoding: 'utf8' });
		assert.equal(status, 2);
		assert.match(stderr, /Whose profile\? Say it with NAME, for example: make new NAME='Latvia'/);
	}
});
