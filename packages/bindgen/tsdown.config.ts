import { defineConfig } from "tsdown";
import { disposable, library } from "../../tsdown.base.ts";

export default defineConfig({ ...library, banner: { dts: disposable } });
