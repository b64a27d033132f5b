const fragment = /^(?:[0-9a-z]+|[0-9A-Z]+)$/;
const words = /^[a-z][0-9a-z]*(?:-[0-9a-z]+)*$/;
const plain = /^\[(constructor|method|static)\]([^.]*)(?:\.(.*))?$/s;
const canonicalVersion = /^(?:[1-9]\d*|0\.[1-9]\d*|0\.0\.(?:0|[1-9]\d*))$/;
const prerelease = "(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
const semver = new RegExp(
  `^(?:0|[1-9]\\d*)(?:\\.(?:0|[1-9]\\d*)){2}(?:-${prerelease}(?:\\.${prerelease})*)?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`,
);
/** Names of dependencies, addresses and hashes: the grammar had them until 2026, and older components do. */
const dependency =
  /^(?:unlocked-dep=<[^<>{]+(?:\{[^{}]*\})?>|(?:locked-dep|url)=<[^<>]+>(?:,integrity=<[^<>]+>)?|integrity=<[^<>]+>)$/;

/** What a plain name says it is, and of what resource. */
export interface PlainName {
  readonly annotation: "constructor" | "method" | "static" | undefined;
  readonly resource: string;
  readonly member: string | undefined;
}

/**
 * These follow the grammar of names, in time that grows with the length alone.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#import-and-export-definitions |
 * Explainer, import and export definitions}.
 */
export function isLabel(text: string): boolean {
  return /^[a-zA-Z]/.test(text) && text.split("-").every((part) => fragment.test(part));
}

export function splitPlainName(name: string): PlainName {
  const [, annotation, resource = "", member] = plain.exec(name) ?? [];
  if (annotation !== "constructor" && annotation !== "method" && annotation !== "static") {
    return { annotation: undefined, resource: name, member: undefined };
  }
  return { annotation, resource, member };
}

export function isSemver(text: string): boolean {
  return semver.test(text);
}

/** What is left of a version when all that does not bear on compatibility is cut off: `1`, `0.2`, `0.0.3`. */
export function isCanonicalVersion(text: string): boolean {
  return canonicalVersion.test(text);
}

export function isInterfaceName(text: string): boolean {
  const at = text.indexOf("@");
  const version = at < 0 ? undefined : text.slice(at + 1);
  const [pkg = "", ...projections] = (at < 0 ? text : text.slice(0, at)).split("/");
  const parts = pkg.split(":");
  if (parts.length < 2 || projections.length === 0) return false;
  if (!parts.every((part) => words.test(part)) || !projections.every(isLabel)) return false;
  return version === undefined || isSemver(version) || isCanonicalVersion(version);
}

export function isExternName(text: string): boolean {
  const { annotation, resource, member } = splitPlainName(text);
  if (annotation === undefined) return isLabel(text) || isInterfaceName(text) || dependency.test(text);
  if (annotation === "constructor") return member === undefined && isLabel(resource);
  return member !== undefined && isLabel(resource) && isLabel(member);
}

/**
 * Two names whose forms are the same are not to be told apart once bindings have put them in their language's case.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Explainer.md#name-uniqueness |
 * Explainer, name uniqueness}.
 */
export function uniqueForm(name: string): string {
  if (name.includes("=")) return name;
  const [path = "", ...version] = name.split("@");
  const lower = [path.toLowerCase(), ...version].join("@");
  const { annotation, resource, member } = splitPlainName(lower);
  if (annotation === undefined || annotation === "constructor") return lower;
  return resource === member ? resource : `${resource}.${member}`;
}
