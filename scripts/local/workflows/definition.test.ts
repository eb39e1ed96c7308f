import { describe, expect, it } from 'vitest';
import { readDefinition } from './definition.ts';

const task = (name: string, extra: object = {}) => ({
  StartAt: name,
  States: { [name]: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true, ...extra } },
});
const read = (machine: object) => readDefinition('sync', JSON.stringify(machine));

describe('a definition', () => {
  it('shows its tasks, however deep', () => {
    const { tasks } = read({
      StartAt: 'All',
      States: {
        All: { Type: 'Map', ItemProcessor: task('Pull'), Next: 'Both' },
        Both: {
          Type: 'Parallel',
          Branches: [task('Left'), task('Right', { Resource: 'arn:aws:lambda:us-east-1:000000000000:function:f' })],
        },
        Old: { Type: 'Map', Iterator: task('Each') },
      },
    });
    expect([...tasks.keys()]).toEqual(['Pull', 'Left', 'Right', 'Each']);
  });

  it.each([
    ['JSONata', { QueryLanguage: 'JSONata', ...task('Pull') }, 'State machine sync uses JSONata'],
    ['JSONata in a state', task('Pull', { QueryLanguage: 'JSONata' }), 'State Pull of sync uses JSONata'],
    [
      'a name twice',
      { StartAt: 'Pull', States: { Pull: { Type: 'Map', ItemProcessor: task('Pull') } } },
      'two states named Pull',
    ],
    [
      'another service',
      task('Pull', { Resource: 'arn:aws:states:::sqs:sendMessage' }),
      'only functions can be run here',
    ],
  ])('is refused with %s', (_, machine, message) => expect(() => read(machine)).toThrow(message));
});
