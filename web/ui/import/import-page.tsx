import { type ReactNode, useState } from 'react';
import type { DayOrder } from '../../../shared/csv/dates.ts';
import { countOutcomes, type ImportLine } from '../../../shared/csv/import-lines.ts';
import { type Mapping, mappingFaults } from '../../../shared/csv/mapping.ts';
import { Button } from '../button.tsx';
import { Callout } from '../callout.tsx';
import { Card, CardBody } from '../card.tsx';
import { Field } from '../field.tsx';
import { FilePicker } from '../file-picker.tsx';
import { counted } from '../format.ts';
import { ProgressBar } from '../meter.tsx';
import { type Crumb, PageHead } from '../page-head.tsx';
import { refusalWords } from '../states.tsx';
import { Steps } from '../steps.tsx';
import { toast } from '../toast.tsx';
import { ImportMapping } from './import-mapping.tsx';
import { ImportPreview } from './import-preview.tsx';
import { checkLines, type Importer, type OpenedFile, openFile, writeLines } from './importer.ts';

const RULES = { accept: ['.csv', '.txt', '.tsv'], maxBytes: 5_000_000 };
const STEPS = [
  { id: 'file', label: 'File' },
  { id: 'check', label: 'Check' },
  { id: 'import', label: 'Import' },
];

/** What is on the table: the file, how it is read, and what that would do. */
interface Draft<Facts> extends OpenedFile {
  order: DayOrder;
  /** Absent until it was checked as it is read now. */
  lines?: readonly ImportLine<Facts>[];
}

/**
 * Brings records in from a file: columns are guessed, every line is checked first, and nothing is written before that.
 *
 * @param fact how a record is found again
 * @param onWritten after something was, or may have been, written
 */
export default function ImportPage<Facts>({
  importer,
  crumbs,
  fact,
  actions,
  onWritten,
  onDone,
}: {
  importer: Importer<Facts>;
  crumbs: readonly Crumb[];
  fact: string;
  actions?: ReactNode;
  onWritten: () => Promise<unknown>;
  onDone: () => void;
}) {
  const { one, many, fields, dates } = importer;
  const [file, setFile] = useState<File | null>(null);
  const [draft, setDraft] = useState<Draft<Facts>>();
  const [trouble, setTrouble] = useState<string>();
  const [checking, setChecking] = useState(false);
  const [written, setWritten] = useState<number>();

  const take = async (chosen: File | null) => {
    setFile(chosen);
    setDraft(undefined);
    setTrouble(undefined);
    if (!chosen) return;
    const opened = await openFile(chosen, importer);
    if ('fault' in opened) setTrouble(opened.fault);
    else setDraft({ ...opened, order: opened.order ?? 'month-first' });
  };
  const read = (set: { mapping: Mapping } | { order: DayOrder }) =>
    setDraft((now) => now && { ...now, ...set, lines: undefined });
  const check = async ({ table, mapping, order }: Draft<Facts>) => {
    setChecking(true);
    setTrouble(undefined);
    try {
      const lines = await checkLines(importer, table, mapping, order);
      setDraft((now) => now && { ...now, lines });
    } catch (error) {
      setTrouble(refusalWords(error));
    } finally {
      setChecking(false);
    }
  };
  const write = async (lines: readonly ImportLine<Facts>[]) => {
    setTrouble(undefined);
    setWritten(0);
    try {
      const { created, changed } = await writeLines(importer, lines, setWritten);
      const { problem } = countOutcomes(lines);
      const left = problem > 0 ? ` ${counted(problem, 'line', 'lines')} left out.` : '';
      toast({
        title: `${many.charAt(0).toUpperCase()}${many.slice(1)} imported`,
        detail: `${created} new, ${changed} changed.${left}`,
      });
      onDone();
    } catch (error) {
      setTrouble(`${refusalWords(error)} What was written before stays. Check the file again to go on from there.`);
      setDraft((now) => now && { ...now, lines: undefined });
    } finally {
      setWritten(undefined);
      await onWritten();
    }
  };

  const counts = draft?.lines && countOutcomes(draft.lines);
  const ready = counts ? counts.new + counts.changed : 0;
  const faulty = !draft || mappingFaults(draft.mapping, draft.table.columns, fields).length > 0;
  return (
    <div className="flex flex-col gap-4">
      <PageHead crumbs={crumbs} title={`Import ${many}`} fact={fact} actions={actions} />
      <Steps label="Steps" steps={STEPS} currentId={written !== undefined ? 'import' : draft ? 'check' : 'file'} />
      <Card>
        <CardBody className="pt-3.5">
          <Field
            label={`File of ${many}`}
            help="Comma, semicolon or tab separated; its first line names the columns. Should an import break off, choose the same file again: it goes on where it stopped."
          >
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
          fields={fields}
          table={draft.table}
          mapping={draft.mapping}
          order={dates.length > 0 ? draft.order : undefined}
          onMapping={(mapping) => read({ mapping })}
          onOrder={(order) => read({ order })}
        />
      ) : null}
      {draft?.lines ? <ImportPreview key={String(ready)} importer={importer} lines={draft.lines} /> : null}
      {draft ? (
        <div className="flex flex-wrap items-center justify-end gap-3 max-sm:*:flex-1">
          {written !== undefined ? (
            <span className="flex min-w-48 items-center gap-3">
              <ProgressBar label="Written" value={written} max={ready} text={`${written} of ${ready} ${many}`} />
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
              {ready === 0 ? 'Nothing to import' : `Import ${counted(ready, one, many)}`}
            </Button>
          ) : (
            <Button variant="primary" disabled={faulty} busy={checking} onClick={() => void check(draft)}>
              Check {counted(draft.table.rows.length, 'line', 'lines')}
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}
