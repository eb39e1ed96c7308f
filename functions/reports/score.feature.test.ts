import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SecureScore } from '../../shared/m365/secure-score.ts';
import type { Report } from '../../shared/reports/report.ts';
import { Snapshot } from '../../shared/reports/snapshot.ts';
import { getFile } from '../_kit/clients/files.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, idle } from '../_kit/testing/world.ts';
import { ask, ok } from '../identity/testing/members.ts';
import {
  type Cloud,
  type Connected,
  connected,
  mapped,
  startMicrosoft,
  sync,
} from '../integrations/testing/connected.ts';
import { filesOf } from './report-records.ts';

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

it('freezes the Secure Score that the console shows', async () => {
  const seen = ok(await ask<SecureScore>(at.owner, 'GET', `/companies/${companyId}/m365/secure-score`));
  const body = { title: 'Security', period: { from: '2026-01-01', to: '2031-12-31' }, sections: ['secure-score'] };
  const { reportId } = ok(await ask<Report>(at.owner, 'POST', `/companies/${companyId}/reports`, body));
  await idle();
  const report = ok(await ask<Report>(at.owner, 'GET', `/companies/${companyId}/reports/${reportId}`));
  expect(report).toMatchObject({ status: 'finished', pdf: { pages: 1 } });
  const scope = systemScope(at.owner.mspId, 'reports-test');
  const frozen = await as('reports-step-gather', () =>
    getFile(scope, filesOf(scope, report).snapshot, report.snapshot ?? { sha256: '', bytes: 0 }),
  );
  const { score } = Snapshot.parse(JSON.parse(new TextDecoder().decode(frozen)));
  expect(score).toMatchObject({ points: seen.current, max: seen.max, percent: seen.percent, asOf: seen.date });
  expect(score?.history).toHaveLength(seen.trend.length);
  expect((score?.controls.length ?? 0) + (score?.moreControls ?? 0)).toBe(seen.controls);
});
