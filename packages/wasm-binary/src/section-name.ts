export type SectionName =
  | "custom"
  | "type"
  | "import"
  | "function"
  | "table"
  | "memory"
  | "tag"
  | "global"
  | "export"
  | "start"
  | "element"
  | "data count"
  | "code"
  | "data";

/**
 * Section ids, and their order in a module, which is not that of the ids. Custom sections, first here, go anywhere.
 *
 * See {@link https://webassembly.github.io/spec/core/binary/modules.html#sections | binary format, sections}.
 */
export const sectionIds: Readonly<Record<SectionName, number>> = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  tag: 13,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  "data count": 12,
  code: 10,
  data: 11,
};

const inOrder = Object.keys(sectionIds) as readonly SectionName[];

const byId: ReadonlyMap<number, SectionName> = new Map(inOrder.map((name) => [sectionIds[name], name]));

/** The section with this id, or undefined when there is none. */
export function sectionName(id: number): SectionName | undefined {
  return byId.get(id);
}

/** Where in a module the section belongs: those of a lower place come before it. */
export function sectionPlace(name: SectionName): number {
  return inOrder.indexOf(name);
}
