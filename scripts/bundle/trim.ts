import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const JSONSCHEMA = resolve(import.meta.dirname, 'jsonschema-stub.js');

/**
 * Leaves out of every bundle what no function uses: the validator that ElectroDB runs over its own models (they are
 * validated by the tests), and zod's error messages in fifty languages (a fifth of a bundle; English is loaded by name).
 */
export const trim: Plugin = {
  name: 'trim',
  setup(build) {
    build.onResolve({ filter: /^jsonschema$/ }, () => ({ path: JSONSCHEMA }));
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
      loader: 'js',
    }));
  },
};

/** Files that decide what a bundle looks like, beside the sources. */
export const TRIM_SOURCES = [JSONSCHEMA, resolve(import.meta.dirname, 'trim.ts')];
