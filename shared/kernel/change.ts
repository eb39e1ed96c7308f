import { z } from 'zod';

/** Every field optional, and without its default: what a change does not name must not move. */
type Changeable<Shape extends z.ZodRawShape> = {
  [Field in keyof Shape]: z.ZodOptional<Shape[Field] extends z.ZodDefault<infer Inner> ? Inner : Shape[Field]>;
};

/**
 * The schema of a change over the fields of a record: only the named fields move. (`.partial()` would keep the defaults and
 * so put every field that is not named back to its first value.)
 */
export function changeOf<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Changeable<Shape>, z.core.$strict> {
  const fields = Object.entries(shape).map(([name, field]) => {
    const bare = field instanceof z.ZodDefault ? field.unwrap() : field;
    return [name, z.optional(bare)];
  });
  return z.strictObject(Object.fromEntries(fields) as Changeable<Shape>);
}
