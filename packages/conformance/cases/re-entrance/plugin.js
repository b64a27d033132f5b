import { callBack } from "test:re-entrance/host@1.0.0";

export const enter = () => callBack();
export const hello = () => "hello";
