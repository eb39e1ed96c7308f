import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateIn } from '../../shared/kernel/calendar.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import type { PortalReport } from '../../shared/portal/portal.ts';
import type { Report } from '../../shared/reports/report.ts';
import { during } from '../_kit/testing/trial/fault.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, type Member, newClientUser, type Owner, ok } from '../identity/testing/members.ts';
import { present } from '../portal/testing/sent-budget.ts';
import { readReport, remade } from './testing/made-report.ts';
import { bellOf, mailsAbout } from './testing/reporting-msp.ts';
import { due, inReview, set, tick, ZONE } from './testing/scheduled.ts';

let owner: Owner;
let companyId: string;
let karen: Member;

beforeAll(async () => {
  owner = await easyMsp();
  ({ companyId } = await present(owner, 'Cedar Ridge'));
  karen = await newClientUser(owner, companyId, 'approver');
});

const recipients = () => [{ type: 'client-user', id: karen.userId }];
const act = (report: Report, verb: string, body: object = {}) =>
  ask<Report>(owner, 'POST', `/companies/${report.companyId}/reports/${report.reportId}/${verb}`, {
    v: report.v,
    ...body,
  });
const seenBy = async (who: Member) =>
  ok(await ask<{ items: PortalReport[] }>(who, 'GET', '/portal/reports')).items.map(({ reportId }) => reportId);

describe('a report that waits for review', () => {
  it('is told to whoever owns the client, and one press sends it', async () => {
    await set(owner, companyId, { recipients: recipients() });
    const report = await due(owner, companyId);
    expect(await inReview(owner)).toContain(report.reportId);
    expect(await bellOf(owner, report)).toEqual(['report-waits']);
    expect((await mailsAbout(owner.email, report.reportId)).map(({ subject }) => subject.split(':')[0])).toEqual([
      'Waits for your review',
    ]);
    expect(await seenBy(karen)).not.toContain(report.reportId);
    const sent = ok(await act(report, 'publish', { recipients: report.scheduled?.recipients }));
    await idle();
    expect(sent.review).toBeUndefined();
    expect(await inReview(owner)).not.toContain(report.reportId);
    expect(await seenBy(karen)).toContain(report.reportId);
    expect(await mailsAbout(karen.email, report.title)).toHaveLength(1);
    expect((await act(sent, 'skip')).body.code).toBe('report.not-waiting');
  });

  it('is put off until a day and told again then, or skipped', async () => {
    await set(owner, companyId);
    const report = await due(owner, companyId);
    const today = dateIn(ZONE, new Date());
    const early = await act(report, 'put-off', { until: today });
    expect(early.body.errors?.[0]).toMatchObject({ path: 'until' });
    const until = addDays(today, 3);
    ok(await act(report, 'put-off', { until }));
    expect(await inReview(owner)).toContain(report.reportId);
    await tick(owner.mspId, addDays(until, -1));
    await idle();
    expect(await bellOf(owner, report)).toEqual(['report-waits']);
    await Promise.all([tick(owner.mspId, until), tick(owner.mspId, until)]);
    await idle();
    expect(await bellOf(owner, report)).toEqual(['report-waits', 'report-waits']);
    const back = await readReport(owner, report);
    expect(back.waitsFrom).toBeUndefined();
    const skipped = ok(await act(back, 'skip'));
    expect(await inReview(owner)).not.toContain(report.reportId);
    expect(skipped.publishedAt).toBeUndefined();
    const told = ok(
      await ask<Page<Activity>>(owner, 'GET', `/companies/${companyId}/reports/${report.reportId}/history`),
    );
    // The schedule's clock stood elsewhere: the order is not that of this test.
    expect(told.items.map(({ verb, about }) => [verb, ...about].join(' ')).toSorted()).toEqual([
      'created',
      `deferred ${until}`,
      'made 1',
      'skipped',
    ]);
  });
});

describe('a schedule without review', () => {
  it('sends its report by itself to those who can still be reached, and says so when that is not everybody', async () => {
    const { companyId: other } = await present(owner);
    const reader = await newClientUser(owner, other, 'member');
    const contact = async (name: string, email: string) =>
      ok(await ask<{ contactId: string; v: number }>(owner, 'POST', `/companies/${other}/contacts`, { name, email }));
    const gone = await contact('Gone Soon', 'gone@other.example');
    const before = await contact('Invited Since', reader.email);
    const chosen = [before, gone].map(({ contactId }) => ({ type: 'contact', id: contactId }));
    await set(owner, other, { review: false, recipients: [...chosen, { type: 'client-user', id: reader.userId }] });
    ok(await ask(owner, 'DELETE', `/companies/${other}/contacts/${gone.contactId}`, { v: gone.v }));
    const report = await due(owner, other);
    expect(report).toMatchObject({
      status: 'finished',
      publishedAt: report.sealedAt,
      sealedBy: expect.stringMatching(/^system:/),
    });
    expect(await seenBy(reader)).toEqual([report.reportId]);
    expect(await mailsAbout(reader.email, report.title)).toHaveLength(1);
    expect(await mailsAbout('gone@other.example', report.title)).toEqual([]);
    expect(await bellOf(owner, report)).toEqual(['report-finished']);
    const path = `/companies/${other}/reports/${report.reportId}/history`;
    const { items } = ok(await ask<Page<Activity>>(owner, 'GET', path));
    expect(items.find(({ verb }) => verb === 'published')?.about).toEqual(['1']);
    const [told] = await mailsAbout(owner.email, report.reportId);
    expect(told?.subject).toContain('Not everybody was mailed');
  });

  it('leaves to a person what a person has changed', async () => {
    const { companyId: other } = await present(owner);
    await set(owner, other, { review: false });
    const target = { mspId: owner.mspId, functionName: 'reports-step-finish' };
    // The last step does not get through, so the making fails and is told.
    const failed = await during(target, { effect: 'timeout-before' }, () => due(owner, other));
    expect(failed).toMatchObject({ status: 'failed', scheduled: { review: false } });
    expect(await bellOf(owner, failed)).toEqual(['report-failed']);
    const path = `/companies/${other}/reports/${failed.reportId}`;
    const edited = ok(await ask<Report>(owner, 'PATCH', path, { v: failed.v, title: 'By hand' }));
    const made = await remade(owner, edited);
    expect(made).toMatchObject({ status: 'finished', review: 'waiting' });
    expect(made.publishedAt).toBeUndefined();
  });
});
