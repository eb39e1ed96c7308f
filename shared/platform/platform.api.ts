import { z } from 'zod';
import { op } from '../kernel/op.ts';
import { AuditFilter, AuditPage } from './audit.ts';

/** What belongs to no feature of the product. */
export const platformApi = {
  /** The whole API as an OpenAPI 3.1 document, with each operation's permission. */
  openapi: op('public', 'GET', '/openapi.json').output(z.record(z.string(), z.unknown())),
  /** The same for people. */
  docs: op('public', 'GET', '/docs').output(z.instanceof(Blob)),
  listAudit: op('audit:read', 'GET', '/audit').input(AuditFilter).output(AuditPage),
};
