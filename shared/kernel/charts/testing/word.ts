import fc from 'fast-check';

/** What people may type as a name, but for the words by which a broken number shows in a drawing. */
export const word = (maxLength: number) =>
  fc.string({ maxLength }).filter((text) => !/NaN|Infinity|undefined/.test(text));
