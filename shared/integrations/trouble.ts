import { z } from 'zod';
import { type Vendor, type VendorId, vendorOf } from './vendor.ts';

/** Why a vendor gives us nothing, or less than it should. */
export const TroubleCode = z.enum([
  'secret-refused',
  'secret-unreadable',
  'app-unknown',
  'tenant-unknown',
  'consent-missing',
  'permission-missing',
  'unreachable',
  'throttled',
  'vanished',
  'address-refused',
  'unexpected',
]);
export type TroubleCode = z.infer<typeof TroubleCode>;

/** A trouble in three sentences: what happened, what is still safe, and what to do. */
export const Trouble = z.object({
  code: TroubleCode,
  cause: z.string(),
  safe: z.string(),
  fix: z.string(),
  since: z.string(),
});
export type Trouble = z.infer<typeof Trouble>;

interface Where {
  vendor: VendorId;
  /** Name of the organisation concerned, when it is one alone. */
  organisation?: string;
  /** What the vendor said, when that helps; shortened by the caller. */
  said?: string;
}

const KEPT = 'Everything synced so far stays as it was. Nothing was deleted.';

type Sentences = (vendor: Vendor, at: string, said: string) => Omit<Trouble, 'code' | 'since'>;

const SENTENCES: Record<TroubleCode, Sentences> = {
  'secret-refused': ({ name, registration }) => ({
    cause: `${name} refuses the client secret: it is wrong, was deleted, or has expired.`,
    safe: KEPT,
    fix: `Create a new client secret in the ${registration} and enter its value here. Syncing goes on by itself.`,
  }),
  'secret-unreadable': () => ({
    cause: 'The stored client secret cannot be opened.',
    safe: KEPT,
    fix: 'Enter the client secret again.',
  }),
  'app-unknown': ({ name, registration }, at) => ({
    cause: `${name} does not know the client ID${at}.`,
    safe: KEPT,
    fix: `Compare the client ID with the ${registration}, and check that an administrator has granted it access.`,
  }),
  'tenant-unknown': ({ name, organisation }, at) => ({
    cause: `${name} knows no such ${organisation}${at}.`,
    safe: KEPT,
    fix: `Check how the ${organisation} is named here. If it was closed, take it out of the list.`,
  }),
  'consent-missing': ({ organisation }, at) => ({
    cause: `Nobody has granted the app consent${at} yet, or the consent was withdrawn.`,
    safe: `${KEPT} Other ${organisation}s go on.`,
    fix: `Send the consent link to an administrator of the ${organisation}, then test it again.`,
  }),
  'permission-missing': ({ registration, organisationsAre }, at, said) => ({
    cause: `${organisationsAre === 'named' ? 'The consent' : `The ${registration}`}${at} does not cover ${said || 'everything that is read'}.`,
    safe: `${KEPT} The other data sets go on.`,
    fix:
      organisationsAre === 'named'
        ? 'Have an administrator of the tenant grant consent again with the permissions listed here.'
        : `Give the ${registration} the scopes listed here, then test the connection.`,
  }),
  unreachable: ({ name }, at, said) => ({
    cause: `${name} did not answer${at}${said ? ` (${said})` : ''}.`,
    safe: KEPT,
    fix: 'Nothing to do: the next sync tries again. If it stays, look at the status page of the vendor.',
  }),
  throttled: ({ name }, at) => ({
    cause: `${name} keeps asking us to wait${at}.`,
    safe: KEPT,
    fix: 'Nothing to do: the next sync goes on. If it stays, sync less often.',
  }),
  vanished: ({ name }, at, said) => ({
    cause: `${said || 'Many rows'} vanished from the listing of ${name}${at} at once.`,
    safe: 'Nothing was deleted: what vanished is still shown.',
    fix: 'Check with the vendor. If it is right, accept the removal here; the next sync then deletes the rows.',
  }),
  'address-refused': () => ({
    cause: 'The address of the vendor is not allowed: it must be public and use https.',
    safe: KEPT,
    fix: 'Correct the address in the settings of this integration.',
  }),
  unexpected: ({ name }, at, said) => ({
    cause: `${name} answered something we did not expect${at}${said ? `: ${said}` : ''}.`,
    safe: KEPT,
    fix: 'The next sync tries again. If it stays, tell support what you see here.',
  }),
};

/** The sentences of a trouble. `since` is an instant, the start of the trouble. */
export function troubleOf(code: TroubleCode, { vendor, organisation, said }: Where, since: string): Trouble {
  return { code, ...SENTENCES[code](vendorOf(vendor), organisation ? ` for ${organisation}` : '', said ?? ''), since };
}

/** Troubles of the credential itself: no organisation can be synced until a person has acted. */
export function stopsEverything(code: TroubleCode): boolean {
  return code === 'secret-refused' || code === 'secret-unreadable' || code === 'address-refused';
}
