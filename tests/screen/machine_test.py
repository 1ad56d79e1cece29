#!/usr/bin/env python3
"""parvis play as its machine meets it: a supervisor that listens, settings in files, a display that hangs, the hours of a screen.
Under Xvfb, without systemd (see also service_test.py). Prints "ok NAME", "not ok NAME: why" or "skip NAME: why"."""
import json
import os
import signal
import socket
import subprocess
import time

from play_test import Screen, is_blank
from screen import DEMO, PARVIS, Run, expect, folder, run_tests, write

WATCHDOG_US = 1500000
BEATS_S = WATCHDOG_US / 3e6


class Supervisor:
    """What systemd would hear."""

    def __init__(self, abstract=False):
        self.folder = folder()
        self.name = f"@parvis-test-{os.getpid()}-{id(self)}" if abstract else os.path.join(self.folder, "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind("\0" + self.name[1:] if abstract else self.name)
        self.heard = []

    def listen(self, seconds, until=None):
        """Everything said within that time, or until a word comes."""
        said, end = [], time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.socket.settimeout(left)
            try:
                said.append(self.socket.recv(4096).decode())
            except TimeoutError:
                break
            if until and said[-1] == until:
                break
        self.heard += said
        return said


class Show:
    """The program on a virtual screen, supervised."""

    def __init__(self, screen, *options, supervisor=None, run=None, state=None, wrapper=(), **more):
        environment = dict(os.environ, DISPLAY=screen.display if screen else "", SDL_VIDEODRIVER="x11", **more)
        environment.pop("WAYLAND_DISPLAY", None)
        environment["RUNTIME_DIRECTORY"] = self.run = run or folder()
        environment["STATE_DIRECTORY"] = self.state = state or folder()
        if supervisor:
            environment.update(NOTIFY_SOCKET=supervisor.name, WATCHDOG_USEC=str(WATCHDOG_US))
        self.log = open(os.path.join(folder(), "log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen([*wrapper, PARVIS, "play", *options], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=self.log, cwd=folder())

    def status(self):
        try:
            with open(os.path.join(self.run, "show.json"), encoding="utf-8") as status:
                return json.load(status)
        except FileNotFoundError:
            return {}

    def said(self):
        with open(self.log.name, encoding="utf-8") as log:
            return log.read()

    def end(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(10)


def wait_for(condition, seconds, what):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.02)
    expect(False, f"after {seconds} s still not: {what}")


def supervised(source, check, abstract=False):
    screen, supervisor = Screen(), Supervisor(abstract)
    show = Show(screen, source, "--window=1280x720", supervisor=supervisor)
    try:
        check(screen, supervisor, show)
    finally:
        show.end(signal.SIGKILL)
        screen.close()


def test_ready_comes_with_the_first_picture_and_stopping_at_the_end():
    def check(screen, supervisor, show):
        said = supervisor.listen(10, "READY=1")
        expect("READY=1" in said, f"heard {said}")
        expect(not is_blank(screen.pixels()), "ready, and nothing on screen")
        expect(show.end() == 0, "it did not end by itself")
        expect("STOPPING=1" in supervisor.listen(1), "it did not say that it stops")
    supervised(DEMO, check, abstract=True)


def test_a_slide_that_stands_still_stays_alive():
    empty = folder()  # the holding slide: no bar, no countdown, nothing moves

    def check(screen, supervisor, show):
        supervisor.listen(10, "READY=1")
        supervisor.listen(1)
        beats = supervisor.listen(4 * BEATS_S + 0.4).count("WATCHDOG=1")
        expect(3 <= beats <= 6, f"{beats} heartbeats in four intervals")
    supervised(empty, check)


def test_a_display_that_hangs_stops_the_heartbeat():
    def check(screen, supervisor, show):
        supervisor.listen(10, "READY=1")
        supervisor.listen(2 * BEATS_S)
        screen.server.send_signal(signal.SIGSTOP)
        try:
            supervisor.listen(2 * BEATS_S)
            late = supervisor.listen(4 * BEATS_S)
            expect("WATCHDOG=1" not in late, f"the display hangs, and it says {late}")
        finally:
            screen.server.send_signal(signal.SIGCONT)
        expect("WATCHDOG=1" in supervisor.listen(3 * BEATS_S), "the display is back, and no heartbeat came")
    for source in (folder(), DEMO):
        supervised(source, check)


def test_a_loop_that_is_dead_stops_the_heartbeat():
    def check(screen, supervisor, show):
        supervisor.listen(10, "READY=1")
        show.process.send_signal(signal.SIGSTOP)
        supervisor.listen(0.2)
        expect(supervisor.listen(3 * BEATS_S) == [], "it stands still and speaks")
        show.process.send_signal(signal.SIGCONT)
        expect("WATCHDOG=1" in supervisor.listen(2 * BEATS_S), "it goes on and is silent")
    supervised(DEMO, check)


def test_settings_are_checked_like_a_playlist():
    path = write(os.path.join(folder(), "parvis.yaml"), "source: ecran\ndisplay: {rotat: 90}\n")
    run = Run("check", path)
    expect("parvis.yaml:2:" in run.out and "rotate" in run.out, run.out)
    path = write(os.path.join(folder(), "parvis.yaml"), "poll: souvent\n")
    run = Run("check", path, "--lang", "en")
    expect(run.code == 2 and "parvis.yaml:1:7: \"souvent\" is not a time" in run.out, f"{run.code} {run.out}")


def test_a_later_file_of_settings_wins_and_the_folder_plays():
    place = folder()
    write(os.path.join(place, "content", "a.md"), "---\ntitle: Bonjour\n---\n\nDu texte.\n")
    first = write(os.path.join(place, "etc", "parvis.yaml"), "source: /nowhere\nlanguage: en\npoll: nie\n")
    second = write(os.path.join(place, "boot", "parvis.yaml"), "source: ../content\n")
    screen, supervisor = Screen(), Supervisor()
    show = Show(screen, "--window=1280x720", "--settings", first, "--settings", second, supervisor=supervisor)
    try:
        supervisor.listen(10, "READY=1")
        wait_for(lambda: "STATUS=" in "".join(supervisor.listen(0.3)) or any("a.md" in word for word in supervisor.heard), 5, "its slide")
        expect(any("a.md" in word for word in supervisor.heard), f"heard {supervisor.heard}")
        expect("etc/parvis.yaml:3:7: \"nie\" is not a time" in show.said(), show.said())
    finally:
        show.end()
        screen.close()


def test_the_screen_has_hours_and_something_urgent_wakes_it():
    place = folder()
    write(os.path.join(place, "a.md"), "---\ntitle: Bonjour\n---\n\nDu texte.\n")
    settings = write(os.path.join(folder(), "parvis.yaml"), 'display: {on: "07:30", off: "20:00"}\n')
    screen = Screen()
    show = Show(screen, place, "--window=1280x720", "--settings", settings, "--at", "2023-04-20T19:59:56+02:00")
    try:
        wait_for(lambda: not is_blank(screen.pixels()), 3, "a picture before eight in the evening")
        wait_for(lambda: is_blank(screen.pixels()), 7, "a dark screen after it")
        wait_for(lambda: "its hours are over" in show.said(), 3, "a word of it")
        write(os.path.join(place, "urgence.md"), "---\ntitle: Évacuation\n---\n\nSortez calmement.\n")
        wait_for(lambda: not is_blank(screen.pixels()), 3, "something urgent on a dark screen")
        os.unlink(os.path.join(place, "urgence.md"))
        wait_for(lambda: is_blank(screen.pixels()), 3, "a dark screen when it is over")
    finally:
        expect(show.end() == 0, "it did not end by itself")
        screen.close()


def test_the_screen_wakes_in_the_morning():
    settings = write(os.path.join(folder(), "parvis.yaml"), 'display: {on: "07:30", off: "20:00"}\n')
    screen = Screen()
    show = Show(screen, DEMO, "--window=1280x720", "--settings", settings, "--at", "2023-04-20T07:29:56+02:00")
    try:
        wait_for(lambda: "its hours are over" in show.said(), 3, "a night")
        wait_for(lambda: is_blank(screen.pixels()), 1, "a dark screen")
        wait_for(lambda: not is_blank(screen.pixels()), 7, "a picture at half past seven")
    finally:
        show.end()
        screen.close()


if __name__ == "__main__":
    if not os.path.exists(PARVIS):
        raise SystemExit("build first")
    run_tests(globals())
