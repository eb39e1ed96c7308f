import { expect, it } from 'vitest';
import type { PullNote } from '../../../shared/integrations/run.ts';
import { refusals } from './refusals.ts';

const trouble = (cause: string) => ({ code: 'consent-missing' as const, cause, safe: '', fix: '', since: '' });
const note = (dataSet: string, more: Partial<PullNote>): PullNote => ({
  organisationId: '01m81gvw8s2yv273x2z51v18gx',
  organisation: 'Lumen & Loop Studio',
  dataSet,
  dataSetName: dataSet,
  state: 'failed',
  ...more,
});

it('tells a cause once with all that it kept from being read', () => {
  const told = refusals([
    note('Users', { trouble: trouble('No consent for Lumen.') }),
    note('Licences', { trouble: trouble('No consent for Lumen.') }),
    note('Users', { trouble: trouble('No consent for Oakline.') }),
    note('Sign-in activity', { state: 'waiting' }),
    note('Secure Score', { state: 'held', trouble: trouble('Many rows vanished.') }),
  ]);
  expect(told.map(({ trouble: { cause }, dataSets }) => [cause, dataSets])).toEqual([
    ['No consent for Lumen.', ['Users', 'Licences']],
    ['No consent for Oakline.', ['Users']],
  ]);
});

it('leaves out the cause that stands on top of the page already', () => {
  const notes = [note('Users', { trouble: trouble('The secret is refused.') })];
  expect(refusals(notes, 'The secret is refused.')).toEqual([]);
});
