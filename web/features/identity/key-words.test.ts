import { expect, it } from 'vitest';
import { KEY_PRESETS } from '../../../shared/identity/api-key.ts';
import { KEY_SCOPES } from '../../../shared/kernel/permissions.ts';
import { KEY_AREAS, scopesInFull, scopesWord, wayOf } from './key-words.ts';

it('every permission that a key may be given has its words', () => {
  const words = KEY_AREAS.flatMap(({ area, scopes }) => scopes.map(({ scope, word }) => ({ area, scope, word })));
  expect(words.map(({ scope }) => scope)).toEqual([...KEY_SCOPES]);
  for (const { area, scope, word } of words)
    expect([area, word], scope).toEqual([expect.stringMatching(/^[A-Z]/), expect.not.stringContaining(':')]);
});

it('a key is told by its preset, or by what it may do', () => {
  expect(wayOf(KEY_PRESETS.read)).toBe('read');
  expect(scopesWord(KEY_PRESETS.write)).toBe('Read and write');
  expect(scopesWord(['companies:read'])).toBe('1 permission');
  expect(scopesInFull(['companies:read', 'planner:read', 'planner:publish'])).toBe(
    'Clients: read; Planner: read, publish to clients',
  );
});
