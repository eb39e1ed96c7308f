import { useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { NewExport } from '../../../shared/exports/export.ts';
import { useMay } from '../../lib/session.ts';
import { toolStyle } from '../../ui/list-tools.tsx';
import { exportList } from './follow.ts';

/** Exports every row of a list, as it is filtered now. The file is written in the background. */
export function ExportButton({ asked }: { asked: NewExport }) {
  const may = useMay();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  if (!may('exports:write')) return null;
  return (
    <button
      type="button"
      className={toolStyle}
      aria-disabled={asking}
      onClick={() => {
        if (asking) return;
        setAsking(true);
        void exportList(queryClient, asked).finally(() => setAsking(false));
      }}
    >
      <Download aria-hidden className="text-ink-2" />
      Export
    </button>
  );
}
