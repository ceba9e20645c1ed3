// Compiles the sources of an archive with the Python they will run in: node compile.mjs PYODIDE IN.zip OUT.zip
// Nothing of when or where goes into the result: the same sources give the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, source, target] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: folder, env: { PYTHONHASHSEED: "0" } });
python.FS.writeFile("/tmp/in.zip", new Uint8Array(readFileSync(source)));
python.runPython(`
import py_compile, zipfile
from pathlib import Path

HASHED = py_compile.PycInvalidationMode.UNCHECKED_HASH
with zipfile.ZipFile("/tmp/in.zip") as sources, zipfile.ZipFile("/tmp/out.zip", "w") as made:
    sources.extractall("/tmp/in")
    for name in sorted(sources.namelist()):
        compiled = py_compile.compile(f"/tmp/in/{name}", "/tmp/one.pyc", dfile=name, doraise=True, optimize=0,
                                      invalidation_mode=HASHED)
        info = zipfile.ZipInfo(name + "c", (1980, 1, 1, 0, 0, 0))
        info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
        made.writestr(info, Path(compiled).read_bytes(), compresslevel=9)
`);
writeFileSync(target, python.FS.readFile("/tmp/out.zip"));
