import { describe, expect, test } from 'vitest';
import { refuseUnportable } from './workflow-rules.ts';

const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
const check = (definition: object) => () => refuseUnportable('sync', definition);

describe('a workflow that runs the same on AWS and on one machine', () => {
  test('has Lambda tasks, inline maps and a name for each state', () => {
    const inner = { ProcessorConfig: { Mode: 'INLINE' }, States: { Inner: task } };
    expect(check({ States: { A: task, B: { Type: 'Map', ItemProcessor: inner }, C: { Type: 'Wait' } } })).not.toThrow();
  });

  test.each([
    [
      'a name used twice',
      { States: { A: task, Each: { Type: 'Map', ItemProcessor: { States: { A: task } } } } },
      'two states are named "A"',
    ],
    [
      'a name used twice over branches',
      { States: { P: { Type: 'Parallel', Branches: [{ States: { A: task } }, { States: { A: task } }] } } },
      'two states are named "A"',
    ],
    ['JSONata as a whole', { QueryLanguage: 'JSONata', States: {} }, 'JSONata is not run locally'],
    ['JSONata in a state', { States: { A: { ...task, QueryLanguage: 'JSONata' } } }, '"A" is written in JSONata'],
    [
      'a task of another service',
      { States: { A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage' } } },
      '"A" is no Lambda step',
    ],
    [
      'a distributed map',
      { States: { M: { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, States: {} } } } },
      '"M" is a distributed map',
    ],
  ])('has not %s', (_, definition, sentence) => {
    expect(check(definition)).toThrow(sentence);
  });
});
