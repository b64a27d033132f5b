import { loadPlugin } from "@polyplug/host";
import { contract } from "./empty.contract.ts";

export async function load(): Promise<string[]> {
  await loadPlugin("./empty.wasm", { contract });
  const { exports } = await loadPlugin("./empty.wasm", { contract, imports: { env: { abort: () => undefined } } });
  return Object.keys(exports);
}
