import { faultCommands } from '../../_kit/fault-commands.ts';
import { watchCommands } from '../../_kit/watch-commands.ts';
import type { Simulator } from '../dispatch.ts';
import { organisationNamed } from '../world/world-changes.ts';
import { accessCommands } from './access-commands.ts';
import { worldCommands } from './world-commands.ts';

const WORDS: Record<number, string> = {
  401: 'Invalid credentials',
  403: 'HTTP 403 Forbidden',
  404: 'HTTP 404 Not Found',
  429: 'HTTP 429 Too Many Requests',
  500: 'HTTP 500 Internal Server Error',
  502: 'HTTP 502 Bad Gateway',
  503: 'HTTP 503 Service Unavailable',
  504: 'HTTP 504 Gateway Timeout',
};

/** The switches of the simulator, the same in process and over HTTP (`POST /_control/<command>` with its input as JSON). */
export function createControl(simulator: Simulator) {
  const { faults, log, now, throttlePages, tokens, world } = simulator;
  const organisationId = (name: string) => String(organisationNamed(world, name).id);
  const wording = (status: number) => ({
    code: status === 401 ? 'not_authenticated' : 'FAILURE',
    message: WORDS[status] ?? `HTTP ${status}`,
  });
  const faulty = faultCommands({ faults, now, organisationId, wording });
  return {
    ...faulty,
    ...watchCommands({ tokens, log, organisationId }),
    ...accessCommands(simulator),
    ...worldCommands(simulator),
    clearFaults: () => {
      faulty.clearFaults();
      throttlePages.left = 0;
    },
  };
}

export type NinjaControl = ReturnType<typeof createControl>;
