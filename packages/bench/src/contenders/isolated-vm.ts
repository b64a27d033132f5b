import { hostFunctions } from "../calls.ts";
import type { PeerPackages } from "../peers/peer-packages.ts";
import type { Contender } from "./contender.ts";
import { scripts } from "./scripts.ts";

/** What we use of `isolated-vm`. */
interface IsolatedVm {
  readonly Isolate: new () => { createContextSync(): Context };
  readonly Callback: new (implementation: (...args: never[]) => unknown) => object;
}

interface Context {
  readonly global: { setSync(name: string, value: object): void };
  evalSync(code: string, options: { readonly reference: true }): Reference;
}

interface Reference {
  applySync(self: undefined, args: readonly unknown[], options?: Transfer): unknown;
}

/** How what is no number or string crosses. */
interface Transfer {
  readonly arguments: { readonly copy: true };
  readonly result: { readonly copy: true };
}

const copied: Transfer = { arguments: { copy: true }, result: { copy: true } };

/** Functions of JavaScript in another heap of the same engine. */
export async function isolatedVm(packages: PeerPackages): Promise<Contender> {
  const { default: vm } = await packages.import<{ default: IsolatedVm }>("isolated-vm");
  const context = new vm.Isolate().createContextSync();
  for (const [name, implementation] of Object.entries(hostFunctions)) {
    context.global.setSync(name, new vm.Callback(implementation));
  }
  const define = (script: string) => context.evalSync(`(${script})`, { reference: true });
  const [add, echo, echoRows] = [define(scripts.add), define(scripts.echo), define(scripts.echoRows)];
  const [tickOften, noteOften] = [define(scripts.tickOften), define(scripts.noteOften)];
  return {
    party: "isolated-vm",
    calls: {
      add: (a, b) => add.applySync(undefined, [a, b]) as number,
      echo: (text) => echo.applySync(undefined, [text]) as string,
      echoBytes: (data) => echo.applySync(undefined, [data], copied) as Uint8Array,
      echoRows: (rows) => JSON.parse(echoRows.applySync(undefined, [JSON.stringify(rows)]) as string),
      tickOften: (times) => tickOften.applySync(undefined, [times]) as number,
      noteOften: (times) => noteOften.applySync(undefined, [times]) as undefined,
    },
  };
}
