import type { DeviceDetail, DeviceRow } from '../../shared/devices/device.ts';
import { ageInYears, lifecycleState, replacementDue, warrantyState } from '../../shared/devices/lifecycle.ts';
import { osSupport } from '../../shared/devices/os-support.ts';
import { serialMark } from '../../shared/devices/serial.ts';
import type { CalendarDate } from '../../shared/kernel/date.ts';
import { nameKey } from '../../shared/kernel/text.ts';
import { sha256 } from '../_kit/new-id.ts';
import type { DeviceRecord, ListedDevice } from './device.entity.ts';
import type { PolicyBook } from './policies.service.ts';

/** Sorts behind every date, and behind names in Latin letters: no key may be empty. */
const UNKNOWN = '~';

/** Where a device stands in every index. */
export const shelfOf = (isRetired: boolean) => (isRetired ? ('r' as const) : ('u' as const));

/** A device's record with what its indexes are built of. */
type Indexed = Pick<DeviceRecord, 'name' | 'warrantyEnd' | 'retiredAt' | 'integrationId'>;
export function indexed<R extends Indexed>(record: R) {
  return {
    ...record,
    sort: nameKey(record.name).slice(0, 32) || UNKNOWN,
    covered: record.warrantyEnd ?? UNKNOWN,
    shelf: shelfOf(record.retiredAt !== undefined),
    isMonitored: record.integrationId !== undefined,
  };
}

/** Key of the claim that a device lays to its serial number; undefined for none that names one device. */
export function serialClaim(serial: string | undefined): string | undefined {
  const mark = serialMark(serial);
  return mark && sha256(mark).slice(0, 24);
}

/** What a list shows of a device: its facts, and what follows from the policies and from today. */
export function rowOf(record: ListedDevice, book: PolicyBook, today: CalendarDate): DeviceRow {
  const policy = book.of(record.companyId)[record.type];
  const due = replacementDue(record, policy);
  const age = ageInYears(record, today);
  const support = osSupport(record.os);
  return {
    ...record,
    lifecycle: lifecycleState(record, policy, today),
    warranty: warrantyState(record, today),
    isEstimated: due?.estimated ?? false,
    replacementMinor: policy.replacementMinor,
    currency: book.currency,
    ...(due ? { replacementDue: due.date } : {}),
    ...(age === undefined ? {} : { ageYears: age }),
    ...(support ? { osEnds: support.ends } : {}),
  };
}

export function detailOf(record: DeviceRecord, book: PolicyBook, today: CalendarDate): DeviceDetail {
  return { ...record, ...rowOf(record, book, today) };
}
