import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { isCarrier, READS } from '../../shared/kernel/carrier.ts';
import { staffGrants } from '../../shared/kernel/permissions.ts';
import { Comments } from '../features/comments/comments.tsx';
import { staffNamesQuery } from '../features/identity/queries.ts';
import { useMay, useSession } from '../lib/session.ts';
import { StaffOnlyFrame } from '../ui/record-panel-frame.tsx';
import type { RecordPanelProps } from '../ui/record-panels.tsx';

/** The comments on a record, with the team to name people from. Loads on first use. */
export default function RecordDiscussion({ record: { kind, id, companyId }, frame }: RecordPanelProps) {
  const may = useMay();
  const { userId } = useSession().actor;
  const { data } = useQuery(staffNamesQuery());
  const people = useMemo(
    () =>
      (data?.items ?? []).map((person) => ({
        ...person,
        namable:
          person.status === 'active' &&
          seesCompany({ kind: 'staff', ...person }, companyId) &&
          isCarrier(kind) &&
          staffGrants(person.role).includes(READS[kind]),
      })),
    [data, companyId, kind],
  );
  if (!isCarrier(kind) || !may('comments:read')) return null;
  return (
    <StaffOnlyFrame title="Comments" frame={frame}>
      <Comments
        key={id}
        record={{ companyId, recordType: kind, recordId: id }}
        people={people}
        reader={{ userId, writes: may('comments:write'), moderates: may('msp:write') }}
      />
    </StaffOnlyFrame>
  );
}
