import { deviceFindings } from '../../shared/devices/device-findings.ts';
import { FleetFigures, figuresOf } from '../../shared/devices/fleet.ts';
import { every } from '../../shared/kernel/every.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { saveSummary, summaryOf } from '../_kit/summary.ts';
import { todayOf } from '../_kit/today.ts';
import { get as companyOf, current as currentCompany, list as listCompanies } from '../companies/companies.service.ts';
import { reconcileFindings } from '../findings/findings.service.ts';
import { DeviceEntity, type DeviceRecord } from './device.entity.ts';
import { newestPolicyBook, policyBook, rulesIn } from './policies.service.ts';

/** Devices of one client. */
export const MOST_DEVICES = 50_000;

/** A client's devices, retired ones among them. */
export function devicesOf(scope: Scope, companyId: string): Promise<DeviceRecord[]> {
  const query = DeviceEntity.query.record({ mspId: scope.mspId, companyId });
  return all(scope, DeviceEntity, query, { most: MOST_DEVICES, consistent: true });
}

/** What a company's devices are judged by now. */
async function rulesOf(scope: Scope, companyId: string) {
  const [{ fiscalYearStart }, book] = await Promise.all([
    currentCompany(scope, companyId),
    newestPolicyBook(scope, companyId),
  ]);
  const { currency } = book;
  return { book, rules: { policies: book.of(companyId), currency, today: todayOf(scope), fiscalYearStart } };
}

/**
 * Judges a company's devices as they stand today: raises, changes and heals findings, and keeps the figures. The same state
 * judged twice writes nothing; of two judgements at once the one that read first judges again, by the policies of then.
 */
export async function assess(scope: Scope, companyId: string): Promise<void> {
  await saveSummary(scope, companyId, 'devices', async () => {
    const [{ book, rules }, fleet] = await Promise.all([rulesOf(scope, companyId), devicesOf(scope, companyId)]);
    const devices = fleet.filter(({ retiredAt }) => retiredAt === undefined);
    await reconcileFindings(scope, { companyId, raisedBy: 'devices', observed: deviceFindings(devices, rules) });
    return { ...figuresOf(devices, rules), ...rulesIn(book, companyId) };
  });
}

/** Judges every company of the MSP: a day has passed, or policies of all have changed. */
export async function assessAll(scope: Scope): Promise<void> {
  const companies = await every((cursor) => listCompanies(scope, { limit: 100, cursor }));
  for (const { companyId } of companies) await assess(scope, companyId);
}

/** The figures of a company's devices as they were last counted; an empty fleet when nothing was ever counted. */
export async function figures(scope: Scope, { companyId }: { companyId: string }): Promise<FleetFigures> {
  const [{ fiscalYearStart }, row] = await Promise.all([
    companyOf(scope, { companyId }),
    summaryOf(scope, companyId, 'devices'),
  ]);
  if (row) return FleetFigures.parse(row.figures);
  const { currency, of } = await policyBook(scope, companyId);
  return figuresOf([], { policies: of(companyId), currency, today: todayOf(scope), fiscalYearStart });
}
