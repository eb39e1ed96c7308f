import type { QueryClient } from '@tanstack/react-query';
import type { Export, NewExport } from '../../../shared/exports/export.ts';
import { listWord } from '../../../shared/views/lists.ts';
import { client } from '../../lib/api.ts';
import { fetchFile } from '../../lib/fetch-file.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { EVERY_MS, exportsKey, isMoving } from './queries.ts';
import { rowWords } from './text.ts';

/** Fetches the file of a finished export: the browser saves it. */
export const download = (exportId: string) => fetchFile(() => client.exports.download({ exportId }));

function showProgress({ exportId, list, status, rows, failure }: Export): void {
  const id = `export-${exportId}`;
  const words = listWord(list);
  if (status === 'finished') {
    const action = { label: 'Download', run: () => void download(exportId) };
    toast({ id, title: `${words} exported`, detail: rowWords(rows), action });
  } else if (status === 'failed') toast({ id, title: `${words} not exported`, detail: failure, tone: 'bad' });
  else
    toast({
      id,
      title: `Exporting ${words}`,
      detail: rows > 0 ? `${rowWords(rows)} so far` : 'The bell tells when it is ready',
    });
}

/** Watches an export until it ends, wherever the person goes meanwhile; a toast tells how far it is. */
export async function follow(queryClient: QueryClient, started: Export): Promise<void> {
  showProgress(started);
  try {
    for (let now = started; isMoving(now); ) {
      await new Promise((resume) => setTimeout(resume, EVERY_MS));
      const next = await client.exports.get({ exportId: started.exportId });
      if (next.rows !== now.rows || next.status !== now.status) showProgress(next);
      now = next;
    }
    await queryClient.invalidateQueries({ queryKey: exportsKey() });
  } catch (error) {
    tell(error);
  }
}

/** Asks for an export and watches it. */
export async function exportList(queryClient: QueryClient, asked: NewExport): Promise<void> {
  try {
    const started = await client.exports.create(asked);
    void follow(queryClient, started);
    await queryClient.invalidateQueries({ queryKey: exportsKey() });
  } catch (error) {
    tell(error);
  }
}
