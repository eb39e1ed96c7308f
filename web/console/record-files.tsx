import { useQuery } from '@tanstack/react-query';
import { isCarrier } from '../../shared/kernel/carrier.ts';
import { Attachments } from '../features/attachments/attachments.tsx';
import { staffNamesQuery } from '../features/identity/queries.ts';
import { useMay, useSession } from '../lib/session.ts';
import { StaffOnlyFrame } from '../ui/record-panel-frame.tsx';
import type { RecordPanelProps } from '../ui/record-panels.tsx';

/** The files on a record, with who of the team attached them. Loads on first use. */
export default function RecordFiles({ record: { kind, id, companyId }, frame }: RecordPanelProps) {
  const may = useMay();
  const { userId } = useSession().actor;
  const { data } = useQuery(staffNamesQuery());
  if (!isCarrier(kind) || !may('attachments:read')) return null;
  return (
    <StaffOnlyFrame title="Files" frame={frame}>
      <Attachments
        key={id}
        record={{ companyId, recordType: kind, recordId: id }}
        nameOf={(one) => data?.items.find((person) => person.userId === one)?.name ?? 'Somebody who left'}
        reader={{ userId, writes: may('attachments:write'), moderates: may('msp:write') }}
      />
    </StaffOnlyFrame>
  );
}
