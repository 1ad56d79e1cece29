#!/usr/bin/env python3
"""A power cut: `parvis sync` from a folder (a stick) is killed before every system call that changes something, by strace, during a first
sync, an update and a clean-up; after each, the old or the new generation is there, whole (every file is hashed here), and the next sync
puts all in order. What a disk may lose or keep of what was not yet flushed is taken from it too, in the ways that file systems do.
`parvis publish` is killed in the same way. FULL=1 kills before every system call whatever it does. Errors of the disk: disk_test.py."""
import concurrent.futures
import os
import re
import shutil
import subprocess
import tempfile

from origin import Key, Sync, content, current, lay, picture, site, tree, whole
from screen import PARVIS, ROOT, Failed, Run, expect, folder, need_program, run_tests, write

FULL = bool(os.environ.get("FULL"))
# Thousands of states are made and thrown away: in memory, where flushing costs nothing. What it is for is looked at in the log.
if os.access("/dev/shm", os.W_OK):
    tempfile.tempdir = "/dev/shm"
KEY = None
# Calls that change what is on a disk, or that order it. An openat counts only when it may write.
CHANGING = ("openat", "open", "creat", "write", "pwrite64", "writev", "pwritev", "copy_file_range", "sendfile", "fsync", "fdatasync", "syncfs", "sync",
            "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "ftruncate",
            "truncate", "fallocate", "flock", "fchmod", "chmod", "utimensat")

def copy(path):
    """A copy with its hard links, somewhere else."""
    target = os.path.join(folder(), "state")
    subprocess.run(["cp", "-a", path, target], check=True)
    return target


def read_calls(path, state):
    """(name, n-th of that name, line) of each call of a log of strace, in order; paths of the state are written as /STATE."""
    counts, calls = {}, []
    with open(path, encoding="latin-1") as log:
        for line in log:
            match = re.match(r"\d+ +(?:<\.\.\. )?(\w+)(\(| resumed)(.*)", line)
            if match and match[2] == "(":
                counts[match[1]] = counts.get(match[1], 0) + 1
                calls.append((match[1], counts[match[1]], match[3].replace(state, "/STATE")))
    return calls


def changing(calls):
    """The calls that changed or ordered something (a folder that was there already did not)."""
    return [c for c in calls if c[0] in CHANGING and " = -1 " not in c[2] and
            (not c[0].startswith("open") or re.search(r"O_CREAT|O_WRONLY|O_RDWR|O_TMPFILE", c[2]))]


class Scenario:
    """A state to start from, a stick to read, and what a sync that nobody disturbs makes of it."""

    def __init__(self, name, steps):
        global KEY
        need_program("strace")
        KEY = KEY or Key()
        self.name, self.base = name, os.path.join(folder(), "state")
        os.mkdir(self.base)
        self.options = ["--trusted-key", KEY.path]
        for number, files in enumerate(steps[:-1], 1):
            run = Sync(lay(site(files, number, KEY), folder()), self.base, *self.options)
            expect(run.code == 0 and current(self.base) == number, f"{name}: generation {number} is not taken: {run}")
        self.files, self.new = steps[-1], len(steps)
        self.old = current(self.base)
        self.old_files = tree(self.base) if self.old is not None else {}
        self.stick = lay(site(self.files, self.new, KEY), folder())
        self.log = os.path.join(folder(), "log")
        state = copy(self.base)
        # In the log every descriptor has its path; -f follows threads and children.
        run = self.sync(state, ["strace", "-f", "-y", "-s", "400", "-o", self.log])
        expect(run.code == 0 and current(state) == self.new, f"{name}: {run}")
        self.calls = read_calls(self.log, state)
        self.after = listing(state)

    def sync(self, state, wrap=()):
        return Sync(self.stick, state, *self.options, wrap=wrap)

    def changing(self):
        return changing(self.calls)

    def sound(self, state, where):
        wrong = whole(state)
        expect(wrong is None, f"{self.name}, {where}: {wrong}")
        now = current(state)
        expect(now in (self.old, self.new), f"{self.name}, {where}: generation {now} is on screen")
        if now is not None:
            expect(tree(state) == (self.files if now == self.new else self.old_files), f"{self.name}, {where}: another content")

    def repaired(self, state, where):
        run = self.sync(state)
        expect(run.code == 0 and current(state) == self.new, f"{self.name}, {where}: the next sync does not repair: {run}")
        self.sound(state, where + ", repaired")
        left = listing(state) ^ self.after
        expect(not left, f"{self.name}, {where}: left behind or lost: {sorted(left)[:4]}")


def listing(state):
    """The paths of a state, without what a role says of itself."""
    return {os.path.relpath(os.path.join(at, name), state) for at, folders, names in os.walk(state) for name in names + folders
            if not os.path.relpath(at, state).startswith("run")} - {"run"}


SCENARIOS = {}


def scenarios():
    if not SCENARIOS:
        # The update changes a file, adds two (one of them large enough for several writes) and takes one away; the clean-up drops
        # generation 1, of which some objects are still in use.
        large = {"affiche.bin": bytes(range(256)) * 700}
        third = {**content("trois"), **large}
        SCENARIOS["a first sync"] = Scenario("a first sync", [{**content("un", 1), **large}])
        SCENARIOS["an update"] = Scenario("an update", [content("un", 2), {**content("deux", 1), "notes/plan.txt": b"plan", **large}])
        SCENARIOS["a clean-up"] = Scenario("a clean-up", [content("un", 2), content("deux", 1), third, {**third, "articles/c.md": b"# C\n"}])
    return list(SCENARIOS.values())


def everywhere(jobs, work):
    """Runs work(job) for each, two at a time; the first failures are said together."""
    problems = []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for done in concurrent.futures.as_completed([pool.submit(work, job) for job in jobs]):
            if done.exception():
                if not isinstance(done.exception(), Failed):
                    raise done.exception()
                problems.append(str(done.exception()))
    expect(not problems, f"{len(problems)} of {len(jobs)}: " + " | ".join(sorted(problems)[:5]))


def killed_state(scenario, name, number):
    """The state as a kill before that call leaves it."""
    state = copy(scenario.base)
    run = scenario.sync(state, ["strace", "-f", "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={number}"])
    expect(run.code in (-9, 137), f"{scenario.name}: not killed before {name} {number}, ended with {run.code}")
    return state


# --- what a disk keeps of what was not flushed ----------------------------------------------------------------------------------------------


class Disk:
    """Follows the log of a sync: which files and which names of /STATE are safely on the disk. A file is safe after fsync; a name after
    fsync of its folder (or syncfs, sync). `ignore` leaves fsync out: to see that the test would notice."""

    def __init__(self, ignore=False):
        self.unsafe_data, self.pending, self.ignore = set(), {}, ignore

    PATH = r'(?:AT_FDCWD<[^>]*>|\d+<([^>]*)>), "([^"]*)"'

    def at(self, match, first):
        base, name = match[first], match[first + 1]
        return os.path.normpath(name if name.startswith("/") or not base else os.path.join(base, name))

    def name(self, what, path, other=None):
        if path.startswith("/STATE/"):
            self.pending.setdefault(os.path.dirname(path), []).append((what, path, other))

    def moved(self, old, new):
        """What is not yet safe is so under its new name, also below a folder that was renamed."""
        def to(path):
            return new + path[len(old):] if path == old or path.startswith(old + "/") else path
        self.unsafe_data = {to(path) for path in self.unsafe_data}
        self.pending = {to(at): [(what, to(path) if at != os.path.dirname(new) else path, other) for what, path, other in steps]
                        for at, steps in self.pending.items()}

    def step(self, call, line):
        result = line.rsplit(" = ", 1)[-1]
        if result.startswith("-1") or result.startswith("?"):
            return
        one = re.match(self.PATH, line) or re.match(r'()"([^"]*)"', line)
        two = re.match(self.PATH + r"(?:, )" + self.PATH, line) or re.match(r'()"([^"]*)", ()"([^"]*)"', line)
        descriptor = re.match(r"\d+<([^>]*)>", line)
        if call in ("openat", "open") and "O_CREAT" in line:
            self.name("create", self.at(one, 1))
            self.unsafe_data.add(self.at(one, 1))
        elif call in ("write", "pwrite64", "writev", "ftruncate", "copy_file_range", "sendfile"):
            self.unsafe_data.update([descriptor[1]] if descriptor and descriptor[1].startswith("/STATE/") else [])
        elif call in ("fsync", "fdatasync") and not self.ignore and descriptor:
            self.unsafe_data.discard(descriptor[1])
            self.pending.pop(descriptor[1], None)
        elif call in ("syncfs", "sync") and not self.ignore:
            self.unsafe_data.clear()
            self.pending.clear()
        elif call in ("mkdir", "mkdirat"):
            self.name("create", self.at(one, 1))
        elif call in ("rename", "renameat", "renameat2"):
            old, new = self.at(two, 1), self.at(two, 3)
            self.name("rename", new, old)
            self.moved(old, new)
        elif call in ("link", "linkat"):
            self.name("create", self.at(two, 3))
            if self.at(two, 1) in self.unsafe_data:
                self.unsafe_data.add(self.at(two, 3))
        elif call in ("unlink", "unlinkat", "rmdir"):
            self.name("remove", self.at(one, 1))
            self.unsafe_data.discard(self.at(one, 1))

    def lose_data(self, state):
        """Names are kept, what was written is not: files of no bytes, the way of ext4 and XFS after a cut."""
        for path in self.unsafe_data:
            real = path.replace("/STATE", state, 1)
            if os.path.isfile(real):
                os.truncate(real, 0)

    def lose_names(self, state, base, folders):
        """What happened in these folders since their last flush has not happened."""
        for at in folders:
            for what, path, old in reversed(self.pending[at]):
                real = path.replace("/STATE", state, 1)
                before = path.replace("/STATE", base, 1)
                if what == "create":
                    shutil.rmtree(real, ignore_errors=True) if os.path.isdir(real) else os.path.lexists(real) and os.remove(real)
                elif what == "rename":
                    if os.path.lexists(real):
                        os.replace(real, old.replace("/STATE", state, 1))
                    if os.path.isfile(before):
                        shutil.copy2(before, real)
                elif os.path.isdir(before):
                    os.makedirs(real, exist_ok=True)
                elif os.path.isfile(before):
                    os.makedirs(os.path.dirname(real), exist_ok=True)
                    shutil.copy2(before, real)


    def twin(self):
        twin = Disk(self.ignore)
        twin.unsafe_data = set(self.unsafe_data)
        twin.pending = {at: list(steps) for at, steps in self.pending.items()}
        return twin

    def ways(self):
        """(words, data lost, folders whose names are lost): data alone, all names, both, and each folder's names alone."""
        folders = [at for at in self.pending if not at.startswith("/STATE/run")]
        ways = [("data lost", True, []), ("names lost", False, folders), ("both lost", True, folders)]
        return ways + [(f"names of {at} lost", data, [at]) for at in folders if len(folders) > 1 for data in (False, True)]


def instants(scenario, ignore=False):
    """Each call before which a kill is of interest, and the disk at that time."""
    disk, found = Disk(ignore), []
    wanted = {call[:2] for call in (scenario.calls if FULL else scenario.changing()) if call[0] not in ("execve", "exit_group", "exit")}
    for name, number, line in scenario.calls:
        if (name, number) in wanted:
            found.append((name, number, line, disk.twin()))
        disk.step(name, line)
    return found


def test_sync_killed_before_every_call():
    """Killed; and at each of these instants also what was not flushed is lost: the data (names kept), the names, both, those of one folder."""
    checked = []

    def cut(job):
        scenario, (name, number, line, disk) = job
        where = f"killed before {name} {number} ({line[:90]})"
        left = killed_state(scenario, name, number)
        for words, data, folders in disk.ways() if "/STATE" in line else []:
            if not data and not folders or data and not disk.unsafe_data:
                continue
            state = copy(left)
            if data:
                disk.lose_data(state)
            disk.lose_names(state, scenario.base, folders)
            scenario.sound(state, f"{where}, {words}")
            if words == "both lost" or not folders:
                scenario.repaired(state, f"{where}, {words}")
            shutil.rmtree(state)
            checked.append(words)
        scenario.sound(left, where)
        scenario.repaired(left, where)
        shutil.rmtree(left)
    jobs = [(s, instant) for s in scenarios() for instant in instants(s)]
    everywhere(jobs, cut)
    print("# killed: " + ", ".join(f"{sum(1 for j in jobs if j[0] is s)} times in {s.name}" for s in scenarios()) +
          f"; {len(checked)} disks that lost what was not flushed")


# --- the desk ---------------------------------------------------------------------------------------------------------------------------


def test_publish_killed_before_every_call():
    """Someone's computer goes out while it publishes: what is served as it lies is the old or the new publication, or one that a screen
    refuses and keeps its picture; publishing again puts all in order."""
    need_program("strace")
    name, desk = os.path.join(folder(), "key"), folder()
    for word in ("keygen", "--out", name, "--no-password"), ("publish", desk, "--out", os.path.join(folder(), "out")):
        if word[0] == "publish":
            for path, data in content("un").items():
                write(os.path.join(desk, path), data)
            word += ("--key", name + ".key")
            base = word[3]
        run = Run(*word)
        expect(run.code == 0, f"{word[0]}: {run.err}")
    options = ["--trusted-key", name + ".pub", "--patience", "2"]
    state = folder()
    expect(Sync(base, state, *options).code == 0, "the first publication is not taken")
    old, files = picture(state), content("deux", 2)
    for path, data in files.items():
        write(os.path.join(desk, path), data)
    publish = ["publish", desk, "--key", name + ".key", "--out"]
    log, out = os.path.join(folder(), "log"), copy(base)
    subprocess.run(["strace", "-f", "-y", "-s", "200", "-o", log, PARVIS, *publish, out], cwd=ROOT, check=True, capture_output=True)
    calls = changing(read_calls(log, out))
    refused = []

    def cut(call):
        where = f"publish killed before {call[0]} {call[1]} ({call[2][:80]})"
        here, screen = copy(base), copy(state)
        done = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", f"trace={call[0]}", "-e", f"inject={call[0]}:signal=KILL:when={call[1]}",
                               PARVIS, *publish, here], cwd=ROOT, capture_output=True)
        expect(done.returncode in (-9, 137), f"{where}: not killed")
        run = Sync(here, screen, *options)
        expect(whole(screen) is None and (picture(screen) == old or tree(screen) == files), f"{where}: {whole(screen)}")
        if run.code:
            expect(run.code == 1 and run.error in ("signature-wrong", "signature-missing") and picture(screen) == old, f"{where}: {run}")
            refused.append(where)
        again = Run(*publish, here)
        expect(again.code == 0, f"{where}: publishing again: {again.err}")
        run = Sync(here, screen, *options)
        expect(run.code == 0 and tree(screen) == files and whole(screen) is None, f"{where}: after publishing again: {run}")
        for path in (here, screen):
            shutil.rmtree(path)
    everywhere(calls, cut)
    print(f"# publish was killed {len(calls)} times; a screen had to wait for the next publication {len(refused)} times")


if __name__ == "__main__":
    run_tests(globals())
