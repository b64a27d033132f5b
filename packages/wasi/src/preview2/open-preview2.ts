import { openCapabilities } from "../capabilities/capabilities.ts";
import type { Grant } from "../grant.ts";
import { OwnLife } from "../process/guest-life.ts";
import type { WasiPlugin } from "../process/wasi-plugin.ts";
import { endOf } from "../process/wasi-process.ts";
import { interfaceKey, interfaceName } from "./interface-key.ts";
import type { InterfaceMembers } from "./interface-members.ts";
import { loadInterfaces } from "./interfaces.ts";
import type { Preview2 } from "./preview2.ts";
import { Preview2Process } from "./preview2-process.ts";
import { isResourceClass } from "./resource.ts";
import { serve } from "./serve.ts";

/** See the `createPreview2` that is exported, which loads this. */
export async function openPreview2(
  grant: Grant | undefined,
  plugin: WasiPlugin,
  imports: Iterable<string>,
): Promise<Preview2> {
  const { name, life = new OwnLife() } = plugin;
  const process = new Preview2Process(name, await openCapabilities(grant, name, plugin.output), life);
  const interfaces = await loadInterfaces(imports);
  const provided = new Map<string, object>();
  return {
    provide(interfaceId) {
      const key = interfaceKey(interfaceId);
      const make = interfaces.get(key);
      if (make === undefined) return undefined;
      const known = provided.get(key) ?? serveFunctions(process, interfaceName(key), make(process));
      provided.set(key, known);
      return known;
    },
    get ended() {
      return endOf(process);
    },
    release() {
      provided.clear();
      process.release();
    },
    denied: process.denied,
    get lastWords() {
      return process.capabilities.stderr.text;
    },
    files: process.capabilities.files,
    stderrGranted: process.capabilities.stderr.granted,
  };
}

/** Puts the functions under the rules of an import; the classes have brought theirs along. */
function serveFunctions(process: Preview2Process, id: string, members: InterfaceMembers): object {
  const served: Record<string, unknown> = Object.create(null);
  for (const [key, member] of Object.entries(members)) {
    served[key] = isResourceClass(member) ? member : serveFunction(process, id, key, member);
  }
  return Object.freeze(served);
}

function serveFunction(process: Preview2Process, id: string, key: string, body: (...args: never[]) => unknown) {
  return (...args: never[]): unknown => serve(process, `${id}#`, key, () => body(...args));
}
