import { type Lookups, NO_VALUE, resolve, TemplateError } from './intrinsics.ts';
import { type Identity, identityOf, type Place } from './resource-identity.ts';

interface TemplateResource {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
  Condition?: string;
}

/** A CloudFormation template as CDK writes it, as far as it is read here. */
export interface Template {
  Resources?: Record<string, TemplateResource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown }; Condition?: string }>;
  Parameters?: Record<string, { Default?: unknown }>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  Conditions?: Record<string, unknown>;
}

interface Exported {
  stack: string;
  outputId: string;
  value: unknown;
}

export type Environment = Omit<Place, 'stack' | 'logicalId'>;

/** The templates of one deployment: resolves each resource against its own stack and the exports of all of them. */
export class StackSet {
  readonly #stacks: Map<string, Template>;
  readonly #environment: Environment;
  readonly #identities = new Map<string, Identity>();
  readonly #underway: string[] = [];
  readonly #dependencies = new Map<string, Set<string>>();
  #exports: Map<string, Exported> | undefined;

  constructor(stacks: Map<string, Template>, environment: Environment) {
    this.#stacks = stacks;
    this.#environment = environment;
  }

  /** Every resource whose condition holds, as [stack, logical id, type]. */
  *resources(): Generator<[stack: string, logicalId: string, type: string]> {
    for (const [stack, template] of this.#stacks) {
      for (const [logicalId, { Type, Condition }] of Object.entries(template.Resources ?? {})) {
        const lookups = this.#lookups(stack, `${stack}/${logicalId}`);
        if (Condition === undefined || lookups.condition(Condition, `${stack}/${logicalId}`)) {
          yield [stack, logicalId, Type];
        }
      }
    }
  }

  /** Ref, ARN and attributes of a resource. Throws when its name depends on itself. */
  identity(stack: string, logicalId: string): Identity {
    const label = `${stack}/${logicalId}`;
    const known = this.#identities.get(label);
    if (known) return known;
    const resource = this.#stacks.get(stack)?.Resources?.[logicalId];
    if (!resource) throw new TemplateError(`${label}: no such resource.`);
    const lookups = this.#lookups(stack, label);
    const property = (name: string): string | undefined => {
      const value = resolve(resource.Properties?.[name], lookups, `${label}.Properties.${name}`);
      return value === undefined || value === NO_VALUE ? undefined : String(value);
    };
    const place = { ...this.#environment, stack, logicalId };
    const identity = this.#enter(label, () => identityOf(resource.Type, place, property));
    this.#identities.set(label, identity);
    return identity;
  }

  properties(stack: string, logicalId: string): Record<string, unknown> {
    const label = `${stack}/${logicalId}`;
    const resource = this.#stacks.get(stack)?.Resources?.[logicalId];
    const lookups = this.#lookups(stack, label);
    for (const other of [resource?.DependsOn ?? []].flat()) lookups.ref(other, `${label}.DependsOn`);
    return resolve(resource?.Properties ?? {}, lookups, `${label}.Properties`) as Record<string, unknown>;
  }

  /** Throws when resources wait for each other, as CloudFormation would refuse to create them. Call after `properties`. */
  refuseCycles(): void {
    const done = new Set<string>();
    const visit = (label: string): void => {
      if (done.has(label)) return;
      this.#enter(label, () => {
        for (const next of this.#dependencies.get(label) ?? []) visit(next);
      });
      done.add(label);
    };
    for (const label of this.#dependencies.keys()) visit(label);
  }

  #enter<T>(label: string, run: () => T): T {
    const start = this.#underway.indexOf(label);
    if (start >= 0) {
      const circle = [...this.#underway.slice(start), label].join(' -> ');
      throw new TemplateError(`Circular dependency: ${circle}. Break it with a fixed name or a stack of its own.`);
    }
    this.#underway.push(label);
    try {
      return run();
    } finally {
      this.#underway.pop();
    }
  }

  #lookups(stack: string, from: string): Lookups {
    const template = this.#stacks.get(stack) ?? {};
    const resourceIn = (logicalId: string): Identity => {
      const needed = this.#dependencies.get(from) ?? new Set();
      this.#dependencies.set(from, needed.add(`${stack}/${logicalId}`));
      return this.identity(stack, logicalId);
    };
    const lookups: Lookups = {
      ref: (name, at) => {
        if (name.startsWith('AWS::')) return this.#pseudoParameter(name, stack, at);
        if (template.Resources?.[name]) return resourceIn(name).physicalId;
        const value = template.Parameters?.[name]?.Default;
        if (value === undefined) {
          throw new TemplateError(`${at}: Ref ${name} is neither a resource nor a parameter with a default.`);
        }
        return value;
      },
      attribute: (logicalId, attribute, at) => {
        if (!template.Resources?.[logicalId])
          throw new TemplateError(`${at}: GetAtt of ${logicalId}: no such resource.`);
        const value = resourceIn(logicalId).attributes[attribute];
        if (value !== undefined) return value;
        const type = template.Resources[logicalId].Type;
        throw new TemplateError(`${at}: the local cloud knows no attribute ${attribute} of ${type} (${logicalId}).`);
      },
      imported: (exportName, at) => this.#enter(`export ${exportName}`, () => this.#imported(exportName, from, at)),
      mapped: (map, first, second, at) => {
        const value = template.Mappings?.[map]?.[first]?.[second];
        if (value === undefined) throw new TemplateError(`${at}: no mapping ${map}.${first}.${second}.`);
        return value;
      },
      condition: (name, at) => {
        const rule = template.Conditions?.[name];
        if (rule === undefined) throw new TemplateError(`${at}: no condition ${name}.`);
        return this.#enter(`${stack} condition ${name}`, () => resolve(rule, lookups, `${stack}/${name}`) === true);
      },
    };
    return lookups;
  }

  #pseudoParameter(name: string, stack: string, at: string): unknown {
    const { account, region } = this.#environment;
    const values: Record<string, unknown> = {
      'AWS::AccountId': account,
      'AWS::NoValue': NO_VALUE,
      'AWS::Partition': 'aws',
      'AWS::Region': region,
      'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stack}/local`,
      'AWS::StackName': stack,
      'AWS::URLSuffix': 'amazonaws.com',
    };
    const value = values[name];
    if (value === undefined) throw new TemplateError(`${at}: the local cloud knows no pseudo parameter ${name}.`);
    return value;
  }

  #imported(exportName: string, from: string, at: string): unknown {
    const exported = this.#exported().get(exportName);
    if (!exported) throw new TemplateError(`${at}: no stack exports ${exportName}.`);
    const { stack, outputId, value } = exported;
    return resolve(value, this.#lookups(stack, from), `${stack}/Outputs.${outputId}`);
  }

  #exported(): Map<string, Exported> {
    if (this.#exports) return this.#exports;
    this.#exports = new Map();
    for (const [stack, template] of this.#stacks) {
      for (const [outputId, { Value, Export, Condition }] of Object.entries(template.Outputs ?? {})) {
        const path = `${stack}/Outputs.${outputId}`;
        const lookups = this.#lookups(stack, path);
        if (!Export || (Condition !== undefined && !lookups.condition(Condition, path))) continue;
        const name = String(resolve(Export.Name, lookups, `${path}.Export.Name`));
        const other = this.#exports.get(name);
        if (other) throw new TemplateError(`${path}: ${other.stack}/${other.outputId} exports ${name} already.`);
        this.#exports.set(name, { stack, outputId, value: Value });
      }
    }
    return this.#exports;
  }
}
