/** A state machine's definition or a part of it, as Amazon States Language says it. */
interface States {
  States?: Record<string, State>;
  QueryLanguage?: string;
}
interface State extends States {
  Type: string;
  Resource?: string;
  QueryLanguage?: string;
  Branches?: States[];
  ItemProcessor?: States & { ProcessorConfig?: { Mode?: string } };
}

const LAMBDA_CALL = 'arn:aws:states:::lambda:invoke';

function statesOf(machine: States): [string, State][] {
  return Object.entries(machine.States ?? {}).flatMap(([name, state]) => [
    [name, state] as [string, State],
    ...[...(state.Branches ?? []), ...(state.ItemProcessor ? [state.ItemProcessor] : [])].flatMap(statesOf),
  ]);
}

/**
 * Refuses what would run differently on one machine than on AWS: JSONata, tasks that are no Lambda calls, distributed
 * maps, and state names used twice (tasks are found by name there, over all nesting).
 */
export function refuseUnportable(workflow: string, definition: object): void {
  const machine = definition as States;
  const refuse = (what: string): never => {
    throw new Error(`infra/workflows/${workflow}.ts: ${what}`);
  };
  const seen = new Set<string>();
  if (machine.QueryLanguage === 'JSONata') refuse('write paths in JSONPath, JSONata is not run locally.');
  for (const [name, state] of statesOf(machine)) {
    if (seen.has(name)) refuse(`two states are named "${name}"; give each its own name, also inside Map and Parallel.`);
    seen.add(name);
    if (state.QueryLanguage === 'JSONata') refuse(`"${name}" is written in JSONata; use JSONPath.`);
    if (state.Type === 'Task' && state.Resource !== LAMBDA_CALL) refuse(`"${name}" is no Lambda step; use task().`);
    if (state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED')
      refuse(`"${name}" is a distributed map; use INLINE.`);
  }
}
