import { integrationDisconnected } from '../../events/integrations.ts';
import { on } from '../_kit/on.ts';
import { endMappings } from './purge.service.ts';

export const handler = on(integrationDisconnected, (scope, { integrationId }) => endMappings(scope, integrationId));
