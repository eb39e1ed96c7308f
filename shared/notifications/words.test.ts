import { describe, expect, it } from 'vitest';
import type { Notification } from './notification.ts';
import { clientWords, staffWords } from './words.ts';

const id = '01j9zq4xk3r8m2n5t7v9w1y3za';
const base = { notificationId: id, at: '2026-11-23T10:00:00.000Z', companyId: id };

describe('a notification in words', () => {
  it('says what the client decided, and whether something still waits', () => {
    const answered = (approved: number, rejected: number, complete: boolean) =>
      staffWords({
        ...base,
        type: 'budget-answered',
        record: { type: 'budget', id },
        params: { company: 'Cedar Ridge', approved, rejected, complete },
      });
    expect(answered(1, 0, false)).toMatchObject({
      tone: 'ok',
      title: 'Cedar Ridge answered',
      detail: '1 line approved, more wait',
    });
    expect(answered(2, 1, true)).toMatchObject({
      tone: 'warn',
      detail: '2 lines approved, 1 line rejected, nothing waits any more',
    });
  });

  it('leads to the record, in its client when it has one', () => {
    const failed: Notification = {
      notificationId: id,
      at: base.at,
      type: 'integration-failed',
      record: { type: 'integration', id },
      params: {},
    };
    expect(staffWords(failed).href).toBe(`/integrations/${id}`);
    const report: Notification = {
      ...base,
      type: 'report-finished',
      record: { type: 'report', id },
      params: { company: 'Cedar Ridge' },
    };
    expect(staffWords(report).href).toBe(`/c/${id}/reports/${id}`);
  });

  it('leads client users to what waits for them in the portal', () => {
    const sent: Notification = { ...base, type: 'budget-sent', record: { type: 'budget', id }, params: { lines: 3 } };
    expect(clientWords(sent, 'northlight')).toMatchObject({
      title: 'A budget waits for an answer',
      detail: '3 lines',
      href: '/portal/northlight/plan',
    });
  });
});
