import { describe, expect, it } from 'vitest';
import type { Organisation } from '../../../shared/integrations/organisation.ts';
import { choiceOf, type Draft, matchOf, readyToMap } from './tenant-draft.ts';

const tenant = (organisationId: string, more: Partial<Organisation> = {}) =>
  ({ organisationId, name: organisationId, state: 'ready', domains: [], ...more }) as Organisation;
const guess = (companyId: string, sure: boolean) => ({
  companyId,
  companyName: `Client ${companyId}`,
  sure,
  reasons: [],
});
const trouble = { code: 'consent-missing' as const, cause: 'No consent.', safe: '', fix: '', since: '' };
const nothing: Draft = new Map();

describe('Mapping tenants to clients', () => {
  it('takes a sure guess as it stands and asks about a doubtful one', () => {
    expect(matchOf(tenant('a', { guess: guess('1', true) }), nothing)).toBe('sure');
    expect(matchOf(tenant('b', { guess: guess('2', false) }), nothing)).toBe('check');
    expect(choiceOf(tenant('b', { guess: guess('2', false) }), nothing)?.companyId).toBe('2');
  });

  it('leaves out a tenant that nothing speaks for, and one that a person took the client from', () => {
    expect(matchOf(tenant('a'), nothing)).toBe('out');
    expect(matchOf(tenant('b', { guess: guess('2', true) }), new Map([['b', null]]))).toBe('out');
    expect(choiceOf(tenant('b', { guess: guess('2', true) }), new Map([['b', null]]))).toBeNull();
  });

  it('shows what is mapped whatever was drafted, and says when it is being removed or in trouble', () => {
    const mapped = tenant('a', { companyId: '1', companyName: 'Harbor & Finch' });
    expect(choiceOf(mapped, new Map([['a', null]]))).toEqual({ companyId: '1', name: 'Harbor & Finch' });
    expect(matchOf(mapped, nothing)).toBe('mapped');
    expect(matchOf({ ...mapped, leaving: true }, nothing)).toBe('leaving');
    expect(matchOf({ ...mapped, trouble }, nothing)).toBe('trouble');
    expect(matchOf(tenant('b', { trouble, guess: guess('2', true) }), nothing)).toBe('refused');
  });

  it('is ready with sure guesses and choices only, and gives a client one tenant', () => {
    const rows = [
      tenant('mapped', { companyId: '1' }),
      tenant('sure', { guess: guess('2', true) }),
      tenant('doubtful', { guess: guess('3', false) }),
      tenant('chosen', { guess: guess('4', false) }),
      tenant('second', { guess: guess('2', true) }),
      tenant('taken', { guess: guess('1', true) }),
    ];
    const draft: Draft = new Map([['chosen', { companyId: '4', name: 'Client 4' }]]);
    expect(readyToMap(rows, draft).map(({ organisation, companyId }) => [organisation.name, companyId])).toEqual([
      ['sure', '2'],
      ['chosen', '4'],
    ]);
  });
});
