import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Recipient } from '../../../shared/reports/recipient.ts';
import type { Report } from '../../../shared/reports/report.ts';
import { client } from '../../lib/api.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { refreshLists, refreshReports, reportQuery } from './queries.ts';

/** Changes of one report run one after the other, each from the version that the one before left. */
export const inTurn = (reportId: string) => ({ id: `report ${reportId}` });

type Verb = 'make' | 'withdraw' | 'skip';
const DONE: Record<Verb, string> = {
  make: 'Making the report',
  withdraw: 'The client no longer sees it',
  skip: 'Not sent this time',
};

/** What a person can do with a report as it is stored. */
export function useReport({ companyId, reportId }: Pick<Report, 'companyId' | 'reportId'>) {
  const queryClient = useQueryClient();
  const one = { companyId, reportId };
  const { queryKey } = reportQuery(companyId, reportId);
  const version = () => queryClient.getQueryData(queryKey)?.v ?? 1;
  const takeOver = async (saved: Report) => {
    queryClient.setQueryData(queryKey, saved);
    await refreshReports(queryClient);
  };
  const failed = async (error: unknown) => {
    tell(error);
    await queryClient.invalidateQueries({ queryKey });
  };

  const download = useMutation({
    mutationFn: () => client.reports.download(one),
    onSuccess: ({ url }) => window.location.assign(url),
    onError: tell,
  });
  const change = useMutation({
    scope: inTurn(reportId),
    mutationFn: (verb: Verb) => client.reports[verb]({ ...one, v: version() }),
    onSuccess: async (saved, verb) => {
      toast({ title: DONE[verb] });
      await takeOver(saved);
    },
    onError: failed,
  });
  const putOff = useMutation({
    scope: inTurn(reportId),
    mutationFn: (until: string) => client.reports.putOff({ ...one, v: version(), until }),
    onSuccess: async (saved) => {
      toast({ title: 'Put off' });
      await takeOver(saved);
    },
    onError: failed,
  });
  return {
    download: () => download.mutate(),
    downloading: download.isPending,
    make: () => change.mutate('make'),
    withdraw: () => change.mutate('withdraw'),
    skip: () => change.mutate('skip'),
    putOff: (until: string) => putOff.mutate(until),
    busy: change.isPending || putOff.isPending,
    /** Shows it to the client; a refusal is thrown, for the dialog to say. */
    publish: async (recipients: Recipient[]) => {
      await takeOver(await client.reports.publish({ ...one, v: version(), recipients }));
      toast({ title: 'Published to the client' });
    },
    discard: async () => {
      await client.reports.discard({ ...one, v: version() });
      toast({ title: 'Draft discarded' });
      await refreshLists(queryClient);
    },
  };
}
