import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountFinder } from './assigned-user.ts';

const user = (userKey: string, name: string, upn: string, mail?: string) => ({ userKey, name, upn, mail });
const USERS = [
  user('ana', 'Ana Torres', 'ana@cedar.example', 'a.torres@cedar.example'),
  user('ben', 'Ben Ito', 'ben@cedar.example', 'shared@cedar.example'),
  user('bea', 'Béatrice Noël', 'bea@cedar.example', 'shared@cedar.example'),
  user('sam1', 'Sam Lee', 'sam.lee@cedar.example'),
  user('sam2', 'Sam Lee', 'sam.lee2@cedar.example'),
];
const found = (text: string) => {
  const assigned = accountFinder(USERS)(text);
  return assigned && `${assigned.user.userKey} by ${assigned.by}`;
};

describe('the user of a device', () => {
  it.each([
    ['ana@cedar.example', 'ana by address'],
    [' ANA@Cedar.Example ', 'ana by address'],
    ['a.torres@cedar.example', 'ana by address'],
    ['ana torres', 'ana by name'],
    ['Beatrice Noel', 'bea by name'],
    ['sam.lee2@cedar.example', 'sam2 by address'],
  ])('%j is found', (text, who) => expect(found(text)).toBe(who));

  it.each([
    ['a name that two accounts bear', 'Sam Lee'],
    ['an address that two accounts share', 'shared@cedar.example'],
    ['a part of a name', 'Ana'],
    ['another domain', 'ana@other.example'],
    ['a local account', 'DESK-01\\ana'],
    ['nothing', '  '],
    ['a mark', '-'],
  ])('is nobody for %s', (_, text) => expect(found(text)).toBeUndefined());

  it('is the one who signs in so, although another has it as a mail address', () => {
    const other = user('old', 'Old Ana', 'old@cedar.example', 'ana@cedar.example');
    expect(accountFinder([other, ...USERS])('ana@cedar.example')?.user.userKey).toBe('ana');
  });

  it('is found by every account’s own sign-in name, in whatever case and company', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.nat(), (locals, pick) => {
        const users = locals.map((local) => user(local, 'One Name', `${local}@x.example`));
        const one = users[pick % users.length];
        expect(accountFinder(users)(one?.upn.toUpperCase() ?? '')?.user).toBe(one);
      }),
    );
  });
});
