import { PluginError } from "@polyplug/host";
import { type Fault, soon } from "../../test/sandbox/fault.ts";

interface Thing extends Disposable {
  get(): unknown;
}

interface Things {
  readonly Thing: { new (value: number): Thing; create?(value: number): Promise<Thing> };
}

export const fault: Fault = {
  what: "a destructor never returns",
  options: () => ({ limits: { time: soon } }),
  play: async ({ guest }) => {
    const { Thing } = Object(guest.exports["things"]) as Things;
    const make = async (value: number): Promise<Thing> => (await Thing.create?.(value)) ?? new Thing(value);
    const [thing, other] = [await make(7), await make(8)];
    try {
      thing[Symbol.dispose]();
      return await other.get();
    } catch (error) {
      // Apart from its host nobody waits for a destructor, and whoever calls next is told.
      throw PluginError.is(error) && error.code === "poisoned" ? error.cause : error;
    }
  },
  seen: () => ({ ends: { code: "time-limit", path: "limits.time" } }),
};
