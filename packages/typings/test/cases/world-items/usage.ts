import { loadPlugin } from "@polyplug/host";
import {
  contract,
  type Datetime,
  type Pair,
  type WorldItemsExports,
  type WorldItemsImports,
} from "./world-items.contract.ts";

export const imports: WorldItemsImports = {
  "my-settings": { getNumber: (name) => (name === "" ? undefined : name.length) },
  Box: class {
    readonly #value: string;

    constructor(value: string) {
      this.#value = value;
    }

    value(): string {
      return this.#value;
    }
  },
  printLine: console.log,
};

export async function greet(): Promise<number> {
  // What WASI provides is granted.
  const { exports } = await loadPlugin("./world-items.wasm", { contract, imports, grant: { stdout: console.log } });
  exports.sayHello("you");
  return exports.myTools.doubleIt(swapped(exports).left) + exports["my-tools"].doubleIt("");
}

function swapped({ twiceSwapped }: WorldItemsExports): Pair {
  const at: Datetime = { seconds: 1n, nanoseconds: 5 };
  return twiceSwapped({ left: "", right: 1 }, at);
}
