import { camelCase } from "@polyplug/abi";
import { ResultError } from "@polyplug/errors";
import type { HostImports } from "@polyplug/host";
import type { HostAnswer, HostAnswers } from "./case.ts";
import { readNotation } from "./notation.ts";
import type { Heard } from "./outcome.ts";

/** What becomes of a call that the host hears. */
export interface Listener {
  hear(call: Heard): void;
  /** Calls an export of the guest. */
  call(path: string): unknown;
}

type HostFunction = (...args: unknown[]) => unknown;

/** The imports that a case describes, as `loadPlugin` takes them. */
export function hostFunctions(answers: HostAnswers, listener: Listener): HostImports {
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => {
      if (isAnswer(answer)) return [camelCase(name), hostFunction(name, answer, listener)];
      const functions = Object.entries(answer).map(([member, each]): [string, HostFunction] => [
        camelCase(member),
        hostFunction(`${name}#${member}`, each, listener),
      ]);
      return [name, Object.fromEntries(functions)];
    }),
  );
}

/** An interface has functions, and each of them an object; an answer has values, and at most one. */
function isAnswer(answer: HostAnswers[string]): answer is HostAnswer {
  return (
    ["returns", "echoes", "throws", "traps", "calls"].some((key) => key in answer) || Object.keys(answer).length === 0
  );
}

function hostFunction(name: string, answer: HostAnswer, { hear, call }: Listener): HostFunction {
  return (...args) => {
    hear([name, args]);
    if ("echoes" in answer) return args[answer.echoes];
    if ("throws" in answer) throw new ResultError(readNotation(answer.throws, unkept));
    if ("traps" in answer) throw new Error(answer.traps);
    if ("calls" in answer) return call(answer.calls);
    return readNotation(answer.returns, unkept);
  };
}

function unkept(name: string): never {
  throw new Error(`a host function knows nothing that is kept as ${name}`);
}
