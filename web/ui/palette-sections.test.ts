import { describe, expect, it } from 'vitest';
import { mergeSections, score } from './palette-sections.ts';

const command = (id: string, label: string, extra: { hint?: string; keywords?: string } = {}) => ({
  id,
  label,
  ...extra,
  run: () => undefined,
});
const pages = { id: 'pages', label: 'Pages', items: [command('planner', 'Planner'), command('meetings', 'Meetings')] };
const clients = {
  id: 'clients',
  label: 'Clients',
  items: [
    command('bw', 'Brightwater Community Trust'),
    command('hf', 'Harbor & Finch LLP', { keywords: 'hfinch-law.com' }),
  ],
};

describe('finding a command', () => {
  it('puts the start of the label first, then the start of a word, then anywhere', () => {
    expect(score(pages.items[0] ?? command('', ''), 'pla')).toBe(3);
    expect(score(command('x', 'Add to planner'), 'pla')).toBe(2);
    expect(score(command('x', 'Explain'), 'pla')).toBe(1);
    expect(score(command('x', 'Budgets'), 'pla')).toBe(0);
  });
  it('needs every word, in any order, without accents or case', () => {
    expect(score(command('x', 'Café Zürich'), 'zurich CAFE')).toBeGreaterThan(0);
    expect(score(command('x', 'Café Zürich'), 'zurich bern')).toBe(0);
  });
  it('looks into keywords', () => {
    expect(mergeSections([pages, clients], [], 'law').map(({ id }) => id)).toEqual(['clients']);
  });
});

describe('sections', () => {
  it('shows what is known while nothing is typed, and no stale finds', () => {
    expect(mergeSections([pages], [clients], '').map(({ id }) => id)).toEqual(['pages']);
  });
  it('shows a client once when the server finds it too', () => {
    const found = { id: 'found', label: 'Records', items: [command('bw', 'Brightwater'), command('f1', 'Bring MFA')] };
    const merged = mergeSections([clients], [found], 'br');
    expect(merged.map(({ items }) => items.map(({ id }) => id))).toEqual([['bw'], ['f1']]);
  });
  it('puts what the server finds of a known kind into its section', () => {
    const found = {
      id: 'clients',
      label: 'Clients',
      items: [command('bw', 'Brightwater'), command('br', 'Brook Inn')],
    };
    const merged = mergeSections([clients], [found], 'br');
    expect(merged.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([['clients', ['bw', 'br']]]);
  });
});
