import { callBack } from "test:re-entrance/host@1.0.0";
import type { ReEntranceExports } from "test:re-entrance/re-entrance@1.0.0";

export const enter: ReEntranceExports["enter"] = () => callBack();
export const hello: ReEntranceExports["hello"] = () => "hello";
