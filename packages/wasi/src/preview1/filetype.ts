import type { TreeNode } from "../tree/directory-node.ts";

/** See {@link https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#filetype | filetype}. */
export const filetype = { unknown: 0, characterDevice: 2, directory: 3, regularFile: 4, symbolicLink: 7 } as const;

const byKind: Record<TreeNode["kind"], number> = {
  directory: filetype.directory,
  file: filetype.regularFile,
  symlink: filetype.symbolicLink,
};

export function filetypeOf({ kind }: Pick<TreeNode, "kind">): number {
  return byKind[kind];
}
