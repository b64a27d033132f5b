import { PluginError } from "@polyplug/errors";

/** The code that stands for a name. Throws `bad-argument` for a name that has none, as JavaScript may. */
export function codeOf<Name extends string>(codes: Readonly<Record<Name, number>>, name: Name, what: string): number {
  if (Object.hasOwn(codes, name)) return codes[name];
  const reason = `unknown ${what} ${JSON.stringify(name)}`;
  throw new PluginError({ code: "bad-argument", action: "encode module", reason });
}
