import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isFact } from '../../events/define.ts';
import { functionEntries } from '../../scripts/bundle.ts';
import { FEATURES } from '../../shared/kernel/features.ts';
import { PERMISSIONS } from '../../shared/kernel/permissions.ts';
import { factsOf } from '../feature-spec.ts';
import { FEATURE_SPECS } from '../feature-specs.ts';
import { operationsOf, routePathsOf } from '../http-routes.ts';
import { unitsOf } from '../units.ts';
import { WORKFLOW_DEFINITIONS } from '../workflow-definitions.ts';
import { SYNTH_MS, synthesized } from './fixture/synth.ts';

const specs = Object.entries(FEATURE_SPECS);
const declared = specs.flatMap(([feature, spec]) => unitsOf(feature, spec));
beforeAll(() => void synthesized('local', 'product'), SYNTH_MS);

const withoutStage = (name: string) => name.replace('fairlead-local-', '');

describe('the deployment mirrors the sources', () => {
  test('every handler file is declared by its feature, and every declared handler has its file', () => {
    expect(declared.map(({ name }) => name).sort()).toEqual(
      functionEntries()
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('every declared handler is deployed exactly once, and nothing else is', () => {
    const deployed = synthesized('local', 'product').ofType('AWS::Lambda::Function');
    expect(deployed.map(({ Properties }) => withoutStage(Properties.FunctionName)).sort()).toEqual(
      declared.map(({ name }) => name).sort(),
    );
  });

  test('every spec and every workflow file stands in its registry, in product order', () => {
    const files = (folder: string) =>
      readdirSync(join('infra', folder))
        .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
        .map((file) => file.slice(0, -'.ts'.length));
    const named = specs.map(([feature]) => feature);
    expect(files('features').sort()).toEqual([...named].sort());
    expect(named).toEqual(FEATURES.filter((feature) => named.includes(feature)));
    expect(files('workflows').sort()).toEqual(Object.keys(WORKFLOW_DEFINITIONS).sort());
  });
});

describe('every contract', () => {
  const contracts = specs.flatMap(([feature, { api }]) => (api ? [[feature, api] as const] : []));

  test.each(contracts)('of %s says who may call each operation', (_, contract) => {
    const known = new Set<string>([...PERMISSIONS, 'public', 'half-signed-in', 'signed-in']);
    for (const { name, access } of operationsOf(contract)) expect(known.has(access), `${name}: ${access}`).toBe(true);
  });

  test.each(contracts)('of %s has a route for each of its paths, to its own function', (feature, contract) => {
    const { ofType } = synthesized('local', 'product');
    const routes = ofType('AWS::ApiGatewayV2::Route').filter(({ stack }) => stack === feature);
    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(
      routePathsOf(contract).map((path) => `ANY ${path}`),
    );
    expect(ofType('AWS::ApiGatewayV2::Integration').filter(({ stack }) => stack === feature)).toHaveLength(1);
  });
});

test('every fact that is waited for is one that a feature defines', async () => {
  const files = readdirSync('events').filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^index\.ts$/.test(file));
  const modules: Record<string, unknown>[] = await Promise.all(
    files.map((file) => import(join(process.cwd(), 'events', file))),
  );
  const defined = new Set(
    modules.flatMap((module) =>
      Object.values(module)
        .filter(isFact)
        .map(({ name }) => name),
    ),
  );
  for (const [feature, { on }] of specs) {
    for (const [name, subscriber] of Object.entries(on ?? {})) {
      for (const fact of factsOf(subscriber))
        expect(defined.has(fact.name), `${feature}: on-${name} waits for ${fact.name}`).toBe(true);
    }
  }
});
