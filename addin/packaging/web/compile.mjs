// Compiles the sources of an archive with the Python they will run in, and of Python's own what a start imports, which
// would else be compiled anew in each browser: node compile.mjs PYODIDE IN.zip OUT.zip PYTHON.zip IMPORTS
// What is compiled already stays as it is. Nothing of when or where goes into it: the same sources give the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, source, target, own] = process.argv.slice(2, 6).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: folder, env: { PYTHONHASHSEED: "0" } });
python.FS.writeFile("/tmp/in.zip", new Uint8Array(readFileSync(source)));
python.FS.writeFile("/tmp/own.zip", new Uint8Array(readFileSync(`${folder}/python_stdlib.zip`)));
python.runPython(process.argv[6]);
// Stored in an archive that is packed as one: what modules have in common is then there once, which is a seventh of it.
python.runPython(`
import io, py_compile, sys, zipfile
from pathlib import Path

HASHED = py_compile.PycInvalidationMode.UNCHECKED_HASH
def entry(name):
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.external_attr = 0o644 << 16
    return info

def compiled(folder, name, level):
    path = py_compile.compile(f"{folder}/{name}", "/tmp/one.pyc", dfile=name, doraise=True, optimize=level,
                              invalidation_mode=HASHED)
    return entry(name + "c"), Path(path).read_bytes()

whole = io.BytesIO()
with zipfile.ZipFile("/tmp/in.zip") as sources, zipfile.ZipFile(whole, "w") as made:
    sources.extractall("/tmp/in")
    for name in sorted(sources.namelist()):
        if not name.endswith(".py"):
            made.writestr(entry(name), sources.read(name), zipfile.ZIP_STORED)
            continue
        # Ours and numpy read their own docstrings; those of others nobody reads here.
        level = 2 if name.startswith(("xlwings/", "xlsxwriter/")) else 0
        made.writestr(*compiled("/tmp/in", name, level), zipfile.ZIP_STORED)
with zipfile.ZipFile("/tmp/out.zip", "w") as packed:
    packed.writestr(entry("moduler.zip"), whole.getvalue(), zipfile.ZIP_DEFLATED, 9)

files = [getattr(module, "__file__", None) or "" for module in sys.modules.values()]
imported = {file.partition("/python312.zip/")[2] for file in files}
with zipfile.ZipFile("/tmp/own.zip") as sources, zipfile.ZipFile("/tmp/python.zip", "w") as made:
    sources.extractall("/tmp/own")
    for name in sources.namelist():
        one = compiled("/tmp/own", name, 0) if name in imported else (entry(name), sources.read(name))
        made.writestr(*one, zipfile.ZIP_DEFLATED, 9)
`);
writeFileSync(target, python.FS.readFile("/tmp/out.zip"));
writeFileSync(own, python.FS.readFile("/tmp/python.zip"));
