import { hours as number } from "test:clock/now@1.2.0";
import { hours as text } from "test:clock/now@2.0.0";
import type { VersionsExports } from "test:versions/versions@1.0.0";

const first: VersionsExports["test:greeter/greet@0.1.0"] = {
  hello: (name) => `hello ${name} at ${number()}`,
};

const second: VersionsExports["test:greeter/greet@0.2.3"] = {
  hello: (names) => `hello ${names.join(" and ")} at ${text()}`,
};

export { first as "test:greeter/greet@0.1.0", second as "test:greeter/greet@0.2.3" };
