/** What an expression's placeholders stand for, as DynamoDB requests carry it. */
export interface Placeholders {
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

const KEYWORDS = new Set(['and', 'or', 'not', 'between', 'in', 'set', 'remove', 'add', 'delete']);
const TOKEN = /[#:]?\w+(?:\.#?\w+|\[\d+\])*|<>|<=|>=|[=<>+\-(),]/g;
const tokensOf = (expression: string): string[] => expression.match(TOKEN) ?? [];

/** The top-level attribute a token names, or undefined when it is not an attribute. */
function attributeOf(token: string, next: string | undefined, { names }: Placeholders): string | undefined {
  if (!/^[#A-Za-z_]/.test(token) || next === '(' || KEYWORDS.has(token.toLowerCase())) return undefined;
  const top = token.split(/[.[]/, 1)[0] ?? token;
  return top.startsWith('#') ? names?.[top] : top;
}

/** The top-level attributes an expression of any kind reads or writes (Amazon DynamoDB Developer Guide, "Expressions"). */
export function attributesIn(expression: string, placeholders: Placeholders): string[] {
  const tokens = tokensOf(expression);
  const found = tokens.map((token, i) => attributeOf(token, tokens[i + 1], placeholders));
  return [...new Set(found.filter((name) => name !== undefined))];
}

/** Every value that a key condition binds to `attribute` by equality, either way round; normally exactly one. */
export function valuesEqualTo(attribute: string, expression: string, placeholders: Placeholders): unknown[] {
  const tokens = tokensOf(expression);
  const isAttribute = (token: string | undefined): boolean =>
    token !== undefined && attributeOf(token, undefined, placeholders) === attribute;
  return tokens.flatMap((token, i) => {
    if (token !== '=') return [];
    const [left, right] = [tokens[i - 1], tokens[i + 1]];
    const bound = isAttribute(left) ? right : isAttribute(right) ? left : undefined;
    const value = bound?.startsWith(':') ? placeholders.values?.[bound] : undefined;
    return value === undefined ? [] : [value];
  });
}
