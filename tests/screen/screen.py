"""What the screen tests share: running parvis, reading its pictures, saying what passed. No test of its own."""
import atexit
import concurrent.futures
import json
import os
import re
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import traceback
import unicodedata
import xml.etree.ElementTree
import zlib

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PARVIS = os.environ.get("PARVIS", os.path.join(ROOT, "build", "parvis"))
PARVIS_SANITIZED = os.path.join(ROOT, "build", "asan", "parvis")
DEMO = os.path.join(ROOT, "playlists", "lieu")
DEMO_ARTICLE = os.path.join(DEMO, "articles", "appel-communs.md")
DEMO_DATE = "2023-04-20T10:24:00+02:00"
# Real articles that lie beside the project where it is developed; they are not part of it.
SHARED = os.path.join(ROOT, "..", "shared")
ARTICLES = os.path.join(SHARED, "articles")
SEED = os.path.join(ARTICLES, "accelerateur-initiatives-citoyennes.md")


class Skip(Exception):
    """Says that a test cannot be run here, and why."""


class Failed(Exception):
    pass


def expect(condition, why):
    if not condition:
        raise Failed(why)


def run_one(title, test):
    """What there is to say of a test, and whether it failed."""
    try:
        test()
        return f"ok {title}", False
    except Skip as why:
        return f"skip {title}: {why}", False
    except Failed as why:
        return f"not ok {title}: {why}", True
    except Exception as problem:  # a test that breaks has failed
        return f"not ok {title}: {type(problem).__name__} {problem}\n{traceback.format_exc()}", True


def run_tests(names, at_once=1):
    """Runs every function called test_... of a module, in order, or so many at once; a word on the command line chooses."""
    tests = [(name[5:].replace("_", " "), test) for name, test in list(names.items())
             if name.startswith("test_") and (len(sys.argv) < 2 or sys.argv[1] in name)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        for said, has_failed in pool.map(lambda test: run_one(*test), tests):
            print(said, flush=True)
            failed += has_failed
    sys.exit(1 if failed else 0)


def need(path):
    if not os.path.exists(path):
        raise Skip(f"{os.path.relpath(path, ROOT)} is not here")
    return path


def need_program(name):
    if not shutil.which(name):
        raise Skip(f"{name} is not installed")


def folder(within=None):
    path = tempfile.mkdtemp(prefix="parvis-test-", dir=within)
    atexit.register(shutil.rmtree, path, True)
    return path


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(data.encode() if isinstance(data, str) else data)
    return path


class Run:
    """One run of the program: code, output, seconds of CPU and of the clock."""

    def __init__(self, *arguments, program=None, timeout=60, environment=None):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        done = subprocess.run([program or PARVIS, *arguments], capture_output=True, timeout=timeout, cwd=ROOT, env=environment,
                              stdin=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.seconds = time.monotonic() - began
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.code, self.out, self.err = done.returncode, done.stdout.decode(), done.stderr.decode()

    def json(self):
        return json.loads(self.out)


class Rendering:
    """The pictures of a source at an instant, in a folder that goes when the test ends."""

    def __init__(self, source, at, size="1920x1080", program=None):
        self.folder = folder()
        self.run = Run("render", source, "--out", self.folder, "--size", size, "--at", at, program=program, timeout=100)
        expect(self.run.code == 0, f"render {source} ended with {self.run.code}: {self.run.err}")
        with open(os.path.join(self.folder, "index.json"), encoding="utf-8") as index:
            self.index = json.load(index)
        self.slides = self.index["slides"]

    def path(self, slide):
        return os.path.join(self.folder, slide["file"])

    def of(self, kind):
        return [slide for slide in self.slides if slide["kind"] == kind]


def plain(text):
    """Text with every kind of space as one blank, so that a test can be read."""
    return re.sub(r"\s+", " ", text.replace("\u202f", " ").replace("\u00a0", " ")).strip()


def words(text):
    """The words a reader reads, without accents' spelling and without signs."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").lower()
    return re.findall(r"[0-9a-zà-öø-ÿœæ]+", text)


class Picture:
    """A PNG of 8-bit RGB, as rows of bytes."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        expect(data[:8] == b"\x89PNG\r\n\x1a\n", f"{path} is no PNG")
        at, packed = 8, b""
        while at < len(data):
            length, kind = struct.unpack(">I4s", data[at:at + 8])
            body = data[at + 8:at + 8 + length]
            if kind == b"IHDR":
                self.width, self.height, depth, colour = struct.unpack(">2I2B", body[:10])
                expect((depth, colour) == (8, 2), f"{path} is not 8-bit RGB")
            elif kind == b"IDAT":
                packed += body
            at += length + 12
        self.rows = self.unfilter(zlib.decompress(packed))

    def unfilter(self, raw):
        stride, rows, above = self.width * 3, [], bytes(self.width * 3)
        low = int.from_bytes(b"\x7f" * stride, "big")
        high = low ^ int.from_bytes(b"\xff" * stride, "big")
        for y in range(self.height):
            kind, line = raw[y * (stride + 1)], raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)]
            if kind == 2:
                # All bytes of a row are added at once, as one long number without carries from byte to byte.
                a, b = int.from_bytes(line, "big"), int.from_bytes(above, "big")
                line = (((a & low) + (b & low)) ^ ((a ^ b) & high)).to_bytes(stride, "big")
            else:
                expect(kind == 0, f"filter {kind} of a row is not known here")
            rows.append(line)
            above = line
        return rows

    def halved(self):
        """Grey rows of half the size: each pixel is the mean of four (of their green, which is most of what the eye sees)."""
        half = []
        for y in range(0, self.height - 1, 2):
            a, b = (row[1::3] for row in self.rows[y:y + 2])
            half.append(mean(mean(a[0::2], a[1::2]), mean(b[0::2], b[1::2])))
        return self.width // 2, self.height // 2, half


def mean(a, b):
    length = min(len(a), len(b))
    x, y = int.from_bytes(a[:length], "big"), int.from_bytes(b[:length], "big")
    return ((x & y) + (((x ^ y) & int.from_bytes(b"\xfe" * length, "big")) >> 1)).to_bytes(length, "big")


def bytes_less(row, above):
    """The filter "up" of PNG: each byte less the one above."""
    if row == above:
        return bytes(len(row))
    low, high = int.from_bytes(b"\x7f" * len(row), "big"), int.from_bytes(b"\x80" * len(row), "big")
    a, b = int.from_bytes(row, "big"), int.from_bytes(above, "big")
    return (((a | high) - (b & low)) ^ ((a ^ ~b) & high)).to_bytes(len(row), "big")


def write_grey(path, width, height, rows):
    with open(path, "wb") as out:
        out.write(b"P5 %d %d 255\n" % (width, height) + b"".join(rows))


def write_png(path, width, height, rows, level=9):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    above, raw = bytes(3 * width), []
    for row in rows:
        raw.append(b"\2" + bytes_less(row, above))
        above = row
    raw = b"".join(raw)
    with open(path, "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)) +
                  chunk(b"IDAT", zlib.compress(raw, level)) + chunk(b"IEND", b""))


def scan(paths):
    """What zbar reads in each picture: path to list of texts."""
    found = {path: [] for path in paths}
    if not paths:
        return found
    out = subprocess.run(["zbarimg", "--quiet", "--xml", "-Sdisable", "-Sqrcode.enable", *paths], capture_output=True).stdout
    tree = xml.etree.ElementTree.fromstring(out)
    for source in (e for e in tree.iter() if e.tag.endswith("source")):
        for data in (e for e in source.iter() if e.tag.endswith("data")):
            found[source.get("href")].append(data.text or "")
    return found
