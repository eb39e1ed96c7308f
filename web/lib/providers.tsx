import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { KitProvider } from '../ui/kit-provider.tsx';
import { RouterLink } from './router-link.tsx';
import { sessionQuery } from './session.ts';

/** What every page of both apps stands in: data, the kit, and the MSP's way to write dates and money once it is known. */
export function Providers({ queryClient, children }: { queryClient: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Kit>{children}</Kit>
    </QueryClientProvider>
  );
}

function Kit({ children }: { children: ReactNode }) {
  const { data } = useQuery({ ...sessionQuery(), enabled: false });
  const locale = {
    locale: data?.person.locale || data?.msp.locale || 'en-US',
    timeZone: data?.person.timeZone || data?.msp.timeZone || 'UTC',
    currency: data?.msp.currency ?? 'USD',
  };
  return (
    <KitProvider link={RouterLink} locale={locale}>
      {children}
    </KitProvider>
  );
}
