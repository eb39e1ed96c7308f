import { testRequested } from '../../events/integrations.ts';
import { on } from '../_kit/on.ts';
import { runTest } from './connection-test.service.ts';

export const handler = on(testRequested, runTest);
