import { Entity as BuiltEntity } from 'electrodb/src/entity.js';

export { CustomAttributeType } from 'electrodb/src/schema.js';

/**
 * Stands in for ElectroDB in bundles. A function imports every entity of its features and touches a few of them at a call,
 * and building one costs up to a millisecond: here each is built when it is first used. Services, transactions and whatever
 * else the product does without stay out.
 */
export class Entity {
  constructor(model, config) {
    let built;
    // biome-ignore lint/correctness/noConstructorReturn: the proxy is the entity
    return new Proxy(this, {
      get: (_, name) => {
        built ??= new BuiltEntity(model, config);
        const value = built[name];
        return typeof value === 'function' ? value.bind(built) : value;
      },
    });
  }
}
