/** `node jco-transpile.js <packages> <component> <folder>` */
import { importJco } from "./jco.js";

const [packages = "", component = "", folder = ""] = process.argv.slice(2);
const transpile = await importJco(packages);
await transpile(component, folder);
