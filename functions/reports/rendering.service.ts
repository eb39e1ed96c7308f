import { fileName, type Made } from '../../shared/reports/report.ts';
import { Snapshot } from '../../shared/reports/snapshot.ts';
import { getFile, putFile } from '../_kit/clients/files.ts';
import { sha256 } from '../_kit/new-id.ts';
import type { Scope } from '../_kit/scope.ts';
import { drawReport } from './pdf/draw.ts';
import { type Making, pdfFile, ReportSuperseded, reportInMaking, snapshotFile } from './report-records.ts';

/** A making whose pages are drawn. */
export interface Drawn extends Making {
  pdf: Made['pdf'];
}

/** Draws the pages from the frozen data and stores the PDF. Drawing twice stores the same bytes twice. */
export async function render(scope: Scope, making: Making): Promise<Drawn> {
  const { frozen } = await reportInMaking(scope, making);
  if (!frozen) throw new ReportSuperseded(making);
  const data = await getFile(scope, snapshotFile(scope, making, frozen.snapshot), frozen.snapshot);
  const snapshot = Snapshot.parse(JSON.parse(new TextDecoder().decode(data)));
  const { pdf, pages } = await drawReport(snapshot);
  const kind = { contentType: 'application/pdf', fileName: fileName(snapshot, snapshot.company.name) };
  const stored = await putFile(scope, pdfFile(scope, making, { sha256: sha256(pdf) }), pdf, kind);
  return { ...making, pdf: { ...stored, pages, fileName: kind.fileName } };
}
