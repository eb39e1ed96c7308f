import type { CategoryRule, ForecastRules } from './forecast-rules.ts';

/** True for a rule that says nothing beyond what holds without it. */
function saysNothing(rule: CategoryRule, { globalDefaultIncreasePercent }: ForecastRules): boolean {
  return (
    rule.baseYearAmount === 0 &&
    rule.isIncreaseEnabled &&
    rule.perYearIncreasePercent === globalDefaultIncreasePercent &&
    Object.keys(rule.manualOverrides).length === 0
  );
}

/**
 * The rules with one amount set by hand, or with `minor` undefined no longer set. A category without a rule gets one that
 * changes nothing else; one that says nothing any more goes with its last amount.
 */
export function withOverride(
  rules: ForecastRules,
  category: { key: string; label: string },
  year: number,
  minor: number | undefined,
): ForecastRules {
  const rule = rules.rules.find(({ categoryKey }) => categoryKey === category.key) ?? {
    categoryKey: category.key,
    label: category.label,
    baseYearAmount: 0,
    perYearIncreasePercent: rules.globalDefaultIncreasePercent,
    isIncreaseEnabled: true,
    manualOverrides: {},
  };
  const { [year]: _, ...others } = rule.manualOverrides;
  const next = { ...rule, manualOverrides: minor === undefined ? others : { ...others, [year]: minor } };
  const rest = rules.rules.map((one) => (one === rule ? next : one));
  const all = rest.includes(next) ? rest : [...rest, next];
  return { ...rules, rules: all.filter((one) => one !== next || !saysNothing(next, rules)) };
}
