import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DayOrder } from '../../../shared/csv/dates.ts';
import { type Mapping, mappingFaults } from '../../../shared/csv/mapping.ts';
import { DEVICE_FIELDS } from '../../../shared/devices/import-columns.ts';
import { countOutcomes, type ImportLine } from '../../../shared/devices/import-lines.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { FilePicker } from '../../ui/file-picker.tsx';
import { ProgressBar } from '../../ui/meter.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { asProblem } from '../../ui/problem.ts';
import { Steps } from '../../ui/steps.tsx';
import { toast } from '../../ui/toast.tsx';
import { checkLines, type OpenedFile, openFile, writeLines } from './import-file.ts';
import { ImportMapping } from './import-mapping.tsx';
import { ImportPreview } from './import-preview.tsx';
import { mspPoliciesQuery, refreshDevices } from './queries.ts';

const RULES = { accept: ['.csv', '.txt', '.tsv'], maxBytes: 5_000_000 };
const STEPS = [
  { id: 'file', label: 'File' },
  { id: 'check', label: 'Check' },
  { id: 'import', label: 'Import' },
];

/** What is on the table: the file, how it is read, and what that would do. */
interface Draft extends OpenedFile {
  order: DayOrder;
  /** Absent until it was checked as it is read now. */
  lines?: readonly ImportLine[];
}

/** The server's words, or that it did not answer. */
function sentenceOf(error: unknown): string {
  const problem = asProblem(error);
  if (!problem && !(error instanceof TypeError)) reportError(error);
  return problem?.detail ?? problem?.title ?? 'The server did not answer.';
}

/** Brings devices in from a file: columns are guessed, every line is checked first, and nothing is written before that. */
export default function ImportPage({
  companyId,
  devicesHref,
  onDone,
}: {
  companyId: string;
  devicesHref: string;
  onDone: () => void;
}) {
  const queryClient = useQueryClient();
  const currency = useQuery(mspPoliciesQuery()).data?.currency ?? 'USD';
  const [file, setFile] = useState<File | null>(null);
  const [draft, setDraft] = useState<Draft>();
  const [trouble, setTrouble] = useState<string>();
  const [checking, setChecking] = useState(false);
  const [written, setWritten] = useState<number>();

  const take = async (chosen: File | null) => {
    setFile(chosen);
    setDraft(undefined);
    setTrouble(undefined);
    if (!chosen) return;
    const opened = await openFile(chosen);
    if ('fault' in opened) setTrouble(opened.fault);
    else setDraft({ ...opened, order: opened.order ?? 'month-first' });
  };
  const read = (set: { mapping: Mapping } | { order: DayOrder }) =>
    setDraft((now) => now && { ...now, ...set, lines: undefined });
  const check = async ({ table, mapping, order }: Draft) => {
    setChecking(true);
    setTrouble(undefined);
    try {
      const lines = await checkLines(companyId, table, mapping, order, currency);
      setDraft((now) => now && { ...now, lines });
    } catch (error) {
      setTrouble(sentenceOf(error));
    } finally {
      setChecking(false);
    }
  };
  const write = async (lines: readonly ImportLine[]) => {
    setTrouble(undefined);
    setWritten(0);
    try {
      const { created, changed } = await writeLines(companyId, lines, setWritten);
      toast({ title: 'Devices imported', detail: `${created} new, ${changed} changed.` });
      onDone();
    } catch (error) {
      setTrouble(`${sentenceOf(error)} What was written before stays. Check the file again to go on from there.`);
      setDraft((now) => now && { ...now, lines: undefined });
    } finally {
      setWritten(undefined);
      await refreshDevices(queryClient);
    }
  };

  const counts = draft?.lines && countOutcomes(draft.lines);
  const ready = counts ? counts.new + counts.changed : 0;
  const faulty = !draft || mappingFaults(draft.mapping, draft.table.columns, DEVICE_FIELDS).length > 0;
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        crumbs={[{ label: 'Devices', href: devicesHref }]}
        title="Import devices"
        fact="A device is found again by its serial number, or else by its name"
      />
      <Steps label="Steps" steps={STEPS} currentId={written !== undefined ? 'import' : draft ? 'check' : 'file'} />
      <Card>
        <CardBody className="pt-3.5">
          <Field label="File of devices" help="Comma, semicolon or tab separated; its first line names the columns.">
            <FilePicker value={file} onChange={(chosen) => void take(chosen)} rules={RULES} />
          </Field>
        </CardBody>
      </Card>
      {trouble ? (
        <div role="alert">
          <Callout tone="bad" title="This did not go through">
            {trouble}
          </Callout>
        </div>
      ) : null}
      {draft ? (
        <ImportMapping
          table={draft.table}
          mapping={draft.mapping}
          order={draft.order}
          onMapping={(mapping) => read({ mapping })}
          onOrder={(order) => read({ order })}
        />
      ) : null}
      {draft?.lines ? <ImportPreview key={String(ready)} lines={draft.lines} /> : null}
      {draft ? (
        <div className="flex flex-wrap items-center justify-end gap-3 max-sm:*:flex-1">
          {written !== undefined ? (
            <span className="flex min-w-48 items-center gap-3">
              <ProgressBar label="Written" value={written} max={ready} text={`${written} of ${ready} devices`} />
              <span className="num shrink-0 text-ink-2">{`${written} of ${ready}`}</span>
            </span>
          ) : null}
          {draft.lines ? (
            <Button
              variant="primary"
              disabled={ready === 0}
              busy={written !== undefined}
              onClick={() => void write(draft.lines ?? [])}
            >
              {ready === 0 ? 'Nothing to import' : ready === 1 ? 'Import 1 device' : `Import ${ready} devices`}
            </Button>
          ) : (
            <Button variant="primary" disabled={faulty} busy={checking} onClick={() => void check(draft)}>
              Check {draft.table.rows.length === 1 ? '1 line' : `${draft.table.rows.length} lines`}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}
