import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Cloud } from '../local/cloud.ts';
import { inChild } from './child.ts';
import type { Probe, Timing } from './handler-probe.ts';
import { atMost, median, type Row } from './report.ts';
import type { Furnished } from './shown.ts';
import type { Visitor } from './visitor.ts';

/** A handler's wall time over that of the calls it makes to the table. */
const RATIO = 1.25;
const ROUNDS = 40;

/** A GET as an HTTP API hands it over (AWS, payload format 2.0), as far as handlers look at it. */
function eventOf({ cookie }: Visitor, address: string): APIGatewayProxyEventV2 {
  const [path = '', query = ''] = `/api${address}`.split('?');
  const http = { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    cookies: [cookie],
    headers: {},
    requestContext: { requestId: 'bench', http } as APIGatewayProxyEventV2['requestContext'],
    isBase64Encoded: false,
  };
}

/**
 * How much time handlers take beside the calls to the table, which they cannot do without. Each runs in a process of its own
 * against the local cloud, as it would in Lambda against DynamoDB; both times are of the same runs.
 */
export async function handlerRows(cloud: Cloud, visitor: Visitor, shown: Furnished): Promise<Row[]> {
  const { companyId, budgetId, tenantOf } = shown;
  const probe = (what: string, feature: string, path: string): Probe => ({
    what,
    module: `functions/${feature}/api.ts`,
    event: eventOf(visitor, path),
    environment: cloud.environmentOf(`${feature}-api`),
  });
  const probes = [
    probe('Company list, 50', 'companies', '/companies?limit=50'),
    probe('Company overview', 'companies', `/companies/${companyId}/overview`),
    probe('Findings of one client, 50', 'findings', `/companies/${companyId}/findings?limit=50`),
    probe('Planner list, 50', 'planner', `/companies/${companyId}/planner-items?limit=50`),
    probe('Planner roadmap, 400 items', 'planner', `/companies/${companyId}/roadmap`),
    probe('Budget of 40 lines', 'budgets', `/companies/${companyId}/budgets/${budgetId}`),
    probe('Bell', 'notifications', '/notifications/unread'),
    probe('Microsoft 365 users, 50', 'm365', `/companies/${tenantOf}/m365/users?limit=50`),
  ];
  const timings = await inChild<object, Timing[]>('handler-probe.ts', { probes, rounds: ROUNDS });
  return timings.map(({ what, handler, table }) => {
    const [whole, calls] = [median(handler), median(table)];
    const note = `p50 ${whole.toFixed(1)} ms, of which ${calls.toFixed(1)} ms in the table's client`;
    return atMost('Handler over its calls to the table, wall time', what, whole / calls, RATIO, 'x', note);
  });
}
