import { describe, expect, it } from 'vitest';
import { partsOf } from './parts.ts';
import { storiesOf, wantedBy } from './wanted.ts';

describe('the arguments of npm run faults', () => {
  it('say how many seeds; a round of kill -9 comes with each twenty', () => {
    expect(wantedBy([])).toMatchObject({ seeds: 20, kills: 1 });
    expect(wantedBy(['--seeds', '200'])).toMatchObject({ seeds: 200, kills: 10 });
    expect(wantedBy(['--seeds', '200', '--kills', '0'])).toMatchObject({ kills: 0 });
  });

  it('replay one run of a story, a flow or the host', () => {
    expect(wantedBy(['--seed', '17', '--feature', 'planner'])).toMatchObject({
      seed: 17,
      feature: 'planner',
      kills: 0,
    });
    expect(wantedBy(['--crash-points', '--feature', 'reports', '--point', '17-before']).point).toBe('17-before');
    expect(wantedBy(['--kill', '7']).kill).toBe(7);
  });

  it.each([
    [['--seeds', 'many'], '--seeds takes a whole number from 1 on, not "many".'],
    [['--seed', '0'], '--seed takes a whole number from 1 on, not "0".'],
    [
      ['--kill', '7', '--seeds', '9'],
      '--kill replays one round of kill -9 and nothing else: leave the other arguments out.',
    ],
    [['--seed', '1', '--seeds', '2'], '--seeds plays many and --seed one: give one of the two.'],
    [
      ['--feature', 'weather'],
      `--feature: there is no story of "weather". There are: ${storiesOf('faults').join(', ')}.`,
    ],
    [
      ['--crash-points', '--seeds', '3'],
      '--crash-points tries every call and takes no seeds: leave --seeds and --seed out.',
    ],
    [
      ['--point', '3-before'],
      '--point replays one crash point, as in --crash-points --feature reports --point 17-before.',
    ],
  ])('%j are refused in a sentence', (args, sentence) => {
    expect(() => wantedBy(args)).toThrow(sentence);
  });
});

describe('the parts of a run', () => {
  const titles = (...args: string[]) => partsOf(wantedBy(args), 4640).map(({ title }) => title);

  it('deal many seeds out over the stories, and play one seed with every story', () => {
    expect(titles('--seeds', '40')).toEqual(['Playing seeds 1 to 40, one story in 5 each', 'Killing the host 2 times']);
    expect(titles('--seed', '17')).toEqual(['Playing seed 17, every story']);
    expect(titles('--seeds', '40', '--feature', 'goals')).toEqual(['Playing seeds 1 to 40, the story of goals']);
  });

  it('kill the host by one seed, and workers at every call', () => {
    expect(titles('--kill', '7')).toEqual(['Killing the host by seed 7']);
    expect(titles('--crash-points')).toEqual(['Killing a worker at every call of each flow']);
  });
});
