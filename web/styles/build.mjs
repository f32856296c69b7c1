// Builds main.scss into web/static/build, under a name that changes when its content does,
// so that a browser may keep it for ever. manifest.json says which name is the current one.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const here = fileURLToPath(new URL(".", import.meta.url));
const packages = join(here, "..", "..", "node_modules");
const built = join(here, "..", "static", "build");

const { css } = compile(join(here, "main.scss"), {
  loadPaths: [packages],
  quietDeps: true,
  style: "compressed",
});
const hash = createHash("sha256").update(css).digest("hex").slice(0, 12);
const name = `main-${hash}.css`;

mkdirSync(built, { recursive: true });
writeFileSync(join(built, name), css);
writeFileSync(join(built, "manifest.json"), `${JSON.stringify({ "main.css": name }, null, 2)}\n`);
// After the manifest is written, so that no page is ever sent to a file that has gone.
for (const old of readdirSync(built)) {
  if (/^main-[0-9a-f]{12}\.css$/.test(old) && old !== name) rmSync(join(built, old));
}
console.log(`styles: web/static/build/${name}, ${Buffer.byteLength(css)} bytes`);
