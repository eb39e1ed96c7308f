import type { AuditRow } from '../../../shared/platform/audit.ts';

const SAID_OTHERWISE: Record<string, string> = {
  msp: 'MSP',
  mfa: 'second factor',
  totp: 'authenticator',
  unproven: 'address confirmed',
  ip: 'IP',
  key: 'API key',
};

/** `portalMfaRequired` -> "portal second factor required". */
function inWords(name: string): string {
  const words = name
    .replaceAll(/[-/_]+/g, ' ')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return words
    .trim()
    .split(' ')
    .map((word) => SAID_OTHERWISE[word] ?? word)
    .join(' ');
}

/** `identity.inviteClientUser` -> "Invite client user"; jobs keep their name: `platform/publish` -> "Platform publish". */
export function operationWords(operation: string): string {
  const words = inWords(operation.split('.').at(-1) ?? operation);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What changes with every write, or stands for something that is said already. */
const INTERNAL = /^(?:v|updated\w*|ttl|mailId|lastStep|nameKey|prefix|last4|\w+Hash)$/;
const VERB = { created: 'created', changed: 'changed', removed: 'removed' } as const;

/** What was done, in one line: "invitation created; MSP changed: accent, logo". Names of fields, never their values. */
export function changeWords(changes: AuditRow['changes']): string {
  const lines = changes.map(({ entity, action, fields }) => {
    const what = `${inWords(entity)} ${VERB[action]}`;
    const named = fields?.filter((field) => !INTERNAL.test(field)).map(inWords) ?? [];
    return named.length > 0 ? `${what}: ${named.join(', ')}` : what;
  });
  return [...new Set(lines)].join('; ');
}
