import { readContract } from "@polyplug/abi";
import { type Bindgen, loadBindgen } from "@polyplug/bindgen";
import { refuseContract } from "./expressible/refuse-contract.ts";
import type { ReadContract } from "./plugin-language.ts";
import { languageOf } from "./plugin-languages.ts";
import { contractError } from "./project/contract-error.ts";
import type { Project } from "./project/project.ts";
import { readWit } from "./project/read-wit.ts";

/** What is done with a project's contract, by WIT tools that are let go of afterwards unless they are somebody else's. */
export async function withContract<T>(
  project: Project,
  known: Bindgen | undefined,
  step: (contract: ReadContract) => Promise<T>,
): Promise<T> {
  const wit = await readWit(project);
  const bindgen = known ?? (await loadBindgen());
  try {
    // Before anything else looks at it, so that whatever is wrong with it is told of once and in one way.
    const binary = await bindgen.contract(wit, { world: project.world }).catch((error: unknown) => {
      throw contractError(error, wit, 'say which is meant as "world" in polyplug.json');
    });
    await refuseContract(readContract(binary).world, languageOf(project.language), project);
    return await step({ wit, bindgen });
  } finally {
    if (known === undefined) bindgen.dispose();
  }
}
