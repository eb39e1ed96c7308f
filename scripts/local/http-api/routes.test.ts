import { describe, expect, it } from 'vitest';
import type { Deployment, Resource } from '../aws/template.ts';
import { RouteTable } from './routes.ts';

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:goals-api';

function table(...routeKeys: string[]): RouteTable {
  const route = (RouteKey: string) => ({
    logicalId: 'R',
    properties: { RouteKey, Target: 'integrations/i1', ApiId: 'a1' },
  });
  const integration = { properties: { IntegrationUri: functionArn } };
  return new RouteTable({
    ofType: () => routeKeys.map(route) as unknown as Resource[],
    byPhysicalId: (_: string, id: string) => (id === 'i1' ? integration : undefined) as unknown as Resource,
  } as unknown as Deployment);
}

describe('a route is picked', () => {
  const routes = table(
    '$default',
    'ANY /api/{proxy+}',
    'ANY /api/companies/{companyId}',
    'ANY /api/companies/export',
    'GET /api/companies/{companyId}/goals/{goalId}',
    'ANY /api/companies/{companyId}/goals/{goalId}',
  );

  it.each([
    ['GET', '/api/companies/c1', 'ANY /api/companies/{companyId}', { companyId: 'c1' }],
    ['GET', '/api/companies/c%201/', 'ANY /api/companies/{companyId}', { companyId: 'c 1' }],
    ['GET', '/api/companies/%zz', 'ANY /api/companies/{companyId}', { companyId: '%zz' }],
    ['GET', '/api/companies/export', 'ANY /api/companies/export', undefined],
    [
      'GET',
      '/api/companies/c1/goals/g1',
      'GET /api/companies/{companyId}/goals/{goalId}',
      { companyId: 'c1', goalId: 'g1' },
    ],
    [
      'PUT',
      '/api/companies/c1/goals/g1',
      'ANY /api/companies/{companyId}/goals/{goalId}',
      { companyId: 'c1', goalId: 'g1' },
    ],
    ['GET', '/api/a/b', 'ANY /api/{proxy+}', { proxy: 'a/b' }],
    ['GET', '/elsewhere', '$default', { proxy: 'elsewhere' }],
  ])('%s %s -> %s', (method, path, routeKey, pathParameters) => {
    expect(routes.match(method, path)).toMatchObject({ routeKey, pathParameters, functionArn, timeoutMs: 30_000 });
  });

  it('by nobody when neither path nor method fits', () => {
    const one = table('POST /api/goals');
    expect(one.match('GET', '/api/goals')).toBeUndefined();
    expect(one.match('POST', '/api/goals/g1')).toBeUndefined();
    expect([one.owns('/api/else'), one.owns('/goals')]).toEqual([true, false]);
  });

  it('never when it leads to no function', () => {
    expect(
      () =>
        new RouteTable({
          ofType: () => [
            { logicalId: 'R', properties: { RouteKey: 'GET /x', Target: 'integrations/none', ApiId: 'a' } },
          ],
          byPhysicalId: () => undefined,
        } as unknown as Deployment),
    ).toThrow('Route GET /x (R) leads to no function.');
  });
});
