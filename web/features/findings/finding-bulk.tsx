import { MapPlus } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { FindingRow } from '../../../shared/findings/finding.ts';
import { refsOf, useRecordActions } from '../../ui/record-actions.tsx';
import { findingRef } from './finding-ref.ts';
import type { FindingClient, PlanFinding } from './planning.ts';

const BulkBar = lazy(() => import('../../ui/bulk-bar.tsx'));
const PlanSeveral = lazy(() => import('./plan-several.tsx'));

/** What can be done with the ticked findings. */
export function FindingBulk({
  findings,
  plannable,
  onClear,
  ...dialog
}: {
  findings: readonly FindingRow[];
  /** They are open, and the reader may plan them. */
  plannable: boolean;
  client?: FindingClient;
  clientName?: (companyId: string) => ReactNode;
  plan: PlanFinding;
  onClear: () => void;
}) {
  const actionsOf = useRecordActions();
  const [planning, setPlanning] = useState<readonly FindingRow[]>();
  return (
    <>
      <Suspense>
        <BulkBar
          count={findings.length}
          onClear={onClear}
          actions={[
            ...(plannable
              ? [
                  {
                    id: 'plan',
                    label: 'Add to planner',
                    icon: <MapPlus aria-hidden />,
                    onSelect: () => setPlanning(findings),
                  },
                ]
              : []),
            ...actionsOf(refsOf(findings, findingRef), onClear),
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
