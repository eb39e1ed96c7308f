import { z } from 'zod';
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
  clientId: z.guid('Enter the application (client) ID: 36 characters from the app registration.').toLowerCase(),
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

export const NewIntegration = z.strictObject({ ...Settings, vendor: VendorId, secret: ClientSecret });
export type NewIntegration = z.infer<typeof NewIntegration>;

export const IntegrationChange = z
  .strictObject({ ...Settings, everyHours: Settings.everyHours.unwrap() })
  .partial()
  .extend({ integrationId: IntegrationId, v: Version });
export type IntegrationChange = z.infer<typeof IntegrationChange>;

export const NewSecret = z.strictObject({ integrationId: IntegrationId, v: Version, secret: ClientSecret });
export type NewSecret = z.infer<typeof NewSecret>;
