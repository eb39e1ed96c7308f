/** A stretch of a paragraph; `isNew` when the client has not read it yet. */
export interface NoteSentence {
  text: string;
  isNew: boolean;
}

const sentencesOf = (paragraph: string) => paragraph.split(/(?<=[.!?])\s+/).filter(Boolean);
const paragraphsOf = (note: string) => note.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');

/**
 * A note by paragraphs and sentences, those marked that `published` does not hold; without a published note none is marked.
 */
export function newSentences(note: string, published: string | undefined): NoteSentence[][] {
  const known = published === undefined ? undefined : new Set(paragraphsOf(published).flatMap(sentencesOf));
  return paragraphsOf(note).map((paragraph) =>
    sentencesOf(paragraph).map((text) => ({ text, isNew: known !== undefined && !known.has(text) })),
  );
}
