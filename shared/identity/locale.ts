import { z } from 'zod';

/** True for a language tag that `Intl` accepts, such as `en-US`. */
function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Language and region for dates and money. */
export const Locale = z.string().min(2).max(35).refine(isLocale, 'Choose a language such as en-US.');
