import type { Integration } from '../../../shared/integrations/integration.ts';
import { Badge } from '../../ui/badge.tsx';
import { STATES } from './text.ts';

/** State of an integration as a badge; the first sync is a state of its own. */
export function IntegrationBadge({ integration }: { integration: Integration }) {
  const { state, runId, lastSyncedAt } = integration;
  if (runId && !lastSyncedAt) return <Badge tone="busy">First sync</Badge>;
  return <Badge tone={STATES[state].tone}>{STATES[state].word}</Badge>;
}
