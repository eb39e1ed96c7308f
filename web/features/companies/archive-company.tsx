import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore } from 'lucide-react';
import type { Company } from '../../../shared/companies/company.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { companiesKey } from './queries.ts';

/** Takes a client out of every list, or brings it back; either can be undone from the toast. */
export function ArchiveCompany({ company }: { company: Company }) {
  const queryClient = useQueryClient();
  const archived = company.status === 'archived';
  const { mutate, isPending } = useMutation({
    mutationFn: ({ to, v }: { to: 'archive' | 'restore'; v: number }) =>
      client.companies[to]({ companyId: company.companyId, v }),
    onSuccess: async (saved, { to }) => {
      await queryClient.invalidateQueries({ queryKey: companiesKey() });
      toast({
        id: `archive-${company.companyId}`,
        title: to === 'archive' ? `${company.name} archived` : `${company.name} restored`,
        undo: () => mutate({ to: to === 'archive' ? 'restore' : 'archive', v: saved.v }),
      });
    },
    onError: (error) => {
      tell(error);
    },
  });
  const Icon = archived ? ArchiveRestore : Archive;
  return (
    <Button
      icon={<Icon aria-hidden />}
      busy={isPending}
      onClick={() => mutate({ to: archived ? 'restore' : 'archive', v: company.v })}
    >
      {archived ? 'Restore' : 'Archive'}
    </Button>
  );
}
