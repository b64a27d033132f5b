import { unreadable } from "../canonical/refusals.ts";
import { errorAbout, type Subject } from "../canonical/subject.ts";
import { Emitter } from "./emitter.ts";
import { Fault, original } from "./fault.ts";

/** What the code of a whole function is at when it has set a mark. */
export interface Stage {
  /** Whose work is under way: the guest's where it runs and where it is lifted from. */
  readonly party: "guest" | "host";
  readonly subject: Subject;
  /** Where the value is that is lifted or lowered. */
  readonly path: string;
}

/** The unit of a whole function. Its marks also tell which value of the call they are about. */
export class CallEmitter extends Emitter {
  readonly stages: Stage[] = [];
  #party: Stage["party"] = "host";
  #subject: Subject | undefined;
  #root = "";

  /** From here on it is this party's turn, and what is emitted is about this. */
  begin(party: Stage["party"], subject: Subject, root = ""): void {
    this.#party = party;
    this.#subject = subject;
    this.#root = root;
    this.mark();
  }

  override mark(): void {
    super.mark();
    if (this.#subject === undefined) return;
    this.stages[this.places.length - 1] = { party: this.#party, subject: this.#subject, path: this.#root + this.path };
  }
}

/** The error for what was thrown at a stage. What is none of ours stays what it is. */
export function errorAt({ subject, path }: Stage, thrown: unknown): unknown {
  if (!Fault.is(thrown) || thrown.code === "foreign") return original(thrown);
  const { cause, reason } = thrown;
  const code = thrown.code === "misfit" ? subject.code : thrown.code;
  return errorAbout(subject, path + thrown.path, { code, reason, cause });
}

/** As {@link errorAt}, where a value is lowered: what is none of ours then comes from a getter or a proxy. */
export function errorInValueAt(stage: Stage, thrown: unknown): unknown {
  const cause = original(thrown);
  if (Fault.is(cause)) return errorAt(stage, cause);
  const fault = new Fault("misfit", unreadable(cause), cause);
  fault.path = Fault.is(thrown) ? thrown.path : "";
  return errorAt(stage, fault);
}

/** Whether the guest itself failed there, and not a value of the host's. */
export function isGuestsFault({ party }: Stage, thrown: unknown): boolean {
  return party === "guest" || (Fault.is(thrown) && thrown.code !== "misfit" && thrown.code !== "foreign");
}
