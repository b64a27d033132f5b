import { PluginError } from "@polyplug/errors";
import { isTyped } from "../decode-source.ts";
import { InterceptedBoundary } from "../intercept/intercepted-boundary.ts";
import { CurrentSignal } from "../life/current-signal.ts";
import { Life } from "../life/life.ts";
import { unlessGivenUp } from "../life/unless-given-up.ts";
import { lateBreach } from "../limits/breach.ts";
import { type PreparedPlugin, restartPolicy, startRecord, telling } from "../prepare-plugin.ts";
import type { BoundaryRecorder } from "../record/record.ts";
import { callAction } from "../trap/call-action.ts";
import { Conversation, type Topic } from "./host/conversation.ts";
import { distantBare } from "./host/distant-bare.ts";
import { distantFiles } from "./host/distant-files.ts";
import type { ReachGuest } from "./host/distant-plugin.ts";
import type { DistantUser } from "./host/distant-typed.ts";
import type { CallSubject } from "./host/guest-call.ts";
import { handOverGrant } from "./host/hand-over-grant.ts";
import { HostFunctions } from "./host/host-functions.ts";
import type { Ended, HostLine, WatchedCalls } from "./host/host-line.ts";
import { LoadedApart, type PluginApart } from "./host/loaded-apart.ts";
import { type Terms, termsOf } from "./host/terms.ts";
import type { Apart } from "./isolation.ts";
import { openProcess } from "./process/host-pipe.ts";
import { openThread } from "./thread/open-thread.ts";
import type { GuestStart } from "./wire/guest-start.ts";

const open: Readonly<Record<Apart, (ended: Ended, calls: WatchedCalls) => HostLine>> = {
  worker: openThread,
  process: openProcess,
};

/** Loads a plugin into a thread or process of its own. */
export async function loadApart<Exports extends object>(
  prepared: PreparedPlugin,
  isolation: Apart,
  givenUp?: AbortSignal,
): Promise<PluginApart<Exports>> {
  const at = performance.now();
  const plugin = await telling(prepared, () => load<Exports>(prepared, isolation, givenUp));
  prepared.observer.loaded(at);
  return plugin;
}

async function load<Exports extends object>(
  prepared: PreparedPlugin,
  isolation: Apart,
  givenUp: AbortSignal | undefined,
): Promise<PluginApart<Exports>> {
  const { action, options, observer } = prepared;
  const policy = await restartPolicy(options.onFault, action);
  const terms = await termsOf(isolation, options.limits, action);
  const recorder = await startRecord({ ...prepared, options: { ...options, limits: terms.limits } });
  const link = (start: "now" | "later"): Promise<() => LoadedApart<Exports>> =>
    linkApart<Exports>(prepared, terms, recorder, start);
  let first: LoadedApart<Exports> | undefined;
  try {
    first = (await link("now"))();
    await unlessGivenUp(first.loaded, givenUp, () => first?.retire("was given up"));
    if (policy === undefined) return first;
    const { RestartingApart } = await import("../restart/restart.ts");
    const disposed = (): void => {
      observer.disposed();
      recorder?.close();
    };
    const restarting = { policy, observer, disposed, link: () => link("later") };
    return new RestartingApart<Exports>(first, await link("later"), restarting);
  } catch (error) {
    first?.retire("was given up");
    recorder?.close();
    throw error;
  }
}

/**
 * Links a plugin that is to run apart. What this gives has it loaded there, once, and takes calls at once, which wait for
 * that. The thread or process is started now, meanwhile, or only then.
 */
async function linkApart<Exports extends object>(
  prepared: PreparedPlugin,
  terms: Terms,
  recorder: BoundaryRecorder | undefined,
  start: "now" | "later",
): Promise<() => LoadedApart<Exports>> {
  const { name, action, decoded, options, observer } = prepared;
  const { isolation } = terms;
  const life = new Life(name);
  const signal = new CurrentSignal();
  const functions = new HostFunctions();
  const intercepted = new InterceptedBoundary(name, observer, options.intercept);
  const recording = recorder?.recordedApart(intercepted);
  const boundary = recording ?? intercepted;
  boundary.attach(life);
  const typed = isTyped(decoded, options);
  const hasFiles = options.grant?.files !== undefined;
  const topic: Topic = {
    life,
    functions,
    reenters: !typed,
    patience: terms.patience,
    grace: terms.grace,
    overdue: ({ action, exported }) =>
      new PluginError({ ...lateBreach(terms.patience), action, plugin: name, export: exported }),
    outlives: hasFiles,
    recorded: () => recording?.current,
  };
  let talk = start === "now" ? begin(terms, action, topic) : undefined;
  const reach: ReachGuest = (label, wire, index) => {
    const subject: CallSubject = { action: callAction(label), exported: label };
    return (args) => {
      if (talk === undefined) throw new TypeError("there is no guest yet");
      return talk.call(subject, wire, index, args, signal.current);
    };
  };
  const user: DistantUser = { life, boundary, functions, reach, action };
  try {
    const distant = typed
      ? await (await import("./host/distant-typed.ts")).distantTyped(decoded, options, user)
      : distantBare(decoded.info, options, user);
    const record = recording?.handOver(functions, name);
    const grant = await handOverGrant(options.grant, name, functions);
    const given: GuestStart = { ...startOf(prepared, terms), record, grant, ...distant.functions };
    return () => {
      talk ??= begin(terms, action, topic);
      const loaded = talk.load({ action }, given);
      const files = hasFiles ? distantFiles(name, talk) : undefined;
      return new LoadedApart<Exports>({ isolation, distant, files, boundary, life, talk, signal, loaded });
    };
  } catch (error) {
    talk?.end((subject) => life.refusal(subject.action));
    throw error;
  }
}

/** What a guest is told of the plugin itself. */
function startOf(
  { name, action, decoded, options }: PreparedPlugin,
  { within }: Terms,
): Pick<GuestStart, "name" | "action" | "bytes" | "canonicalAbi" | "contract" | "limits"> {
  const { contract, canonicalAbi } = options;
  return {
    ...{ name, action, bytes: decoded.bytes, canonicalAbi, limits: within },
    contract: contract && { binary: contract.binary },
  };
}

/** Starts a thread or process, and the conversation with it. */
function begin(terms: Terms, action: string, topic: Topic): Conversation {
  let ended: Ended = () => undefined;
  const talk = new Conversation(
    opened(terms, action, (why, cause) => ended(why, cause)),
    topic,
  );
  ended = (why, cause) => talk.ended(why, cause);
  return talk;
}

function opened({ isolation, calls }: Terms, action: string, ended: Ended): HostLine {
  try {
    return open[isolation](ended, calls);
  } catch (error) {
    throw PluginError.is(error) ? error.within(action) : error;
  }
}
