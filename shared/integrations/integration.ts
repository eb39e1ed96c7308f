import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { Instant } from '../kernel/date.ts';
import { IntegrationId, RunId } from '../kernel/id.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line } from '../kernel/text.ts';
import { Trouble } from './trouble.ts';
import { VendorId } from './vendor.ts';

/** `new` until a test or sync has succeeded once; `leaving` while a disconnect removes what was synced. */
export const IntegrationState = z.enum(['new', 'connected', 'degraded', 'failed', 'paused', 'leaving']);
export type IntegrationState = z.infer<typeof IntegrationState>;

/** A vendor's address. Whether it is public is judged where it is called. */
const Address = z
  .url({ protocol: /^https?$/, error: 'Enter an address such as https://graph.microsoft.com.' })
  .max(200)
  .refine((url) => new URL(url).pathname === '/' && !new URL(url).search, 'Enter the address without a path.');

const ClientSecret = z
  .string('Enter the client secret.')
  .trim()
  .min(8, 'This is too short for a client secret. Copy the value, not the secret ID.')
  .max(512, 'This is too long for a client secret.');

const Settings = {
  name: line('a name', 80),
  /** Its form is the vendor's. */
  clientId: line('the client ID', 120),
  /** The MSP's own tenant, by ID or domain: the partner listing is read there. */
  homeTenant: z.string().trim().toLowerCase().max(120).optional(),
  /** Hours between scheduled syncs. */
  everyHours: z.int('Enter whole hours.').min(1).max(168).default(6),
  apiUrl: Address.optional(),
  loginUrl: Address.optional(),
};

/** The stored secret as the API shows it. The value itself never comes back. */
export const SecretFact = z.object({ configured: z.boolean(), last4: z.string(), setAt: Instant });

/** The last test of the connection. */
export const ConnectionTest = z.object({
  state: z.enum(['running', 'passed', 'failed']),
  at: Instant,
  /** What was found, in one sentence. */
  sentence: z.string(),
});
export type ConnectionTest = z.infer<typeof ConnectionTest>;

export const Integration = z.object({
  ...RecordFields,
  ...Settings,
  integrationId: IntegrationId,
  vendor: VendorId,
  state: IntegrationState,
  secret: SecretFact,
  trouble: Trouble.optional(),
  test: ConnectionTest.optional(),
  /** Organisations known, and how many of them feed a company. */
  organisations: z.int(),
  mapped: z.int(),
  /** The run under way. */
  runId: RunId.optional(),
  lastSyncedAt: Instant.optional(),
  /** When the next scheduled sync is due; absent while paused or failed. */
  nextSyncAt: Instant.optional(),
});
export type Integration = z.infer<typeof Integration>;

export const IntegrationList = z.object({ items: z.array(Integration) });

const EntraClientId = z
  .guid('Enter the application (client) ID: 36 characters from the app registration.')
  .toLowerCase();
const NinjaClientId = line('the client ID', 120).regex(
  /^[\w.~-]{8,}$/,
  'Copy the client ID as NinjaOne shows it under Administration, Apps, API.',
);

/** What each vendor wants to know, where it is more or less than the rest. */
const ByVendor = {
  'microsoft-365': { ...Settings, clientId: EntraClientId },
  ninjaone: {
    name: Settings.name,
    clientId: NinjaClientId,
    everyHours: Settings.everyHours,
    /** The region in which the MSP's account lives. */
    apiUrl: Address,
  },
};

export const NewMicrosoft365 = z.strictObject({
  ...ByVendor['microsoft-365'],
  vendor: z.literal('microsoft-365'),
  secret: ClientSecret,
});
export const NewNinjaOne = z.strictObject({
  ...ByVendor.ninjaone,
  vendor: z.literal('ninjaone'),
  secret: ClientSecret,
});
export const NewIntegration = z.discriminatedUnion('vendor', [NewMicrosoft365, NewNinjaOne]);
export type NewIntegration = z.infer<typeof NewIntegration>;

const Changed = { integrationId: IntegrationId, v: Version };
export const IntegrationChange = changeOf(Settings).extend(Changed);
export type IntegrationChange = z.infer<typeof IntegrationChange>;

/** What a change of this vendor's integration may name, and in which form. */
export const CHANGES = {
  'microsoft-365': changeOf(ByVendor['microsoft-365']).extend(Changed),
  ninjaone: changeOf(ByVendor.ninjaone).extend(Changed),
} satisfies Record<VendorId, z.ZodType>;

export const NewSecret = z.strictObject({ integrationId: IntegrationId, v: Version, secret: ClientSecret });
export type NewSecret = z.infer<typeof NewSecret>;
