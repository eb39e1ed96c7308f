import { useMutation } from '@tanstack/react-query';
import { type Finding, SETTLING_HOURS } from '../../../shared/findings/finding.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { DateText } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { NoteBlock } from '../../ui/note-block.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { REASONS } from './text.ts';

/** What became of a finding that is not open any more, or is not the reader's to decide. */
export function Decided({
  finding,
  people,
  onReopened,
}: {
  finding: Finding;
  people: ReadonlyMap<string, string>;
  onReopened: () => void;
}) {
  const may = useMay();
  const { companyId, findingId, v, status, dismissal, plannerItemId, workDoneAt, decidedAt, decidedBy, healedAt } =
    finding;
  const { mutate, isPending } = useMutation({
    mutationFn: () => client.findings.reopen({ companyId, findingId, v }),
    onSuccess: () => {
      toast({ title: 'Opened again', detail: finding.title });
      onReopened();
    },
    onError: (error) => {
      tell(error);
    },
  });
  const who = people.get(decidedBy ?? '') ?? (decidedBy?.startsWith('system:') ? 'Fairlead' : 'Somebody');
  if (status === 'open') return null;
  const again = may('findings:decide') ? (
    <Button className="w-fit" busy={isPending} onClick={() => mutate()}>
      Open again
    </Button>
  ) : null;
  return (
    <Section title="Decision">
      {status === 'dismissed' && dismissal ? (
        <NoteBlock
          audience="private"
          title={REASONS[dismissal.reason]}
          fact="Staff only"
          className="rounded-card border-2 border-line-strong border-dashed md:border-l-2"
        >
          <p className="whitespace-pre-line">{dismissal.note}</p>
          <p className="text-ink-3 text-meta">
            {who}
            {decidedAt ? (
              <>
                , <DateText iso={decidedAt} />
              </>
            ) : null}
          </p>
          {again}
        </NoteBlock>
      ) : null}
      {status === 'planned' && plannerItemId ? (
        <div className="flex flex-wrap items-center gap-3 rounded-card border border-line px-3.5 py-3">
          <p className="min-w-0 flex-1">
            Planned by {who}
            {decidedAt ? (
              <>
                {' '}
                on <DateText iso={decidedAt} />
              </>
            ) : null}
          </p>
          <LinkButton href={`/c/${companyId}/planner/${plannerItemId}`}>Open the planner item</LinkButton>
          {workDoneAt ? (
            <>
              <p className="w-full text-ink-2">
                Its work was completed on <DateText iso={workDoneAt} />. If its source still sees it{' '}
                {SETTLING_HOURS / 24} days later, it opens again by itself.
              </p>
              {again}
            </>
          ) : null}
        </div>
      ) : null}
      {status === 'healed' && healedAt ? (
        <p className="rounded-card border border-line px-3.5 py-3">
          Its source has not seen it since <DateText iso={healedAt} />. If it is seen again, it opens again by itself.
        </p>
      ) : null}
    </Section>
  );
}
