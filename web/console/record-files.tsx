import { isCarrier } from '../../shared/kernel/carrier.ts';
import { Attachments } from '../features/attachments/attachments.tsx';
import { useMay, useSession } from '../lib/session.ts';
import { StaffOnlyFrame } from '../ui/record-panel-frame.tsx';
import type { RecordPanelProps } from '../ui/record-panels.tsx';
import { usePeople } from './people.ts';

/** The files on a record, with who of the team attached them. Loads on first use. */
export default function RecordFiles({ record: { kind, id, companyId }, frame }: RecordPanelProps) {
  const may = useMay();
  const { userId } = useSession().actor;
  const people = usePeople();
  if (!isCarrier(kind) || !may('attachments:read')) return null;
  return (
    <StaffOnlyFrame title="Files" frame={frame}>
      <Attachments
        key={id}
        record={{ companyId, recordType: kind, recordId: id }}
        nameOf={(one) => people.get(one) ?? 'Somebody who left'}
        reader={{ userId, writes: may('attachments:write'), moderates: may('msp:write') }}
      />
    </StaffOnlyFrame>
  );
}
