import { gunzipSync } from 'node:zlib';
import { type ApiDocument, docsPage } from '../../shared/platform/docs-page.ts';
import { GUIDE } from './guide.ts';
import { packed } from './openapi.gen.ts';

let document: ApiDocument | undefined;

function unpacked(): ApiDocument {
  document ??= JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()) as ApiDocument;
  return document;
}

/** The API document, as generated from the contracts. */
export async function openapi(): Promise<Record<string, unknown>> {
  return unpacked() as Record<string, unknown>;
}

/** The API document as a page. */
export async function docs(): Promise<Blob> {
  return new Blob([docsPage(unpacked(), GUIDE)], { type: 'text/html; charset=utf-8' });
}
