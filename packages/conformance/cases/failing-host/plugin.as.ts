import * as host from "./bindings/host";

export function ask(): string {
  const answer = host.fail("no reason");
  return answer.isOk ? answer.value : answer.error;
}

export function hello(): string {
  return "hello";
}
