import { basename } from "node:path";
import { CreateError } from "./create-error.ts";
import { shown } from "./shown.ts";

const pattern = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;
const longest = 64;

/** What cargo takes for no name of a package. */
const taken: Readonly<Record<string, readonly string[]>> = {
  rust: (
    "abstract alloc as async await become box break const continue core crate do dyn else enum extern false final fn for gen " +
    "if impl in let loop macro match mod move mut override priv proc-macro pub ref return self static std struct super " +
    "test trait true try type typeof unsafe unsized use virtual where while yield"
  ).split(" "),
};

/** Throws what is wrong with a name that a project of this template is to have. */
export function checkName(name: string, template: string): void {
  const refuse = (reason: string): never => {
    throw new CreateError("misused", `${shown(name)} cannot be the name: ${reason}; choose another with --name`);
  };
  if (name.length > longest) refuse(`it has ${name.length} letters, and ${longest} is the most`);
  if (!pattern.test(name)) refuse("a name is words of a-z and 0-9 with a hyphen between them, such as my-plugin");
  if (taken[template]?.includes(name)) refuse("cargo keeps it for itself");
}

/** The name that a folder suggests: that of its last part, in lower case, with hyphens for all that no name has. */
export function nameOfFolder(folder: string): string {
  return basename(folder)
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/(^|-)[0-9-]+(?=-|$)/g, "")
    .replace(/-(?=[0-9])/g, "")
    .replace(/^[-0-9]+/, "")
    .slice(0, longest)
    .replace(/-+$/, "");
}
