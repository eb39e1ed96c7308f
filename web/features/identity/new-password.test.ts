import { describe, expect, it } from 'vitest';
import { NewLogin, newPasswordOf } from './new-password.ts';

const messages = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

describe('a new password in a form', () => {
  it('is refused once, for one reason', () => {
    expect(messages(newPasswordOf('karen@cedar.example').safeParse('short'))).toHaveLength(1);
    expect(messages(newPasswordOf('karen.doyle@cedar.example').safeParse('karendoyle12'))).toEqual([
      expect.stringContaining('your name, email address or company'),
    ]);
    expect(newPasswordOf('karen@cedar.example').safeParse('violet tractor napkin').success).toBe(true);
  });

  it('knows the name that is typed beside it', () => {
    const schema = NewLogin('k@cedar.example', 'Northlight');
    const refused = schema.safeParse({ name: 'Wilhelmina Featherstone', password: 'featherstone2' });
    expect(refused.error?.issues[0]?.path).toEqual(['password']);
    expect(schema.safeParse({ name: 'Wilhelmina Featherstone', password: 'violet tractor napkin' }).success).toBe(true);
  });
});
