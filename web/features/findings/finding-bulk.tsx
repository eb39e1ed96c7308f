import { MapPlus } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { FindingRow } from '../../../shared/findings/finding.ts';
import type { FindingClient, PlanFinding } from './planning.ts';

const BulkBar = lazy(() => import('../../ui/bulk-bar.tsx'));
const PlanSeveral = lazy(() => import('./plan-several.tsx'));

/** What can be done with the ticked findings. */
export function FindingBulk({
  findings,
  onClear,
  ...dialog
}: {
  findings: readonly FindingRow[];
  client?: FindingClient;
  clientName?: (companyId: string) => ReactNode;
  plan: PlanFinding;
  onClear: () => void;
}) {
  const [planning, setPlanning] = useState<readonly FindingRow[]>();
  return (
    <>
      <Suspense>
        <BulkBar
          count={findings.length}
          onClear={onClear}
          actions={[
            {
              id: 'plan',
              label: 'Add to planner',
              icon: <MapPlus aria-hidden />,
              onSelect: () => setPlanning(findings),
            },
          ]}
        />
      </Suspense>
      <Suspense>
        {planning ? (
          <PlanSeveral {...dialog} findings={planning} onClose={() => setPlanning(undefined)} onDone={onClear} />
        ) : null}
      </Suspense>
    </>
  );
}
