import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { Finding } from '../../../shared/findings/finding.ts';
import { useMay } from '../../lib/session.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { RISKS } from '../../ui/priority.ts';
import { RecordButtons } from '../../ui/record-buttons.tsx';
import { Discussion, Files, WhereUsed } from '../../ui/record-panels.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { AffectedRecords } from './affected-records.tsx';
import { DecideFooter, DecideForm } from './decide-form.tsx';
import { Decided } from './decided.tsx';
import { FindingHistory } from './finding-history.tsx';
import { findingRef } from './finding-ref.ts';
import type { FindingClient, PlanFinding } from './planning.ts';
import { findingQuery, refreshFindings } from './queries.ts';
import { SOURCES } from './text.ts';
import { useDecision } from './use-decision.ts';

interface PanelProps {
  companyId: string;
  findingId: string;
  client?: FindingClient;
  clientName?: ReactNode;
  people: ReadonlyMap<string, string>;
  plan: PlanFinding;
  place?: { at: number; of: number };
  onPrevious?: () => void;
  onNext?: () => void;
  onClose: () => void;
  /** A decision was made: the list goes on with the next one. */
  onDecided: () => void;
}

/** One finding beside its list: why, evidence, the records, then the decision. */
export default function FindingPanel(props: PanelProps) {
  const { companyId, findingId, place, onPrevious, onNext, onClose } = props;
  const { data, error, refetch } = useQuery(findingQuery(companyId, findingId));
  const frame = { place, onPrevious, onNext, onClose };
  // Quarters follow the client's fiscal year, so the decision waits for both.
  if (data && props.client) return <Loaded {...props} finding={data} client={props.client} />;
  return (
    <SidePanel label="Finding" {...frame}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <CardSkeleton label="Loading the finding" rows={8} bare />
      )}
    </SidePanel>
  );
}

function Loaded({
  finding,
  client,
  clientName,
  people,
  plan,
  place,
  onPrevious,
  onNext,
  onClose,
  onDecided,
}: PanelProps & { finding: Finding; client: FindingClient }) {
  const may = useMay();
  const queryClient = useQueryClient();
  const formId = useId();
  const reload = () => refreshFindings(queryClient);
  const decision = useDecision({ finding, client, plan, onDecided });
  const { risk, title, why, evidence, raisedAt, raisedBy, status } = finding;
  const open = status === 'open' && (may('planner:write') || may('findings:decide'));
  return (
    <SidePanel
      label={title}
      place={place}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      footer={open ? <DecideFooter decision={decision} formId={formId} /> : undefined}
    >
      <div className="flex flex-col gap-1.5">
        <span className="flex flex-wrap items-center gap-2 text-ink-3 text-meta">
          <Badge tone={RISKS[risk].tone}>{RISKS[risk].word}</Badge>
          <span>
            {SOURCES[raisedBy] ?? 'Fairlead'}, seen since <DateText iso={raisedAt} year={false} />
          </span>
          {clientName ? <span className="font-medium text-ink-2">{clientName}</span> : null}
        </span>
        <h2 className="font-semibold text-15">{title}</h2>
        <p className="text-ink-2">{why}</p>
        <RecordButtons record={findingRef(finding)} />
      </div>
      {evidence.length > 0 ? (
        <Section title="Evidence">
          <FactList
            className="divide-y divide-line border-line border-y"
            facts={evidence.map(({ label, value }, at) => ({ id: `${at} ${label}`, label, value }))}
          />
        </Section>
      ) : null}
      <AffectedRecords affected={finding.affected} count={finding.affectedCount} />
      <WhereUsed record={{ kind: 'finding', id: finding.findingId, companyId: finding.companyId }} frame="section" />
      {open ? (
        <DecideForm decision={decision} formId={formId} onReload={() => void reload()} />
      ) : (
        <Decided finding={finding} people={people} onReopened={() => void reload()} />
      )}
      <Files record={{ kind: 'finding', id: finding.findingId, companyId: finding.companyId }} frame="section" />
      <Discussion record={{ kind: 'finding', id: finding.findingId, companyId: finding.companyId }} frame="section" />
      <FindingHistory finding={finding} people={people} />
    </SidePanel>
  );
}
