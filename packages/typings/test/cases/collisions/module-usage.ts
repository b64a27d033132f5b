import {
  firstParty,
  greet,
  "test:greeter/greet@0.1.0" as old,
  third,
  thirdParty,
  "test:greeter/greet@0.2.3" as young,
} from "./collisions.wasm";

export function use(): string {
  firstParty();
  thirdParty.call();
  greet.hello();
  return old.hello("you") + young.hello(["you"]) + third.new([{ length: 1 }]).binary.length;
}
