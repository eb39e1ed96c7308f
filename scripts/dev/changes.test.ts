import { expect, it } from 'vitest';
import { workFor } from './changes.ts';

const functions = { before: ['companies-api'], after: ['companies-api'] };

it.each([
  ['a service', ['functions/companies/companies.service.ts'], { bundle: true, restart: false }],
  ['a schema', ['shared/companies/company.ts'], { bundle: true, restart: false }],
  ['a contract with its routes', ['shared/companies/companies.api.ts'], { bundle: true, restart: true }],
  ['a fact', ['events/companies.ts'], { bundle: true, restart: true }],
  ['rights of a feature', ['infra/features/companies.ts'], { bundle: true, restart: true }],
  [
    'tests alone',
    ['functions/companies/companies.feature.test.ts', 'infra/test/synth.test.ts'],
    { bundle: false, restart: false },
  ],
  ['what is generated', ['functions/platform/openapi.gen.ts'], { bundle: false, restart: false }],
  ['a page of text', ['shared/README.md'], { bundle: false, restart: false }],
])('a change of %s', (_, files, work) => {
  expect(workFor(files, functions)).toEqual(work);
});

it('a function that comes or goes needs new templates', () => {
  const after = ['companies-api', 'companies-on-company-archived'];
  const files = ['functions/companies/on-company-archived.ts'];
  expect(workFor(files, { ...functions, after })).toEqual({ bundle: true, restart: true });
  expect(workFor(files, { before: after, after: functions.after })).toEqual({ bundle: true, restart: true });
});
