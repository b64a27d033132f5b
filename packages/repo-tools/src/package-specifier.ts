/** A specifier that names a package, taken apart; undefined for files and for what Node brings along. */
export interface PackageSpecifier {
  readonly name: string;
  /** As in `exports`: `.` or `./package.json`. */
  readonly subpath: string;
}

export function packageSpecifier(specifier: string): PackageSpecifier | undefined {
  const match = /^(?<name>(?:@[^/]+\/)?[^@./#][^/:]*)(?:\/(?<rest>.*))?$/.exec(specifier);
  const name = match?.groups?.["name"];
  if (name === undefined) return undefined;
  const rest = match?.groups?.["rest"];
  return { name, subpath: rest === undefined ? "." : `./${rest}` };
}
