interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  description?: string;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

interface Operation {
  operationId?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: { properties?: Record<string, Schema>; required?: string[] } }> };
  'x-permission'?: string;
}

/** As much of an OpenAPI document as the page shows. */
export interface ApiDocument {
  info?: { title?: string; description?: string };
  paths?: Record<string, Record<string, Operation>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function kind({ type, format, enum: words }: Schema = {}): string {
  if (words) return words.map((word) => String(word)).join(' | ');
  return [type, format].flat().filter(Boolean).join(' ') || 'any';
}

function fieldsOf({
  parameters = [],
  requestBody,
}: Operation): { name: string; from: string; kind: string; required: boolean }[] {
  const body = requestBody?.content?.['application/json']?.schema;
  return [
    ...parameters.map((one) => ({
      name: one.name,
      from: one.in,
      kind: kind(one.schema),
      required: one.required ?? false,
    })),
    ...Object.entries(body?.properties ?? {}).map(([name, schema]) => ({
      name,
      from: 'body',
      kind: kind(schema),
      required: body?.required?.includes(name) ?? false,
    })),
  ];
}

function section(method: string, path: string, operation: Operation): string {
  const fields = fieldsOf(operation);
  const rows = fields
    .map(
      (field) =>
        `<tr><td><code>${escaped(field.name)}</code></td><td>${field.from}</td><td>${escaped(field.kind)}</td><td>${field.required ? 'required' : ''}</td></tr>`,
    )
    .join('');
  const table =
    fields.length === 0
      ? ''
      : `<table><thead><tr><th>Field</th><th>In</th><th>Kind</th><th></th></tr></thead><tbody>${rows}</tbody></table>`;
  return `<details id="${escaped(operation.operationId ?? '')}"><summary><b>${method.toUpperCase()}</b> <code>/api${escaped(path)}</code> <span>${escaped(operation['x-permission'] ?? '')}</span></summary>${table}</details>`;
}

/** A readable page of an API document: no script and no inline style, as the content security policy asks. */
export function docsPage(document: ApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  );
  const areas = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'other');
  const names = [...areas.keys()];
  const nav = names.map((name) => `<a href="#${escaped(name)}">${escaped(name)}</a>`).join(' ');
  const body = [...areas]
    .map(
      ([name, own]) =>
        `<h2 id="${escaped(name)}">${escaped(name)}</h2>${own.map(({ method, path, operation }) => section(method, path, operation)).join('')}`,
    )
    .join('');
  const { title = 'API', description = '' } = document.info ?? {};
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} API</title><link rel="stylesheet" href="/docs.css"></head><body><main><h1>${escaped(title)} API</h1><p>${escaped(description)}</p><p><a href="/api/openapi.json">OpenAPI 3.1 document</a></p><nav aria-label="Areas">${nav}</nav>${body}</main></body></html>`;
}
