import type { Report } from '../../../shared/reports/report.ts';
import type { RecordRef } from '../../ui/record-actions.tsx';

type One = Pick<Report, 'companyId' | 'reportId' | 'title' | 'status'>;

/** A report as other features' actions know it, once there is something to show. */
export function reportRef({ companyId, reportId, title, status }: One): RecordRef | undefined {
  return status === 'finished' ? { kind: 'report', id: reportId, label: title, companyId } : undefined;
}
