/** The JavaScript name of a WIT name: `is-XML-file` is `isXmlFile`. */
export function camelCase(name: string): string {
  const [first = "", ...rest] = name.split("-").map((word) => word.toLowerCase());
  return first + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}
