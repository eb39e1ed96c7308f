import { newSentences } from './new-sentences.ts';

/** A note in paragraphs; what `published` does not hold is marked. */
export function MarkedNote({ note, published }: { note: string; published: string | undefined }) {
  return newSentences(note, published).map((sentences, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity
    <p key={at}>
      {sentences.map(({ text, isNew }) =>
        isNew ? (
          <span key={text}>
            <mark className="rounded-badge bg-warn-soft px-0.5 text-ink">{text}</mark>{' '}
          </span>
        ) : (
          `${text} `
        ),
      )}
    </p>
  ));
}
