import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Report, ReportChange } from '../../../shared/reports/report.ts';
import { client } from '../../lib/api.ts';
import { asProblem } from '../../ui/problem.ts';
import { tell } from '../../ui/tell.ts';
import { reportQuery } from './queries.ts';
import { inTurn } from './use-report.ts';

export type DraftChange = Omit<ReportChange, 'companyId' | 'reportId' | 'v'>;

/**
 * Keeps every change of a draft by itself: on the page at once, then on the server, one after the other. What the server
 * refuses is said beside the field that it is about; the page goes back to what is stored.
 */
export function useDraft({ companyId, reportId }: Report): {
  change: (set: DraftChange) => void;
  saving: boolean;
  errors: Readonly<Record<string, string>>;
} {
  const queryClient = useQueryClient();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { queryKey } = reportQuery(companyId, reportId);
  const { mutate, isPending } = useMutation({
    scope: inTurn(reportId),
    mutationFn: (set: DraftChange) => {
      const v = queryClient.getQueryData(queryKey)?.v ?? 1;
      return client.reports.edit({ companyId, reportId, v, ...set });
    },
    onMutate: async (set) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (now) => now && { ...now, ...set, status: 'draft' as const });
    },
    onSuccess: ({ v, updatedAt, status }) => {
      setErrors({});
      // The words on the page may be newer than this answer: only what the server alone knows is taken over.
      queryClient.setQueryData(queryKey, (now) => now && { ...now, v, updatedAt, status, failure: undefined });
    },
    onError: async (error) => {
      const fields = asProblem(error)?.errors ?? [];
      setErrors(Object.fromEntries(fields.map(({ path, message }) => [path, message])));
      if (fields.length === 0) tell(error);
      await queryClient.invalidateQueries({ queryKey });
    },
  });
  return { change: mutate, saving: isPending, errors };
}
