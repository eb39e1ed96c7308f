/** Before any schema exists: zod must not compile code at run time, the CSP forbids it. Costs nothing where no zod loads. */
(globalThis as { __zod_globalConfig?: object }).__zod_globalConfig = { jitless: true };
