import { createPool, PluginError, type Pool, watchPlugin } from "@polyplug/host";
import { contract, type PolicyExports, type Request, type Verdict } from "./policy.contract.ts";

/** What decides over requests: always the newest version of a plugin's file that could be loaded. */
export interface Policy {
  readonly decide: (request: Request) => Promise<Verdict>;
  readonly close: () => Promise<void>;
}

/** One version, and the requests that it is asked about now. */
interface Version {
  readonly pool: Pool<PolicyExports>;
  readonly asked: Set<Promise<Verdict>>;
}

/**
 * Opens a policy. Each request has an instance of the plugin to itself, which has seen no other. When the file has changed,
 * `tell` gets a line: the new version is asked from then on, or the old one still, and why.
 */
export async function openPolicy(file: string, tell: (line: string) => void): Promise<Policy> {
  let version = await openVersion(file);
  let swapping = Promise.resolve();

  const keep = ({ reason }: PluginError): void => tell(`the policy stays: ${reason}`);
  const swap = async (): Promise<void> => {
    try {
      const old = version;
      version = await openVersion(file);
      tell("the policy is another one");
      await closeVersion(old);
    } catch (error) {
      if (!PluginError.is(error)) throw error;
      keep(error);
    }
  };
  // The watch takes what loads and fits the contract, and nothing else; one swap waits for the one before.
  const watch = await watchPlugin(file, {
    contract,
    onSwap: () => {
      swapping = swapping.then(swap);
    },
    onFailure: keep,
  });

  return {
    async decide(request) {
      const { pool, asked } = version;
      const answer = pool.exports.decide(request);
      asked.add(answer);
      try {
        return await answer;
      } finally {
        asked.delete(answer);
      }
    },
    async close() {
      await watch.close();
      await swapping;
      await closeVersion(version);
    },
  };
}

async function openVersion(file: string): Promise<Version> {
  return { pool: await createPool(file, { contract, size: 4, runsPerInstance: 1 }), asked: new Set() };
}

/** A pool refuses requests that still wait for an instance when it is closed, so they are waited for. */
async function closeVersion({ pool, asked }: Version): Promise<void> {
  await Promise.allSettled(asked);
  await pool.close();
}
