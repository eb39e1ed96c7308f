import type { LinkEnd } from './link.ts';

/** Where the console opens a record of a client: `/c/<companyId>/budgets/<id>`; undefined for one without a page of its own. */
export function recordPath(companyId: string | undefined, { type, id }: LinkEnd): string | undefined {
  const at = (path: string) => (companyId ? `/c/${companyId}/${path}` : undefined);
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
      return `/integrations/${id}`;
    case 'budget-line':
      return undefined;
  }
}
