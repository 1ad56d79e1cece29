#!/usr/bin/env python3
"""parvis publish and keygen from outside: what is published, that it plays the same, that Debian's minisign and Parvis read each other, and
what a half-copied folder does to a screen."""
import fcntl
import filecmp
import hashlib
import json
import os
import pty
import resource
import shutil
import stat
import subprocess
import sys

sys.dont_write_bytecode = True
from screen import DEMO, DEMO_DATE, PARVIS, Rendering, Run, expect, folder, need_program, run_tests, write  # noqa: E402

ARTICLE = "---\ntitle: {}\ndate: 2026-11-01\n---\nUn texte court.\n"


class Venue:
    """A folder of staff, where it is published, a pair of keys, a screen."""

    def __init__(self, signed=False):
        self.top = folder()
        self.source, self.origin, self.state = (os.path.join(self.top, name) for name in ("lieu", "publie", "state"))
        self.key, self.public = os.path.join(self.top, "cle.key"), os.path.join(self.top, "cle.pub")
        self.options = []
        if signed:
            run = Run("keygen", "--out", os.path.join(self.top, "cle"), "--no-password")
            expect(run.code == 0, run.err)
            self.options = ["--key", self.key]

    def write(self, name, text):
        write(os.path.join(self.source, name), text)

    def article(self, name, title):
        self.write(name, ARTICLE.format(title))

    def publish(self, *options, code=0, **more):
        run = Run("publish", self.source, "--out", self.origin, *self.options, *options, **more)
        expect(run.code == code, f"publish ended with {run.code}: {run.out}{run.err}")
        return run

    def sync(self, *options, origin=None):
        return Run("sync", origin or self.origin, "--state", self.state, "--once", *(["--trusted-key", self.public] if self.options else []),
                   *options)

    def manifest(self):
        with open(os.path.join(self.origin, "manifest.json"), encoding="utf-8") as file:
            return json.load(file)

    def objects(self):
        return sorted(os.listdir(os.path.join(self.origin, "obj")))

    def current(self):
        with open(os.path.join(self.state, "current"), encoding="utf-8") as file:
            return int(file.read())


def test_what_is_published_is_what_is_used():
    venue = Venue()
    shutil.copytree(DEMO, venue.source)
    venue.write("autre/inutile.md", ARTICLE.format("Inutile"))
    venue.publish()
    manifest = venue.manifest()
    expect(manifest["format"] == 1 and manifest["generation"] == 1, manifest)
    paths = [entry["path"] for entry in manifest["files"]]
    expect(paths == sorted(paths) and "playlist.yaml" in paths and "autre/inutile.md" not in paths, paths)
    for entry in manifest["files"]:
        with open(os.path.join(venue.origin, "obj", entry["sha256"]), "rb") as file:
            data = file.read()
        with open(os.path.join(venue.source, entry["path"]), "rb") as file:
            expect(file.read() == data, f"{entry['path']} is not its object")
        expect(hashlib.sha256(data).hexdigest() == entry["sha256"] and len(data) == entry["size"], entry)
    expect(venue.objects() == sorted({entry["sha256"] for entry in manifest["files"]}), "there are other objects")


def test_it_plays_the_same():
    """Pictures of site_root and a theme of its own included."""
    venue = Venue()
    shutil.copytree(DEMO, venue.source)
    os.makedirs(os.path.join(venue.top, "site"))
    os.rename(os.path.join(venue.source, "uploads"), os.path.join(venue.top, "site", "uploads"))
    with open(os.path.join(venue.source, "playlist.yaml"), encoding="utf-8") as file:
        text = file.read()
    venue.write("playlist.yaml", "site_root: ../site\ntheme: mien.yaml\n" + text.replace("theme:", "#"))
    venue.write("mien.yaml", "colours: {paper: '#fff8f0'}\n")
    venue.publish()
    run = venue.sync()
    expect(run.code == 0, run.out + run.err)
    here = Rendering(venue.source, DEMO_DATE, size="960x540")
    there = Rendering(os.path.join(venue.state, "tree", "1"), DEMO_DATE, size="960x540")
    expect(len(here.slides) == len(there.slides) > 8, f"{len(here.slides)} and {len(there.slides)} slides")
    for mine, theirs in zip(here.slides, there.slides):
        expect(filecmp.cmp(here.path(mine), there.path(theirs), shallow=False), f"{mine['file']} looks otherwise")


def test_numbers_rise_and_only_what_changed_is_new():
    venue = Venue()
    for name in "abc":
        venue.article(f"{name}.md", name)
    venue.publish()
    before = venue.objects()
    run = venue.publish()
    expect("génération 1" in run.out and venue.manifest()["generation"] == 1, run.out)
    venue.article("b.md", "autre")
    run = venue.publish()
    expect(venue.manifest()["generation"] == 2, "it did not rise")
    expect("dont 1 à copier" in run.out, run.out)
    expect(set(before) < set(venue.objects()) and len(venue.objects()) == 4, "not one object more")
    # A date of expiry is a reason to publish again.
    venue.publish("--expires", "2099-01-01")
    expect(venue.manifest()["generation"] == 3 and venue.manifest()["expires"].startswith("2098-12-31T23:00"), venue.manifest()["expires"])
    venue.publish()
    expect(venue.manifest()["generation"] == 4 and "expires" not in venue.manifest(), "the expiry stayed")
    # The manifest has gone: gen/ remembers.
    os.remove(os.path.join(venue.origin, "manifest.json"))
    venue.publish()
    expect(venue.manifest()["generation"] == 5, "the number was forgotten")


def test_objects_go_after_three_publications():
    venue = Venue()
    counts = []
    for i in range(6):
        venue.article("a.md", f"numéro {i}")
        venue.publish()
        counts.append(len(venue.objects()))
    expect(counts == [1, 2, 3, 3, 3, 3], counts)
    expect(sorted(os.listdir(os.path.join(venue.origin, "gen"))) == ["4", "5", "6"], "gen/")


def test_errors_stop_it_and_nothing_is_written():
    venue = Venue()
    venue.article("a.md", "a")
    venue.write("playlist.yaml", "items:\n- article: a.md\n- article: absent.md\n- image: a.md\n")
    run = venue.publish(code=2)
    expect("playlist.yaml:3:" in run.out and "playlist.yaml:4:" in run.out, run.out)
    expect("rien n’est publié" in run.err and not os.path.exists(venue.origin), run.err)
    venue.write("playlist.yaml", "items:\n- article: a.md\n- article: .cache/b.md\n")
    venue.article(".cache/b.md", "b")
    run = venue.publish(code=2)
    expect("commence par un point" in run.out and not os.path.exists(venue.origin), run.out)
    venue.write("playlist.yaml", "items:\n- article: a.md\n")
    expect("déjà passé" in venue.publish("--expires", "2020-01-01", code=64).err, "an expiry that has passed")
    expect("n’est pas une date" in venue.publish("--expires", "demain", code=64).err, "an expiry that is none")
    run = Run("publish", venue.source)
    expect(run.code == 64 and "--out" in run.err, run.err)
    venue.publish()
    write(os.path.join(venue.origin, "manifest.json"), "{")
    venue.article("a.md", "autre")
    run = venue.publish(code=1)
    expect("numéro de génération est perdu" in run.err, run.err)


def test_what_was_cut_short_is_done_again():
    venue = Venue()
    for name in "abc":
        venue.article(f"{name}.md", name)
    venue.publish()
    # What a power cut can leave: the mark, and an object with its name and its size, but not its bytes.
    damaged = os.path.join(venue.origin, "obj", venue.objects()[0])
    with open(damaged, "rb") as file:
        whole = file.read()
    write(damaged, bytes(len(whole)))
    write(os.path.join(venue.origin, "obj", "unfinished.part"), "")
    venue.publish()
    with open(damaged, "rb") as file:
        expect(file.read() == whole, "the object is still damaged")
    expect(len(venue.objects()) == 3, f"{venue.objects()}")


def test_two_cannot_publish_into_one_folder():
    venue = Venue()
    venue.article("a.md", "a")
    venue.publish()
    venue.article("a.md", "b")
    other = os.open(venue.origin, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    run = venue.publish(code=1)
    os.close(other)
    expect("un autre Parvis" in run.err, run.err)


def test_minisign_verifies_what_we_sign():
    need_program("minisign")
    venue = Venue(signed=True)
    venue.article("a.md", "a")
    venue.publish()
    manifest = os.path.join(venue.origin, "manifest.json")
    done = subprocess.run(["minisign", "-V", "-H", "-p", venue.public, "-m", manifest], capture_output=True, text=True)
    expect(done.returncode == 0 and "file:manifest.json" in done.stdout, done.stdout + done.stderr)
    with open(manifest, "ab") as file:
        file.write(b" ")
    done = subprocess.run(["minisign", "-V", "-p", venue.public, "-m", manifest], capture_output=True, text=True)
    expect(done.returncode != 0, "a changed manifest is verified")


def test_minisign_reads_our_keys():
    need_program("minisign")
    top = folder()
    message = write(os.path.join(top, "message"), "bonjour\n")
    expect(Run("keygen", "--out", os.path.join(top, "a"), "--no-password").code == 0, "keygen")
    expect(Run("keygen", "--out", os.path.join(top, "b"), environment=dict(os.environ, PARVIS_PASSWORD="été")).code == 0, "keygen")
    for name, password in (("a", ""), ("b", "été\n")):
        done = subprocess.run(["minisign", "-S", "-s", f"{top}/{name}.key", "-m", message, *([] if password else ["-W"])], input=password,
                              capture_output=True, text=True)
        expect(done.returncode == 0, f"{name}: {done.stdout}{done.stderr}")
        done = subprocess.run(["minisign", "-V", "-p", f"{top}/{name}.pub", "-m", message], capture_output=True, text=True)
        expect(done.returncode == 0, f"{name}: {done.stdout}{done.stderr}")


def test_we_take_what_minisign_made():
    need_program("minisign")
    venue = Venue()
    venue.article("a.md", "a")
    done = subprocess.run(["minisign", "-G", "-W", "-p", venue.public, "-s", venue.key], capture_output=True, text=True)
    expect(done.returncode == 0, done.stderr)
    # Signed by hand, in both ways, then by us with the stock key.
    for i, way in enumerate((["-l"], [], None)):
        venue.options = [] if way is not None else ["--key", venue.key]
        venue.article("a.md", f"titre {i}")
        venue.publish()
        if way is not None:
            done = subprocess.run(["minisign", "-S", "-W", *way, "-s", venue.key, "-m", os.path.join(venue.origin, "manifest.json")],
                                  capture_output=True, text=True)
            expect(done.returncode == 0, done.stderr)
        venue.options = ["--key", venue.key]
        run = venue.sync()
        expect(run.code == 0 and venue.current() == i + 1, f"{way}: {run.out}{run.err}")
        # The old signature under a new manifest is not taken.
        venue.options = []


def test_a_half_copied_folder_changes_nothing_yet():
    venue = Venue(signed=True)
    venue.article("a.md", "un")
    venue.publish()
    copy = os.path.join(venue.top, "copie")
    shutil.copytree(venue.origin, copy)
    expect(venue.sync(origin=copy).code == 0, "the first")
    venue.article("a.md", "deux")
    venue.publish()
    new = [name for name in venue.objects() if not os.path.exists(os.path.join(copy, "obj", name))]
    steps = ["manifest.json", "manifest.json.minisig", os.path.join("obj", new[0])]
    for done in range(3):
        run = venue.sync(origin=copy)
        expect(venue.current() == 1 and (run.code != 0) == (done > 0), f"after {done} files: generation {venue.current()}, code {run.code} {run.err}")
        shutil.copy(os.path.join(venue.origin, steps[done]), os.path.join(copy, steps[done]))
    run = venue.sync(origin=copy)
    expect(run.code == 0 and venue.current() == 2, run.out + run.err)


def test_a_key_is_never_ignored_by_play():
    venue = Venue(signed=True)
    venue.article("a.md", "Une annonce")
    run = Run("play", venue.source, "--trusted-key", venue.public)
    expect(run.code == 64 and "affiché tel quel" in run.err and "parvis sync" in run.err, (run.code, run.err))


def test_keygen_keeps_what_is_there():
    top = folder()
    name = os.path.join(top, "lieu")
    run = Run("keygen", "--out", name, "--no-password")
    expect(run.code == 0 and "trusted_keys: RW" in run.out, run.out)
    expect(stat.S_IMODE(os.stat(name + ".key").st_mode) == 0o600, "the secret key can be read by others")
    with open(name + ".key", "rb") as file:
        before = file.read()
    run = Run("keygen", "--out", name, "--no-password")
    expect(run.code == 1 and "existe déjà" in run.err, run.err)
    with open(name + ".key", "rb") as file:
        expect(file.read() == before, "the key was written over")
    os.remove(name + ".key")
    expect(Run("keygen", "--out", name, "--no-password").code == 1 and not os.path.exists(name + ".key"), "half a pair")
    expect(Run("keygen").code == 64, "without a name")
    expect(Run("keygen", "--out", os.path.join(top, "absent", "x"), "--no-password").code == 1, "into nowhere")


def test_keygen_leaves_no_half_key_on_a_full_disk():
    name = os.path.join(folder(), "lieu")
    # No byte fits into a file: as on a disk that is full. (SIGXFSZ is ignored by Python, and stays so.)
    done = subprocess.run([PARVIS, "keygen", "--out", name, "--no-password"], capture_output=True, text=True, restore_signals=False,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)))
    expect(done.returncode == 1 and "ne peut pas être écrit" in done.stderr, f"{done.returncode} {done.stderr}")
    expect(os.listdir(os.path.dirname(name)) == [], f"left: {os.listdir(os.path.dirname(name))}")
    expect(Run("keygen", "--out", name, "--no-password").code == 0, "the same name, when there is room")


def ask(arguments, answers):
    """Runs parvis on a terminal of its own and types; gives its code and what the terminal showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.pop("PARVIS_PASSWORD", None)
        os.execv(PARVIS, [PARVIS, *arguments])
    shown = b""
    try:
        while True:
            piece = os.read(terminal, 4096)
            if not piece:
                break
            shown += piece
            if piece.rstrip(b" ").endswith(b":") and answers:
                os.write(terminal, answers.pop(0).encode() + b"\n")
    except OSError:
        pass
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode(errors="replace")


def test_a_password_is_asked_for_and_never_shown():
    venue = Venue()
    venue.article("a.md", "a")
    name = os.path.join(venue.top, "cle")
    code, shown = ask(["keygen", "--out", name], ["sésame 1", "sésame 1"])
    expect(code == 0 and "sésame" not in shown and "Mot de passe" in shown, f"{code} {shown}")
    code, shown = ask(["keygen", "--out", name + "2"], ["sésame 1", "sésame 2"])
    expect(code == 1 and "diffèrent" in shown and not os.path.exists(name + "2.key"), f"{code} {shown}")
    code, shown = ask(["publish", venue.source, "--out", venue.origin, "--key", name + ".key"], ["faux"])
    expect(code == 1 and "pas le mot de passe" in shown and not os.path.exists(venue.origin), f"{code} {shown}")
    code, shown = ask(["publish", venue.source, "--out", venue.origin, "--key", name + ".key"], ["sésame 1"])
    expect(code == 0 and "sésame" not in shown, f"{code} {shown}")
    venue.options = ["--key", venue.key]
    expect(venue.sync().code == 0, "the screen refuses it")
    run = venue.publish(environment=dict(os.environ, PARVIS_PASSWORD="sésame 1"))
    expect("rien de nouveau" in run.out, run.out)
    run = Run("publish", venue.source, "--out", venue.origin, "--key", venue.public)
    expect(run.code == 1 and "pas une clé secrète" in run.err, run.err)


if __name__ == "__main__":
    run_tests(globals())
