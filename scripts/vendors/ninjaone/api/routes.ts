import { insufficientPrivileges, NinjaError, notFound } from '../ninja-error.ts';
import { json, type Reply } from '../reply.ts';
import type { Organisation } from '../world.ts';
import type { NinjaCall } from './call.ts';
import { deviceFilter } from './device-filter.ts';
import { briefDevice, detailedDevice } from './device-shape.ts';
import { list } from './lists.ts';
import { report, rowsOf } from './reports.ts';

type Handler = (call: NinjaCall, name: string) => Reply;

const organisationShape = ({ id, name, description }: Organisation) => ({
  id,
  name,
  ...(description ? { description } : {}),
  nodeApprovalMode: 'AUTOMATIC',
});

const devices =
  (shape: typeof briefDevice): Handler =>
  (call) =>
    list(call, call.world.devices, (row) => shape(call.world, row), deviceFilter(call.query.get('df')));

function organisationOf(call: NinjaCall, id: string): Organisation {
  const found = call.world.organisations.find((row) => String(row.id) === id);
  if (!found) throw notFound();
  return found;
}

const locationsOf = ({ id, locations }: Organisation) => locations.map((row) => ({ ...row, organizationId: id }));

/** Endpoints of the public API that the product reads; all of them need the scope `monitoring`. Source: NinjaOne Public API 2.0. */
const ROUTES: [path: RegExp, handler: Handler][] = [
  [/^\/organizations$/, (call) => list(call, call.world.organisations, organisationShape)],
  [
    /^\/organizations-detailed$/,
    (call) => list(call, call.world.organisations, (row) => ({ ...organisationShape(row), locations: row.locations })),
  ],
  [
    /^\/organization\/(\d+)$/,
    (call, id) => {
      const found = organisationOf(call, id);
      return json({ ...organisationShape(found), locations: found.locations });
    },
  ],
  [/^\/organization\/(\d+)\/locations$/, (call, id) => json(organisationOf(call, id).locations)],
  [
    /^\/organization\/(\d+)\/devices$/,
    (call, id) => {
      const organisation = organisationOf(call, id);
      const own = call.world.devices.filter((row) => row.organisationId === organisation.id);
      return list(call, own, (row) => briefDevice(call.world, row));
    },
  ],
  [/^\/locations$/, (call) => list(call, call.world.organisations.flatMap(locationsOf), (row) => row)],
  [/^\/devices$/, devices(briefDevice)],
  [/^\/devices-detailed$/, devices(detailedDevice)],
  [
    /^\/device\/(\d+)$/,
    (call, id) => {
      const found = call.world.devices.find((row) => String(row.id) === id);
      if (!found) throw notFound();
      return json(detailedDevice(call.world, found));
    },
  ],
  [
    /^\/users$/,
    ({ world }) =>
      json(
        world.organisations.flatMap(({ id, endUsers }) =>
          endUsers.map((row) => ({ ...row, enabled: true, userType: 'END_USER', organizationId: id })),
        ),
      ),
  ],
  [
    /^\/queries\/([a-z-]+)$/,
    (call, name) => {
      const rows = rowsOf(name);
      if (!rows) throw notFound();
      return report(call, name, rows);
    },
  ],
];

/** Serves a call whose token carries `scopes`. Throws what NinjaOne answers to other paths, methods and scopes. */
export function serveApi(call: NinjaCall, method: string, scopes: readonly string[]): Reply {
  for (const [path, handler] of ROUTES) {
    const match = path.exec(call.path);
    if (!match) continue;
    if (method !== 'GET') throw new NinjaError(405, 'FAILURE', 'HTTP 405 Method Not Allowed');
    if (!scopes.includes('monitoring')) throw insufficientPrivileges();
    return handler(call, match[1] ?? '');
  }
  throw notFound();
}
