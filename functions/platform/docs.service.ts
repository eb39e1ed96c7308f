import { type ApiDocument, docsPage } from '../../shared/platform/docs-page.ts';
import document from './openapi.gen.json' with { type: 'json' };

/** The API document, as generated from the contracts. */
export async function openapi(): Promise<Record<string, unknown>> {
  return document as Record<string, unknown>;
}

/** The API document as a page. */
export async function docs(): Promise<Blob> {
  return new Blob([docsPage(document as ApiDocument)], { type: 'text/html; charset=utf-8' });
}
