import type { NewExport } from '../../shared/exports/export.ts';
import { isList, LISTS } from '../../shared/views/lists.ts';
import { ExportButton } from '../features/exports/export-button.tsx';
import { ViewsMenu } from '../features/views/views-menu.tsx';
import type { ToolsProps } from '../ui/list-arrangement.tsx';

/** What the console adds to the bar of a list: its views, and the export of what its filters leave. */
export function Tools({ list, companyId, filter }: ToolsProps) {
  // The list says by its `filter` that it can be exported; the server holds it against the list's own contract.
  const asked = filter && ({ list, ...(companyId ? { companyId } : {}), filter } as NewExport);
  return (
    <>
      {isList(list) && LISTS[list].length > 0 ? <ViewsMenu list={list} /> : null}
      {asked ? <ExportButton asked={asked} /> : null}
    </>
  );
}
