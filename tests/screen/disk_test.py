#!/usr/bin/env python3
"""A full disk, a dying card, a card that is read-only: every call of `parvis sync` that changes something fails once, by strace, and real
small file systems are full or read-only. What is on screen stays whole, and the status says why. FULL=1 tries every error at every call.
What a power cut does: power_cut_test.py."""
import json
import os
import re
import shutil
import subprocess
import sys

import power_cut_test as power
from origin import current, lay, picture, site, tree, whole
from power_cut_test import FULL, copy, everywhere, scenarios
from screen import PARVIS, ROOT, Skip, expect, folder, run_tests

ERRORS = {"openat": ("ENOSPC", "EIO", "EROFS"), "write": ("ENOSPC", "EIO"), "pwrite64": ("ENOSPC", "EIO"), "writev": ("ENOSPC", "EIO"),
          "copy_file_range": ("ENOSPC", "EIO"), "sendfile": ("ENOSPC", "EIO"), "fsync": ("EIO", "ENOSPC"), "fdatasync": ("EIO", "ENOSPC"),
          "syncfs": ("EIO", "ENOSPC"), "fallocate": ("ENOSPC", "EIO"), "ftruncate": ("EIO", "EROFS"), "mkdir": ("ENOSPC", "EIO", "EROFS"),
          "mkdirat": ("ENOSPC", "EIO", "EROFS"), "rename": ("ENOSPC", "EIO", "EROFS"), "renameat": ("ENOSPC", "EIO", "EROFS"),
          "renameat2": ("ENOSPC", "EIO", "EROFS"), "link": ("ENOSPC", "EIO", "EROFS"), "linkat": ("ENOSPC", "EIO", "EROFS"),
          "unlink": ("EIO", "EROFS"), "unlinkat": ("EIO", "EROFS"), "rmdir": ("EIO", "EROFS")}


def test_errors_of_the_disk():
    """Every call that changes something fails once with each error: what is on screen stays, and the status says why."""
    said = {}

    def fail(job):
        scenario, (name, number, line), error = job
        where = f"{error} at {name} {number} ({line[:90]})"
        state = copy(scenario.base)
        run = scenario.sync(state, ["strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", f"trace={name}", "-e",
                                    f"inject={name}:error={error}:when={number}"])
        scenario.sound(state, where)
        expect(not run.late and run.code in (0, 1), f"{scenario.name}, {where}: {run}")
        if current(state) != scenario.new:
            expect(run.code == 1, f"{scenario.name}, {where}: it says that all went well: {run}")
            # A status that cannot be written cannot tell.
            if "/STATE/run" not in line:
                expect(run.status.get("state") == "error" and run.error and run.french, f"{scenario.name}, {where}: the status does not say why: {run}")
                said.setdefault((error, run.error), run.french)
        scenario.repaired(state, where)
        shutil.rmtree(state)
    # The journal (descriptor 2) may fail as it likes; the lock alone is no write.
    jobs, seen = [], set()
    for scenario in scenarios():
        for call in (call for call in scenario.changing() if "/STATE" in call[2]):
            for i, error in enumerate(ERRORS.get(call[0], ())):
                # Every call of the update with the first error that it can have; the others once for each kind of place.
                kind = (scenario.name, call[0], error, re.sub(r"[0-9a-f]{64}|\d+", "", call[2])[:60])
                if FULL or (i == 0 and scenario.name == "an update") or kind not in seen:
                    jobs.append((scenario, call, error))
                seen.add(kind)
    everywhere(jobs, fail)
    print(f"# failed: {len(jobs)} times; " + "; ".join(f"{e}: {c}: {f}" for (e, c), f in sorted(said.items())))
    for error, code in said:
        expect(code == CODES.get(error), f"{error} is told as {code}")


CODES = {"ENOSPC": "disk-full", "EIO": "disk-broken", "EROFS": "disk-read-only"}


# --- real disks ---------------------------------------------------------------------------------------------------------------------------

# In a mount name space of its own: state on a small file system in memory, which may become read-only; the status elsewhere.
SMALL_DISK = """
import os, subprocess, sys
state, megabytes, change, parvis, *words = sys.argv[1:]
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", state], check=True)
if os.path.isdir(state + ".before"):
    subprocess.run(["cp", "-a", state + ".before/.", state], check=True)
if change == "ro":
    subprocess.run(["mount", "-o", "remount,ro", state], check=True)
code = subprocess.run([parvis, *words]).returncode
subprocess.run(["cp", "-a", state + "/.", state + ".after"], check=True)
sys.exit(code)
"""


def on_a_small_disk(base, stick, megabytes, change, run_folder):
    state = os.path.join(folder(), "state")
    os.mkdir(state)
    os.mkdir(state + ".after")
    subprocess.run(["cp", "-a", base, state + ".before"], check=True)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    environment.update(STATE_DIRECTORY=state, RUNTIME_DIRECTORY=run_folder, HOME=run_folder)
    done = subprocess.run(["unshare", "-m", sys.executable, "-c", SMALL_DISK, state, str(megabytes), change, PARVIS, "sync", stick, "--once",
                           "--trusted-key", power.KEY.path], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
    return done, state + ".after"


def test_a_disk_that_is_full_or_read_only():
    """A real file system without room for what comes, or one that became read-only: nothing is begun, the picture stays."""
    if not shutil.which("unshare") or subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode:
        raise Skip("no mount name space may be made here")
    scenario = scenarios()[1]
    large = {**scenario.files, "affiche2.bin": os.urandom(9 << 20)}
    stick = lay(site(large, scenario.new, power.KEY), folder())
    for megabytes, change, code in ((40, "", "disk-full"), (33, "", "disk-full"), (200, "ro", "disk-read-only"), (200, "", None)):
        run_folder = folder()
        done, state = on_a_small_disk(scenario.base, stick, megabytes, change, run_folder)
        with open(os.path.join(run_folder, "sync.json"), encoding="utf-8") as file:
            told = json.load(file)
        where = f"{megabytes} MB {change}: {done.stdout}{done.stderr}, {told}"
        expect(whole(state) is None, f"{where}: {whole(state)}")
        if code:
            expect(done.returncode == 1 and told["state"] == "error" and told["error"]["code"] == code, where)
            expect(told["generation"] == scenario.old and picture(state) == picture(scenario.base), where)
            expect(not [n for n in os.listdir(os.path.join(state, "obj")) if n.endswith(".part")], f"{where}: something was begun")
        else:
            expect(done.returncode == 0 and tree(state) == large, where)


if __name__ == "__main__":
    run_tests(globals())
