import { err, ok, Result } from "@polyplug/sdk-assemblyscript";

/** The text in capitals; an empty one is refused. */
export function transform(text: string): Result<string, string> {
  if (text == "") return err<string, string>("there is nothing to shout");
  return ok<string, string>(text.toUpperCase());
}
