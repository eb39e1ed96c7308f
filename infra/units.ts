import type { FeatureSpec, FunctionSpec } from './feature-spec.ts';

/** What a Lambda function of a feature is for; the first word of its file name. */
export type UnitKind = 'api' | 'on' | 'step' | 'schedule' | 'dispatch' | 'stream';

/** One Lambda function of a feature, as its FeatureSpec declares it. */
export interface Unit {
  feature: string;
  kind: UnitKind;
  /** The file name without its kind: `finding-decided` of `on-finding-decided.ts`; empty for `api.ts`. */
  what: string;
  /** Folder of its bundle and last part of its function name. */
  name: string;
  spec: FunctionSpec;
}

/** `companies-api`, `planner-on-finding-decided`, `integrations-step-pull`. */
export function unitName(feature: string, kind: UnitKind, what: string): string {
  return kind === 'api' ? `${feature}-api` : `${feature}-${kind}-${what}`;
}

/** The source file of a unit, seen from the repository's root. */
export function unitFile({ feature, kind, what }: Pick<Unit, 'feature' | 'kind' | 'what'>): string {
  const file = kind === 'api' ? 'api' : kind === 'step' ? `steps/${what}` : `${kind}-${what}`;
  return `functions/${feature}/${file}.ts`;
}

/** Every function that a feature's spec declares. */
export function unitsOf(feature: string, spec: FeatureSpec): Unit[] {
  const unit = (kind: UnitKind, what: string, own: FunctionSpec): Unit => ({
    feature,
    kind,
    what,
    name: unitName(feature, kind, what),
    spec: own,
  });
  const each = (kind: UnitKind, group: Readonly<Record<string, FunctionSpec>> | undefined) =>
    Object.entries(group ?? {}).map(([what, own]) => unit(kind, what, own));
  return [
    ...(spec.api ? [unit('api', '', spec.apiFunction ?? {})] : []),
    ...each('on', spec.on),
    ...each('step', spec.steps),
    ...each('schedule', spec.schedules),
    ...each('dispatch', spec.dispatch),
    ...each('stream', spec.stream),
  ];
}
