import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const JSONSCHEMA = resolve(import.meta.dirname, 'jsonschema-stub.js');
const CREDENTIALS = resolve(import.meta.dirname, 'credential-provider-stub.js');

/**
 * Leaves out of every bundle what no function uses: the validator that ElectroDB runs over its own models (they are
 * validated by the tests), zod's error messages in fifty languages (a fifth of a bundle; English is loaded by name), and the
 * SDK's search for credentials (a tenth: every client is given its keys).
 */
export const trim: Plugin = {
  name: 'trim',
  setup(build) {
    build.onResolve({ filter: /^jsonschema$/ }, () => ({ path: JSONSCHEMA }));
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({ path: CREDENTIALS }));
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
      loader: 'js',
    }));
  },
};

/** Files that decide what a bundle looks like, beside the sources. */
export const TRIM_SOURCES = [JSONSCHEMA, CREDENTIALS, resolve(import.meta.dirname, 'trim.ts')];
