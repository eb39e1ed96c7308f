import type { Simulator } from '../dispatch.ts';
import { accessCommands } from './access-commands.ts';
import { graphFaultCommands } from './fault-commands.ts';
import { worldCommands } from './world-commands.ts';

/** The switches of the simulator, the same in process and over HTTP (`POST /_control/<command>` with its input as JSON). */
export function createControl(simulator: Simulator) {
  return { ...graphFaultCommands(simulator), ...accessCommands(simulator), ...worldCommands(simulator) };
}

export type GraphControl = ReturnType<typeof createControl>;
