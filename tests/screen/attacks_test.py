#!/usr/bin/env python3
"""The attacks on software updates that The Update Framework lists (https://theupdateframework.io/docs/security/), as far as an origin that
is only files can suffer them, one test each; then every byte of a manifest and of its signature changed. The attacker owns the origin or
the way to it; a screen has one trusted key, or two while the key is exchanged."""
import concurrent.futures
import datetime
import json
import os
import shutil
import time

from origin import Key, Server, Sync, content, current, lay, manifest, picture, sha256, site, tree, whole
from screen import expect, folder, run_tests

KEY, NEW_KEY, THIEF = Key(), Key(), Key()
PATIENCE = ["--patience", "2"]


def instant(seconds):
    """That many seconds from now, as manifests write it."""
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


class Screen:
    """A screen with generation `number` of a word, and the server that it asks."""

    def __init__(self, number=5, keys=(KEY,), **more):
        self.keys, self.state, self.server = list(keys), folder(), Server()
        self.offer(content("vrai"), number, **more)
        self.accepted(number)
        self.before = picture(self.state)

    def offer(self, files, number, key=KEY, **more):
        self.server.served = site(files, number, key, **more)

    def sync(self, *options):
        keys = [word for key in self.keys for word in ("--trusted-key", key.path)]
        return Sync(self.server.url, self.state, "--allow-http", *PATIENCE, *keys, *options)

    def accepted(self, number, *options):
        run = self.sync(*options)
        expect(run.code == 0 and current(self.state) == number and whole(self.state) is None, f"generation {number} is not taken: {run}")
        expect(run.status["state"] == "ok" and run.status["generation"] == number and run.status["error"] is None, f"{run.status}")
        return run

    def refused(self, *codes):
        run = self.sync()
        expect(run.code == 1 and run.error in codes and run.french, f"not refused as {codes}: {run}")
        expect(run.status["state"] == "error" and run.status["generation"] == self.before[0], f"{run.status}")
        expect(picture(self.state) == self.before and whole(self.state) is None, "what is on screen has changed")
        return run


def test_arbitrary_content():
    """Content that nobody signed, or somebody else did."""
    screen = Screen()
    screen.offer(content("faux"), 6, key=None)
    screen.refused("signature-missing")
    screen.offer(content("faux"), 6, key=THIEF)
    screen.refused("signature-key")
    # The thief's signature under our key's number.
    forger = Key()
    forger.id = KEY.id
    screen.offer(content("faux"), 6, key=forger)
    screen.refused("signature-wrong")
    # Ours, moved to other bytes.
    true = site(content("vrai"), 6, KEY)
    screen.server.served = {**site(content("faux"), 6), "manifest.json.minisig": true["manifest.json.minisig"]}
    screen.refused("signature-wrong")
    # A trusted comment that was exchanged.
    lines = true["manifest.json.minisig"].split(b"\n")
    screen.server.served = {**true, "manifest.json.minisig": b"\n".join([*lines[:2], b"trusted comment: timestamp:9999999999", *lines[3:]])}
    screen.refused("signature-wrong")


def test_rollback():
    """An older generation, truly signed once; also under a new number of our own making."""
    screen = Screen(5)
    screen.offer(content("ancien"), 4)
    screen.refused("generation-older")
    screen.offer(content("ancien"), 4, issued=instant(0))
    screen.refused("generation-older")
    # It is remembered for longer than the generations that are kept, and without `current`.
    for number in (6, 7, 8, 9):
        screen.offer(content(f"vrai {number}"), number)
        screen.accepted(number)
    screen.before = picture(screen.state)
    for number in (1, 5, 8):
        screen.offer(content("vrai" if number == 5 else f"vrai {number}"), number)
        screen.refused("generation-older")
    screen.offer(content("vrai 10"), 10)
    screen.accepted(10)


def test_fast_forward():
    """Without the key no number can be pushed up. With a stolen one it can; exchanging the key brings the screen back (see there)."""
    screen = Screen(5)
    screen.offer(content("faux"), 2 ** 53, key=THIEF)
    screen.refused("signature-key")
    screen.offer(content("vrai 6"), 6)
    screen.accepted(6)


def test_indefinite_freeze():
    """An origin that gives the same old manifest for ever: it is on screen, but once it has expired the status says so."""
    began = time.monotonic()
    screen = Screen(5, expires=instant(8))
    screen.accepted(5)
    time.sleep(max(0, began + 9.1 - time.monotonic()))
    run = screen.refused("manifest-expired")
    expect("expir" in run.french, run.french)
    # A screen that never saw it does not begin with it.
    fresh = folder()
    run = Sync(screen.server.url, fresh, "--allow-http", "--trusted-key", KEY.path)
    expect(run.code == 1 and run.error == "manifest-expired" and current(fresh) is None, f"{run}")
    screen.offer(content("vrai 6"), 6, expires=instant(3600))
    screen.accepted(6)


def test_endless_data():
    """No more than the ceiling of a manifest, of a signature, of an object's size is taken."""
    class Endless(Server):
        where, sent_endless = "", 0

        def answer(self, connection, request):
            if not self.where or not request.path.startswith(self.where):
                return super().answer(connection, request)
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            for _ in range(4096):
                connection.sendall(bytes(65536))
                self.sent_endless += 65536
            return False
    screen = Screen()
    served, screen.server = site(content("suite"), 6, KEY), Endless()
    screen.server.served = served
    for where, ceiling in (("manifest.json", 20 << 20), ("manifest.json.minisig", 16 << 20), ("obj/", 16 << 20)):
        screen.server.where, screen.server.sent_endless = where, 0
        screen.refused("too-large", "object-too-large", "manifest-too-large", "signature-malformed")
        expect(screen.server.sent_endless <= ceiling, f"{where}: {screen.server.sent_endless} bytes were taken")
    screen.server.where = ""
    screen.accepted(6)


def test_extraneous_content():
    """Files that the manifest does not name are not asked for, and never reach the screen; nor does a name that the list has no right to."""
    screen = Screen()
    screen.offer(content("vrai 6"), 6)
    screen.server.served.update({"articles/evil.md": b"# Faux\n", "obj/" + sha256(b"x"): b"x", "urgence.md": b"# Faux\n"})
    screen.accepted(6)
    expect(tree(screen.state) == content("vrai 6"), "more than the manifest names")
    named = {"obj/" + sha256(data) for data in [*content("vrai").values(), *content("vrai 6").values()]}
    expect(set(screen.server.asked("obj/")) <= named, f"asked: {screen.server.asked()}")
    # A stick with files of its own beside.
    stick = lay(screen.server.served, folder())
    fresh = folder()
    run = Sync(stick, fresh, "--trusted-key", KEY.path)
    expect(run.code == 0 and tree(fresh) == content("vrai 6"), f"{run}")


def test_mix_and_match():
    """Parts of two generations: the manifest of one with the objects, the signature or the number of the other."""
    screen = Screen(5)
    six, seven = site(content("vrai 6"), 6, KEY), site(content("vrai 7"), 7, KEY)
    screen.server.served = {**six, "manifest.json.minisig": seven["manifest.json.minisig"]}
    screen.refused("signature-wrong")
    screen.server.served = {**seven, "manifest.json": six["manifest.json"]}
    screen.refused("signature-wrong")
    # The manifest of 7 with only the objects of 6.
    screen.server.served = {**six, "manifest.json": seven["manifest.json"], "manifest.json.minisig": seven["manifest.json.minisig"]}
    screen.refused("file-missing", "object-missing")
    # The object of one under the name of another.
    wrong = dict(seven)
    wrong["obj/" + sha256(content("vrai 7")["articles/a.md"])] = content("vrai 6")["articles/a.md"]
    screen.server.served = wrong
    screen.refused("object-altered")
    # The same number twice with different content, both truly signed.
    screen.offer(content("autre 5"), 5)
    screen.refused("generation-mixed")
    screen.server.served = seven
    screen.accepted(7)


def test_wrong_software():
    """Truly signed, but not a list of content for this player: another file that the same key signed."""
    screen = Screen()
    for text, codes in ((b"# Notes de version\n", ("manifest-broken",)), (b'{"name": "autre chose", "version": 3}', ("manifest-invalid", "manifest-format")),
                        (json.dumps({**manifest(content("futur"), 6), "format": 2}).encode(), ("manifest-format",))):
        screen.server.served = {"manifest.json": text, "manifest.json.minisig": KEY.sign(text)}
        screen.refused(*codes)


def test_malicious_mirror():
    """A mirror that gives nothing, or nonsense, stops nothing but itself: the status names it, and another source with the same key goes on."""
    screen = Screen()

    class Mirror(Server):
        def answer(self, connection, request):
            return self.reply(connection, 404, b"absent", reason="Not Found")
    good, mirror = screen.server, Mirror()
    screen.server = mirror
    run = screen.refused("plain-untrusted")
    expect("localhost" in run.french or "127.0.0.1" in run.french, run.french)
    screen.server = good
    screen.offer(content("vrai 6"), 6)
    screen.accepted(6)
    screen.server = mirror
    screen.before = picture(screen.state)
    screen.refused("plain-untrusted")
    # The same content on a stick: any source will do, because the key vouches for it.
    run = Sync(lay(site(content("vrai 7"), 7, KEY), folder()), screen.state, "--trusted-key", KEY.path)
    expect(run.code == 0 and current(screen.state) == 7, f"{run}")


def test_key_compromise():
    """The key is stolen and used, also to push the number up; it is exchanged for another: the screen comes back without a visit to its disk."""
    screen = Screen(5, keys=[KEY])
    # While the key is exchanged a screen trusts both, and takes what either signed.
    screen.keys = [KEY, NEW_KEY]
    screen.offer(content("vrai 6"), 6, key=NEW_KEY)
    screen.accepted(6)
    screen.offer(content("vrai 7"), 7, key=KEY)
    screen.accepted(7)
    # The thief shows something, with a number that cannot be passed.
    screen.offer(content("volé"), 2 ** 53, key=KEY)
    screen.accepted(2 ** 53)
    screen.before = picture(screen.state)
    screen.offer(content("vrai 8"), 8, key=NEW_KEY)
    screen.refused("generation-older")
    # Only the new key is trusted now: what the old one signed counts no more, its number neither.
    screen.keys = [NEW_KEY]
    screen.accepted(8)
    expect(tree(screen.state) == content("vrai 8"), "the stolen content is still there")
    screen.before = picture(screen.state)
    screen.offer(content("volé"), 9, key=KEY)
    screen.refused("signature-key")
    screen.offer(content("vrai 7"), 7, key=NEW_KEY)
    screen.refused("generation-older")


def test_slow_retrieval():
    """A byte now and then keeps no screen waiting beyond its limit."""
    class Slow(Server):
        slow = ""

        def answer(self, connection, request):
            if not self.slow or not request.path.startswith(self.slow):
                return super().answer(connection, request)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n")
            for _ in range(400):
                connection.sendall(b"{")
                time.sleep(0.25)
            return False
    screen = Screen()
    served, screen.server = site(content("suite"), 6, KEY), Slow()
    screen.server.served = served
    for where in ("manifest.json", "obj/"):
        screen.server.slow = where
        run = screen.refused("slow", "late", "too-large")
        expect(run.seconds < 12, f"{where}: {run.seconds:.1f} s")
    screen.server.slow = ""
    screen.accepted(6)


def test_every_byte_of_manifest_and_signature():
    """One byte changed, in every place, to two other values: refused each time (the comment that nobody trusts may say what it likes)."""
    served = site(content("vrai 6"), 6, KEY)
    base = Screen(5)
    jobs = []
    for name in ("manifest.json", "manifest.json.minisig"):
        free = len(b"untrusted comment: ") if name.endswith("sig") else None
        line = served[name].index(b"\n") if name.endswith("sig") else None
        for at in range(len(served[name])):
            if free is not None and free <= at < line:
                continue
            jobs.append((name, at, (served[name][at] ^ (1 << at % 7)) if at % 2 else (served[name][at] + 1 + at % 200) % 256))
    step = 1 if os.environ.get("FULL") else 5
    jobs = jobs[::step]

    def change(job):
        name, at, value = job
        changed = bytearray(served[name])
        changed[at] = value
        stick, state = lay({**served, name: bytes(changed)}, folder()), folder()
        shutil.rmtree(state)
        shutil.copytree(base.state, state)
        run = Sync(stick, state, "--trusted-key", KEY.path)
        expect(run.code == 1 and run.error and run.error.startswith("signature-") and picture(state) == base.before,
               f"byte {at} of {name} ({served[name][at]} to {value}): {run}")
        shutil.rmtree(state)
        shutil.rmtree(stick)
    # An altered one is looked at again after two seconds: most of the time is spent asleep.
    with concurrent.futures.ThreadPoolExecutor(24) as pool:
        for _ in pool.map(change, jobs):
            pass
    print(f"# {len(jobs)} bytes changed, each refused")
    run = Sync(lay(served, folder()), base.state, "--trusted-key", KEY.path)
    expect(run.code == 0 and current(base.state) == 6, f"the unchanged one is not taken: {run}")


if __name__ == "__main__":
    run_tests(globals(), at_once=12)
