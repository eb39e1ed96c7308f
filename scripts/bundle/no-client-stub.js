/**
 * Stands in for the AWS packages inside ElectroDB, which imports them for its own `.go()`. Nobody calls that: the store sends
 * what an entity's `.params()` say, through its own client behind the wall.
 */
export {};
