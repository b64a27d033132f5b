import {
  type CanonicalAbi,
  HandleTable,
  type HandleType,
  type ResourceMapping,
  type ResourceType,
  resourceDrop,
  resourceNew,
  resourceRep,
} from "@polyplug/abi";
import { describe, expect, test } from "vitest";
import { failure } from "./failure.ts";
import { Guest, Speaker, taking } from "./guest.ts";
import { implementations } from "./implementations.ts";
import { file, u8 } from "./types.ts";

const other: ResourceType = { name: "file" };
const own: HandleType = { kind: "own", resource: file };
const borrow: HandleType = { kind: "borrow", resource: file };

/** Ways to speak with a guest that holds these. */
function speakerOf(abi: CanonicalAbi, handles: HandleTable, resources?: ResourceMapping): Speaker {
  return new Speaker(abi, { resources }, new Guest(handles));
}

test("a handle is an index from 1, and one that was dropped is given out again", () => {
  const handles = new HandleTable([file]);
  expect([11, 12, 13].map((rep) => resourceNew(handles, file, rep))).toEqual([1, 2, 3]);
  expect(resourceRep(handles, file, 2)).toBe(12);
  expect(resourceDrop(handles, file, 2)).toBe(12);
  expect(resourceNew(handles, file, -1)).toBe(2);
  expect(resourceRep(handles, file, 2)).toBe(2 ** 32 - 1);
});

test("a handle that was dropped cannot be dropped again", () => {
  const handles = new HandleTable([file]);
  const index = resourceNew(handles, file, 7);
  resourceDrop(handles, file, index);
  const message = "cannot drop handle 1: there is no such handle";
  expect(failure(() => resourceDrop(handles, file, index))).toMatchObject({ code: "trap", message });
});

describe.each(implementations)("$name", (abi) => {
  test("what is owned goes from one guest to another, and the first one has it no more", () => {
    const [first, second] = [new HandleTable([file]), new HandleTable()];
    const index = resourceNew(first, file, 7);
    expect(speakerOf(abi, first).lifted(taking(own), index)).toEqual([7]);
    expect(first.get(index)).toBeUndefined();
    const [given] = speakerOf(abi, second).lowered(taking(own), 7);
    expect(resourceRep(second, file, Number(given))).toBe(7);
  });

  test("what is borrowed has to be dropped before the call ends", () => {
    const handles = new HandleTable();
    const speaker = speakerOf(abi, handles);
    const keep = speaker.lift(() => undefined, taking(borrow));
    expect(failure(() => keep(7))).toMatchObject({
      code: "trap",
      message: "cannot end the call: the guest kept 1 borrowed handle",
    });
    const dropped = speakerOf(abi, new HandleTable());
    const { instance } = dropped.options;
    const drop = dropped.lift((index: number) => {
      expect(resourceDrop(instance.handles, file, index)).toBeUndefined();
    }, taking(borrow));
    expect(drop(7)).toBeUndefined();
  });

  test("a guest that implements a resource is lent what it knows it by, and no handle", () => {
    const handles = new HandleTable([file]);
    expect(speakerOf(abi, handles).lowered(taking(borrow), 7)).toEqual([7]);
    expect(handles.get(1)).toBeUndefined();
  });

  test("what a guest lends it can neither drop nor hand over before the call ends", () => {
    const handles = new HandleTable();
    const speaker = speakerOf(abi, handles);
    const [index = 0] = speaker.lowered(taking(own), 7).map(Number);
    const during = speaker.lower(
      () => {
        expect(failure(() => resourceDrop(handles, file, index))).toMatchObject({
          code: "trap",
          message: "cannot drop handle 1: it is lent to 2 calls under way",
        });
        expect(failure(() => speaker.lifted(taking(own), index))).toMatchObject({
          code: "trap",
          message: 'cannot lift argument 1 of "f": a: handle 1 is lent to 2 calls under way',
        });
      },
      taking(borrow, borrow),
    );
    Reflect.apply(during, undefined, [index, index]);
    expect(resourceDrop(handles, file, index)).toBe(7);
  });

  describe("a handle that is none is a trap", () => {
    test.each([0, 2, -1])("%i", (index) => {
      const handles = new HandleTable();
      const speaker = speakerOf(abi, handles);
      speaker.lowered(taking(own), 7);
      const reason = `there is no handle ${index >>> 0}`;
      for (const type of [own, borrow]) {
        expect(failure(() => speaker.lifted(taking(type), index))).toMatchObject({
          code: "trap",
          reason: `a: ${reason}`,
        });
      }
      expect(failure(() => resourceRep(handles, file, index))).toMatchObject({ code: "trap" });
      expect(failure(() => resourceDrop(handles, file, index))).toMatchObject({ code: "trap" });
    });

    test("of another resource of the same name", () => {
      const handles = new HandleTable([other]);
      const index = resourceNew(handles, other, 7);
      const reason = "expected a handle to file, got one to file";
      expect(failure(() => resourceRep(handles, file, index))).toMatchObject({ code: "trap", reason });
      expect(failure(() => speakerOf(abi, handles).lifted(taking(own), index))).toMatchObject({
        code: "trap",
        reason: `a: ${reason}`,
      });
    });

    test("borrowed, and handed over as if it were owned", () => {
      const speaker = speakerOf(abi, new HandleTable());
      const handOver = speaker.lift((index: number) => speaker.lifted(taking(own), index), taking(borrow));
      expect(failure(() => handOver(7))).toMatchObject({
        code: "trap",
        reason: "a: handle 1 is borrowed and not owned",
      });
    });
  });

  describe("with a mapping", () => {
    class Handle {
      readonly rep: number;
      constructor(rep: number) {
        this.rep = rep;
      }
    }

    /** A mapping that writes down what it is told. */
    function recorder(): { readonly told: unknown[]; readonly mapping: ResourceMapping } {
      const told: unknown[] = [];
      const mapping: ResourceMapping = {
        lift: ({ kind }, rep) => {
          told.push(["lift", kind, rep]);
          return new Handle(rep);
        },
        lower: ({ kind }, value) => {
          if (!(value instanceof Handle)) return undefined;
          told.push(["lower", kind, value.rep]);
          return value.rep;
        },
        giveBack: ({ kind }, value, rep) => {
          expect(value).toEqual(new Handle(rep));
          told.push(["give back", kind, rep]);
        },
      };
      return { told, mapping };
    }

    test("handles are what it says they are, in both directions, and loans come back", () => {
      const { told, mapping } = recorder();
      const handles = new HandleTable([file]);
      const speaker = speakerOf(abi, handles, mapping);
      const index = resourceNew(handles, file, 5);
      const [lent, given] = speaker.lifted(taking(borrow, own), index, resourceNew(handles, file, 6));
      expect([lent, given]).toEqual([new Handle(5), new Handle(6)]);
      expect(told).toEqual([
        ["lift", "borrow", 5],
        ["lift", "own", 6],
        ["give back", "borrow", 5],
      ]);
      told.length = 0;
      expect(speaker.lowered(taking(borrow, own), new Handle(8), new Handle(9))).toEqual([8, 2]);
      expect(told).toEqual([
        ["lower", "borrow", 8],
        ["lower", "own", 9],
        ["give back", "borrow", 8],
      ]);
    });

    test("a value that it does not know is a misfit", () => {
      const speaker = speakerOf(abi, new HandleTable(), recorder().mapping);
      expect(failure(() => speaker.lowered(taking(own), 7))).toMatchObject({
        code: "bad-argument",
        path: "a",
        message: 'cannot lower argument 1 of "f": a: expected a resource file, got 7',
      });
    });

    test("what was handed over for a call that did not come about is given back, and the guest has no handle", () => {
      const { told, mapping } = recorder();
      const handles = new HandleTable();
      const speaker = speakerOf(abi, handles, mapping);
      const type = taking(own, borrow, u8);
      expect(failure(() => speaker.lowered(type, new Handle(1), new Handle(2), 256)).code).toBe("bad-argument");
      expect(told.slice(2)).toEqual([
        ["give back", "borrow", 2],
        ["give back", "own", 1],
      ]);
      expect([handles.get(1), handles.get(2)]).toEqual([undefined, undefined]);
    });
  });
});
