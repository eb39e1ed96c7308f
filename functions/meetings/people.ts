import { invalid } from '../../shared/kernel/error.ts';
import type { Participant, ParticipantRef } from '../../shared/meetings/meeting.ts';
import type { Scope } from '../_kit/scope.ts';
import { byIds } from '../companies/contacts.service.ts';
import { allStaff } from '../identity/directory.service.ts';

const ids = (refs: readonly ParticipantRef[], wanted: ParticipantRef['kind']) =>
  refs.filter(({ kind }) => kind === wanted).map(({ id }) => id);

/**
 * Participants with name and address as they are now.
 *
 * @throws 400 for somebody who is neither active staff nor a contact of this client
 */
export async function named(
  scope: Scope,
  companyId: string,
  refs: readonly ParticipantRef[],
  field = 'participants',
): Promise<Participant[]> {
  const [staff, contacts] = await Promise.all([
    ids(refs, 'staff').length > 0 ? allStaff(scope) : [],
    byIds(scope, companyId, ids(refs, 'contact')),
  ]);
  const people = new Map<string, { name: string; email?: string | undefined }>([
    ...staff.filter(({ status }) => status === 'active').map((one) => [`staff/${one.userId}`, one] as const),
    ...contacts.map((one) => [`contact/${one.contactId}`, one] as const),
  ]);
  return refs.map(({ kind, id }) => {
    const known = people.get(`${kind}/${id}`);
    if (!known)
      throw invalid(field, 'One of these people is not there any more. Take them off the list and save again.');
    return { kind, id, name: known.name, ...(known.email ? { email: known.email } : {}) };
  });
}

/** One person by name, as it is kept beside what they said or promised. */
export async function namedOne(scope: Scope, companyId: string, ref: ParticipantRef | undefined, field: string) {
  if (!ref) return undefined;
  const [person] = await named(scope, companyId, [ref], field);
  return person && { kind: person.kind, id: person.id, name: person.name };
}
