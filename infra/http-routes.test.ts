import { oc } from '@orpc/contract';
import { describe, expect, test } from 'vitest';
import { op } from '../shared/kernel/op.ts';
import { operationsOf, refuseSharedPaths, routePathsOf } from './http-routes.ts';

const contract = {
  list: op('companies:read', 'GET', '/companies'),
  create: op('companies:write', 'POST', '/companies'),
  files: { get: op('signed-in', 'GET', '/files/{+path}') },
};

describe('routes of a contract', () => {
  test('are its distinct paths below /api, in the words of API Gateway', () => {
    expect(routePathsOf(contract)).toEqual(['/api/companies', '/api/files/{path+}']);
  });

  test('carry method and access of each operation, nested ones too', () => {
    expect(operationsOf(contract)).toContainEqual({
      name: 'files.get',
      method: 'GET',
      path: '/files/{+path}',
      access: 'signed-in',
    });
  });

  test('are refused for an operation that does not say who may call it', () => {
    expect(() => operationsOf({ open: oc.route({ method: 'GET', path: '/open' }) })).toThrow(
      'Operation open lacks method, path or access',
    );
  });
});

describe('one path, one feature', () => {
  test('two features may not share a path', () => {
    const other = { patch: op('goals:write' as 'companies:write', 'PATCH', '/companies') };
    expect(() => refuseSharedPaths({ companies: contract, goals: other })).toThrow(
      'goals (/api/companies) and companies (/api/companies) share a path',
    );
  });

  test('parameters of another name are the same path', () => {
    const one = { get: op('companies:read', 'GET', '/companies/{companyId}') };
    const two = { put: op('companies:write', 'PUT', '/companies/{id}') };
    expect(() => refuseSharedPaths({ companies: { ...one, ...two } })).toThrow('share a path');
  });

  test('features without an API share nothing', () => {
    expect(() => refuseSharedPaths({ platform: undefined, companies: contract })).not.toThrow();
  });
});
