import type { PeerPackages } from "../peers/peer-packages.ts";
import { transpiled } from "../peers/transpiled.ts";
import type { Contender } from "./contender.ts";
import { extism } from "./extism.ts";
import { isolatedVm } from "./isolated-vm.ts";
import { jco } from "./jco.ts";
import { quickjs } from "./quickjs.ts";

/** A project that does what we do. */
interface Peer {
  /** As results call it. */
  readonly name: string;
  /** As npm calls it. */
  readonly package: string;
  /** Has it make the guest ready, of which there is a component. */
  readonly load: (packages: PeerPackages, component: string) => Promise<Contender>;
}

export const peers: readonly Peer[] = [
  {
    name: "jco",
    package: "@bytecodealliance/jco",
    load: async (packages, component) => jco(await transpiled(packages, component)),
  },
  { name: "Extism", package: "@extism/extism", load: extism },
  { name: "isolated-vm", package: "isolated-vm", load: isolatedVm },
  { name: "quickjs-emscripten", package: "quickjs-emscripten", load: quickjs },
];

/** A peer that is ready, or why it is not. */
export interface LoadedPeer {
  readonly name: string;
  readonly version?: string;
  readonly contender?: Contender;
  readonly reason?: string;
}

/** Makes every peer ready that can be. */
export async function loadPeers(packages: PeerPackages, component: string): Promise<readonly LoadedPeer[]> {
  return Promise.all(
    peers.map(async ({ name, package: npmName, load }): Promise<LoadedPeer> => {
      try {
        const version = await packages.versionOf(npmName);
        return { name, version, contender: await load(packages, component) };
      } catch (error) {
        return { name, reason: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
}
