#!/usr/bin/env python3
"""parvis play as its machine meets it: a supervisor that listens, settings in files, a display that hangs, crashes, a read-only disk.
Under Xvfb, without systemd. Prints "ok NAME", "not ok NAME: why" or "skip NAME: why"."""
import json
import os
import re
import signal
import socket
import subprocess
import time

from play_test import Screen, is_blank
from screen import DEMO, PARVIS, Run, expect, folder, need_program, run_tests, write

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
        expect("its hours are over" in show.said(), show.said())
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


class Service:
    """The show as a service on a folder of two articles, started again and again in one run folder."""

    def __init__(self):
        self.place, self.run, self.screen = folder(), folder(), Screen()
        for name in ("a", "b"):
            write(os.path.join(self.place, name + ".md"), f"---\ntitle: Article {name}\n---\n\nDu texte.\n")
        self.settings = write(os.path.join(folder(), "parvis.yaml"), f"source: {self.place}\nclock: battery\n")

    def start(self):
        if os.path.exists(os.path.join(self.run, "show.json")):  # of the process before
            os.unlink(os.path.join(self.run, "show.json"))
        return Show(self.screen, "--window=1280x720", "--service", "--settings", self.settings, run=self.run)

    def end_unasked(self, slide):
        show = self.start()
        wait_for(lambda: slide in show.status().get("slide", ""), 25, f"{slide} on screen")
        expect(show.end(signal.SIGSEGV) == -signal.SIGSEGV, "it did not end by the signal")
        return show


def test_what_ends_the_show_twice_is_left_out_until_it_changes():
    service = Service()
    try:
        first = service.end_unasked("a.md")
        expect(first.status().get("safe_mode") is False and first.status()["quarantined"] == [], f"{first.status()}")
        service.end_unasked("a.md")
        show = service.start()
        wait_for(lambda: "b.md" in show.status().get("slide", ""), 5, "the other article, at once")
        expect("with a.md in hand" in show.said() and "that was twice" in show.said(), show.said())
        expect(show.status()["quarantined"] == [{"file": "a.md", "crashes": 2}], f"{show.status()}")
        write(os.path.join(service.place, "a.md"), "---\ntitle: Article a, mended\n---\n\nDu texte.\n")
        wait_for(lambda: "a.md" in show.status().get("slide", ""), 25, "the article that was mended")
        expect(show.end() == 0, "it did not end by itself")
        expect(not os.path.exists(os.path.join(service.run, "show.json")), "its status outlives it")
        show = service.start()
        wait_for(lambda: show.status().get("slide"), 5, "a status")
        expect("unasked" not in show.said(), "an end that was asked for is counted: " + show.said())
        show.end()
    finally:
        service.screen.close()


def test_an_article_of_the_store_is_left_out_over_generations():
    service, origin, state = Service(), folder(), folder()
    write(os.path.join(service.place, "playlist.yaml"), "venue: Mairie\nitems: [a.md, b.md]\n")
    write(service.settings, "clock: battery\n")

    def publish():
        expect(Run("publish", service.place, "--out", origin).code == 0, "not published")
        run = Run("sync", origin, "--once", "--state", state)
        expect(run.code == 0, run.err)

    def start():
        return Show(service.screen, "--window=1280x720", "--service", "--settings", service.settings, run=service.run, state=state)
    service.start = start
    publish()
    try:
        for _ in range(2):
            if os.path.exists(os.path.join(service.run, "show.json")):
                os.unlink(os.path.join(service.run, "show.json"))
            service.end_unasked("a.md")
        os.unlink(os.path.join(service.run, "show.json"))
        show = start()
        wait_for(lambda: "b.md" in show.status().get("slide", ""), 5, "the other article, at once")
        expect(show.status()["generation"] == 1 and show.status()["quarantined"][0]["file"] == "a.md", f"{show.status()}")
        write(os.path.join(service.place, "c.md"), "---\ntitle: Article c\n---\n\nDu texte.\n")
        write(os.path.join(service.place, "playlist.yaml"), "venue: Mairie\nitems: [a.md, c.md]\n")
        publish()
        wait_for(lambda: "c.md" in show.status().get("slide", ""), 25, "the new generation, without the bad article")
        expect(show.status()["generation"] == 2, f"{show.status()}")
        show.end()
    finally:
        service.screen.close()


def test_three_ends_in_a_minute_leave_the_holding_slide_alone():
    service = Service()
    try:
        for slide in ("a.md", "a.md", "b.md"):
            service.end_unasked(slide)
        show = service.start()
        wait_for(lambda: show.status().get("safe_mode"), 5, "safe mode")
        wait_for(lambda: not is_blank(service.screen.pixels()), 5, "a picture")
        time.sleep(1.5)
        expect("holding" in show.status()["slide"], f"{show.status()}")
        expect(show.end() == 0, "it did not end by itself")
    finally:
        service.screen.close()


def test_the_status_says_what_is_on_screen():
    service = Service()
    try:
        show = service.start()
        wait_for(lambda: show.status().get("slide"), 5, "a status")
        status = show.status()
        expect(status["role"] == "show" and status["display"] == "on" and status["clock"] == "trusted", f"{status}")
        expect(status["generation"] is None and status["frames"] >= 1 and status["since"], f"{status}")
        expect(isinstance(status["machine"]["free_bytes"], int) and isinstance(status["machine"]["problems"], list), f"{status}")
        show.end()
    finally:
        service.screen.close()


def test_without_content_the_screen_says_how_to_give_it_some():
    settings = write(os.path.join(folder(), "parvis.yaml"), "source: https://ecran.example/hall/\nclock: battery\n")
    screen = Screen()
    show = Show(screen, "--window=1280x720", "--service", "--settings", settings)
    try:
        wait_for(lambda: "#setup" in show.status().get("slide", ""), 5, "the slide of a screen without content")
        time.sleep(0.5)
        before = screen.pixels()
        expect(not is_blank(before), "a blank screen")
        write(os.path.join(show.run, "sync.json"), json.dumps({
            "role": "sync", "source": "https://ecran.example/hall/", "state": "error", "addresses": ["192.0.2.7"],
            "error": {"code": "server-status", "french": "Le serveur répond 404.", "english": "The server answers 404."}}))
        wait_for(lambda: screen.pixels() != before, 5, "what sync said, on the screen")
    finally:
        expect(show.end() == 0, "it did not end by itself: " + show.said())
        screen.close()


def test_a_folder_that_is_empty_says_so_until_something_lies_in_it():
    place = folder()
    settings = write(os.path.join(folder(), "parvis.yaml"), f"source: {place}\nclock: battery\n")
    screen = Screen()
    show = Show(screen, "--window=1280x720", "--service", "--settings", settings)
    try:
        wait_for(lambda: "#setup" in show.status().get("slide", ""), 5, "the slide of a screen without content")
        write(os.path.join(place, "a.md"), "---\ntitle: Bonjour\n---\n\nDu texte.\n")
        wait_for(lambda: "a.md" in show.status().get("slide", ""), 4, "the article")
    finally:
        expect(show.end() == 0, "it did not end by itself: " + show.said())
        screen.close()


def test_at_rest_it_writes_nothing_but_its_run_folder():
    need_program("strace")
    service = Service()
    trace = os.path.join(folder(), "trace")
    try:
        show = Show(service.screen, "--window=1280x720", "--service", "--settings", service.settings, run=service.run,
                    wrapper=["strace", "-f", "-qq", "-o", trace, "-e", "trace=open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,"
                             "unlink,unlinkat,link,linkat,symlink,symlinkat,truncate,fsync,fdatasync"])
        wait_for(lambda: "b.md" in show.status().get("slide", ""), 40, "a whole round under strace")
        time.sleep(2)
        child = subprocess.run(["pgrep", "-P", str(show.process.pid)], capture_output=True, text=True).stdout.split()
        os.kill(int(child[0]), signal.SIGTERM)
        show.process.wait(10)
        with open(trace, encoding="utf-8", errors="replace") as lines:
            changes = [line for line in lines if not re.search(r"= -1 E", line) and
                       (re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", line) or not re.search(r"\bopen(at)?\(", line))]
        expect(any(service.run in line for line in changes), "it did not even write its status: nothing was tested")
        others = [line.strip() for line in changes if f'"{service.run}/' not in line and '"/dev/' not in line and "exited" not in line
                  and "SIG" not in line and not re.search(r"fsync\(\d+\)", line)]
        expect(not others, "\n".join(others[:10]))
    finally:
        service.screen.close()


if __name__ == "__main__":
    if not os.path.exists(PARVIS):
        raise SystemExit("build first")
    run_tests(globals())
