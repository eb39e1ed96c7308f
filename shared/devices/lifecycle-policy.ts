import { z } from 'zod';
import { CompanyId } from '../kernel/id.ts';
import { Currency, Price } from '../kernel/money.ts';
import { Version } from '../kernel/record.ts';
import { DEVICE_TYPES, DeviceType } from './device-type.ts';

/**
 * What to plan for a kind of device: how long it serves, what it and the work of exchanging it cost, and what a warranty
 * that ends means.
 */
export const LifecyclePolicy = z.strictObject({
  /** Years after which a device is replaced; 0 for what has no end of its own, such as a virtual machine. */
  lifespanYears: z.int('Enter whole years.').min(0).max(25, 'Enter at most 25 years.'),
  replacementMinor: Price,
  installHours: z.number('Enter hours.').min(0).max(200, 'Enter at most 200 hours.').multipleOf(0.25),
  /** `renew-until-end`: keep it covered while it serves; `replace-at-expiry`: it goes when the warranty does. */
  warranty: z.enum(['none', 'renew-until-end', 'replace-at-expiry']),
  warrantyRenewalMinor: Price,
});
export type LifecyclePolicy = z.infer<typeof LifecyclePolicy>;

/** Policies by kind of device. */
export type LifecyclePolicies = Record<DeviceType, LifecyclePolicy>;

const policy = (
  lifespanYears: number,
  replacementMinor: number,
  installHours: number,
  warranty: LifecyclePolicy['warranty'] = 'none',
  warrantyRenewalMinor = 0,
): LifecyclePolicy => ({ lifespanYears, replacementMinor, installHours, warranty, warrantyRenewalMinor });

/** What holds until an MSP says otherwise: spans as vCIOs commonly plan them, prices as estimates in US dollars. */
export const DEFAULT_POLICIES: LifecyclePolicies = {
  workstation: policy(5, 110_000, 3),
  laptop: policy(5, 145_000, 3),
  server: policy(7, 950_000, 24, 'renew-until-end', 120_000),
  'virtual-machine': policy(0, 0, 0),
  firewall: policy(5, 210_000, 6, 'renew-until-end', 60_000),
  switch: policy(7, 120_000, 4),
  'access-point': policy(5, 45_000, 1.5),
  nas: policy(5, 160_000, 8, 'renew-until-end', 25_000),
  printer: policy(6, 90_000, 2),
  ups: policy(5, 60_000, 2),
  phone: policy(6, 18_000, 0.5),
  mobile: policy(3, 80_000, 1),
  tablet: policy(4, 60_000, 1),
  camera: policy(6, 35_000, 1.5),
  other: policy(6, 50_000, 1),
};

const Policies = z.partialRecord(DeviceType, LifecyclePolicy);

/** An MSP's policies, defaults where nothing was ever saved (then `v` is 0). */
export const MspPolicies = z.object({
  currency: Currency,
  policies: z.record(DeviceType, LifecyclePolicy),
  v: z.int(),
});
export type MspPolicies = z.infer<typeof MspPolicies>;

const Unsaved = Version.or(z.literal(0));
export const MspPoliciesChange = z.strictObject({ currency: Currency.optional(), policies: Policies, v: Unsaved });
export type MspPoliciesChange = z.infer<typeof MspPoliciesChange>;

/** A company's policies: what holds for it, and which kinds are its own. */
export const CompanyPolicies = MspPolicies.extend({ own: z.array(DeviceType) });
export type CompanyPolicies = z.infer<typeof CompanyPolicies>;

/** Own policies of a company; `null` goes back to the MSP's. */
export const CompanyPoliciesChange = z.strictObject({
  companyId: CompanyId,
  policies: z.partialRecord(DeviceType, LifecyclePolicy.nullable()),
  v: Unsaved,
});
export type CompanyPoliciesChange = z.infer<typeof CompanyPoliciesChange>;

/** Policies with some of them replaced. A company's own are never touched by later changes of the MSP's. */
export function withOwn(policies: LifecyclePolicies, own: Partial<LifecyclePolicies>): LifecyclePolicies {
  return Object.fromEntries(DEVICE_TYPES.map((type) => [type, own[type] ?? policies[type]])) as LifecyclePolicies;
}
