import { Result } from "@polyplug/sdk-assemblyscript";

/** The text in capitals; an empty one is refused. */
export function transform(text: string): Result<string, string> {
  if (text == "") return Result.err<string, string>("there is nothing to shout");
  return Result.ok<string, string>(text.toUpperCase());
}
