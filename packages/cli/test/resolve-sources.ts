import { registerHooks } from "node:module";

const packages = new URL("../../", import.meta.url);

// As in all tests, packages are imported by name and found in their sources, so that no build is needed.
registerHooks({
  resolve(specifier, context, next) {
    const [, name] = /^@polyplug\/([^/]+)$/.exec(specifier) ?? [];
    return next(name === undefined ? specifier : new URL(`${name}/src/index.ts`, packages).href, context);
  },
});
