import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LicenceList } from '../../shared/m365/licence.ts';
import type { SecureScore } from '../../shared/m365/secure-score.ts';
import { FrozenScore } from '../../shared/reports/snapshot.ts';
import { ask, ok } from '../identity/testing/members.ts';
import {
  type Cloud,
  type Connected,
  connected,
  mapped,
  startMicrosoft,
  sync,
} from '../integrations/testing/connected.ts';
import { frozenSection, madeReport } from './testing/made-report.ts';

let microsoft: Cloud;
let at: Connected;
let companyId: string;

beforeAll(async () => {
  microsoft = await startMicrosoft();
  at = await connected(microsoft);
  companyId = (await mapped(at, 'alpha-clinic.example')).companyId;
  await sync(at);
});
afterAll(() => microsoft.close());

it('freezes the Secure Score and the licences that the console shows', async () => {
  const seen = ok(await ask<SecureScore>(at.owner, 'GET', `/companies/${companyId}/m365/secure-score`));
  const body = {
    title: 'Security',
    period: { from: '2026-01-01', to: '2031-12-31' },
    sections: ['secure-score', 'licences'],
  };
  const report = await madeReport(at.owner, companyId, body);
  expect(report).toMatchObject({ status: 'finished', made: { pdf: { pages: 2 } } });
  const score = FrozenScore.parse(await frozenSection(report, 'secure-score'));
  expect(score).toMatchObject({ points: seen.current, max: seen.max, percent: seen.percent, asOf: seen.date });
  expect(score.history).toHaveLength(seen.trend.length);
  expect(score.controls.length + score.moreControls).toBe(seen.controls);
  const { items, monthlyMinor } = ok(await ask<LicenceList>(at.owner, 'GET', `/companies/${companyId}/m365/licences`));
  const paid = items.filter(({ free }) => !free);
  expect(await frozenSection(report, 'licences')).toMatchObject({
    monthlyMinor,
    rows: paid.map(({ name, purchased, assigned }) => ({ name, purchased, assigned })),
  });
});
