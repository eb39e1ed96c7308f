import { useQueryClient } from '@tanstack/react-query';
import type { NewIntegration } from '../../../shared/integrations/integration.ts';
import { client } from '../../lib/api.ts';
import { integrationsKey } from './queries.ts';

export interface ConnectFormProps {
  vendorName: string;
  onConnected: (integrationId: string) => void;
}

/** Connects a vendor, then hands on where it stands. */
export function useConnect(onConnected: ConnectFormProps['onConnected']) {
  const queryClient = useQueryClient();
  return async (values: NewIntegration): Promise<void> => {
    const { integrationId } = await client.integrations.connect(values);
    await queryClient.invalidateQueries({ queryKey: integrationsKey() });
    onConnected(integrationId);
  };
}
