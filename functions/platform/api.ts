import { platformApi } from '../../shared/platform/platform.api.ts';
import { api } from '../_kit/api.ts';
import { listAudit } from './audit.service.ts';

export const handler = api(platformApi, { listAudit });
