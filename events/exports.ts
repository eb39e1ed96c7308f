import { z } from 'zod';
import { ExportId, UserId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

const OneExport = z.object({ userId: UserId, exportId: ExportId });

/** An export is to be written, or (attempt above 1) to be gone on with. */
export const exportRequested = fact('exports.export.requested', 1, OneExport.extend({ attempt: z.int().min(1) }));
export const exportFinished = fact(
  'exports.export.finished',
  1,
  OneExport.extend({ list: z.string(), rows: z.int().min(0) }),
);
export const exportFailed = fact('exports.export.failed', 1, OneExport.extend({ list: z.string() }));
