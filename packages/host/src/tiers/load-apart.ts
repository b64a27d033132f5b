import { PluginError } from "@polyplug/errors";
import { isTyped } from "../decode-source.ts";
import { InterceptedBoundary } from "../intercept/intercepted-boundary.ts";
import { Life } from "../life/life.ts";
import { canLimitTime } from "../limits/can-limit-time.ts";
import { boundsOf } from "../limits/hold-to-limits.ts";
import { tierLimits } from "../limits/tier-limits.ts";
import { type PreparedPlugin, telling } from "../prepare-plugin.ts";
import { callAction } from "../trap/call-action.ts";
import { type CallSubject, Conversation } from "./host/conversation.ts";
import { distantBare } from "./host/distant-bare.ts";
import type { ReachGuest } from "./host/distant-plugin.ts";
import type { DistantUser } from "./host/distant-typed.ts";
import { handOverGrant } from "./host/hand-over-grant.ts";
import { HostFunctions } from "./host/host-functions.ts";
import type { Ended, HostLine } from "./host/host-line.ts";
import { type CurrentSignal, LoadedApart } from "./host/loaded-apart.ts";
import type { Apart } from "./isolation.ts";
import { openProcess } from "./process/host-pipe.ts";
import { openThread } from "./thread/open-thread.ts";

/** Milliseconds beyond its time after which a guest is ended that did not end its call. */
const grace = 500;

const open: Readonly<Record<Apart, (ended: Ended) => HostLine>> = { worker: openThread, process: openProcess };

/** Loads a plugin into a thread or process of its own. */
export async function loadApart<Exports extends object>(
  prepared: PreparedPlugin,
  isolation: Apart,
): Promise<LoadedApart<Exports>> {
  const at = performance.now();
  const plugin = await telling(prepared, () => load<Exports>(prepared, isolation));
  prepared.observer.loaded(at);
  return plugin;
}

async function load<Exports extends object>(prepared: PreparedPlugin, isolation: Apart): Promise<LoadedApart<Exports>> {
  const { name, action, decoded, options, observer } = prepared;
  if (options.onFault !== undefined && options.onFault !== "throw") {
    const reason = "onFault: only a plugin on the inline tier goes on as a new instance; load it again, or make a pool";
    throw new PluginError({ code: "unsupported", action, reason, path: "onFault" });
  }
  if (options.record !== undefined) {
    const reason = "record: only on the inline tier can be seen all that crosses, what WASI answers too";
    throw new PluginError({ code: "unsupported", action, reason, path: "record" });
  }
  const life = new Life(name);
  const functions = new HostFunctions();
  const boundary = new InterceptedBoundary(name, observer, options.intercept);
  boundary.attach(life);
  const limits = tierLimits(isolation, options.limits ?? {});
  const { milliseconds = Number.POSITIVE_INFINITY } = await boundsOf(options.limits, action, isolation);
  // Where the engine cannot end a call from within, or may start no thread to do so, ending the whole guest has to do.
  const isHeldWithin = isolation === "worker" && canLimitTime();
  const typed = isTyped(decoded, options);
  const signal: CurrentSignal = { current: undefined };
  let ended: Ended = () => undefined;
  const line = opened(isolation, action, (why, cause) => ended(why, cause));
  const talk = new Conversation(line, {
    life,
    functions,
    reenters: !typed,
    patience: isHeldWithin ? milliseconds + grace : milliseconds,
    overdue: (subject) => overdue(subject, life.plugin, milliseconds),
  });
  ended = (why, cause) => talk.ended(why, cause);
  const reach: ReachGuest = (label, wire, index) => {
    const subject: CallSubject = { action: callAction(label), exported: label };
    return (args) => talk.call(subject, wire, index, args, signal.current);
  };
  const user: DistantUser = { life, boundary, functions, reach, action };
  try {
    const distant = typed
      ? await (await import("../typed/typed.ts")).distantTyped(decoded, options, user)
      : distantBare(decoded.info, options, user);
    const { contract, canonicalAbi } = options;
    await talk.load(
      { action },
      {
        ...{ name, action, bytes: decoded.bytes, canonicalAbi },
        contract: contract && { binary: contract.binary },
        limits: isHeldWithin ? limits : { ...limits, time: undefined },
        grant: await handOverGrant(options.grant, name, functions),
        ...distant.functions,
      },
    );
    return new LoadedApart<Exports>({ isolation, distant, boundary, life, talk, signal });
  } catch (error) {
    talk.end((subject) => life.refusal(subject.action));
    throw error;
  }
}

function opened(isolation: Apart, action: string, ended: Ended): HostLine {
  try {
    return open[isolation](ended);
  } catch (error) {
    throw PluginError.is(error) ? error.within(action) : error;
  }
}

function overdue({ action, exported }: CallSubject, plugin: string, milliseconds: number): PluginError {
  const reason = `limits.time: it ran for longer than the ${milliseconds} ms that a call may take`;
  return new PluginError({ code: "time-limit", action, reason, plugin, export: exported, path: "limits.time" });
}
