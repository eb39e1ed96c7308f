import { companyUnmapped } from '../../events/integrations.ts';
import { on } from '../_kit/on.ts';
import { purge } from './purge.service.ts';

export const handler = on(companyUnmapped, purge);
