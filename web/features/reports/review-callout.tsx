import { addDays, dateIn } from '../../../shared/kernel/calendar.ts';
import type { Report } from '../../../shared/reports/report.ts';
import { DateText } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import type { useReport } from './use-report.ts';

/** Ways to put a report off, in days. */
const LATER = [
  [3, '3 days'],
  [7, '1 week'],
  [14, '2 weeks'],
] as const;

/** A report of the schedule waits for a person: to be published, put off, or not sent at all. */
export function ReviewCallout({
  report: { waitsFrom },
  writable,
  act,
}: {
  report: Report;
  writable: boolean;
  act: ReturnType<typeof useReport>;
}) {
  const items = LATER.map(([days, label]) => ({
    id: label,
    label,
    onSelect: () => act.putOff(addDays(dateIn('UTC', new Date()), days)),
  }));
  return (
    <Callout
      tone={waitsFrom ? 'wait' : 'warn'}
      title={waitsFrom ? 'Put off' : 'Waits for your review'}
      actions={
        writable ? (
          <>
            <MenuButton groups={[{ id: 'later', items }]}>{waitsFrom ? 'Put off further' : 'Put off'}</MenuButton>
            <Button busy={act.busy} onClick={act.skip}>
              Do not send
            </Button>
          </>
        ) : undefined
      }
    >
      {waitsFrom ? (
        <>
          It is brought up again on <DateText iso={waitsFrom} year />.
        </>
      ) : (
        'Made on schedule. Read it, change it if need be, then publish it: nothing goes out before.'
      )}
    </Callout>
  );
}
