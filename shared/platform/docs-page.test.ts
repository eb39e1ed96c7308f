import { describe, expect, it } from 'vitest';
import { docsPage } from './docs-page.ts';

describe('the page of the API document', () => {
  const page = docsPage({
    info: { title: 'Fairlead', description: 'a < b & "c"' },
    paths: {
      '/companies/{companyId}': {
        patch: {
          operationId: 'companies.edit',
          tags: ['companies'],
          'x-permission': 'companies:write',
          parameters: [{ name: 'companyId', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: {
            content: {
              'application/json': {
                schema: { properties: { status: { enum: ['active', 'onboarding'] } }, required: ['status'] },
              },
            },
          },
        },
      },
    },
  });

  it('shows method, path, permission and fields', () => {
    for (const words of [
      '<b>PATCH</b>',
      '/api/companies/{companyId}',
      'companies:write',
      'active | onboarding',
      'required',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('is plain and safe: texts escaped, no script, no inline style', () => {
    expect(page).toContain('a &lt; b &amp; &quot;c&quot;');
    expect(page).not.toMatch(/<script|<style|style=/);
  });
});
