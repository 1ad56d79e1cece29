#!/usr/bin/env python3
"""parvis play --service: crashes and what follows from them, the status, a screen without content, what is written at rest. Under Xvfb,
without systemd. Prints "ok NAME", "not ok NAME: why" or "skip NAME: why"."""
import json
import os
import re
import signal
import subprocess
import time

from machine_test import Screen, Show, is_blank, wait_for
from screen import PARVIS, Run, expect, folder, need_program, run_tests, write


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
        wait_for(lambda: self.strike(show.process), 5, "a moment in which the file is in hand")
        expect(show.process.wait(10) == -signal.SIGSEGV, "it did not end by the signal")
        return show

    def strike(self, process):
        """Ends it as a fault in the program would, but not while a frame is on its way to the display: that is no fault of the file."""
        process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)
        with open(os.path.join(self.run, "hand"), "rb") as hand:
            in_hand = hand.read(1) == b"1"
        if in_hand:
            process.send_signal(signal.SIGSEGV)
        process.send_signal(signal.SIGCONT)
        return in_hand


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
        with open(service.settings, "a", encoding="utf-8") as settings:
            settings.write("poll: never\n")
        show = service.start()
        wait_for(lambda: show.status().get("slide"), 5, "a status")
        problems = show.status()["machine"]["problems"]
        expect(any(problem["code"] == "poll-invalid" and "parvis.yaml:3:7:" in problem["french"] for problem in problems), f"{problems}")
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
    place = os.path.join(folder(), "stick")  # not there at first
    settings = write(os.path.join(folder(), "parvis.yaml"), f"source: {place}\nclock: battery\n")
    screen = Screen()
    show = Show(screen, "--window=1280x720", "--service", "--settings", settings)
    try:
        wait_for(lambda: "#setup" in show.status().get("slide", ""), 5, "the slide of a screen without content")
        time.sleep(0.5)
        before = screen.pixels()
        os.mkdir(place)
        wait_for(lambda: screen.pixels() != before, 5, "a folder that came, on the screen")
        write(os.path.join(place, "a.md"), "---\ntitle: Bonjour\n---\n\nDu texte.\n")
        wait_for(lambda: "a.md" in show.status().get("slide", ""), 4, "the article")
    finally:
        expect(show.end() == 0, "it did not end by itself: " + show.said())
        screen.close()


def test_with_keys_a_folder_is_taken_by_sync_or_not_at_all():
    """A stick is an origin like any other: what nobody signed is not shown because it lies on a folder."""
    top = folder()
    place, stick, key = os.path.join(top, "lieu"), os.path.join(top, "stick"), os.path.join(top, "cle")
    for where in (place, stick):
        write(os.path.join(where, "a.md"), "---\ntitle: Bonjour\n---\n\nDu texte.\n")
        write(os.path.join(where, "playlist.yaml"), "items:\n- article: a.md\n")
    expect(Run("keygen", "--out", key, "--no-password").code == 0, "keygen")
    settings = write(os.path.join(top, "parvis.yaml"), f"source: {stick}\ntrusted_keys: [{key}.pub]\npoll: 5 s\nclock: battery\n")
    screen = Screen()
    show = Show(screen, "--window=1280x720", "--service", "--settings", settings)
    sync = subprocess.Popen([PARVIS, "sync", "--service", "--settings", settings], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                            env=dict(os.environ, STATE_DIRECTORY=show.state, RUNTIME_DIRECTORY=show.run))
    try:
        def told():
            path = os.path.join(show.run, "sync.json")
            return json.load(open(path, encoding="utf-8")) if os.path.exists(path) else {}
        wait_for(lambda: (told().get("error") or {}).get("code") == "plain-untrusted", 10, "sync refuses it")
        wait_for(lambda: "#setup" in show.status().get("slide", ""), 5, "the slide of a screen without content")
        expect(Run("publish", place, "--out", stick, "--key", key + ".key").code == 0, "publish")
        wait_for(lambda: "a.md" in show.status().get("slide", "") and show.status().get("generation") == 1, 15, "what was signed")
    finally:
        sync.kill()
        sync.wait()
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
    run_tests(globals())
