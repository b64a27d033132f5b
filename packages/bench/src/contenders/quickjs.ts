import { hostFunctions } from "../calls.ts";
import type { PeerPackages } from "../peers/peer-packages.ts";
import type { Contender } from "./contender.ts";
import { scripts } from "./scripts.ts";

interface Handle {
  dispose(): void;
}

/** What we use of `quickjs-emscripten`. */
interface QuickJs {
  getQuickJS(): Promise<{ newContext(): Context }>;
}

interface Context {
  readonly undefined: Handle;
  readonly global: Handle;
  evalCode(code: string): unknown;
  unwrapResult(result: unknown): Handle;
  callFunction(callee: Handle, self: Handle, ...args: readonly Handle[]): unknown;
  newNumber(value: number): Handle;
  newString(value: string): Handle;
  newFunction(name: string, implementation: (argument: Handle) => Handle): Handle;
  setProp(target: Handle, key: string, value: Handle): void;
  getNumber(handle: Handle): number;
  getString(handle: Handle): string;
}

/** Functions of JavaScript in QuickJS, which is compiled to WebAssembly. */
export async function quickjs(packages: PeerPackages): Promise<Contender> {
  const { getQuickJS } = await packages.import<QuickJs>("quickjs-emscripten");
  const context = (await getQuickJS()).newContext();
  const functions = {
    tick: (n: Handle) => context.newNumber(hostFunctions.tick(context.getNumber(n))),
    note: (text: Handle) => {
      hostFunctions.note(context.getString(text));
      return context.undefined;
    },
  };
  for (const [name, implementation] of Object.entries(functions)) {
    context.setProp(context.global, name, context.newFunction(name, implementation));
  }
  function define<Result>(script: string, give: (result: Handle) => Result): (...args: readonly Handle[]) => Result {
    const callee = context.unwrapResult(context.evalCode(script));
    return (...args) => {
      const result = context.unwrapResult(context.callFunction(callee, context.undefined, ...args));
      const given = give(result);
      for (const handle of [...args, result]) handle.dispose();
      return given;
    };
  }
  const [number, string] = [(value: Handle) => context.getNumber(value), (value: Handle) => context.getString(value)];
  const add = define(scripts.add, number);
  const echo = define(scripts.echo, string);
  const echoRows = define(scripts.echoRows, string);
  const tickOften = define(scripts.tickOften, number);
  const noteOften = define(scripts.noteOften, () => undefined);
  return {
    party: "quickjs-emscripten",
    calls: {
      add: (a, b) => add(context.newNumber(a), context.newNumber(b)),
      echo: (text) => echo(context.newString(text)),
      echoRows: (rows) => JSON.parse(echoRows(context.newString(JSON.stringify(rows)))),
      tickOften: (times) => tickOften(context.newNumber(times)),
      noteOften: (times) => noteOften(context.newNumber(times)),
    },
  };
}
