import { integrationRecovered } from '../../events/integrations.ts';
import { on } from '../_kit/on.ts';
import { integrationTurned } from './tidings.service.ts';

export const handler = on(integrationRecovered, (scope, one, occurrence) =>
  integrationTurned(scope, one, occurrence, 'integration-recovered'),
);
