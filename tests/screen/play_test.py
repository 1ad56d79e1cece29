#!/usr/bin/env python3
"""parvis play as a visitor, a member of staff and systemd see it: under Xvfb, whose screen is a file that is read here
(-fbdir; XWD format). Prints "ok NAME", "not ok NAME: why" or "skip NAME: why"."""
import mmap
import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time

PROGRAM = os.path.abspath("build/parvis")
WIDTH, HEIGHT = 1280, 720


class Screen:
    """A virtual screen and its pixels."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="parvis-screen-")
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", self.folder, "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as said:
            self.display = ":" + said.readline().strip()
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self.map[:100])
        self.stride = header[12]
        self.begin = header[0] + header[19] * 12
        self.bits = header[11]
        assert self.bits == 32 and header[4] == WIDTH and header[5] == HEIGHT

    def pixels(self):
        return self.map[self.begin:self.begin + self.stride * HEIGHT]

    def rows(self, top, bottom, left=0, right=WIDTH):
        return b"".join(self.map[self.begin + y * self.stride + 4 * left:self.begin + y * self.stride + 4 * right]
                        for y in range(top, bottom))

    def close(self):
        self.map.close()
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def is_blank(pixels):
    """One colour all over (a root window, a window without a frame, a black or white frame)."""
    first = pixels[:4]
    return pixels == first * (len(pixels) // 4)


def body(pixels):
    """The picture without footer and bar: what a slide says, and not the time."""
    return pixels[:WIDTH * 4 * (HEIGHT * 85 // 100)]


class Watcher(threading.Thread):
    """Looks at the screen all the time and remembers blank pictures."""

    def __init__(self, screen):
        super().__init__(daemon=True)
        self.screen, self.blanks, self.looks, self.going = screen, 0, 0, True

    def run(self):
        while self.going:
            # Every 9th row is enough to tell a blank frame, and fast enough to see one.
            sample = b"".join(self.screen.rows(y, y + 1) for y in range(0, HEIGHT, 9))
            self.looks += 1
            self.blanks += is_blank(sample)
            time.sleep(0.002)

    def finish(self):
        self.going = False
        self.join()


class Play:
    """The program on that screen."""

    def __init__(self, screen, source, *options):
        self.screen = screen
        environment = dict(os.environ, DISPLAY=screen.display, SDL_VIDEODRIVER="x11")
        environment.pop("WAYLAND_DISPLAY", None)
        self.began = time.monotonic()
        self.process = subprocess.Popen([PROGRAM, "play", source, f"--window={WIDTH}x{HEIGHT}", *options], env=environment,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def wait_for(self, condition, seconds, what):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"it ended with {self.process.returncode}: {self.process.stderr.read().decode()}")
            if condition():
                return time.monotonic()
            time.sleep(0.005)
        raise AssertionError(f"after {seconds} s still not: {what}")

    def first(self):
        return self.wait_for(lambda: not is_blank(self.screen.pixels()), 10, "a first slide")

    def key(self, *names):
        # The window has no window manager that would give it the focus.
        environment = dict(os.environ, DISPLAY=self.screen.display)
        window = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], env=environment,
                                capture_output=True, text=True).stdout.split()
        if not window:
            window = subprocess.run(["xdotool", "search", "--name", "Parvis"], env=environment, capture_output=True,
                                    text=True).stdout.split()
        subprocess.run(["xdotool", "windowfocus", "--sync", window[-1], "key", *names], env=environment, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def changed(self, before, seconds, what):
        return self.wait_for(lambda: body(self.screen.pixels()) != before, seconds, what)

    def settle(self):
        """Waits until a fade is over: the body stays the same for a while."""
        last, since, end = None, time.monotonic(), time.monotonic() + 5
        while time.monotonic() < end:
            now = body(self.screen.pixels())
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since > 0.35:
                return now
            time.sleep(0.02)
        raise AssertionError("the screen does not come to rest")

    def end(self, number=signal.SIGTERM):
        began = time.monotonic()
        self.process.send_signal(number)
        code = self.process.wait(5)
        return code, time.monotonic() - began

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path + ".part-1", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".part-1", path)


def article(title, body="Un texte court.\n"):
    return f"---\ntitle: {title}\ndate: 2023-04-01\n---\n{body}"


def fill(folder):
    for name in ("alpha", "bravo", "charlie"):
        write(folder, name + ".md", article(name.capitalize()))


def test_first_frame_and_sigterm(screen, folder):
    fill(folder)
    for number in (signal.SIGTERM, signal.SIGINT):
        play = Play(screen, folder)
        try:
            play.first()
            code, seconds = play.end(number)
            assert code == 0, f"code {code}"
            assert seconds < 0.2, f"left after {seconds * 1000:.0f} ms"
        finally:
            play.close()


def test_a_change_is_seen_within_a_second(screen, folder):
    fill(folder)
    play = Play(screen, folder)
    watcher = None
    try:
        play.first()
        play.key("space")
        before = play.settle()
        watcher = Watcher(screen)
        watcher.start()
        for i in range(4):
            began = time.monotonic()
            write(folder, "alpha.md", article(f"Un tout autre titre {i}"))
            seen = play.changed(before, 2, "the change") - began
            assert seen < 1, f"seen after {seen:.2f} s"
            before = play.settle()
        # Another file: what is on screen stays.
        write(folder, "charlie.md", article("Charlie a changé"))
        time.sleep(0.8)
        assert body(screen.pixels()) == before, "it did not keep its place"
        # Urgent, and over.
        began = time.monotonic()
        write(folder, "urgence.md", article("Évacuation", "Quittez le bâtiment.\n"))
        seen = play.changed(before, 2, "the urgent slide") - began
        assert seen < 1, f"urgent after {seen:.2f} s"
        urgent = play.settle()
        os.remove(os.path.join(folder, "urgence.md"))
        seen = play.changed(urgent, 2, "the end of the urgent slide")
        play.settle()
        # All gone: the holding slide; something comes: it is shown.
        for name in os.listdir(folder):
            os.remove(os.path.join(folder, name))
        time.sleep(1)
        holding = play.settle()
        write(folder, "neuf.md", article("Du nouveau"))
        play.changed(holding, 1, "the new article")
        watcher.finish()
        assert watcher.looks > 100, f"only {watcher.looks} looks"
        assert watcher.blanks == 0, f"{watcher.blanks} blank pictures in {watcher.looks}"
        assert play.end()[0] == 0
    finally:
        if watcher:
            watcher.finish()
        play.close()


def test_no_blank_frame_between_slides(screen, folder):
    fill(folder)
    play = Play(screen, folder, "--speed", "8")
    watcher = None
    try:
        play.first()
        watcher = Watcher(screen)
        watcher.start()
        time.sleep(6)
        watcher.finish()
        assert watcher.blanks == 0, f"{watcher.blanks} blank pictures in {watcher.looks}"
        assert play.end()[0] == 0
    finally:
        if watcher:
            watcher.finish()
        play.close()


def test_keys(screen, folder):
    fill(folder)
    play = Play(screen, folder)
    try:
        play.first()
        play.key("space")
        first = play.settle()
        time.sleep(1)
        assert body(screen.pixels()) == first, "it moves while paused"
        play.key("Right")
        play.changed(first, 1, "the next slide")
        second = play.settle()
        play.key("Left")
        play.changed(second, 1, "the slide before")
        assert play.settle() == first, "left is not where right came from"
        play.key("i")
        play.changed(first, 1, "the overlay")
        play.settle()
        play.key("i")
        play.wait_for(lambda: body(screen.pixels()) == first, 1, "the overlay gone")
        play.key("q")
        assert play.process.wait(2) == 0, "q does not leave with 0"
    finally:
        play.close()


def test_another_theme_and_a_typo(screen, folder):
    items = "items:\n  - message: Bonjour à tous\n    dwell: 600\n"
    write(folder, "playlist.yaml", "venue: Mairie\n" + items)
    play = Play(screen, folder)
    try:
        play.first()
        plain = play.settle()
        began = time.monotonic()
        write(folder, "playlist.yaml", "venue: Mairie\ntheme: nuit\n" + items)
        seen = play.changed(plain, 2, "the other theme") - began
        assert seen < 1, f"seen after {seen:.2f} s"
        night = play.settle()
        # A typo changes nothing on the screen.
        write(folder, "playlist.yaml", "venue: [Mairie\ntheme: nuit\n" + items)
        time.sleep(0.8)
        assert body(screen.pixels()) == night, "a typo is seen"
        write(folder, "playlist.yaml", "venue: Mairie\n" + items)
        play.wait_for(lambda: body(screen.pixels()) == plain, 1, "the first theme again")
        assert play.end()[0] == 0
        said = play.process.stderr.read().decode()
        assert "playlist.yaml:" in said, said
    finally:
        play.close()


def test_an_empty_folder_is_no_empty_screen(screen, folder):
    play = Play(screen, folder)
    try:
        play.first()
        assert play.end()[0] == 0
    finally:
        play.close()


def test_the_clock_of_at_and_speed(screen, folder):
    write(folder, "playlist.yaml", "venue: Mairie\nitems:\n  - message: Le matin\n    hours: 08:00-09:00\n"
                                   "  - message: Le midi\n    hours: 12:00-13:00\n")
    play = Play(screen, folder, "--at", "2023-04-20T08:30:00+02:00", "--speed", "900")
    try:
        play.first()
        morning = play.settle()
        play.changed(morning, 5, "the holding slide at nine")
        assert play.end()[0] == 0
    finally:
        play.close()


def test_rotation_fills_the_window(screen, folder):
    fill(folder)
    for turn in ("90", "180", "270"):
        play = Play(screen, folder, "--rotate", turn)
        try:
            play.first()
            assert play.end()[0] == 0
        finally:
            play.close()


def test_no_display_with_window(screen, folder):
    fill(folder)
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment["SDL_VIDEODRIVER"] = "x11"
    done = subprocess.run([PROGRAM, "play", folder, "--window"], env=environment, capture_output=True, text=True, timeout=10)
    assert done.returncode == 1, f"code {done.returncode}"
    assert "render" in done.stderr, done.stderr


def test_no_display_waits_for_one(screen, folder):
    fill(folder)
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment["SDL_VIDEODRIVER"] = "x11"
    process = subprocess.Popen([PROGRAM, "play", folder], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        time.sleep(1.5)
        assert process.poll() is None, "it gave up"
        process.terminate()
        began = time.monotonic()
        assert process.wait(2) == 0
        assert time.monotonic() - began < 0.2
        said = process.stderr.read().decode()
        assert len(said.splitlines()) == 1, said
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        process.stderr.close()


def main():
    tests = [(name[5:], run) for name, run in globals().items() if name.startswith("test_")]
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        for name, _ in tests:
            print(f"skip {name}: Xvfb or xdotool is missing")
        return 0
    failed = 0
    for name, run in tests:
        if len(sys.argv) > 1 and sys.argv[1] not in name:
            continue
        screen = Screen()
        folder = tempfile.mkdtemp(prefix="parvis-play-")
        try:
            run(screen, folder)
            print(f"ok {name}", flush=True)
        except Exception as problem:  # a test that breaks has failed
            failed += 1
            print(f"not ok {name}: {type(problem).__name__} {problem}", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            screen.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
