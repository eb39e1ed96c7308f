import type { Option } from '../../ui/select.tsx';
import type { ContactChoice } from './portal-access.tsx';

const optionOf = ({ contactId, name, email }: ContactChoice): Option => ({
  value: contactId,
  label: name,
  ...(email ? { detail: email } : {}),
});

/** A client's contacts to choose from. */
export const contactOptions = (contacts: readonly ContactChoice[]): Option[] => contacts.map(optionOf);

/** The chosen contact, or none. */
export function contactOption(contacts: readonly ContactChoice[], contactId: string | null | undefined): Option | null {
  const contact = contacts.find((one) => one.contactId === contactId);
  return contact ? optionOf(contact) : null;
}
