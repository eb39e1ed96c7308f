import { arnMatches, type ContextOf, globMatches, literalOf, PolicyError } from './policy-patterns.ts';

type Scalar = string | number | boolean;
/** A statement's `Condition`: operator -> context key -> value or values. */
export type ConditionBlock = Record<string, Record<string, Scalar | Scalar[]>>;

type Test = (wanted: string, actual: string, contextOf: ContextOf) => boolean;

const text =
  (compare: (wanted: string, actual: string) => boolean): Test =>
  (wanted, actual, contextOf) => {
    const literal = literalOf(wanted, contextOf);
    return literal !== undefined && compare(literal, actual);
  };
const numeric = (compare: (wanted: number, actual: number) => boolean): Test =>
  text((wanted, actual) => {
    if (wanted.trim() === '' || actual.trim() === '') return false;
    return compare(Number(wanted), Number(actual));
  });
const blindly = text((wanted, actual) => wanted.toLowerCase() === actual.toLowerCase());
const exactly = text((wanted, actual) => wanted === actual);
const like: Test = (wanted, actual, contextOf) => globMatches(wanted, actual, contextOf);

const POSITIVE: Record<string, Test> = {
  StringEquals: exactly,
  StringEqualsIgnoreCase: blindly,
  StringLike: like,
  ArnEquals: arnMatches,
  ArnLike: arnMatches,
  Bool: blindly,
  NumericEquals: numeric((wanted, actual) => actual === wanted),
  NumericLessThan: numeric((wanted, actual) => actual < wanted),
  NumericLessThanEquals: numeric((wanted, actual) => actual <= wanted),
  NumericGreaterThan: numeric((wanted, actual) => actual > wanted),
  NumericGreaterThanEquals: numeric((wanted, actual) => actual >= wanted),
};
const NEGATIVE: Record<string, Test> = {
  StringNotEquals: exactly,
  StringNotEqualsIgnoreCase: blindly,
  StringNotLike: like,
  ArnNotEquals: arnMatches,
  ArnNotLike: arnMatches,
  NumericNotEquals: numeric((wanted, actual) => actual === wanted),
};

const TESTS = new Map(Object.entries({ ...POSITIVE, ...NEGATIVE }));

/** Every variable in the wanted values has one value in this request; otherwise the statement cannot be judged to match. */
const resolvable = (wanted: string[], contextOf: ContextOf): boolean =>
  wanted.every((value) => literalOf(value, contextOf) !== undefined);

interface Operator {
  set: string | undefined;
  ifExists: boolean;
  negated: boolean;
  /** Absent for `Null`, which asks about presence and not about values. */
  test: Test | undefined;
}

function operatorOf(operator: string): Operator {
  if (operator === 'Null') return { set: undefined, ifExists: false, negated: false, test: undefined };
  const parts = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(operator);
  const [, set, plain = '', ifExists] = parts ?? [];
  const test = TESTS.get(plain);
  if (!test) throw new PolicyError(`Condition operator ${operator} is not one the local cloud knows.`);
  return { set, ifExists: ifExists !== undefined, negated: plain in NEGATIVE, test };
}

/** Throws `PolicyError` when a condition uses an operator that could not be judged later. */
export function refuseUnknownOperators(block: ConditionBlock | undefined): void {
  for (const operator of Object.keys(block ?? {})) operatorOf(operator);
}

function operatorHolds(operator: string, key: string, wanted: string[], contextOf: ContextOf): boolean {
  const { set, ifExists, negated, test } = operatorOf(operator);
  const found = contextOf(key);
  const actual = found && found.length > 0 ? found : undefined;
  if (!test) return wanted.some((value) => (value.toLowerCase() === 'true') === (actual === undefined));
  if (!resolvable(wanted, contextOf)) return false;
  if (!actual) return ifExists || set === 'ForAllValues' || (set !== 'ForAnyValue' && negated);
  if (!set && actual.length > 1) {
    throw new PolicyError(`${key} has several values: ${operator} needs ForAllValues: or ForAnyValue: before it.`);
  }
  const fits = (value: string): boolean => wanted.some((one) => test(one, value, contextOf)) !== negated;
  return set === 'ForAnyValue' ? actual.some(fits) : actual.every(fits);
}

/**
 * Whether all conditions hold (AWS IAM User Guide, "Condition operators" and "Multivalued context keys"): values of one
 * key are alternatives, negated operators hold for an absent key, `ForAllValues` holds for an absent key (hence the
 * `Null` that must stand beside it), `ForAnyValue` does not. Throws `PolicyError` on an operator it does not know.
 */
export function conditionsHold(block: ConditionBlock | undefined, contextOf: ContextOf): boolean {
  return Object.entries(block ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => operatorHolds(operator, key, [wanted].flat().map(String), contextOf)),
  );
}
