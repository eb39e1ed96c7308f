import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { CONTACT_ROLES } from '../../shared/companies/words.ts';
import { contactsQuery } from '../features/companies/queries.ts';
import { inSentence } from '../features/companies/text.ts';
import { staffNamesQuery } from '../features/identity/queries.ts';
import type { Invitable } from '../features/meetings/people.ts';

/** The contacts of a client and the MSP's staff, as meetings ask them; undefined until both are there. */
export function useInvitable(companyId: string | undefined): Invitable[] | undefined {
  const contacts = useQuery({ ...contactsQuery(companyId ?? ''), enabled: companyId !== undefined }).data?.items;
  const staff = useQuery(staffNamesQuery()).data?.items;
  return useMemo(
    () =>
      contacts &&
      staff && [
        ...contacts.map(({ contactId, name, email, title, roles }): Invitable => {
          const detail = [title, ...roles.map((role) => inSentence(CONTACT_ROLES[role]))].filter(Boolean).join(', ');
          const decides = roles.includes('decision-maker');
          return { kind: 'contact', id: contactId, name, detail, decides, ...(email ? { email } : {}) };
        }),
        ...staff
          .filter(({ status }) => status === 'active')
          .map(
            ({ userId, name, email, title }): Invitable => ({
              kind: 'staff',
              id: userId,
              name,
              email,
              detail: title || 'Our team',
            }),
          ),
      ],
    [contacts, staff],
  );
}
