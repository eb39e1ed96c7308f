import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import type { ControlDetail } from '../../../shared/m365/control.ts';
import { useMay } from '../../lib/session.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/card.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { RecordButtons } from '../../ui/record-buttons.tsx';
import { WhereUsed } from '../../ui/record-panels.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { PlanOrProof } from './control-columns.tsx';
import { DecisionForm } from './decision-form.tsx';
import { controlRef } from './m365-refs.ts';
import type { TabProps } from './overview-tab.tsx';
import { PANEL_OVER_PAGE } from './panel-over-page.ts';
import { controlQuery } from './queries.ts';
import { CONTROL_STATES, LEVELS, pointsText, SERVICES } from './text.ts';

/** One control beside the page: what Microsoft says of it, and where it stands for us. Loads on first use. */
export default function ControlPanel({
  companyId,
  controlId,
  onShow,
  onDecided,
  raised,
  hrefs,
}: TabProps & { controlId: string; onShow: (controlId: string | undefined) => void }) {
  const may = useMay();
  const { data: control, error, refetch } = useQuery(controlQuery(companyId, controlId));
  return (
    <SidePanel label={control?.title ?? 'Control'} onClose={() => onShow(undefined)} className={PANEL_OVER_PAGE}>
      {error && !control ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !control ? (
        <Loading label="Loading the control" className="flex flex-col gap-4">
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="h-24" />
          <Skeleton className="h-40" />
        </Loading>
      ) : (
        <>
          <header className="flex flex-col gap-2">
            <h2 className="font-semibold text-15">{control.title}</h2>
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={CONTROL_STATES[control.status].tone}>{CONTROL_STATES[control.status].word}</Badge>
              <span className="text-meta">
                <PlanOrProof control={control} raised={raised} hrefs={hrefs} />
              </span>
            </p>
            <RecordButtons record={controlRef(companyId, control)} />
          </header>
          <MicrosoftSays control={control} />
          <Section title="Where it stands for us">
            {control.decision ? (
              <p className="text-ink-3 text-meta">
                Set to {CONTROL_STATES[control.decision.status].word.toLowerCase()} on{' '}
                <DateText iso={control.decision.decidedAt} />
              </p>
            ) : null}
            {may('m365:write') ? (
              <DecisionForm companyId={companyId} control={control} onDecided={onDecided} />
            ) : (
              <p className="text-ink-2">{control.decision?.evidence ?? control.decision?.reason ?? 'No note.'}</p>
            )}
          </Section>
          <WhereUsed record={{ kind: 'control', id: controlId, companyId }} frame="section" />
        </>
      )}
    </SidePanel>
  );
}

function MicrosoftSays({ control }: { control: ControlDetail }) {
  const { locale } = useLocale();
  const { implementation, remediation, remediationImpact, threats, actionUrl, category, service, tier } = control;
  return (
    <>
      <Section title="Microsoft says">
        {implementation ? <p className="text-ink-2">{implementation}</p> : null}
        <FactList
          facts={[
            { id: 'points', label: 'Points', value: pointsText(control, locale) },
            { id: 'category', label: 'Category', value: `${category}, ${tier}` },
            { id: 'service', label: 'Service', value: SERVICES[service] ?? service },
            { id: 'impact', label: 'User impact', value: LEVELS[control.impact] },
            { id: 'cost', label: 'Effort', value: LEVELS[control.cost] },
            ...(threats.length > 0 ? [{ id: 'threats', label: 'Protects from', value: threats.join(', ') }] : []),
          ]}
        />
      </Section>
      {remediation ? (
        <Section title="What to do">
          <p className="whitespace-pre-line text-ink-2">{remediation}</p>
          {remediationImpact ? <p className="text-ink-2">What people notice: {remediationImpact}</p> : null}
          {actionUrl ? (
            <TextLink
              href={actionUrl}
              target="_blank"
              rel="noreferrer"
              className="inline-flex w-fit items-center gap-1.5"
            >
              Open at Microsoft
              <ExternalLink aria-hidden className="size-3.5" />
              <span className="sr-only">(new tab)</span>
            </TextLink>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
