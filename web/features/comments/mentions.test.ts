import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matching, namedIn, piecesOf, withName, writingAt } from './mentions.ts';

const priya = { userId: 'p', name: 'Priya Raman' };
const tom = { userId: 't', name: 'Tom' };
const tomas = { userId: 's', name: 'Tomas Reyes' };
const team = [priya, tom, tomas];

describe('a name that is being written', () => {
  it('begins with @ at the beginning of a word', () => {
    expect(writingAt('Ask @Pri', 8)).toEqual({ from: 4, query: 'Pri' });
    expect(writingAt('@', 1)).toEqual({ from: 0, query: '' });
    expect(writingAt('mail@example', 12)).toBeUndefined();
    expect(writingAt('Ask @Pri\nnow', 12)).toBeUndefined();
    expect(writingAt('Ask nobody', 10)).toBeUndefined();
  });

  it('finds people by first and last name', () => {
    expect(matching(team, 'to')).toEqual([tom, tomas]);
    expect(matching(team, 'rey')).toEqual([tomas]);
    expect(matching(team, 'priya r')).toEqual([priya]);
    expect(matching(team, '')).toEqual(team);
  });

  it('is completed where it stands, and the caret goes behind it', () => {
    expect(withName('Ask @pri about it', { from: 4, query: 'pri' }, priya.name)).toEqual({
      text: 'Ask @Priya Raman about it',
      caret: 17,
    });
  });
});

describe('who is named', () => {
  it('is everybody with @ before the whole name, once, the longer of two names first', () => {
    expect(namedIn('@Tomas Reyes and @Tom, and @Tom again; not @Tomb nor x@Tom', team)).toEqual(['s', 't']);
    expect(namedIn('(@Priya Raman)', team)).toEqual(['p']);
  });

  it('loses nothing of the text', () => {
    const words = fc.array(fc.constantFrom('@', 'Tom', 'as Reyes', ' ', '(', '\n', 'Priya Raman', 'x'));
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        expect(
          piecesOf(text, team)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
