import { describe, expect, it } from 'vitest';
import type { Notification } from '../../shared/notifications/notification.ts';
import { digestLetter } from './digest-letter.ts';

const [cedar, harbor, id] = ['01j9zq4xk3r8m2n5t7v9w1y3za', '01j9zq4xk3r8m2n5t7v9w1y3zb', '01j9zq4xk3r8m2n5t7v9w1y3zc'];
const base = { notificationId: id, at: '2026-11-22T10:00:00.000Z' };
const waits = (companyId: string): Notification => ({
  ...{ ...base, companyId, type: 'report-waits', record: { type: 'report', id } },
  params: { company: 'as it was called then' },
});
const stopped: Notification = { ...base, type: 'integration-failed', record: { type: 'integration', id }, params: {} };
const sent: Notification = {
  ...{ ...base, companyId: cedar, type: 'budget-sent', record: { type: 'budget', id } },
  params: { lines: 2 },
};

const letterOf = (news: Notification[], reader: 'staff' | 'client' = 'staff') =>
  digestLetter({
    msp: { name: 'Northlight', slug: 'northlight', accent: '#1f5fbf', supportEmail: '', locale: 'en-US' },
    origin: 'https://app.example',
    reader,
    news,
    names: new Map([
      [cedar, 'Cedar Ridge'],
      [harbor, 'Harbor <Foods>'],
    ]),
    since: new Date('2026-11-20T12:00:00Z'),
    now: new Date('2026-11-23T12:00:00Z'),
    zone: 'America/New_York',
  });

describe('the digest', () => {
  it('counts in its subject since when it tells', () => {
    expect(letterOf([waits(cedar), stopped, waits(harbor)]).subject).toBe('3 things since Friday');
    expect(letterOf([stopped]).subject).toBe('1 thing since Friday');
  });

  it('says things in the words of the bell under the name of each client, and leads to each record', () => {
    const { text, html, fromName } = letterOf([waits(cedar), stopped, waits(harbor), waits(cedar)]);
    const line = (companyId: string) =>
      `- A report waits for your review: as it was called then\n  https://app.example/c/${companyId}/reports/${id}`;
    expect(text).toContain(`Cedar Ridge\n${line(cedar)}\n${line(cedar)}\n\n`);
    expect(text).toContain(`Harbor <Foods>\n${line(harbor)}\n\n`);
    expect(text).toContain(
      `All clients\n- An integration stopped: See the cause and the fix\n  https://app.example/integrations/${id}`,
    );
    expect(html).toContain(`<a href="https://app.example/integrations/${id}"`);
    expect(html).toContain('Harbor &lt;Foods&gt;');
    expect(text).toContain('Choose what you are told\n  https://app.example/account?tab=notifications');
    expect(fromName).toBe('Northlight');
  });

  it('leads client users into their portal', () => {
    const { text } = letterOf([sent], 'client');
    expect(text).toContain('- A budget waits for an answer: 2 lines\n  https://app.example/portal/northlight/plan');
    expect(text).toContain('https://app.example/portal/northlight/account?tab=notifications');
    expect(text).not.toContain('https://app.example/c/');
  });

  it('names thirty things and counts the others', () => {
    const { text, subject } = letterOf(Array.from({ length: 42 }, () => waits(cedar)));
    expect(subject).toBe('42 things since Friday');
    expect(text.match(/^- /gm)).toHaveLength(30);
    expect(text).toContain('And 12 more');
    expect(letterOf(Array.from({ length: 30 }, () => stopped)).text).not.toContain('more');
  });
});
