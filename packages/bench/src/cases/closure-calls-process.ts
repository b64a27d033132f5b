/** Prints {@link bareCalls} of the first of the guests in the argument, with all of them loaded, as JSON. */
import type { BuiltGuest } from "@polyplug/toolchains";
import type { Settings } from "../settings.ts";
import { bareCalls } from "./bare-calls.ts";
import { loadAdders } from "./loaded-adder.ts";

const { guests, settings }: { guests: BuiltGuest[]; settings: Settings } = JSON.parse(process.argv[2] ?? "");
const adders = await loadAdders(guests);
console.log(JSON.stringify(await bareCalls(adders.slice(0, 1), settings)));
