import { nameKey } from '../kernel/text.ts';
import type { M365User } from './user.ts';

/** What an account is known by to other systems. */
type Known = Pick<M365User, 'userKey' | 'name' | 'upn' | 'mail'>;

/** How a device named its user: by an address, which is one person's, or by a name that only one account bears. */
export type NamedBy = 'address' | 'name';

export interface Assigned<User> {
  user: User;
  by: NamedBy;
}

const addressOf = (text: string) => text.trim().toLowerCase();

/** Accounts by a key that only one of them has. */
function byOwn<User>(users: readonly User[], keyOf: (user: User) => string | undefined): Map<string, User> {
  const groups = Map.groupBy(users, (user) => keyOf(user) ?? '');
  groups.delete('');
  return new Map(
    [...groups].flatMap(([key, [first, ...others]]) => (first && others.length === 0 ? [[key, first]] : [])),
  );
}

/**
 * Finds the account that a device's user is, whatever system wrote it: by sign-in name, else by mail address, else by a name
 * that no other account bears. Case does not count, nor do accents in a name. What could mean two people means nobody.
 */
export function accountFinder<User extends Known>(
  users: readonly User[],
): (text: string) => Assigned<User> | undefined {
  const byUpn = byOwn(users, ({ upn }) => addressOf(upn));
  const byMail = byOwn(users, ({ mail }) => mail && addressOf(mail));
  const byName = byOwn(users, ({ name }) => nameKey(name));
  return (text) => {
    const address = addressOf(text);
    const addressed = byUpn.get(address) ?? byMail.get(address);
    if (addressed) return { user: addressed, by: 'address' };
    const named = byName.get(nameKey(text));
    return named && { user: named, by: 'name' };
  };
}
