/**
 * Files that may be attached, by the ending of their name: what people of an MSP exchange, and nothing that a computer runs
 * when it is opened. The ending decides what a file is stored and handed out as; what a browser says it is does not count.
 */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  vsdx: 'application/vnd.ms-visio.drawing.main+xml',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  csv: 'text/csv',
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  zip: 'application/zip',
};

/** 25 MB: what mail servers take, so whatever a client sent fits. */
export const MOST_BYTES = 25_000_000;

/** Files on one record. */
export const MOST_FILES = 50;

/** Characters of a file's name, its ending included. */
export const MOST_NAME = 150;

/** Endings that are taken, each with its dot. */
export const ENDINGS: readonly string[] = Object.keys(CONTENT_TYPES).map((ending) => `.${ending}`);

export const NOT_TAKEN = 'Files of this kind are not taken. Attach a document, picture, mail, text or ZIP file.';

/** What a file of that name is; undefined when its ending is none that is taken. */
export function contentTypeOf(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  return Object.hasOwn(CONTENT_TYPES, ending) ? CONTENT_TYPES[ending] : undefined;
}
