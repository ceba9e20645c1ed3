"""Runs under the system's Python (which has uno): one warm soffice, one JSON command a line, one JSON answer a line.

What is done with documents is done by tests/calc/desk.py, in LibreOffice itself.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import NamedValue

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
sys.path.insert(0, ROOT)  # it is started by its path
from addin.libreoffice import STARTED_BEFORE, Setting, registry  # noqa: E402

SOFFICE = os.environ.get("FORDEL_SOFFICE", "/usr/lib/libreoffice/program/soffice.bin")
SCREEN = "FORDEL_SCREEN"  # set where its windows are to be seen
DESK = "dk.fordel.tests.Desk"

# What a closed document leaves is kept for the next: to give it back and ask again takes a tenth of all it does.
KEEPS = {"MALLOC_TRIM_THRESHOLD_": str(1 << 30), "MALLOC_MMAP_THRESHOLD_": str(1 << 25)}
NOBODY, TRIES = 65534, 6
DANISH = registry((Setting("Setup/L10N", "ooSetupSystemLocale", "da-DK"), STARTED_BEFORE))


def hand_over(folder, owner):
    for place, _, files in os.walk(folder):
        for name in ("", *files):
            os.chown(os.path.join(place, name), owner, owner)


def started(command):
    return subprocess.Popen(command, env={**os.environ, **KEEPS}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Office:
    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="fordel-calc-")
        if len(sys.argv) > 1:
            self.install(sys.argv[1])
        pipe = f"fordel{os.getpid()}"
        window = [] if os.environ.get(SCREEN) else ["--headless"]
        command = [SOFFICE, *window, "--norestore", "--nologo", "--nodefault",
                   "-env:UserInstallation=file://" + self.profile, f"--accept=pipe,name={pipe};urp;"]
        self.process = started(command)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
        for _ in range(1800):
            try:
                context = resolver.resolve(address)
                break
            except Exception:
                if self.process.poll() is not None:  # a new profile asks for one restart, with code 81
                    self.process = started(command)
                time.sleep(0.1)
        else:
            raise RuntimeError("soffice does not answer")
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        loader = context.ServiceManager.createInstanceWithContext("com.sun.star.loader.Python", context)
        where = uno.systemPathToFileUrl(os.path.join(ROOT, "tests", "calc", "desk.py"))
        self.desk = loader.activate(DESK, "", where, None).createInstanceWithContext(context)
        self.ask(json.dumps(["path", ROOT]))

    def install(self, extension):
        """As a user adds an extension, into a profile nobody has used, on a machine set to Danish."""
        for left in reversed(range(TRIES)):
            if self.installed(extension):
                return
            if left:  # unopkg of LibreOffice 7.4 now and then ends itself while it starts; in a new profile it does not
                time.sleep(1)
                self.profile = tempfile.mkdtemp(prefix="fordel-calc-")
        raise RuntimeError("unopkg could not add the extension")

    def installed(self, extension):
        where = os.path.join(self.profile, "fordel.oxt")
        shutil.copy(extension, where)
        os.makedirs(os.path.join(self.profile, "user"))
        with open(os.path.join(self.profile, "user", "registrymodifications.xcu"), "w") as settings:
            settings.write(DANISH)
        command = ["unopkg", "add", "--suppress-license", "-env:UserInstallation=file://" + self.profile, where]
        root = os.geteuid() == 0
        if root:  # unopkg refuses to work for root
            hand_over(self.profile, NOBODY)
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if root else {}
        done = subprocess.run(command, timeout=120, cwd="/", env={**os.environ, "HOME": self.profile},
                              stdout=subprocess.DEVNULL, **as_nobody)
        if root:
            hand_over(self.profile, 0)
        return done.returncode == 0

    def ask(self, line):
        argument = NamedValue()
        argument.Name, argument.Value = "command", line
        return self.desk.execute((argument,))

    def quit(self):
        try:
            self.ask(json.dumps(["close"]))
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)


def main():
    office = Office()
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        if json.loads(line) == ["quit"]:
            office.quit()
            print(json.dumps({"ok": None}), flush=True)
            return
        try:
            answer = office.ask(line)
        except Exception as problem:  # LibreOffice itself is gone
            answer = json.dumps({"failed": f"{type(problem).__name__}: {problem}"})
        print(answer, flush=True)
    office.quit()  # the test went away


if __name__ == "__main__":
    main()
