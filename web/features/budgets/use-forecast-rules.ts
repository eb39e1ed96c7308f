import { useQueryClient } from '@tanstack/react-query';
import type { ForecastRules } from '../../../shared/budgets/forecast-rules.ts';
import { client } from '../../lib/api.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { forecastKey } from './queries.ts';

/**
 * Keeps rules that were changed by one press and says so. The forecast is asked anew either way: after a refusal it shows what
 * somebody else has changed meanwhile.
 */
export function useForecastRules(companyId: string) {
  const queryClient = useQueryClient();
  return async (rules: ForecastRules): Promise<boolean> => {
    try {
      await client.budgets.setForecastRules({ ...rules, companyId });
      toast({ title: 'Forecast saved' });
      return true;
    } catch (error) {
      tell(error);
      return false;
    } finally {
      await queryClient.invalidateQueries({ queryKey: forecastKey() });
    }
  };
}
