import { readFile } from "node:fs/promises";
import wabt from "wabt";
import { hostFunctions } from "../calls.ts";
import type { PeerPackages } from "../peers/peer-packages.ts";
import type { Contender } from "./contender.ts";

/** What we use of `@extism/extism`. */
interface Extism {
  createPlugin(
    manifest: { readonly wasm: readonly { readonly data: Uint8Array }[] },
    options: { readonly functions: Functions },
  ): Promise<Plugin>;
}

type Functions = Readonly<
  Record<string, Readonly<Record<string, (context: CallContext, ...args: never[]) => unknown>>>
>;

interface CallContext {
  read(address: bigint): Output | null;
}

interface Plugin {
  call(name: string, input: string | Uint8Array): Promise<Output | null>;
  reset(): Promise<boolean>;
}

interface Output extends DataView {
  text(): string;
  bytes(): Uint8Array;
}

/** Calls after which the plugin has to be reset: every block of its memory stays, also those that were freed. */
const callsPerReset = 1000;

/** Functions of bytes. All of them are asynchronous. */
export async function extism(packages: PeerPackages): Promise<Contender> {
  const { createPlugin } = await packages.import<Extism>("@extism/extism");
  const functions = {
    tick: (_: CallContext, n: number) => hostFunctions.tick(n),
    note: (context: CallContext, address: bigint) => hostFunctions.note(context.read(address)?.text() ?? ""),
  };
  const plugin = await createPlugin(
    { wasm: [{ data: await guest() }] },
    { functions: { "extism:host/user": functions } },
  );
  let calls = 0;
  async function call(name: string, input: string | Uint8Array): Promise<Output> {
    if (++calls % callsPerReset === 0) await plugin.reset();
    const output = await plugin.call(name, input);
    if (output === null) throw new Error(`${name} gave nothing`);
    return output;
  }
  const numbers = (...values: readonly number[]) => new Uint8Array(Uint32Array.from(values).buffer);
  return {
    party: "Extism",
    keyword: "await",
    calls: {
      add: async (a, b) => (await call("add", numbers(a, b))).getUint32(0, true),
      echo: async (text) => (await call("echo", text)).text(),
      echoBytes: async (data) => (await call("echo", data)).bytes(),
      echoRows: async (rows) => JSON.parse((await call("echo", JSON.stringify(rows))).text()),
      tickOften: async (times) => (await call("tick_often", numbers(times))).getUint32(0, true),
      noteOften: async (times) => {
        // Each note is a block of its own.
        await plugin.reset();
        await plugin.call("note_often", numbers(times));
      },
    },
  };
}

async function guest(): Promise<Uint8Array> {
  const text = await readFile(new URL("../../guests/extism.wat", import.meta.url), "utf8");
  const module = (await wabt()).parseWat("extism.wat", text);
  try {
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}
