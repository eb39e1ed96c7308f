/** A template that cannot be hosted: the message names stack, resource and path. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}

/** What a template's functions may ask about their surroundings. `at` is the path being resolved, for messages. */
export interface Lookups {
  ref(name: string, at: string): unknown;
  attribute(logicalId: string, attribute: string, at: string): unknown;
  imported(exportName: string, at: string): unknown;
  mapped(map: string, first: string, second: string, at: string): unknown;
  condition(name: string, at: string): boolean;
}

/** The value of `Ref: AWS::NoValue`: whatever holds it is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

interface Call {
  at: string;
  lookups: Lookups;
  resolve(value: unknown): unknown;
}
type Intrinsic = (argument: unknown, call: Call) => unknown;

function list(value: unknown, call: Call, length?: number): unknown[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) {
    throw new TemplateError(`${call.at}: expects a list${length === undefined ? '' : ` of ${length}`}.`);
  }
  return value;
}

function text(value: unknown, call: Call): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateError(`${call.at}: expects a text, found ${JSON.stringify(value) ?? 'nothing'}.`);
}

const resolvedText = (value: unknown, call: Call): string => text(call.resolve(value), call);
const resolvedList = (value: unknown, call: Call): unknown[] => list(call.resolve(value), call);

function attribute(argument: unknown, call: Call): unknown {
  const parts = typeof argument === 'string' ? argument.split(/\.(.*)/s) : list(argument, call, 2);
  return call.lookups.attribute(text(parts[0], call), resolvedText(parts[1], call), call.at);
}

function substitute(argument: unknown, call: Call): string {
  const [template, own] = Array.isArray(argument) ? list(argument, call, 2) : [argument, {}];
  const variables = own as Record<string, unknown>;
  return text(template, call).replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (Object.hasOwn(variables, name)) return resolvedText(variables[name], call);
    return text(name.includes('.') ? attribute(name, call) : call.lookups.ref(name, call.at), call);
  });
}

function select(argument: unknown, call: Call): unknown {
  const [index, from] = list(argument, call, 2);
  const values = resolvedList(from, call);
  const position = Number(resolvedText(index, call));
  if (!Number.isInteger(position) || position < 0 || position >= values.length) {
    throw new TemplateError(`${call.at}: no element ${position} in a list of ${values.length}.`);
  }
  return values[position];
}

const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (argument, call) => call.lookups.ref(text(argument, call), call.at),
  'Fn::GetAtt': attribute,
  'Fn::ImportValue': (argument, call) => call.lookups.imported(resolvedText(argument, call), call.at),
  'Fn::Sub': substitute,
  'Fn::Select': select,
  'Fn::Join': (argument, call) => {
    const [separator, values] = list(argument, call, 2);
    const parts = resolvedList(values, call).map((value) => text(value, call));
    return parts.join(text(separator, call));
  },
  'Fn::Split': (argument, call) => {
    const [separator, value] = list(argument, call, 2);
    return resolvedText(value, call).split(text(separator, call));
  },
  'Fn::Base64': (argument, call) => Buffer.from(resolvedText(argument, call)).toString('base64'),
  'Fn::FindInMap': (argument, call) => {
    const [map, first, second] = list(argument, call, 3).map((part) => resolvedText(part, call));
    return call.lookups.mapped(map ?? '', first ?? '', second ?? '', call.at);
  },
  'Fn::If': (argument, call) => {
    const [name, yes, no] = list(argument, call, 3);
    return call.resolve(call.lookups.condition(text(name, call), call.at) ? yes : no);
  },
  'Fn::Equals': (argument, call) => {
    const [left, right] = list(argument, call, 2).map((side) => resolvedText(side, call));
    return left === right;
  },
  'Fn::And': (argument, call) => list(argument, call).every((part) => call.resolve(part) === true),
  'Fn::Or': (argument, call) => list(argument, call).some((part) => call.resolve(part) === true),
  'Fn::Not': (argument, call) => call.resolve(list(argument, call, 1)[0]) !== true,
};

/**
 * The value with every CloudFormation function replaced by its result (AWS CloudFormation User Guide, "Intrinsic
 * function reference"). Throws `TemplateError` on a function it does not know: the local cloud never guesses.
 */
export function resolve(value: unknown, lookups: Lookups, at: string): unknown {
  if (typeof value === 'string' && value.includes('{{resolve:')) {
    throw new TemplateError(`${at}: dynamic references ({{resolve:...}}) have no local value; pass the value itself.`);
  }
  if (Array.isArray(value)) {
    return value.map((item, i) => resolve(item, lookups, `${at}[${i}]`)).filter((item) => item !== NO_VALUE);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const name = entries.find(([key]) => key === 'Ref' || key.startsWith('Fn::'))?.[0];
  if (name !== undefined && entries.length === 1) {
    const intrinsic = INTRINSICS[name];
    if (!intrinsic) throw new TemplateError(`${at}: ${name} is not a function the local cloud knows.`);
    return intrinsic(entries[0]?.[1], { at, lookups, resolve: (inner) => resolve(inner, lookups, at) });
  }
  if (name?.startsWith('Fn::')) throw new TemplateError(`${at}: ${name} must stand alone in its object.`);
  const resolved = entries.map(([key, inner]) => [key, resolve(inner, lookups, `${at}.${key}`)] as const);
  return Object.fromEntries(resolved.filter(([, inner]) => inner !== NO_VALUE));
}
