import type { Control } from '../../../shared/m365/control.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge, Tag } from '../../ui/badge.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import type { Column } from '../../ui/table-model.ts';
import { type M365Hrefs, type Raised, raisedAbout } from './raised.ts';
import { CONTROL_STATES, LEVELS, pointsText } from './text.ts';

/** What stands behind a control's status: the plan, the proof, or the way to a decision. */
export function PlanOrProof({
  control: { controlId, status, decision, open },
  raised,
  hrefs,
}: {
  control: Control;
  raised: readonly Raised[];
  hrefs: M365Hrefs;
}) {
  const [finding] = raisedAbout(raised, controlId, (kind) => kind === 'secure-score');
  if (finding?.plannerItemId)
    return <TextLink href={hrefs.plannerItem(finding.plannerItemId)}>On the roadmap</TextLink>;
  if (status === 'to_address' && finding)
    return <TextLink href={hrefs.finding(finding.findingId)}>Add to planner</TextLink>;
  if (status === 'to_address') return <span className="text-ink-3">Too few points for a finding</span>;
  if (status === 'risk_accepted' && decision?.until) {
    return (
      <>
        Until <DateText iso={decision.until} />
      </>
    );
  }
  if (status === 'third_party' || status === 'alternate_mitigation') return decision?.evidence;
  if (status === 'completed') return open > 0 ? 'Marked by us' : 'All points';
  return decision?.reason ?? <span className="text-ink-3">No note</span>;
}

/** Columns of the controls table. */
export function controlColumns({
  locale,
  raised,
  hrefs,
}: {
  locale: string;
  raised: readonly Raised[];
  hrefs: M365Hrefs;
}): Column<Control>[] {
  return [
    {
      id: 'title',
      header: 'Control',
      width: 'minmax(16rem,3fr)',
      cell: ({ title, quickWin }) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate max-sm:whitespace-normal">{title}</span>
          {quickWin ? <Tag>Quick win</Tag> : null}
        </span>
      ),
    },
    { id: 'category', header: 'Category', width: '6rem', cell: ({ category }) => category },
    {
      id: 'points',
      header: 'Points',
      width: '5.5rem',
      align: 'end',
      phone: 'value',
      cell: (control) => pointsText(control, locale),
    },
    { id: 'impact', header: 'User impact', width: '6.5rem', phone: 'hidden', cell: ({ impact }) => LEVELS[impact] },
    {
      id: 'status',
      header: 'Our status',
      width: '8rem',
      phone: 'status',
      cell: ({ status }) => <Badge tone={CONTROL_STATES[status].tone}>{CONTROL_STATES[status].word}</Badge>,
    },
    {
      id: 'plan',
      header: 'Plan or proof',
      width: 'minmax(10rem,1.5fr)',
      cell: (control) => <PlanOrProof control={control} raised={raised} hrefs={hrefs} />,
    },
  ];
}
