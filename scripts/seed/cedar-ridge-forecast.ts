import type { Calendar } from './story.ts';

/** What the planner does not know of Cedar Ridge's coming years, and one year that was agreed by hand. */
export function forecastRules({ nextYear }: Calendar) {
  const ruled = { perYearIncreasePercent: 4, isIncreaseEnabled: true };
  return {
    baseYear: nextYear - 1,
    yearsForward: 3,
    globalDefaultIncreasePercent: 4,
    applyGlobalToAll: false,
    renewalsAssumed: true,
    devicesCounted: true,
    hardwareIncreasePercent: 4,
    overdueQuarters: 4,
    v: 0,
    rules: [
      {
        ...ruled,
        categoryKey: 'managed-services',
        label: 'Managed services',
        baseYearAmount: 5_580_000,
        manualOverrides: {},
      },
      {
        ...ruled,
        categoryKey: 'labour',
        label: 'Projects and labour',
        baseYearAmount: 0,
        manualOverrides: { [nextYear + 2]: 660_000 },
      },
    ],
  };
}
