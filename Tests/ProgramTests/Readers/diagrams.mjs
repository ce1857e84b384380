// Parses Mermaid texts with Mermaid itself: diagrams.mjs MODULE FILE...
// Prints, for each file, null or what the parser said.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

globalThis.window = globalThis;
const [module, ...files] = process.argv.slice(2);
const loaded = await import(pathToFileURL(module).href);
const mermaid = loaded.mermaid ?? loaded.default;
const answers = [];
for (const file of files) {
  try {
    await mermaid.parse(readFileSync(file, "utf8"));
    answers.push(null);
  } catch (error) {
    answers.push(String(error));
  }
}
console.log(JSON.stringify(answers));
