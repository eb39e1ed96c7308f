import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { contextWords, GivenPassword, NewPassword, normalPassword, passwordProblem } from './password.ts';

describe('a chosen password', () => {
  it.each([
    'plum-kettle-orbit-42',
    'Wq7#vT2p!mXz',
    'käse und brot am morgen',
    'zwölf große Igel',
    '🙂🙃😀😃 vierzehn!x',
  ])('may be %s', (password) => {
    expect(passwordProblem(password)).toBeUndefined();
  });

  it('needs twelve characters, counted as people count them', () => {
    expect(passwordProblem('plum-kettle')).toContain('at least 12');
    expect(passwordProblem('plum-kettles')).toBeUndefined();
    expect(passwordProblem('🙂🙃😀😃😄😁')).toContain('at least 12');
  });

  it('may be long, up to 256 characters', () => {
    const long = `${'plum kettle orbit '.repeat(14)}xyzw`;
    expect(passwordProblem(`${long.slice(0, 250)}#quiet`)).toBeUndefined();
    expect(passwordProblem(`${long}${long}`)).toContain('at most 256');
  });

  it.each([
    'Password2024!',
    'P@ssw0rd1234',
    'qwertyuiop12',
    'iloveyou2024',
    'letmeinletmein1',
    '1234567890123',
    'Welcome12345!',
  ])('%s is refused: attackers try it first', (password) => {
    expect(passwordProblem(password)).toMatch(/among the first|repeats itself/);
  });

  it.each(['aaaaaaaaaaaa', 'abababababab', 'xyzxyzxyzxyz', 'zzzzzzzzzzzzzzzzzy'])(
    '%s is refused: it repeats itself',
    (p) => {
      expect(passwordProblem(p)).toContain('repeats itself');
    },
  );

  it('is refused when it is little more than the person or the company', () => {
    const context = contextWords('ada.lovelace@northlight.example', 'Ada Lovelace', 'Northlight IT Partners');
    expect(passwordProblem('Lovelace-2024!', context)).toContain('your name');
    expect(passwordProblem('N0rthl1ght2024', context)).toBeDefined();
    expect(passwordProblem('northlight-lovelace', context)).toContain('your name');
    expect(passwordProblem('lovelace plum kettle', context)).toBeUndefined();
  });

  it('is judged in one form, whatever keys composed its letters', () => {
    expect(normalPassword('cafe\u0301')).toBe(normalPassword('café'));
    expect(normalPassword('  spaces stay ')).toBe('  spaces stay ');
  });

  it('is never trimmed or refused for want of signs', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 20, maxLength: 60, unit: 'grapheme-ascii' }), (password) => {
        const problem = passwordProblem(password);
        expect(problem === undefined || /repeats itself|among the first/.test(problem)).toBe(true);
      }),
    );
  });

  it('is refused by the schema with the same sentence', () => {
    expect(NewPassword.safeParse('short').error?.issues[0]?.message).toContain('at least 12');
    expect(NewPassword.parse('plum-kettle-orbit')).toBe('plum-kettle-orbit');
  });
});

describe('a password given to be compared', () => {
  it('is any text but none', () => {
    expect(GivenPassword.parse(' x ')).toBe(' x ');
    expect(GivenPassword.safeParse('').success).toBe(false);
    expect(GivenPassword.safeParse('x'.repeat(1_001)).success).toBe(false);
  });
});

describe('the list of common words', () => {
  it('holds several hundred, each once, lower case, longest first', () => {
    expect(COMMON_PASSWORDS.length).toBeGreaterThan(400);
    expect(new Set(COMMON_PASSWORDS).size).toBe(COMMON_PASSWORDS.length);
    expect(COMMON_PASSWORDS.every((word) => word === word.toLowerCase())).toBe(true);
    const lengths = COMMON_PASSWORDS.map((word) => word.length);
    expect([...lengths].sort((a, b) => b - a)).toEqual(lengths);
  });
});
