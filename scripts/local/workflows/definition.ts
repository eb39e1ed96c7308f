export interface State {
  Type: string;
  Resource?: string;
  QueryLanguage?: string;
  Iterator?: Machine;
  ItemProcessor?: Machine & { ProcessorConfig?: { Mode?: string } };
  Branches?: Machine[];
  [field: string]: unknown;
}

export interface Machine {
  StartAt: string;
  States: Record<string, State>;
  QueryLanguage?: string;
  [field: string]: unknown;
}

/**
 * Reads a state machine's definition and finds its tasks, however deep.
 * @throws what the engine would run wrongly in silence: JSONata, a state name used twice, a task that is no function.
 */
export function readDefinition(name: string, text: string): { machine: Machine; tasks: Map<string, State> } {
  const machine = JSON.parse(text) as Machine;
  const tasks = new Map<string, State>();
  const seen = new Set<string>();
  const walk = ({ States, QueryLanguage }: Machine): void => {
    if (QueryLanguage === 'JSONata') throw new Error(`State machine ${name} uses JSONata: write it with JSONPath.`);
    for (const [stateName, state] of Object.entries(States)) {
      if (seen.has(stateName)) throw new Error(`State machine ${name} has two states named ${stateName}: rename one.`);
      seen.add(stateName);
      if (state.QueryLanguage === 'JSONata')
        throw new Error(`State ${stateName} of ${name} uses JSONata: use JSONPath.`);
      if (state.Type === 'Task') {
        if (!isFunction(state.Resource))
          throw new Error(`State ${stateName} of ${name} calls ${state.Resource}: only functions can be run here.`);
        tasks.set(stateName, state);
      }
      for (const inner of [state.Iterator, state.ItemProcessor, ...(state.Branches ?? [])]) if (inner) walk(inner);
    }
  };
  walk(machine);
  return { machine, tasks };
}

function isFunction(resource = ''): boolean {
  return resource === 'arn:aws:states:::lambda:invoke' || /^arn:aws:lambda:[\w-]+:\d+:function:/.test(resource);
}
