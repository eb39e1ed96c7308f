import { badParameter } from '../ninja-error.ts';
import { HARDWARE } from '../world/hardware.ts';
import type { Device, NinjaWorld } from '../world.ts';

type Test = (device: Device) => boolean;

/** One condition of a filter: what it is about, how it is compared, and with what. */
const CONDITION =
  /^\s*(?<field>[a-z]+)(?:\s*(?<sign>!=|=|<>|\bnot\s+in\b|\bin\b|\bafter\b|\bbefore\b)\s*(?<value>\([^)]*\)|[^()]+?))?\s*$/i;

/**
 * Reads the device filter (`df`): conditions joined by AND. Source: NinjaOne Public API 2.0, "Device filters": organisation,
 * location, class, role, status, online, offline, id, created.
 *
 * Throws 400 for a condition that is not understood.
 */
export function deviceFilter(text: string | null): Test {
  if (text === null || text.trim() === '') return () => true;
  const tests = text.split(/\s+and\s+/i).map(conditionOf);
  return (device) => tests.every((test) => test(device));
}

/** The one organisation that a filter names; null when it names none or several. */
export function organisationOf(text: string | null, world: NinjaWorld): number | null {
  const named = /\borg(?:anization)?\s*(?:=\s*|in\s*\(\s*)(\d+)\s*(?:\)|$|\s)/i.exec(text ?? '');
  const id = Number(named?.[1]);
  return world.organisations.some((row) => row.id === id) ? id : null;
}

function conditionOf(text: string): Test {
  const { field = '', sign = '', value = '' } = CONDITION.exec(text)?.groups ?? {};
  const wrong = () => badParameter(`Invalid device filter: ${text.trim()}`);
  const name = field.toLowerCase();
  if (sign === '') {
    if (name === 'online') return (device) => !device.offline;
    if (name === 'offline') return (device) => device.offline;
    throw wrong();
  }
  if (name === 'created') {
    const at = Date.parse(value);
    if (Number.isNaN(at) || !/^(after|before)$/i.test(sign)) throw wrong();
    return ({ createdAt }) =>
      sign.toLowerCase() === 'after' ? Date.parse(createdAt) > at : Date.parse(createdAt) < at;
  }
  const read = FIELDS[name];
  if (!read || /^(after|before)$/i.test(sign)) throw wrong();
  const values = value
    .replace(/^\(|\)$/g, '')
    .split(',')
    .map((each) => each.trim().toUpperCase());
  const negative = /^(!=|<>|not)/i.test(sign);
  return (device) => values.includes(read(device).toUpperCase()) !== negative;
}

const organisation = (device: Device) => String(device.organisationId);
const location = (device: Device) => String(device.locationId);

const FIELDS: Record<string, (device: Device) => string> = {
  id: (device) => String(device.id),
  org: organisation,
  organization: organisation,
  loc: location,
  location,
  class: (device) => HARDWARE[device.model].nodeClass,
  status: (device) => (device.approved ? 'APPROVED' : 'PENDING'),
};
