import { useState } from 'react';
import type { Carrier } from '../../../shared/kernel/on-carrier.ts';

/** Texts by writer and record. Signing out loads the page anew, and with it they are gone. */
const unsent = new Map<string, string>();

/**
 * What somebody has typed about a record and not sent: it is there again when the panel comes back to the record. One that
 * was sent after the panel had moved on does not come back.
 */
export function useUnsent(
  userId: string,
  { companyId, recordType, recordId }: Carrier,
): [string, (text: string) => void] {
  const key = [userId, companyId, recordType, recordId].join(' ');
  const [text, setText] = useState(() => unsent.get(key) ?? '');
  const save = (next: string) => {
    if (next) unsent.set(key, next);
    else unsent.delete(key);
    setText(next);
  };
  return [text, save];
}
