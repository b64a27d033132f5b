import { carriedVersions } from "./carried-versions.ts";
import { currentLock } from "./current-lock.ts";
import { declaredDependencies } from "./declared-dependencies.ts";
import { importsDownward } from "./imports-downward.ts";
import { libraryExamples } from "./library-examples.ts";
import { noInternals } from "./no-internals.ts";
import { noLeaks } from "./no-leaks.ts";
import { oneVersion } from "./one-version.ts";
import { packageMetadata } from "./package-metadata.ts";
import { reasonedSkips } from "./reasoned-skips.ts";
import { shortFiles } from "./short-files.ts";
import { tellingNames } from "./telling-names.ts";
import type { Tree } from "./tree.ts";
import type { Violation } from "./violation.ts";

/** The rules that a look at the files is enough for. */
export const repositoryRules: Readonly<Record<string, (tree: Tree) => Violation[]>> = {
  importsDownward,
  noInternals,
  declaredDependencies,
  shortFiles,
  tellingNames,
  noLeaks,
  oneVersion,
  carriedVersions,
  currentLock,
  packageMetadata,
  libraryExamples,
  reasonedSkips,
};
