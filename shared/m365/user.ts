import { z } from 'zod';
import { DeviceType } from '../devices/device-type.ts';
import { CalendarDate } from '../kernel/date.ts';
import { CompanyId, DeviceId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';

export const UserKind = z.enum(['member', 'guest']);
export type UserKind = z.infer<typeof UserKind>;

/** `strong` resists phishing (keys, Windows Hello, passkeys); `weak` is every other second factor. */
export const SecondFactor = z.enum(['strong', 'weak', 'none']);
export type SecondFactor = z.infer<typeof SecondFactor>;

/** An account of a tenant, with what is known of it; absent fields the tenant's licences do not let us read. */
export const M365User = z.object({
  userKey: z.string(),
  name: z.string(),
  /** Sign-in name. */
  upn: z.string(),
  /** Address, when it is not the sign-in name. */
  mail: z.string().optional(),
  title: z.string().optional(),
  department: z.string().optional(),
  office: z.string().optional(),
  employer: z.string().optional(),
  kind: UserKind,
  enabled: z.boolean(),
  /** Part numbers of the SKUs assigned. */
  skus: z.array(z.string()),
  /** Last day with a successful sign-in, by a person or by a program of theirs. */
  lastSeen: CalendarDate.optional(),
  /** True once sign-ins could be read: then an absent day means never. */
  seenKnown: z.boolean().optional(),
  secondFactor: SecondFactor.optional(),
  /** Day the account was made. */
  created: CalendarDate.optional(),
});
export type M365User = z.infer<typeof M365User>;

/** A row of the list: names instead of part numbers, and what its licences cost a month. */
export const M365UserRow = M365User.extend({
  licences: z.array(z.object({ partNumber: z.string(), name: z.string() })),
  monthlyMinor: z.int(),
  inactiveDays: z.int().optional(),
});
export type M365UserRow = z.infer<typeof M365UserRow>;
export const M365UserPage = pageOf(M365UserRow);

/** Hash of Microsoft's own id. */
export const UserKey = z.string().regex(/^[0-9a-f]{24}$/, 'This is no key of a user.');

/** Who uses a device: absent where it names nobody, or nobody whom the tenant knows. */
export const DeviceUser = z.object({
  user: M365UserRow.optional(),
  /** What the device names its user by. */
  by: z.enum(['address', 'name']).optional(),
});
export type DeviceUser = z.infer<typeof DeviceUser>;

/** What somebody works with, by name. */
export const UserDevices = z.object({
  items: z.array(z.object({ deviceId: DeviceId, name: z.string(), type: DeviceType, model: z.string().optional() })),
});
export type UserDevices = z.infer<typeof UserDevices>;

export const M365UserFilter = z.strictObject({
  ...PageInput,
  companyId: CompanyId,
  status: z.enum(['enabled', 'disabled', 'any']).default('enabled'),
  kind: UserKind.optional(),
  /** Part number of a SKU. */
  licence: z.string().max(80).optional(),
  /** Part of the name or the sign-in name. */
  q: z.string().trim().max(80).optional(),
});
export type M365UserFilter = z.infer<typeof M365UserFilter>;

/** Graph's sign-in activity, all parts optional. */
export interface SignInActivity {
  lastSignInDateTime?: string | null | undefined;
  lastNonInteractiveSignInDateTime?: string | null | undefined;
  lastSuccessfulSignInDateTime?: string | null | undefined;
}

/**
 * The last day on which somebody got in. `lastSignInDateTime` counts failed attempts too, so the successful one is
 * believed first; it exists since 2023-12-01 and was not filled in for earlier days. Source: Microsoft Graph,
 * "signInActivity resource type".
 */
export function lastSeen(activity: SignInActivity | null | undefined): string | undefined {
  if (!activity) return undefined;
  const { lastSuccessfulSignInDateTime: successful, lastSignInDateTime, lastNonInteractiveSignInDateTime } = activity;
  const at =
    successful ??
    [lastSignInDateTime, lastNonInteractiveSignInDateTime]
      .flatMap((one) => one ?? [])
      .sort()
      .at(-1);
  return at?.slice(0, 10);
}

/** Methods that a fake sign-in page cannot pass on. Source: Microsoft Entra, "Authentication strengths". */
const PHISHING_RESISTANT = new Set([
  'fido2SecurityKey',
  'windowsHelloForBusiness',
  'passKeyDeviceBound',
  'passKeyDeviceBoundAuthenticator',
  'passKeyDeviceBoundWindowsHello',
  'microsoftAuthenticatorPasswordless',
  'x509Certificate',
]);

/** Strength of the second factors registered. */
export function secondFactorOf(registered: boolean, methods: readonly string[]): SecondFactor {
  if (!registered) return 'none';
  return methods.some((method) => PHISHING_RESISTANT.has(method)) ? 'strong' : 'weak';
}
