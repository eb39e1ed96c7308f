const attempts = new Map<string, number>();

/** Doubles a number. Fails the first time for a number under ten, and for ever for a negative one. */
export async function handler({ number, run }: { number: number; run: string }) {
  const attempt = (attempts.get(`${run}/${number}`) ?? 0) + 1;
  attempts.set(`${run}/${number}`, attempt);
  if (number < 0) throw Object.assign(new Error(`${number} is negative`), { name: 'Negative' });
  if (number < 10 && attempt === 1) throw Object.assign(new Error('not at once'), { name: 'TryAgain' });
  return { doubled: number * 2, attempt };
}
