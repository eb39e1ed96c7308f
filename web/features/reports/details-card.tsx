import { useEffect, useRef, useState } from 'react';
import { COVER } from '../../../shared/reports/cover.ts';
import type { Report } from '../../../shared/reports/report.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { DraftChange } from './use-draft.ts';

/** How long somebody may think before what they typed is kept. */
const PAUSE_MS = 800;

/** A text that is kept by itself: after a pause, when its field is left, and when the page is. */
function useKeptText(stored: string, keep: (text: string) => void) {
  const [typed, setTyped] = useState<string>();
  const latest = useRef({ typed, keep });
  latest.current = { typed, keep };
  const flush = () => {
    const { typed: text } = latest.current;
    if (text === undefined) return;
    latest.current.keep(text);
    setTyped(undefined);
  };
  const leave = useRef(flush);
  leave.current = flush;
  useEffect(() => {
    if (typed === undefined) return;
    const pause = setTimeout(() => latest.current.keep(typed), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  useEffect(() => () => leave.current(), []);
  return {
    value: typed ?? stored,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: flush,
  };
}

/** Title, time and note of a draft. */
export function DetailsCard({
  report,
  saving,
  errors,
  onChange,
}: {
  report: Report;
  saving: boolean;
  errors: Readonly<Record<string, string>>;
  onChange: (set: DraftChange) => void;
}) {
  const { period } = report;
  const title = useKeptText(report.title, (text) => text !== report.title && onChange({ title: text }));
  const note = useKeptText(report.note, (text) => text !== report.note && onChange({ note: text }));
  const setPeriod = (set: Partial<Report['period']>) => onChange({ period: { ...period, ...set } });
  return (
    <Card>
      <CardHead
        title="Details"
        fact={
          <span role="status">{saving ? 'Saving' : Object.keys(errors).length > 0 ? 'Not saved' : 'All saved'}</span>
        }
      />
      <CardBody className="flex flex-col gap-4">
        <Field label="Title" error={errors.title}>
          <TextInput {...title} maxLength={120} />
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label="From" error={errors['period.from']}>
            <DateInput value={period.from} onChange={(from) => from && setPeriod({ from })} />
          </Field>
          <Field label="To" error={errors['period.to']}>
            <DateInput value={period.to} onChange={(to) => to && setPeriod({ to })} />
          </Field>
        </div>
        <Field
          label="Note"
          optional
          error={errors.note}
          help={
            report.sections.includes(COVER)
              ? 'In your own words, on the cover.'
              : 'The note stands on the cover: add the cover to print it.'
          }
        >
          <Textarea {...note} rows={4} maxLength={600} />
        </Field>
      </CardBody>
    </Card>
  );
}
