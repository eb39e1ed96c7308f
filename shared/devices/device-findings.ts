import type { ObservedFinding, Risk } from '../findings/finding.ts';
import { addDays, type CalendarDate } from '../kernel/calendar.ts';
import type { DeviceType } from './device-type.ts';
import type { Counted, Fleet } from './fleet.ts';
import { lifecycleState, replacementDue, warrantyState } from './lifecycle.ts';
import { isFeatureUpdate, osSupport } from './os-support.ts';

/** Affected devices that a finding names; the rest is counted. */
const NAMED = 25;
/** Days before the end of an operating system's support from which it is a finding: time to plan what follows. */
const ENDING_DAYS = 180;

/** A device as findings tell of it. */
export interface Told extends Counted {
  deviceId: string;
  name: string;
  user?: string | undefined;
}

interface Kind {
  key: string;
  kind: string;
  title: (count: number) => string;
  why: string;
  risk: Risk;
  /** What the finding says of each device. */
  detail: (device: Told) => string;
  /** Replacing what is affected is the answer, and costs what the policies say. */
  replaces: boolean;
}

let days: Intl.DateTimeFormat | undefined;

/** "30 Jun 2023": findings are written once for readers of every locale, and nobody mistakes the day for the month. */
function inWords(date: CalendarDate | undefined): string | undefined {
  days ??= new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return date && days.format(Date.parse(`${date}T00:00:00Z`));
}

const devices = (count: number) => (count === 1 ? '1 device' : `${count} devices`);

function finding(kind: Kind, affected: readonly Told[], { policies, currency }: Fleet): ObservedFinding[] {
  const [first] = affected;
  if (!first) return [];
  const minor = affected.reduce((sum, { type }) => sum + policies[type].replacementMinor, 0);
  const hours = affected.reduce((sum, { type }) => sum + policies[type].installHours, 0);
  return [
    {
      key: kind.key,
      kind: kind.kind,
      title: kind.title(affected.length),
      why: kind.why,
      risk: kind.risk,
      evidence: [{ label: 'Devices', value: String(affected.length) }],
      affected: affected.slice(0, NAMED).map((device) => ({
        label: [device.name, device.user].filter(Boolean).join(', ').slice(0, 160),
        detail: kind.detail(device).slice(0, 160),
      })),
      affectedCount: affected.length,
      ...(kind.replaces ? { estimate: { minor, currency, hours } } : {}),
      source: { feature: 'devices', recordType: 'device', recordId: first.deviceId },
    },
  ];
}

const isComputer = (type: DeviceType) => type === 'workstation' || type === 'laptop' || type === 'server';

/** The findings that tell of overdue devices, by the keys that they bear for ever, and the kinds of which each tells. */
export const PAST_LIFESPAN = {
  computers: { key: 'past-lifespan:computers', holds: isComputer },
  network: { key: 'past-lifespan:network', holds: (type: DeviceType) => !isComputer(type) },
};
const byDate = (dateOf: (device: Told) => CalendarDate | undefined) => (a: Told, b: Told) =>
  (dateOf(a) ?? '').localeCompare(dateOf(b) ?? '') || a.name.localeCompare(b.name);

/** Releases of operating systems whose support has ended, or is about to: a finding for each, with the devices that run it. */
function systems(fleet: readonly Told[], rules: Fleet): ObservedFinding[] {
  const soon = addDays(rules.today, ENDING_DAYS);
  const told = fleet.flatMap((device) => {
    const support = osSupport(device.os);
    return support && support.ends <= soon ? [{ device, support }] : [];
  });
  const releases = Map.groupBy(told, ({ support }) => support.name);
  return [...releases].flatMap(([name, of]) => {
    const { ends = '' } = of[0]?.support ?? {};
    const kind = ends < rules.today ? unsupported(name, ends) : ending(name, ends);
    return finding(kind, of.map(({ device }) => device).toSorted(byDate(() => undefined)), rules);
  });
}

function unsupported(name: string, ends: CalendarDate): Kind {
  return {
    key: `os-unsupported:${name}`,
    kind: 'os-unsupported',
    title: (count) => `${name} gets no security updates any more: ${devices(count)}`,
    why: isFeatureUpdate(name)
      ? `Support ended on ${inWords(ends)}. Windows Update brings the next version at no cost; what does not take it needs a look.`
      : `Support ended on ${inWords(ends)}: holes found since then stay open, and insurers ask about it.`,
    risk: isFeatureUpdate(name) ? 'medium' : name.includes('Server') ? 'critical' : 'high',
    detail: ({ os }) => os ?? name,
    replaces: false,
  };
}

function ending(name: string, ends: CalendarDate): Kind {
  return {
    ...unsupported(name, ends),
    // Under the same key: what was decided of it stands when the day has come.
    kind: 'os-ending',
    title: (count) => `${name} gets no security updates after ${inWords(ends)}: ${devices(count)}`,
    why: isFeatureUpdate(name)
      ? 'Windows Update brings the next version at no cost. What has not taken it by then needs a look.'
      : 'What follows has to be chosen, bought and moved to before that day: holes found after it stay open.',
    risk: isFeatureUpdate(name) ? 'low' : 'medium',
  };
}

/** What a company's devices say that somebody should decide: one finding for each kind, with the devices behind it. */
export function deviceFindings(fleet: readonly Told[], rules: Fleet): ObservedFinding[] {
  const { policies, today } = rules;
  const dueOf = (device: Told) => replacementDue(device, policies[device.type])?.date;
  const overdue = fleet.filter((device) => lifecycleState(device, policies[device.type], today) === 'overdue');
  const [core, edge] = [
    overdue.filter(({ type }) => PAST_LIFESPAN.computers.holds(type)),
    overdue.filter(({ type }) => PAST_LIFESPAN.network.holds(type)),
  ];
  const warranty = fleet.filter(({ type }) => policies[type].warranty === 'renew-until-end');
  const past: Kind = {
    key: PAST_LIFESPAN.computers.key,
    kind: 'past-lifespan',
    title: (count) => `${devices(count).replace('device', 'computer')} past the agreed lifespan`,
    why: 'Old computers fail more often and slow people down. A planned exchange costs less than one after a failure.',
    risk: core.some(({ type }) => type === 'server') ? 'high' : 'medium',
    detail: (device) => `due ${inWords(dueOf(device))}`,
    replaces: true,
  };
  const around: Kind = {
    ...past,
    key: PAST_LIFESPAN.network.key,
    title: (count) => `${devices(count)} around the network past the agreed lifespan`,
    why: 'Network and power devices at the end of their span get no firmware and take a whole site down when they fail.',
    risk: edge.some(({ type }) => type === 'firewall') ? 'high' : 'medium',
  };
  const expired: Kind = {
    key: 'warranty-expired',
    kind: 'warranty-expired',
    title: (count) => `${devices(count)} that should be covered have no warranty`,
    why: 'A failure now is paid in full and waits for parts. The policy says to keep these covered while they serve.',
    risk: 'high',
    detail: ({ warrantyEnd }) => `ended ${inWords(warrantyEnd)}`,
    replaces: false,
  };
  const expiring: Kind = {
    ...expired,
    key: 'warranty-expiring',
    kind: 'warranty-expiring',
    title: (count) => `Warranty of ${devices(count)} ends within 90 days`,
    why: 'Renewing after the end costs more, and some makers do not renew at all.',
    risk: 'medium',
    detail: ({ warrantyEnd }) => `ends ${inWords(warrantyEnd)}`,
  };
  const within = (state: string) => warranty.filter((device) => warrantyState(device, today).startsWith(state));
  return [
    ...finding(past, core.toSorted(byDate(dueOf)), rules),
    ...finding(around, edge.toSorted(byDate(dueOf)), rules),
    ...finding(expired, within('expired').toSorted(byDate(({ warrantyEnd }) => warrantyEnd)), rules),
    ...finding(expiring, within('expiring').toSorted(byDate(({ warrantyEnd }) => warrantyEnd)), rules),
    ...systems(fleet, rules),
  ];
}
