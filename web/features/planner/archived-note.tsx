import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { useArchive } from './use-archive.ts';
import { usePublishing } from './use-item.ts';

/** Says that an item is off the roadmap, and whether the client sees it none the less. */
export function ArchivedNote({ item }: { item: PlannerItemDetail }) {
  const may = useMay();
  const { restore } = useArchive();
  const { withdraw } = usePublishing(item);
  const seen = item.publishedAt !== undefined;
  return (
    <Callout
      tone={seen ? 'warn' : 'info'}
      title={seen ? 'This item is archived, but the client still sees it' : 'This item is archived'}
      actions={
        <>
          {seen && may('planner:publish') ? <Button onClick={withdraw}>Withdraw from the client</Button> : null}
          {may('planner:write') ? <Button onClick={() => restore(item)}>Restore</Button> : null}
        </>
      }
    >
      It is off the roadmap and counts in no total. Its links and history stay.
    </Callout>
  );
}
