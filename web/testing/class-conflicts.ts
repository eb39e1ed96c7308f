import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { extendTailwindMerge } from 'tailwind-merge';
import { parseAst } from 'vite';

/** Our own sizes, without which tailwind-merge takes `text-13` for a colour. */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['11', '12', '13', '15', '18', '22', '32', 'body', 'meta', 'control', 'field', 'title'],
      spacing: ['control', 'chip', 'row', 'row2', 'gutter'],
      radius: ['badge', 'control', 'card', 'dialog'],
      shadow: ['pop'],
    },
  },
});

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
/** Class names of a component: those that it always has beside its `className`, each list as it is written. */
type Known = Map<string, string[]>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const partsOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

function nodesOf(node: Node, into: Node[] = []): Node[] {
  into.push(node);
  for (const part of partsOf(node)) nodesOf(part, into);
  return into;
}

/** Texts that may come out of an expression, those of constants included; what only a condition reads is no text of it. */
function textsOf(node: unknown, constants: Known): string[] {
  if (!isNode(node)) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateElement') return [(node.value as { cooked: string }).cooked];
  if (node.type === 'Identifier') return constants.get(node.name as string) ?? [];
  if (node.type === 'ConditionalExpression') {
    return [node.consequent, node.alternate].flatMap((each) => textsOf(each, constants));
  }
  if (node.type === 'LogicalExpression' && node.operator === '&&') return textsOf(node.right, constants);
  if (node.type === 'BinaryExpression' || node.type === 'Property') return textsOf(node.value, constants);
  return partsOf(node).flatMap((part) => textsOf(part, constants));
}

/** Classes of `first` that are of one kind with a class of `second`: which of them holds is up to the style sheet's order. */
export function conflicts(first: string, second: string): string[] {
  const kept = new Set(merge(`${first} ${second}`).split(/\s+/));
  const again = new Set(second.split(/\s+/));
  return first.split(/\s+/).filter((name) => name && !kept.has(name) && !again.has(name));
}

const takesClassName = (node: Node) =>
  nodesOf(node).some(({ type, name }) => type === 'Identifier' && name === 'className');

/** Names that a source brings from others of ours, with the file and the name there. */
function importsOf(program: Node, file: string): [local: string, from: string][] {
  return partsOf(program)
    .filter(({ type }) => type === 'ImportDeclaration')
    .flatMap(({ source, specifiers }) => {
      const path = (source as { value: string }).value;
      if (!path.startsWith('.')) return [];
      return (specifiers as { local: { name: string }; imported?: { name: string } }[]).map(
        ({ local, imported }): [string, string] => [
          local.name,
          `${join(dirname(file), path)} ${imported?.name ?? local.name}`,
        ],
      );
    });
}

/** Every place under `web/` where two classes of one kind meet in one element, as a sentence. */
export function classConflicts(root: string): string[] {
  const found: string[] = [];
  const constants = new Map<string, string[]>();
  const components = new Map<string, string[]>();
  const sources = globSync('web/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => /node_modules|\.test\.|dist/.test(name),
  })
    .sort()
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const program = parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
      return {
        file,
        nodes: nodesOf(program),
        imports: importsOf(program, file),
        line: (at: number) => text.slice(0, at).split('\n').length,
      };
    });
  const inside = (from: Map<string, string[]>, { file, imports }: (typeof sources)[number]): Known =>
    new Map([
      ...[...from]
        .filter(([key]) => key.startsWith(`${file} `))
        .map(([key, texts]): [string, string[]] => [key.slice(file.length + 1), texts]),
      ...imports.map(([local, key]): [string, string[]] => [local, from.get(key) ?? []]),
    ]);
  const nameOf = (node: Node) => (node.id as { name: string } | null)?.name ?? '';

  for (const { file, nodes } of sources) {
    for (const node of nodes.filter(({ type }) => type === 'VariableDeclarator')) {
      const init = node.init as Node | null;
      if (init && !/Function/.test(init.type)) constants.set(`${file} ${nameOf(node)}`, textsOf(init, new Map()));
    }
  }
  for (const source of sources) {
    const known = inside(constants, source);
    const calls = source.nodes.filter(
      ({ type, callee }) => type === 'CallExpression' && isNode(callee) && callee.name === 'cx',
    );
    for (const call of calls) {
      const lists = (call.arguments as Node[]).map((each) => textsOf(each, known));
      for (const [at, list] of lists.entries()) {
        for (const [first, second] of lists
          .slice(at + 1)
          .flat()
          .flatMap((b) => list.map((a) => [a, b] as const))) {
          const lost = conflicts(first, second);
          if (lost.length > 0)
            found.push(`${source.file}:${source.line(call.start)} gives ${lost.join(' ')} beside "${second}"`);
        }
      }
    }
    for (const owner of source.nodes.filter(({ type }) => type === 'FunctionDeclaration')) {
      const own = calls.filter((call) => owner.start < call.start && call.end < owner.end && takesClassName(call));
      const texts = own.flatMap((call) => (call.arguments as Node[]).flatMap((each) => textsOf(each, known)));
      if (texts.length > 0) components.set(`${source.file} ${nameOf(owner)}`, texts);
    }
  }
  for (const source of sources) {
    const known = inside(constants, source);
    const parts = inside(components, source);
    for (const element of source.nodes.filter(({ type }) => type === 'JSXOpeningElement')) {
      const attributes = (element.attributes as Node[]).filter(({ type }) => type === 'JSXAttribute');
      const named = (name: string) => attributes.find((each) => (each.name as { name: string }).name === name);
      const given = named('className');
      // `bare` leaves the look to the caller.
      if (!given || named('bare')) continue;
      const base = parts.get((element.name as { name: string }).name) ?? [];
      for (const text of textsOf(given.value, known)) {
        const lost = new Set(base.flatMap((each) => conflicts(each, text)));
        if (lost.size > 0)
          found.push(`${source.file}:${source.line(element.start)} gives "${text}" beside ${[...lost].join(' ')}`);
      }
    }
  }
  return found;
}
