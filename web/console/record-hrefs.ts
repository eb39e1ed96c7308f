import type { LinkEnd } from '../../shared/kernel/link.ts';
import { hrefOf } from './navigation.tsx';

/** Where a record of a client is opened; undefined for one without a page of its own. */
export function recordHref(companyId: string, { type, id }: LinkEnd): string | undefined {
  const at = (path: string) => hrefOf(path, companyId);
  switch (type) {
    case 'finding':
      return at(`findings?peek=${id}`);
    case 'goal':
      return at(`goals/${id}`);
    case 'planner-item':
      return at(`planner/${id}`);
    case 'budget':
      return at(`budgets/${id}`);
    case 'report':
      return at(`reports/${id}`);
    case 'meeting':
      return at(`meetings/${id}`);
    case 'device':
      return at(`devices?peek=${id}`);
    case 'control':
      return at('m365?tab=score');
    case 'licence':
      return at('m365?tab=licences');
    case 'integration':
      return hrefOf(`integrations/${id}`, undefined);
    case 'budget-line':
      return undefined;
  }
}
