#!/usr/bin/env python3
"""parvis play from a store, as the hall sees it: generations are adopted whole and soon, what cannot be shown leaves the old one, and a
start after damage falls back. Prints "ok NAME", "not ok NAME: why" or "skip NAME: why"."""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from play_test import HEIGHT, PROGRAM, WIDTH, Play, Screen, Watcher, article, body, write  # noqa: E402


class World:
    """A folder of staff, what is published of it, and a screen's state."""

    def __init__(self):
        self.top = tempfile.mkdtemp(prefix="parvis-store-")
        self.source, self.origin, self.state = (os.path.join(self.top, name) for name in ("lieu", "publie", "state"))
        os.makedirs(self.source)

    def playlist(self, *names, venue="Hall"):
        write(self.source, "playlist.yaml", f"venue: {venue}\nitems:\n" + "".join(f"- article: {n}.md\n  dwell: 30 s\n" for n in names))

    def publish(self):
        for command in (["publish", self.source, "--out", self.origin], ["sync", self.origin, "--state", self.state, "--once"]):
            done = subprocess.run([PROGRAM, *command], capture_output=True, text=True)
            assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"

    def publish_unchecked(self):
        """As `publish` would, had it not looked: every file of the folder, under the next number."""
        with open(os.path.join(self.origin, "manifest.json"), encoding="utf-8") as file:
            manifest = json.load(file)
        manifest["generation"] += 1
        manifest["files"] = []
        for name in sorted(os.listdir(self.source)):
            with open(os.path.join(self.source, name), "rb") as file:
                data = file.read()
            entry = {"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            shutil.copy(os.path.join(self.source, name), os.path.join(self.origin, "obj", entry["sha256"]))
            manifest["files"].append(entry)
        write(self.origin, "manifest.json", json.dumps(manifest))
        done = subprocess.run([PROGRAM, "sync", self.origin, "--state", self.state, "--once"], capture_output=True, text=True)
        assert done.returncode == 0, f"{done.stdout}{done.stderr}"

    def play(self, screen):
        return Play(screen, "--state=" + self.state)

    def path(self, *names):
        return os.path.join(self.state, *names)

    def number(self):
        with open(self.path("current"), encoding="utf-8") as file:
            return int(file.read())

    def close(self):
        shutil.rmtree(self.top, ignore_errors=True)


def picture_of(screen, world):
    """What the current generation looks like to a program that starts now."""
    play = world.play(screen)
    try:
        play.first()
        return play.settle()
    finally:
        play.end()
        play.close()


def test_a_generation_is_adopted_within_two_seconds(screen, world):
    world.playlist("alpha", "bravo")
    write(world.source, "alpha.md", article("Alpha"))
    write(world.source, "bravo.md", article("Bravo"))
    world.publish()
    play = world.play(screen)
    watcher = None
    try:
        play.first()
        before = play.settle()
        watcher = Watcher(screen)
        watcher.start()
        for i in range(3):
            write(world.source, "alpha.md", article(f"Un tout autre titre {i}"))
            world.publish()
            began = time.monotonic()
            seen = play.changed(before, 3, "the new generation") - began
            assert seen < 2, f"seen after {seen:.2f} s"
            before = play.settle()
        # What is on screen and did not change stays where it is.
        write(world.source, "bravo.md", article("Bravo a changé"))
        world.publish()
        time.sleep(1)
        assert body(screen.pixels()) == before, "it did not keep its place"
        # It leaves the playlist: what replaces it is seen.
        world.playlist("bravo")
        world.publish()
        play.changed(before, 3, "what replaces it")
        play.settle()
        watcher.finish()
        assert watcher.blanks == 0, f"{watcher.blanks} blank pictures"
        code, _ = play.end()
        assert code == 0, f"code {code}"
    finally:
        if watcher:
            watcher.finish()
        play.close()


def test_the_first_generation_takes_the_holding_slide(screen, world):
    play = world.play(screen)
    try:
        play.first()
        before = play.settle()
        world.playlist("alpha")
        write(world.source, "alpha.md", article("Alpha"))
        world.publish()
        play.changed(before, 3, "the first generation")
    finally:
        play.close()


def test_a_folder_without_a_playlist_and_one_with_take_turns(screen, world):
    write(world.source, "alpha.md", article("Alpha"))
    world.publish()
    play = world.play(screen)
    try:
        play.first()
        before = play.settle()
        write(world.source, "bravo.md", article("Bravo"))
        world.playlist("bravo")
        world.publish()
        play.changed(before, 3, "the playlist")
    finally:
        play.close()


def test_what_is_not_whole_is_not_adopted(screen, world):
    world.playlist("alpha")
    write(world.source, "alpha.md", article("Alpha"))
    world.publish()
    play = world.play(screen)
    try:
        play.first()
        before = play.settle()
        # A generation that lacks a file, and one that is not there at all.
        shutil.copytree(world.path("tree", "1"), world.path("tree", "2"))
        with open(world.path("gen", "1"), encoding="utf-8") as file:
            text = file.read()
        write(world.path("gen"), "2", text.replace('"generation": 1', '"generation": 2'))
        os.remove(world.path("tree", "2", "alpha.md"))
        for number in ("2", "77", "rien"):
            write(world.state, "current", number + "\n")
            time.sleep(0.6)
            assert play.process.poll() is None, "it ended"
            assert body(screen.pixels()) == before, f"the screen changed for {number}"
        # The next good one is adopted all the same.
        write(world.state, "current", "1\n")
        write(world.source, "alpha.md", article("Alpha, de nouveau"))
        world.publish()
        play.changed(before, 3, "the next good one")
    finally:
        play.close()


def test_a_playlist_that_cannot_be_read_leaves_the_old_one(screen, world):
    world.playlist("alpha")
    write(world.source, "alpha.md", article("Alpha"))
    world.publish()
    play = world.play(screen)
    try:
        play.first()
        before = play.settle()
        # Another text comes along: what is on screen must not be half of this and half of that.
        write(world.source, "alpha.md", article("Alpha de la génération qui ne va pas"))
        for text in ("items: [alpha.md", "venue: Hall\n", "items:\n- article: absent.md\n"):
            write(world.source, "playlist.yaml", text)
            world.publish_unchecked()
            time.sleep(0.6)
            play.key("i")  # the panel is drawn over what is read at this moment
            time.sleep(0.6)
            play.key("i")
            play.settle()
            assert body(screen.pixels()) == before, f"the screen changed for {text!r}"
    finally:
        play.close()
    assert picture_of(screen, world) == before, "a start does not go back to the one that can be played"
    world.playlist("alpha")
    world.publish()
    assert picture_of(screen, world) != before, "the next good one is not taken"


def test_a_start_falls_back_to_an_older_generation(screen, world):
    pictures = []
    for title in ("Un", "Deux", "Trois"):
        world.playlist("alpha")
        write(world.source, "alpha.md", article(title, f"Texte {title}.\n"))
        world.publish()
        pictures.append(picture_of(screen, world))
    assert len(set(pictures)) == 3
    # One byte of the current article is another one: found by its hash.
    for number, expected in ((3, pictures[1]), (2, pictures[0])):
        path = world.path("tree", str(number), "alpha.md")
        with open(path, "r+b") as file:
            data = file.read()
            file.seek(0)
            file.write(data.replace(b"Texte", b"Tezte"))
        assert picture_of(screen, world) == expected, f"generation {number} is damaged, and not the one before it is shown"
    # Cut short, everywhere: the holding slide, with the name of the place.
    for number in (1, 2, 3):
        os.truncate(world.path("tree", str(number), "alpha.md"), 3)
    holding = picture_of(screen, world)
    assert holding not in pictures
    shutil.rmtree(world.path("tree"))
    assert picture_of(screen, world) != holding, "the holding slide does not name the place"


def test_a_change_of_one_of_many_costs_one(screen, world):
    names = [f"a{i:04}" for i in range(500)]
    # All with a picture: which ones changed must be known, or all would be read again.
    os.makedirs(os.path.join(world.source, "uploads"))
    shutil.copy(os.path.join(os.path.dirname(PROGRAM), "..", "playlists", "lieu", "uploads", "plan.jpg"), os.path.join(world.source, "uploads"))
    text = "![Le plan](/uploads/plan.jpg)\n"
    for name in names:
        write(world.source, name + ".md", article(f"Article {name}", text))
    world.playlist(*names)
    world.publish()
    play = world.play(screen)
    try:
        play.first()
        before = play.settle()
        time.sleep(8)  # all are read in the background, one every 10 ms
        write(world.source, names[0] + ".md", article("Un autre titre", text))
        world.publish()
        play.changed(before, 5, "the change")
        play.settle()
        trace = os.path.join(world.top, "trace")
        strace = subprocess.Popen(["strace", "-f", "-e", "trace=openat", "-o", trace, "-p", str(play.process.pid)], stderr=subprocess.DEVNULL)
        time.sleep(1)
        write(world.source, names[300] + ".md", article("Un autre titre encore", text))
        world.publish()
        time.sleep(4)
        strace.terminate()
        strace.wait()
        with open(trace, encoding="utf-8", errors="replace") as file:
            opened = [line for line in file if '.md"' in line]
        assert any(f'"{names[300]}.md"' in line for line in opened), f"the article was not read: {opened[:5]}"
        assert len(opened) < 20, f"{len(opened)} articles were read for one change"
    finally:
        play.close()


def test_a_picture_changes_under_its_name(screen, world):
    photos = os.path.join(os.path.dirname(PROGRAM), "..", "playlists", "lieu", "uploads")

    def put(name):
        shutil.copy(os.path.join(photos, name), os.path.join(world.source, "photo.jpg"))
        world.publish()
    write(world.source, "playlist.yaml", "venue: Hall\nitems:\n- image: photo.jpg\n  dwell: 30 s\n")
    put("plan.jpg")
    play, watcher = world.play(screen), None
    try:
        play.first()
        before = play.settle()
        watcher = Watcher(screen)
        watcher.start()
        for name in ("collines.jpg", "escalier.jpg", "lecture.jpg"):
            put(name)
            play.changed(before, 2, "the other picture")
            after = play.settle()
            assert after != before
            before = after
        assert before == picture_of_another(world), "it is not what a program shows that starts now"
        watcher.finish()
        assert watcher.blanks == 0, f"{watcher.blanks} blank pictures"
    finally:
        if watcher:
            watcher.finish()
        play.close()


def picture_of_another(world):
    other = Screen()
    try:
        return picture_of(other, world)
    finally:
        other.close()


def test_a_picture_in_quarantine_is_not_opened(screen, world):
    shutil.copy(os.path.join(os.path.dirname(PROGRAM), "..", "playlists", "lieu", "uploads", "plan.jpg"), os.path.join(world.source, "plan.jpg"))
    write(world.source, "playlist.yaml", "venue: Hall\nitems:\n- image: plan.jpg\n  title: Le plan\n")
    world.publish()
    with open(os.path.join(world.source, "plan.jpg"), "rb") as file:
        hash_of = hashlib.sha256(file.read()).hexdigest()
    run = os.path.join(world.top, "run")
    os.makedirs(run)
    shown = []
    for listed in (False, True):
        if listed:
            write(run, "quarantine", f"{hash_of} 1795600800000 decoder-crashed plan.jpg\n")
        environment = dict(os.environ, DISPLAY=screen.display, SDL_VIDEODRIVER="x11", RUNTIME_DIRECTORY=run, STATE_DIRECTORY=world.state)
        play = Play.__new__(Play)
        play.screen, play.began = screen, time.monotonic()
        play.process = subprocess.Popen([PROGRAM, "play", "--service", "--settings", "/dev/null", f"--window={WIDTH}x{HEIGHT}"], env=environment,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            play.first()
            play.settle()
            play.wait_for(lambda: os.path.exists(os.path.join(run, "show.json")), 5, "a status")
            with open(os.path.join(run, "show.json"), encoding="utf-8") as file:
                status = json.load(file)
            shown.append((body(screen.pixels()), status["quarantined"], status["generation"]))
            play.end()
        finally:
            play.close()
    assert shown[0][1] == [] and shown[1][1] == [{"file": "plan.jpg", "sha256": hash_of}], f"{shown[0][1]} {shown[1][1]}"
    assert shown[0][2] == 1, shown[0][2]
    assert shown[0][0] != shown[1][0], "the picture is there all the same"


def main():
    if not shutil.which("Xvfb"):
        print("skip play from a store: Xvfb is not installed")
        return 0
    word, failed, screen = sys.argv[1] if len(sys.argv) > 1 else "", 0, Screen()
    for name, test in list(globals().items()):
        if not name.startswith("test_") or word not in name:
            continue
        world, title = World(), name[5:].replace("_", " ")
        try:
            test(screen, world)
            print(f"ok {title}", flush=True)
        except Exception as problem:  # a test that breaks has failed
            failed += 1
            print(f"not ok {title}: {type(problem).__name__} {problem}", flush=True)
        world.close()
    screen.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
