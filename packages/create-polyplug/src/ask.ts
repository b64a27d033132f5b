import { resolve } from "node:path";
import { cancel, confirm, intro, select, text } from "@clack/prompts";
import { CreateError } from "./create-error.ts";
import { checkName, nameOfFolder } from "./project-name.ts";
import { findTemplate, type Template, templates } from "./templates.ts";

/** Asks a person on the terminal for a folder. */
export async function askFolder(): Promise<string> {
  const initialValue = "my-plugin";
  return answer(
    await text({
      message: "In which folder?",
      placeholder: initialValue,
      defaultValue: initialValue,
    }),
  );
}

export async function askTemplate(): Promise<Template> {
  const options = templates.map(({ id, title, hint }) => ({ value: id, label: title, hint }));
  return findTemplate(answer(await select({ message: "Written in what?", options })));
}

export async function askName(folder: string, template: Template): Promise<string> {
  const suggested = nameOfFolder(resolve(folder)) || "my-plugin";
  return answer(
    await text({
      message: "What is it called?",
      placeholder: suggested,
      defaultValue: suggested,
      validate: (name) => problemOf(name === undefined || name === "" ? suggested : name, template),
    }),
  );
}

export async function askInstall(): Promise<boolean> {
  return answer(await confirm({ message: "Run npm install now?", initialValue: false }));
}

export function greet(): void {
  intro("create-polyplug");
}

/** The answer, unless the person left the prompt by Ctrl-C. */
function answer<Value>(given: Value): Exclude<Value, symbol> {
  if (typeof given !== "symbol") return given as Exclude<Value, symbol>;
  cancel("Nothing was created.");
  throw new CreateError("interrupted", "");
}

function problemOf(name: string, { id }: Template): string | undefined {
  try {
    checkName(name, id);
    return undefined;
  } catch (error) {
    if (error instanceof CreateError) return error.message;
    throw error;
  }
}
