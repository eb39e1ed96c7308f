import type { Tone } from './status-icon.tsx';

/** A word of the product's language with the colour that pages give it. */
export interface Said {
  word: string;
  tone: Tone;
}

/** Words with their tones, in the order of the words: what is said is shared with papers and mails, colours are the pages'. */
export function toned<Key extends string>(words: Record<Key, string>, tones: Record<Key, Tone>): Record<Key, Said> {
  const all = (Object.keys(words) as Key[]).map((key) => [key, { word: words[key], tone: tones[key] }]);
  return Object.fromEntries(all) as Record<Key, Said>;
}
