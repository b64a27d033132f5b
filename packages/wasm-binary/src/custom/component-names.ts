import type { Component } from "../component/component.ts";
import { decodeSort } from "../component/decode/sort.ts";
import type { Sort } from "../component/sort.ts";
import { readCustom } from "./custom-reader.ts";
import { type NameMap, readNameMap } from "./names.ts";

/**
 * What the name section of a component calls things; nested components have sections of their own. They are somebody's
 * words: nothing makes them unique, short or printable.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#name-section |
 * Binary, name section}.
 */
export interface ComponentNames {
  readonly component: string | undefined;
  /** Names by index, for each sort of which something has one. */
  readonly items: ReadonlyMap<Sort, NameMap>;
}

/**
 * Reads the section `component-name`; nothing has a name when there is none. Subsections of unknown ids are passed over.
 *
 * Throws `malformed` when the section is at fault, which says nothing about the component itself.
 *
 * See {@link https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#name-section |
 * Binary, name section}.
 */
export function readComponentNames({ customs }: Pick<Component, "customs">): ComponentNames {
  let component: string | undefined;
  const items = new Map<Sort, Map<number, string>>();
  readCustom(customs, "component-name", { action: "decode component", offset: 0 }, (reader) => {
    while (reader.remaining > 0) {
      const id = reader.byte("subsection id");
      const { start, end } = reader.skip(reader.u32("size"), "subsection");
      if (id > 1) continue;
      reader.offset = start;
      reader.upTo(end, "last name", () => {
        if (id === 0) component = reader.name("name");
        else {
          const sort = decodeSort(reader);
          const names = new Map<number, string>();
          reader.within(sort, () => readNameMap(reader, names));
          // wit-component writes the subsection of instances twice.
          const all = items.get(sort) ?? new Map<number, string>();
          for (const [index, name] of names) all.set(index, name);
          items.set(sort, all);
        }
      });
    }
  });
  return { component, items };
}
