import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const stub = (file: string) => resolve(import.meta.dirname, file);
const JSONSCHEMA = stub('jsonschema-stub.js');
const CREDENTIALS = stub('credential-provider-stub.js');
const ENTITY = stub('lazy-entity.js');
const NO_CLIENT = stub('no-client-stub.js');
const EVENT_STREAMS = stub('event-streams-stub.js');

const ZOD_IMPORT = "import { z } from 'zod';";

/**
 * Leaves out of every bundle what no function uses: the validator that ElectroDB runs over its own models (they are
 * validated by the tests), its services and its own AWS clients, which kept esbuild from dropping the unused half of the SDK;
 * zod's error messages in fifty languages (English is loaded by name) and its rarer parts, which esbuild drops only from a
 * namespace import; and the SDK's search for credentials (every client is given its keys).
 */
export const trim: Plugin = {
  name: 'trim',
  setup(build) {
    build.onResolve({ filter: /^jsonschema$/ }, () => ({ path: JSONSCHEMA }));
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({ path: CREDENTIALS }));
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: EVENT_STREAMS } : undefined,
    );
    build.onResolve({ filter: /^electrodb$/ }, () => ({ path: ENTITY }));
    build.onResolve({ filter: /^@aws-sdk\/(lib|util)-dynamodb$/ }, ({ importer }) =>
      /[\\/]electrodb[\\/]/.test(importer) ? { path: NO_CLIENT } : undefined,
    );
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
      loader: 'js',
    }));
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(ZOD_IMPORT, "import * as z from 'zod';"),
      loader: 'ts',
    }));
  },
};

/**
 * Takes Node's own modules with `process.getBuiltinModule` instead of an import. An import makes a namespace out of every
 * export there is, and so opens what is loaded lazily otherwise: `node:http` all of undici (20 ms), `node:process` the
 * standard streams.
 */
export const builtins: Plugin = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: /^[a-z:_/]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^(node:)?/, 'node:'), namespace: 'builtin' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
      loader: 'js',
    }));
  },
};

/** Files that decide what a bundle looks like, beside the sources. */
export const TRIM_SOURCES = [JSONSCHEMA, CREDENTIALS, ENTITY, NO_CLIENT, EVENT_STREAMS, stub('trim.ts')];
