import { expect, it } from 'vitest';
import { Known } from './known.ts';

interface Person {
  id: string;
  name: string;
  email?: string;
}
const people: Person[] = [
  { id: '1', name: 'Karen Doyle', email: 'karen@x' },
  { id: '2', name: 'Dr. Okafor' },
  { id: '3', name: 'Ben', email: 'desk@x' },
  { id: '4', name: 'Cleo', email: 'desk@x' },
  { id: '5', name: 'Sam' },
  { id: '6', name: 'sam' },
  { id: 'made of zoe@x', name: 'Zoë Renamed', email: 'new@x' },
];
const known = new Known<Person, Omit<Person, 'id'>>(people, {
  id: ({ id }) => id,
  namedBy: ({ email, name }) => ({ mark: email, name }),
  idOf: ({ email, name }) => `made of ${email ?? name}`,
});

it.each([
  ['its mark, whatever the name', { name: 'Someone', email: 'karen@x' }, '1'],
  ['its name, when the record has no mark', { name: 'dr okafor', email: 'okafor@x' }, '2'],
  ['its name, when the line has no mark', { name: 'KAREN DOYLE' }, '1'],
  ['nobody, when the marks differ', { name: 'Karen Doyle', email: 'other@x' }, undefined],
  ['several with the mark', { name: 'Ben', email: 'desk@x' }, 'several'],
  ['several with the name', { name: 'Sam' }, 'several'],
  ['nobody, when several have the name and none the mark', { name: 'Sam', email: 'sam@x' }, undefined],
  ['what the same line made before', { name: 'Zoë', email: 'zoe@x' }, 'made of zoe@x'],
])('a line means %s', (_, line, expected) => {
  const found = known.find(line);
  expect(typeof found === 'object' ? found.id : found).toBe(expected);
});
