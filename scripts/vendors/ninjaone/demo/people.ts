import { demoWorld as microsoftWorld } from '../../graph/demo/demo-world.ts';
import type { Person } from '../world/fleet-spec.ts';

/**
 * The staff of a demo client, as its Microsoft 365 tenant has them: one person has one mail address at both vendors.
 * Shared accounts have no last name and own no device.
 */
export function staffOf(code: string, now: Date): Person[] {
  const tenant = microsoftWorld(now).tenants.find((row) => row.code === code);
  if (!tenant) throw new Error(`The demo has no client "${code}".`);
  return tenant.users.flatMap(({ userType, accountEnabled, givenName, surname, mail }) =>
    userType === 'Member' && accountEnabled && givenName && surname && mail
      ? [{ firstName: givenName, lastName: surname, email: mail }]
      : [],
  );
}
