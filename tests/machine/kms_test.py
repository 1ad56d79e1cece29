#!/usr/bin/env python3
"""The real way to the screen, without a Raspberry Pi: a virtual machine with Debian's kernel, systemd and the installed package plays on
KMS/DRM; what its display is sent is compared with what `parvis render` draws here. Called by tests/machine/run."""
import atexit
import datetime
import json
import os
import signal
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "screen"))
from screen import ROOT, Picture, Rendering, Skip, expect, need_program, run_tests, scan, write_png  # noqa: E402
from vm import Gone, Machine  # noqa: E402

ARCH = os.environ["ARCH"]
WORK = os.path.join(ROOT, "build", "kms")
BOOT = os.path.join(WORK, ARCH)
CONTENT = os.path.join(WORK, "content")
BAR = 8  # rows at the foot of 1080 that show how long a slide stays
CONNECTOR = "/sys/class/drm/card0-Virtual-1"
DEMO_DATE = "2034-04-20T10:24:00+02:00"
SEED_DATE = "2023-04-20T10:24:00+02:00"
SETTINGS = "source: /opt/content/demo\nclock: battery\n"
SLOW = 2 if ARCH == "amd64" else 6  # patience: nothing waits so long when all is well

machine = None


def path(name):
    return os.path.join(WORK, name + ".png")


def say(text):
    print("   " + text, flush=True)


def connector(file):
    return machine.sh(f"cat {CONNECTOR}/{file}").strip()


def plug(width, height):
    """Another display, or none (0×0). virtio-gpu tells of a change and does not look by itself, as the Raspberry Pi's driver does when
    its plug's pin moves: the kernel is told to look."""
    machine.plug.size(width, height)
    wanted = "connected" if width else "disconnected"
    wait_for(lambda: machine.sh(f"echo detect >{CONNECTOR}/status; cat {CONNECTOR}/status").strip() == wanted, 5, f"the display {wanted}")


def is_off():
    """Where no picture is sent, QEMU writes a small notice of its own on black."""
    _, height, rows = machine.dump()
    return connector("dpms") == "Off" and not any(map(any, rows[:height * 2 // 5])) and not any(map(any, rows[height * 3 // 5:]))


# --- pictures --------------------------------------------------------------------------------------------------------------------------

def upright(width, height, rows, turn):
    """The picture as someone sees it whose screen hangs turned by so many degrees."""
    if turn == 0:
        return width, height, rows
    assert turn == 90
    whole = b"".join(rows)
    planes = [whole[colour::3] for colour in range(3)]
    turned = []
    for x in range(width - 1, -1, -1):
        row = bytearray(3 * height)
        for colour in range(3):
            row[colour::3] = planes[colour][x::width]
        turned.append(bytes(row))
    return height, width, turned


def look(turn=0):
    return upright(*machine.dump(), turn)


def body(rows):
    """All but the bar."""
    return b"".join(rows[:-(BAR * min(len(rows), len(rows[0]) // 3) // 1080)])


def save(name, picture):
    write_png(path(name), *picture, level=1)
    return path(name)


def wait_for(condition, seconds, what):
    end = time.monotonic() + seconds * SLOW
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            save("failed", machine.dump())
            expect(False, f"after {seconds * SLOW} s still not: {what}; the display is in {path('failed')}; {machine.try_sh('journalctl -b -o cat | tail -n 30')[1]}")
        time.sleep(0.2)


class Slides:
    """What `parvis render` draws here of a source, and what of it the machine has shown. `clock` says what time it is there: the slides
    tell the minute."""

    def __init__(self, name, source, clock=None, turn=0):
        self.name, self.source, self.turn = name, os.path.join(CONTENT, source), turn
        self.clock = clock or (lambda: machine.sh("date +%Y-%m-%dT%H:%M:00%:z").strip())
        self.minutes, self.wanted, self.slides, self.seen = set(), {}, {}, {}

    def learn(self, minute):
        self.minutes.add(minute)
        rendering = Rendering(self.source, minute, "1080x1920" if self.turn else "1920x1080")
        for slide in rendering.slides:
            self.slides.setdefault(slide["id"], slide)
            self.wanted[body(Picture(rendering.path(slide)).rows)] = slide["id"]

    def now(self):
        """The slide that is on the display, pixel by pixel as it is drawn here; None for anything else (a fade)."""
        picture = look(self.turn)
        pixels = body(picture[2])
        if pixels not in self.wanted:
            minute = self.clock()
            if minute not in self.minutes:
                self.learn(minute)
        shown = self.wanted.get(pixels)
        if shown and shown not in self.seen:
            self.seen[shown] = save(f"{self.name}-{self.slides[shown]['file'][:-4]}", picture)
        return shown

    def wait(self, seconds=30):
        return wait_for(self.now, seconds, f"a slide of {self.name}")

    def expect_all(self, hold=None):
        """Steps by the right arrow until each slide was seen; each code is then read from the display's picture. `hold` is an instant to
        which the machine's clock is put back each time, so that few minutes have to be drawn here."""
        shown = self.wait()
        for _ in range(2 * len(self.slides)):
            if len(self.seen) == len(self.slides):
                break
            if hold:
                machine.sh(f"date -s {hold}")
            machine.key("right")
            shown = wait_for(lambda before=shown: next((now for now in [self.now()] if now and now != before), None), 20,
                             f"the slide after {shown}")
        missing = [slide for slide in self.slides if slide not in self.seen]
        expect(not missing, f"not seen as drawn here: {missing}")
        codes = {self.seen[slide]: self.slides[slide]["qr"] for slide in self.slides if self.slides[slide]["qr"]}
        for file, found in scan(list(codes)).items():
            expect(found == [codes[file]], f"{file}: zbar reads {found}, expected {codes[file]}")
        say(f"{len(self.seen)} slides are on the display exactly as drawn here, {len(codes)} codes are read")


# --- the program -----------------------------------------------------------------------------------------------------------------------

CONSOLE = "printf '\\033c\\033[?25lThe console.\\n' >/dev/tty1"
# KDGKBMODE: what the console does with the keyboard; 3 is text, 4 nothing at all.
KEYBOARD = "perl -e 'open my $tty, \"<\", \"/dev/tty1\"; my $mode = pack \"q\"; ioctl $tty, 0x4b44, $mode; print unpack \"L\", $mode'"


class Play:
    """parvis play as someone starts it at the console, with options of the command line."""

    def __init__(self, source, at, *options):
        self.at = at
        machine.sh("systemctl stop getty@tty1 play parvis-show parvis-sync; systemctl reset-failed; " + CONSOLE)
        self.console = machine.dump()
        self.keyboard = machine.sh(KEYBOARD)
        self.began = time.monotonic()
        machine.sh("systemd-run -q --unit=play -p RemainAfterExit=yes -p StandardInput=tty -p TTYPath=/dev/tty1 -p StandardOutput=journal "
                   f"/usr/bin/parvis play /opt/content/{source} --at {at} {' '.join(options)}")

    def clock(self):
        """What the slides' clock says, which --at has set."""
        now = datetime.datetime.fromisoformat(self.at) + datetime.timedelta(seconds=time.monotonic() - self.began)
        return now.replace(second=0, microsecond=0).isoformat()

    def said(self, text):
        return text in machine.sh("journalctl -b -u play -o cat")

    def leave(self):
        """SIGTERM: it ends with 0, and the console is as it was before."""
        began = time.monotonic()
        machine.sh("systemctl kill -s TERM play; while systemctl -q show play -P SubState | grep -q running; do sleep 0.1; done")
        took = time.monotonic() - began
        code = machine.sh("systemctl show play -P ExecMainCode -P ExecMainStatus").split()
        expect(code == ["1", "0"], f"it ended with {code}")  # CLD_EXITED
        expect(took < 5 * SLOW, f"it left after {took:.1f} s")
        wait_for(lambda: machine.dump() == self.console, 5, "the console back on the display")
        keyboard = machine.sh(KEYBOARD)
        expect(keyboard == self.keyboard, f"the console's keyboard is in mode {keyboard}, it was in {self.keyboard}")
        machine.sh("systemctl stop play")
        say(f"SIGTERM: left with 0 after {took:.1f} s, the console is back")


class Show:
    """The package's own unit, as settings in /etc/parvis/parvis.yaml have it, at `at` of the machine's clock."""

    def __init__(self, settings, at=None, unit=""):
        machine.sh(f"systemctl stop play parvis-show; systemctl reset-failed; cat >/etc/parvis/parvis.yaml <<'END'\n{settings}\nEND\n"
                   "mkdir -p /run/systemd/system/parvis-show.service.d; systemctl stop getty@tty1\n"
                   f"printf '[Service]\\n{unit}\\n' >/run/systemd/system/parvis-show.service.d/test.conf; systemctl daemon-reload")
        if at:
            machine.sh(f"date -s '{at}'")
        machine.sh("systemctl start parvis-show", 120)

    def property(self, name):
        return machine.sh(f"systemctl show parvis-show -P {name}").strip()

    def said(self, text):
        return text in machine.sh("journalctl -b -u parvis-show -o cat")

    def stop(self):
        machine.sh("systemctl stop parvis-show")


# --- the tests, in this order, in one machine --------------------------------------------------------------------------------------------

def test_package_at_its_first_boot():
    """Nobody has set anything: the unit starts by itself, is ready, and there is a picture."""
    wait_for(lambda: machine.sh("systemctl show parvis-show -P ActiveState").strip() == "active", 60, "parvis-show active")
    wait_for(lambda: len(set(b"".join(machine.dump()[2])[::3001])) > 10, 20, "a picture with more than ten colours")
    save("first-boot", machine.dump())


def test_demo_by_the_unit():
    Show(SETTINGS, DEMO_DATE)
    Slides("demo", "demo").expect_all(DEMO_DATE)


def test_display_off_and_on_by_hours():
    Show(SETTINGS + 'display: {on: "07:30", off: "20:00"}', "2034-04-20T19:59:30+02:00")
    slides = Slides("hours", "demo")
    slides.wait()
    machine.sh("date -s 2034-04-20T19:59:57+02:00")
    wait_for(is_off, 20, "the display off at 20:00")
    save("hours-off", machine.dump())
    machine.sh("date -s 2034-04-21T07:29:57+02:00")
    slides.wait()
    expect(connector("dpms") == "On", connector("dpms"))


def test_display_unplugged_and_plugged():
    show = Show(SETTINGS, DEMO_DATE)
    slides = Slides("plug", "demo")
    slides.wait()
    plug(0, 0)
    wait_for(lambda: show.said("unplugged"), 20, "a word on the missing display")
    plug(1920, 1080)
    slides.wait()
    expect(show.property("NRestarts") == "0", "it was restarted")


def test_hung_and_crashed():
    show = Show(SETTINGS, DEMO_DATE, unit=f"WatchdogSec={5 * SLOW}")
    slides = Slides("again", "demo")
    slides.wait()
    beat = int(show.property("WatchdogTimestampMonotonic"))
    wait_for(lambda: int(show.property("WatchdogTimestampMonotonic")) > beat > 0, 10, "a heartbeat")
    for name in ("STOP", "SEGV"):
        before, began = show.property("MainPID"), time.monotonic()
        machine.sh(f"systemctl kill --kill-whom=main -s {name} parvis-show")
        wait_for(lambda: show.property("MainPID") not in (before, "0"), 60, f"a new start after SIG{name}")
        slides.wait()
        say(f"SIG{name}: the picture is back after {time.monotonic() - began:.0f} s")
    expect(show.said("Watchdog timeout"), "systemd did not see a missing heartbeat")


def test_no_display_then_one():
    plug(0, 0)
    play = Play("demo", DEMO_DATE)
    wait_for(lambda: play.said("no display"), 20, "a word on the missing display")
    plug(1920, 1080)
    Slides("late", "demo", play.clock).wait(60)


def test_seed_rotated():
    if not os.path.exists(os.path.join(CONTENT, "seed.md")):
        raise Skip("the seed article is not here")
    play = Play("seed.md", SEED_DATE, "--rotate", "90")
    Slides("seed", "seed.md", play.clock, turn=90).expect_all()
    play.leave()


def serve(origin):
    """A web server in the machine, and what lies on it."""
    machine.sh(f"mkdir -p /srv/www; ln -sfn /opt/content/{origin} /srv/www/screen; systemctl -q is-active www || "
               "systemd-run -q --unit=www busybox httpd -f -p 127.0.0.1:8080 -h /srv/www")


def test_content_over_the_network():
    serve("origin-1")
    key = open(os.path.join(CONTENT, "key.pub"), encoding="ascii").read().split()[-1]
    Show(f"source: http://127.0.0.1:8080/screen/\nallow_http: true\ntrusted_keys: [{key}]\npoll: 5 s\nclock: battery\n", DEMO_DATE)
    machine.sh("systemctl restart parvis-sync")
    Slides("fetched", "demo").wait(60)
    status = json.loads(machine.sh("parvis status --json || true"))
    expect(status["sync"]["generation"] == status["show"]["generation"] == 1, status)


def test_power_cut_in_an_update():
    """It is cut while the second publication is fetched; the next boot has a picture, without a network, and the rest is fetched then."""
    before, after = Slides("first", "demo"), Slides("second", "demo-2")
    machine.sh("sync")
    serve("origin-2")
    size = wait_for(lambda: next((kib for kib in [int(machine.sh("du -sk /var/lib/parvis").split()[0])] if kib > 12000), None), 60,
                    "the update under way")
    current = machine.sh("cat /var/lib/parvis/current").strip()
    boot()
    wait_for(lambda: before.now() or after.now(), 60, "a picture after the power cut")
    say(f"cut with {size} KiB in the store, generation {current}; {'the first' if before.seen else 'the second'} publication is on the display "
        f"{time.monotonic() - machine.began:.0f} s after power on")
    serve("origin-2")
    wait_for(lambda: machine.sh("cat /var/lib/parvis/current").strip() == "2", 60, "the second publication in the store")
    after.wait(60)


def boot():
    global machine
    if machine:
        machine.cut()
    machine = Machine(ARCH, BOOT, os.path.join(BOOT, "disk.img"), WORK, "2034-04-20T08:24:00")
    say(f"boots in {machine.wait_boot():.1f} s")


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    atexit.register(lambda: machine and machine.cut())
    boot()
    run_tests(globals())


if __name__ == "__main__":
    main()
