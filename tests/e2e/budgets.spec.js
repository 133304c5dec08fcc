// What travels, in bytes after brotli. Budgets change on purpose only: tests/budgets.json says when and why.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.js';

/** Tools of another machine may differ by so much. */
const TOLERANCE = 1.01;

const budgets = JSON.parse(readFileSync('tests/budgets.json', 'utf8'));
const sent = readdirSync('dist', { recursive: true }).filter((name) => name.endsWith('.br'));

for (const [what, { files, bytes }] of Object.entries(budgets)) {
  test(`${what}: stays within its budget of ${bytes} bytes`, () => {
    const names = sent.filter((name) => new RegExp(files).test(name.slice(0, -'.br'.length)));
    expect(names, `one file is called ${files}`).toHaveLength(1);
    const { size } = statSync(path.join('dist', names[0]));
    expect(size, `${names[0]}: raise the budget in tests/budgets.json, with the reason`).toBeLessThanOrEqual(bytes * TOLERANCE);
    expect(size, `${names[0]}: lower the budget in tests/budgets.json, with the reason`).toBeGreaterThanOrEqual(bytes / TOLERANCE);
  });
}

test('every budget says when and why it was last changed', () => {
  for (const [what, { bytes, changes }] of Object.entries(budgets)) {
    const last = changes.at(-1);
    expect(last, what).toMatchObject({ bytes, date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    for (const { reason } of changes) expect(reason.length, what).toBeGreaterThan(0);
    const dates = changes.map(({ date }) => date);
    expect(dates, `${what}: what was said of earlier changes stays`).toEqual(dates.toSorted());
  }
});
