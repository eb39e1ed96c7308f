import { describe, expect, it } from 'vitest';
import { differences } from './ending.ts';
import { audited, unique } from './invariants.ts';
import type { Told } from './picture.ts';
import { keptFigures } from './recount.ts';
import { secretsIn } from './secrets.ts';

const row = (entity: string, record: Record<string, unknown>): Told => ({ entity, record });
const client = row('company', { companyId: 'cedar', v: 2 });
const told = (action: string) => row('audit', { changes: [{ entity: 'company', id: 'cedar', action }] });
const verdicts = ({ wrong }: { wrong: readonly { verdict: string }[] }) => wrong.map(({ verdict }) => verdict);

describe('the audit trail', () => {
  it('tells each change once; what moves is removed and made', () => {
    expect(verdicts(audited([client, told('created'), told('removed'), told('changed')]))).toEqual([]);
    expect(verdicts(audited([client, told('created')]))).toEqual(['lost']);
    expect(verdicts(audited([client, told('created'), told('changed'), told('changed')]))).toEqual(['doubled']);
  });
});

describe('a value that may exist once', () => {
  const held = (holderId: string) => row('guard', { kind: 'company-name', holderId });
  it('is held once, for a record that is there', () => {
    expect(verdicts(unique([client, held('cedar')]))).toEqual([]);
    expect(verdicts(unique([client, held('cedar'), held('cedar')]))).toEqual(['doubled']);
    expect(verdicts(unique([client, held('harbor')]))).toEqual(['drift']);
  });
});

describe('figures that are kept', () => {
  const line = (status: string, amountMinor: number) => row('budget-line', { budgetId: 'b', status, amountMinor });
  const bell = row('bell', { userId: 'olga', places: [{ place: 'staff', unread: 1, readSequence: 2 }] });
  const notice = (sequence: number, readAt?: string, type = 'integration-failed') =>
    row('notification', { userId: 'olga', companyId: 'cedar', type, sequence, readAt });

  it('are those of the lines of a budget', () => {
    const budget = row('budget', { budgetId: 'b', sums: { approved: 300, open: 50 }, lineCount: 3 });
    const lines = [line('approved', 100), line('approved', 200), line('open', 50)];
    expect(keptFigures([budget, ...lines]).wrong).toEqual([]);
    expect(keptFigures([budget, ...lines.slice(1)]).wrong).toHaveLength(2);
  });

  it('are those of the notices that nobody has read', () => {
    expect(keptFigures([bell, notice(1), notice(3), notice(4, 'now')]).wrong).toEqual([]);
    expect(keptFigures([bell, notice(3), notice(4)]).wrong).toEqual([
      { verdict: 'drift', says: 'The bell of olga at staff: 1 kept, 2 counted.' },
    ]);
    expect(keptFigures([bell, notice(3), notice(4, undefined, 'budget-sent')]).wrong).toEqual([
      { verdict: 'drift', says: 'The bell of olga at cedar: 0 kept, 1 counted.' },
    ]);
  });
});

describe('two ends of one story', () => {
  it('differ by what is missing, what is too many, and what stands otherwise', () => {
    const [one, other, line] = ['goal {"a":1}', 'goal {"a":2}', 'link {"b":1}'];
    expect(differences([one, line], [one, line])).toEqual([]);
    expect(differences([one, line], [one]).map(({ verdict }) => verdict)).toEqual(['lost']);
    expect(differences([one], [one, one]).map(({ verdict }) => verdict)).toEqual(['doubled']);
    expect(differences([one], [other]).map(({ verdict }) => verdict)).toEqual(['drift']);
  });
});

it('secrets of a story are found by the names of their fields, a cookie by its value', () => {
  const world = {
    cookie: '__Host-sid=a-long-session-token; theme=a-very-dark-one',
    keys: [{ secret: 'fl_a-key-of-an-api', name: 'a name that is no secret' }],
    integration: { secret: { configured: true, since: '2026-11-22T10:00:00Z' } },
    codes: ['recovery-code-1', 'recovery-code-2'],
    token: '',
  };
  expect(secretsIn(world)).toEqual([
    ...['a-long-session-token', 'a-very-dark-one', 'fl_a-key-of-an-api'],
    ...['recovery-code-1', 'recovery-code-2'],
  ]);
});
