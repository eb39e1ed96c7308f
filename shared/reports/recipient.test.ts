import { describe, expect, test } from 'vitest';
import { type Reachable, type Recipient, reaching } from './recipient.ts';

const person = (id: string, ...contactIds: string[]): Reachable => ({
  type: contactIds.length > 0 ? 'client-user' : 'contact',
  id,
  name: id,
  email: `${id}@cedar.example`,
  title: '',
  signsIn: contactIds.length > 0,
  contactIds,
});
const PEOPLE = [person('jane', 'jane-contact'), person('finn')];
const chosen = (...ids: string[]): Recipient[] => ids.map((id) => ({ type: 'contact', id }));
const idsOf = ({ reached, lost }: ReturnType<typeof reaching>) => [reached.map(({ id }) => id), lost];

describe('whom a mail reaches', () => {
  test('is a person of the portal who was chosen as a contact, once', () => {
    expect(idsOf(reaching(PEOPLE, chosen('jane-contact')))).toEqual([['jane'], 0]);
    expect(idsOf(reaching(PEOPLE, chosen('finn', 'jane', 'jane-contact')))).toEqual([['jane', 'finn'], 0]);
  });

  test('is nobody who has left, and it is known how many those are', () => {
    expect(idsOf(reaching(PEOPLE, chosen('gone', 'finn', 'gone-too')))).toEqual([['finn'], 2]);
    expect(idsOf(reaching([], []))).toEqual([[], 0]);
  });
});
