import { op } from '../kernel/op.ts';
import { AuditFilter, AuditPage } from './audit.ts';

/** What belongs to no feature of the product. */
export const platformApi = {
  listAudit: op('audit:read', 'GET', '/audit').input(AuditFilter).output(AuditPage),
};
