// The site of several partners.

import { test as base } from './fixtures.js';
import { sites } from './sites.js';

export { expect } from './fixtures.js';

export const test = base.extend({
  root: async ({ publish }, use) => use(await publish(sites.partners)),
});

export const field = (page) => page.getByRole('searchbox', { name: 'Find a partner' });
export const shown = (page) => page.locator('.pp-index__entry:visible');
export const status = (page) => page.locator('.pp-search__status');
