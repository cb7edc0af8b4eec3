/**
 * esbuild's tsconfigRaw for all bundles: fields are assigned, not defined. V8 makes a call of its own for a class's
 * definitions, and gives a float's field `undefined` first, which then is boxed for good. (Files that come out of a plugin do
 * not see tsconfig.json, which says the same.)
 */
export const CLASS_FIELDS = { compilerOptions: { useDefineForClassFields: false } };
