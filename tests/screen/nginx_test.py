#!/usr/bin/env python3
"""From the desk to the screen through a real web server (Debian's nginx, one worker, TLS): how soon a change is seen, what asking costs
the screen and the server, a thousand screens on one worker, a start without any network."""
import asyncio
import os
import shutil
import signal
import socket
import ssl
import statistics
import struct
import subprocess
import time

from origin import Authority, Key, Nginx, Sync, article, cpu_ns, current, lay, site, status, tree, whole
from play_test import HEIGHT, WIDTH, Screen, body, is_blank
from screen import PARVIS, ROOT, Run, Skip, expect, folder, need_program, run_tests, write

SCREENS, ROUNDS = 1000, 3


class Desk:
    """Someone's folder, the key, and the published folder that nginx serves."""

    def __init__(self):
        self.authority = Authority()
        self.source, self.out = folder(), os.path.join(folder(), "public")
        self.key = os.path.join(folder(), "parvis")
        run = Run("keygen", "--out", self.key, "--no-password")
        expect(run.code == 0, f"keygen: {run.err}")
        self.say("Bonjour")
        self.publish()
        os.chmod(os.path.dirname(self.out), 0o755)
        self.nginx = Nginx(self.out, self.authority)
        self.options = ["--ca", self.authority.path, "--trusted-key", self.key + ".pub"]

    def say(self, word, theme="default"):
        """One message that stays for ten minutes: a change does not wait for its end."""
        write(os.path.join(self.source, "playlist.yaml"),
              f"venue: Mairie\ntheme: {theme}\nitems:\n- message: {word}\n  dwell: 600\n- article: a.md\n")
        write(os.path.join(self.source, "a.md"), article(word))

    def publish(self):
        run = Run("publish", self.source, "--out", self.out, "--key", self.key + ".key")
        expect(run.code == 0, f"publish: {run.err}")


DESK = []


def desk():
    if not DESK:
        DESK.append(Desk())
    return DESK[0]


class Player:
    """`parvis play` in a window of that virtual screen; what it says goes to a file."""

    def __init__(self, screen, *arguments, state, wrap=()):
        self.screen = screen
        environment = dict(os.environ, DISPLAY=screen.display, SDL_VIDEODRIVER="x11", HOME=state, RUNTIME_DIRECTORY=os.path.join(state, "run"))
        os.makedirs(os.path.join(state, "run"), exist_ok=True)
        environment.pop("WAYLAND_DISPLAY", None)
        self.log = os.path.join(folder(), "log")
        with open(self.log, "wb") as log:
            self.began = time.monotonic()
            self.process = subprocess.Popen([*wrap, PARVIS, "play", *arguments, "--state", state, f"--window={WIDTH}x{HEIGHT}"], env=environment, cwd=ROOT,
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def said(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()[-800:]

    def wait_for(self, condition, seconds, what):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            expect(self.process.poll() is None, f"it ended with {self.process.returncode}: {self.said()}")
            if condition():
                return time.time()
            time.sleep(0.005)
        expect(False, f"after {seconds} s still not: {what}; {self.said()}")

    def first(self):
        self.wait_for(lambda: not is_blank(self.screen.pixels()), 10, "a first slide")
        return time.monotonic() - self.began

    def settle(self):
        last, since, end = None, time.monotonic(), time.monotonic() + 5
        while time.monotonic() < end:
            now = body(self.screen.pixels())
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since > 0.35:
                return now
            time.sleep(0.02)
        return last

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def is_night(screen):
    """A message fills the picture with the theme's accent: dark blue by default, pale in the theme "nuit". A place without words tells."""
    return screen.pixels()[(8 * WIDTH + 8) * 4 + 1] > 96


def need_display():
    need_program("Xvfb")


def test_published_content_comes_whole():
    at, state = desk(), folder()
    run = Sync(at.nginx.url, state, *at.options)
    expect(run.code == 0 and current(state) == 1 and whole(state) is None, f"{run}")
    expect(tree(state)["a.md"] == article("Bonjour") and "theme: default" in tree(state)["playlist.yaml"].decode(), "not what was published")
    again = Sync(at.nginx.url, state, *at.options)
    expect(again.code == 0, f"{again}")
    last = at.nginx.log()[-1]
    expect(last[1] == "/manifest.json" and last[2] == 304, f"asking again was answered with {last}")


def test_a_change_is_on_screen_two_seconds_after_the_poll():
    need_display()
    at, state, screen = desk(), folder(), Screen()
    player = None
    try:
        player = Player(screen, at.nginx.url, *at.options, "--poll", "1", state=state)
        player.first()
        player.wait_for(lambda: current(state) is not None, 10, "the first generation")
        took = []
        for i in range(6):
            time.sleep(1.2)
            player.settle()
            expect(is_night(screen) == bool(i % 2), "the theme is not the one published")
            known, shown = len(at.nginx.log()), current(state)
            at.say(f"Tout autre chose {i}", "default" if i % 2 else "nuit")
            at.publish()
            seen = player.wait_for(lambda: is_night(screen) != bool(i % 2), 20, "the change")
            polled = [row for row in at.nginx.log()[known:] if row[1] == "/manifest.json" and row[2] == 200]
            expect(polled, "no poll brought it")
            took.append(seen - polled[0][6])
            player.wait_for(lambda: status(state, "show.json").get("generation") == shown + 1, 3, "the new generation in show.json")
        print("# on screen after the poll: " + ", ".join(f"{s * 1000:.0f} ms" for s in took))
        expect(max(took) <= 2, f"{max(took):.2f} s")
    finally:
        if player:
            player.end()
        screen.close()


def poll_costs(nginx, state, options):
    """Milliseconds of CPU of each of ten or more polls of a sync that goes on, and the lines of nginx."""
    os.makedirs(os.path.join(state, "run"), exist_ok=True)
    process = subprocess.Popen([PARVIS, "sync", nginx.url, "--state", state, *options, "--poll", "1"], cwd=ROOT, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ, HOME=state))
    try:
        time.sleep(2.5)
        known, disk = len(nginx.log()), {path: os.stat(path).st_mtime_ns for path in files_of(state)}
        costs, count, cpu = [], known, cpu_ns(process.pid)
        for _ in range(200):
            time.sleep(0.05)
            if len(nginx.log()) > count:
                time.sleep(0.3)  # what follows the answer belongs to the poll
                count, before, cpu = len(nginx.log()), cpu, cpu_ns(process.pid)
                costs.append((cpu - before) / 1e6)
        rows = nginx.log()[known:]
        expect(process.poll() is None, "sync has ended")
        expect({path: os.stat(path).st_mtime_ns for path in files_of(state)} == disk, "a poll that brings nothing writes to the disk")
    finally:
        process.terminate()
        process.wait(5)
    polls = [row for row in rows if row[1] == "/manifest.json"]
    expect(len(polls) >= 6 and all(row[2] == 304 for row in rows), f"{rows}")
    return costs, rows


def test_what_asking_costs_the_screen():
    """A poll that brings nothing: CPU of the sync process, requests and bytes; the disk is not written to."""
    at, state = desk(), folder()
    expect(Sync(at.nginx.url, state, *at.options).code == 0, "no first sync")
    costs, rows = poll_costs(at.nginx, state, at.options)
    # Whatever else runs beside makes each of them dearer, never cheaper.
    print(f"# a poll: {min(costs):.2f} ms of CPU (median {statistics.median(costs):.2f}, {len(costs)} polls), "
          f"{statistics.mean(r[3] for r in rows):.0f} bytes up and {statistics.mean(r[4] for r in rows):.0f} down without TLS")
    expect(min(costs) <= 1, f"{costs}")


def test_what_asking_costs_with_a_thousand_files():
    files = {"playlist.yaml": b"venue: Mairie\nitems:\n- article: articles\n", **{f"articles/{i:04}.md": article(f"Article {i}") for i in range(1000)}}
    authority, key = Authority(), Key()
    out = lay(site(files, 1, key), folder())
    nginx = Nginx(out, authority)
    # In memory: a thousand files are flushed one by one.
    state = folder("/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
    options = ["--ca", authority.path, "--trusted-key", key.path]
    run = Sync(nginx.url, state, *options, timeout=60)
    expect(run.code == 0 and whole(state) is None, f"{run}")
    costs, _ = poll_costs(nginx, state, options)
    print(f"# a thousand files: {run.seconds:.1f} s and {run.cpu:.1f} s of CPU for all, {min(costs):.2f} ms for a poll (median {statistics.median(costs):.2f})")
    expect(min(costs) <= 1 and statistics.median(costs) <= 3, f"{costs}")


def files_of(state):
    return [os.path.join(at, name) for at, _, names in os.walk(state) for name in names if not at.startswith(os.path.join(state, "run"))]


# --- a thousand screens -----------------------------------------------------------------------------------------------------------------


def tcp_bytes(writer):
    """Bytes sent and received by a connection as TCP counts them (TLS included, headers of TCP and IP not)."""
    info = writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 256)
    return struct.unpack_from("<QQ", info, 120)


class Crowd:
    """Screens that ask with the ETag they have, as parvis does."""

    def __init__(self, at, etag):
        self.port, self.up, self.down, self.answers, self.counted = at.nginx.port, 0, 0, 0, 0
        self.context = ssl.create_default_context(cafile=at.authority.path)
        self.request = (f"GET /manifest.json HTTP/1.1\r\nHost: localhost:{self.port}\r\nUser-Agent: parvis\r\nAccept: */*\r\n"
                        f"Accept-Encoding: identity\r\nCache-Control: max-age=0\r\nIf-None-Match: {etag}\r\n\r\n").encode()

    async def screen(self, rounds, gate, keep):
        for _ in range(1 if keep else rounds):
            async with gate:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port, ssl=self.context, server_hostname="localhost")
            up = down = 0
            for i in range(rounds if keep else 1):
                writer.write(self.request)
                head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)
                expect(head.startswith(b"HTTP/1.1 304"), f"answered {head[:80]}")
                self.answers += 1
                if keep and i == 0:
                    up, down = tcp_bytes(writer)  # the handshake is over, once for hours
            now_up, now_down = tcp_bytes(writer)
            self.counted += rounds - 1 if keep else 1
            self.up, self.down = self.up + now_up - up, self.down + now_down - down
            writer.transport.abort()

    async def all(self, count, rounds, keep):
        gate = asyncio.Semaphore(50)
        await asyncio.wait_for(asyncio.gather(*(self.screen(rounds, gate, keep) for _ in range(count))), 60)


def test_a_thousand_screens_on_one_worker():
    import resource
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    if min(hard, 4096) < SCREENS + 100:
        raise Skip("not enough descriptors")
    at = desk()
    head = subprocess.run(["openssl", "s_client", "-quiet", "-connect", f"127.0.0.1:{at.nginx.port}", "-CAfile", at.authority.path],
                          input=b"HEAD /manifest.json HTTP/1.0\r\n\r\n", capture_output=True, timeout=10).stdout.decode()
    etag = next(line.split(": ", 1)[1] for line in head.splitlines() if line.lower().startswith("etag"))
    for keep, what in ((True, "with kept connections"), (False, "with a new connection each")):
        crowd, worker = Crowd(at, etag), at.nginx.worker()
        count = SCREENS if keep else SCREENS // 2
        cpu, began = cpu_ns(worker), time.monotonic()
        asyncio.run(crowd.all(count, ROUNDS if keep else 1, keep))
        cpu, took = cpu_ns(worker) - cpu, time.monotonic() - began
        each = cpu / crowd.answers / 1e6
        size = (crowd.up + crowd.down) / crowd.counted
        print(f"# {count} screens {what}: {crowd.answers} answers in {took:.1f} s; one costs the worker {each:.3f} ms and {size:.0f} bytes "
              f"({crowd.up / crowd.counted:.0f} up, {crowd.down / crowd.counted:.0f} down); at one poll in 30 s: 120 requests and "
              f"{size * 120 / 1024:.0f} KiB a screen and hour, 1 000 screens take {each * 1000 / 30 / 10:.2f} % of one core")
        expect(crowd.answers == count * (ROUNDS if keep else 1), f"{crowd.answers} answers")
        expect(each * 1000 / 30 / 10 < 20, f"{each:.2f} ms for one answer")


# --- without a network ------------------------------------------------------------------------------------------------------------------


def test_the_first_slide_does_not_wait_for_the_network():
    need_display()
    at, state = desk(), folder()
    expect(Sync(at.nginx.url, state, *at.options).code == 0, "no first sync")
    # A server that takes connections and never says a word, and an address where nobody listens.
    silent = socket.socket()
    silent.bind(("127.0.0.1", 0))
    silent.listen(8)
    places = {"with": at.nginx.url, "silent": f"https://localhost:{silent.getsockname()[1]}/", "none": "https://localhost:9/",
              "unknown": "https://origine.invalid/"}
    took = {name: [] for name in places}
    for _ in range(3):
        for name, url in places.items():
            screen, here = Screen(), os.path.join(folder(), "state")
            shutil.copytree(state, here)
            player = Player(screen, url, *at.options, state=here)
            try:
                took[name].append(player.first())
            finally:
                player.end()
                screen.close()
    silent.close()
    best = {name: min(times) for name, times in took.items()}
    print("# first slide: " + ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in best.items()))
    for name, seconds in best.items():
        expect(seconds <= best["with"] * 1.5 + 0.1, f"{name}: {seconds:.2f} s, with the network {best['with']:.2f} s")


if __name__ == "__main__":
    run_tests(globals())
