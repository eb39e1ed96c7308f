import { beforeAll, describe, expect, it } from 'vitest';
import type { FunctionSpec } from '../../infra/feature-spec.ts';
import { FEATURE_SPECS } from '../../infra/feature-specs.ts';
import { unitsOf } from '../../infra/units.ts';
import { prepare } from '../build/prepare.ts';
import { type Bundles, bundleFunctions } from '../bundle.ts';
import { API_BYTES, addressOf, BANNED, bannedIn, formatsAtLoad, holds, isApi } from './bundles.ts';
import {
  type BuiltApp,
  builtApp,
  FIRST_LOAD,
  firstLoad,
  heaviest,
  LAZY,
  lazyChunks,
  routeNames,
  type WebApp,
} from './web.ts';

/** Built as for the other tests, so that one build serves them all. */
const ORIGIN = `http://127.0.0.1:${process.env.FAIRLEAD_TEST_PORT ?? 4610}`;

/** The portal is above its budget today; who brings it down lowers this. React, router and query alone are 103 kB. */
const PORTAL_NOW = 134;

let bundles: Bundles;
const apps = new Map<WebApp, BuiltApp>();
beforeAll(async () => {
  await prepare(ORIGIN, () => undefined);
  bundles = await bundleFunctions();
  for (const name of ['console', 'portal'] as const) apps.set(name, builtApp(name));
}, 300_000);

const appOf = (name: WebApp) => apps.get(name) as BuiltApp;

describe('the bundle of an API function', () => {
  it('stays below a megabyte, each of them', () => {
    expect(bundles.names.filter((name) => isApi(name) && (bundles.bytes[name] ?? 0) > API_BYTES)).toEqual([]);
  });

  it('makes no format of dates or numbers while it loads', () => {
    expect(formatsAtLoad(bundles.names.filter(isApi).map(addressOf))).toEqual([]);
    const one = "data:text/javascript,export const most = (4_000).toLocaleString('en');";
    expect(formatsAtLoad(['data:text/javascript,export const most = 4_000;', one])).toEqual([one]);
  });

  it('holds nothing that only tools and tests need', () => {
    expect(BANNED).toContain('jsonschema');
    expect(bannedIn(bundles)).toEqual([]);
  });
});

describe('the client of a service', () => {
  const units = Object.entries(FEATURE_SPECS).flatMap(([feature, spec]) => unitsOf(feature, spec));

  it.each([
    ['client-sesv2', ({ mail }: FunctionSpec) => mail],
    ['client-s3', ({ files }: FunctionSpec) => files],
  ] as const)('%s is in no bundle of a function that may not use it', (client, may) => {
    const idle = units.filter(({ name, spec }) => !may(spec) && holds(bundles, name, client)).map(({ name }) => name);
    expect(idle).toEqual([]);
    expect(units.some(({ name }) => holds(bundles, name, client))).toBe(true);
  });
});

describe.each(['console', 'portal'] as const)('the %s', (name) => {
  const heavierThan = (limit: number) => heaviest(appOf(name)).filter((route) => firstLoad(appOf(name), route) > limit);

  it('shows every page after a first load within its budget', () => {
    expect(heavierThan(name === 'portal' ? PORTAL_NOW : FIRST_LOAD[name])).toEqual([]);
  });

  it('is measured whole: every file of its routes that shows a page is among the pages', () => {
    const pages = [...routeNames(name)].filter((route) => !/^__root$|_app$/.test(route));
    expect(pages.filter((route) => !appOf(name).routes.has(route))).toEqual([]);
  });

  it('has no large chunk', () => {
    expect(lazyChunks(appOf(name)).filter(([, kilobytes]) => kilobytes > LAZY)).toEqual([]);
  });

  it('is built for production', () => {
    const development = [...appOf(name).kilobytes.keys()].filter((file) => file.includes('jsx-dev-runtime'));
    expect(development).toEqual([]);
  });
});
