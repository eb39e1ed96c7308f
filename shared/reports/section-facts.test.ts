import { describe, expect, test } from 'vitest';
import { outlook, type SectionFacts, sectionFacts, USUAL } from './section-facts.ts';
import { SECTIONS } from './sections.gen.ts';

const about = (id: string) => sectionFacts(id) as SectionFacts;

describe('what is said of a section before the report is made', () => {
  test.each([
    ['devices', [], true, 'No devices yet'],
    ['devices', [{ feature: 'devices', figures: { devices: 0 } }], true, 'No devices yet'],
    ['devices', [{ feature: 'devices', figures: { devices: 118 } }], false, '118 in use'],
    ['goals', [{ feature: 'goals', figures: { open: 0, byStanding: { achieved: 2 } } }], false, '2 open or achieved'],
    ['goals', [{ feature: 'goals', figures: { open: 0, byStanding: { achieved: 0 } } }], true, 'No goals yet'],
    ['secure-score', [{ feature: 'm365', figures: { scorePercent: 45.9 } }], false, '46%'],
    ['budget', [{ feature: 'budgets', figures: { current: { title: 'IT 2027' } } }], false, ''],
    ['budget', [{ feature: 'budgets', figures: {} }], true, 'No budget sent yet'],
    ['roadmap', [{ feature: 'planner', figures: { items: 0 } }], false, ''],
    ['forecast', [], false, ''],
  ])('%s of %j', (id, summaries, leftOut, says) => {
    expect(outlook(about(id), summaries)).toEqual({ leftOut, says });
  });

  test('each section has a name of its own, and the usual order begins with the cover', () => {
    expect(new Set(SECTIONS.map(({ id }) => id)).size).toBe(SECTIONS.length);
    expect(USUAL[0]).toBe('cover');
    expect(USUAL).not.toContain('findings');
  });
});
