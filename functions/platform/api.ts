import { platformApi } from '../../shared/platform/platform.api.ts';
import { api } from '../_kit/api.ts';
import { listAudit } from './audit.service.ts';
import { docs, openapi } from './docs.service.ts';

export const handler = api(platformApi, { openapi, docs, listAudit });
