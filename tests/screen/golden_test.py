#!/usr/bin/env python3
"""Every template, landscape and portrait, against the pictures in tests/golden/: byte for byte on Debian 12, by eye's measure elsewhere.

golden_test.py --update takes the pictures of now as right and writes build/golden/side-by-side.png: before, after, what differs.
"""
import operator
import os
import sys

from screen import ROOT, Picture, Rendering, expect, run_tests, write_png

GOLDEN = os.path.join(ROOT, "tests", "golden")
SIDE_BY_SIDE = os.path.join(ROOT, "build", "golden", "side-by-side.png")
SHAPES = {"landscape": "960x540", "portrait": "540x960"}
# What is rendered of tests/golden/source, and when.
SCENES = [("day", "day", "2023-04-20T10:24:00+02:00"), ("last-day", "last", "2023-05-02T15:20:00+02:00"),
          ("last-hour", "last", "2023-05-02T23:30:00+02:00"), ("closed", "last", "2023-05-03T09:00:00+02:00"),
          ("nothing", "last", "2023-05-20T09:00:00+02:00"), ("urgent", "urgent", "2023-04-20T10:24:00+02:00"),
          ("night", "night", "2023-04-20T21:00:00+02:00"), ("setup", "setup/parvis.yaml", "2023-04-20T10:24:00+02:00"),
          ("setup-en", "setup-en/parvis.yaml", "2023-04-20T10:24:00+02:00")]
# Elsewhere than on Debian 12 fonts are drawn by other versions: a mean difference of a level and a half, as edges of letters give.
MEAN_MOST = 1.5


def exact():
    try:
        return 'VERSION_ID="12"' in open("/etc/os-release").read()
    except OSError:
        return False


def pictures(shape):
    for name, source, at in SCENES:
        rendering = Rendering(os.path.join("tests", "golden", "source", source), at, SHAPES[shape])
        for slide in rendering.slides:
            yield f"{name}-{slide['file']}", Picture(rendering.path(slide))


def difference(a, b):
    """Mean difference of a level, 0 when they are the same; 255 when their sizes differ."""
    if (a.width, a.height) != (b.width, b.height):
        return 255.0
    total = sum(sum(map(abs, map(operator.sub, x, y))) for x, y in zip(a.rows, b.rows) if x != y)
    return total / (3 * a.width * a.height)


def compare(shape):
    faults, seen = [], set()
    for name, picture in pictures(shape):
        path = os.path.join(GOLDEN, shape, name)
        seen.add(name)
        if not os.path.exists(path):
            faults.append(f"{name} is new")
            continue
        differs = difference(picture, Picture(path))
        if differs > (0 if exact() else MEAN_MOST):
            faults.append(f"{name} differs by {differs:.3f}")
    faults += [f"{name} is no longer made" for name in sorted(set(os.listdir(os.path.join(GOLDEN, shape))) - seen)]
    expect(not faults, "; ".join(faults) + ". When this is meant: make golden, look at build/golden/side-by-side.png, commit")


def test_templates_in_landscape():
    compare("landscape")


def test_templates_in_portrait():
    compare("portrait")


def beside(old, new):
    """Rows of before, after and difference, one beside the other on grey."""
    width, height = max(old.width, new.width), max(old.height, new.height)

    def padded(picture):
        grey = bytes([200]) * (3 * (width - picture.width))
        return [row + grey for row in picture.rows] + [bytes([200]) * 3 * width] * (height - picture.height)
    rows = []
    for a, b in zip(padded(old), padded(new)):
        seen = bytes(255 - min(255, 4 * abs(x - y)) for x, y in zip(a, b)) if a != b else b"\xff" * len(a)
        rows.append(a + b"\xc8" * 24 + b + b"\xc8" * 24 + seen)
    return rows + [b"\xc8" * len(rows[0])] * 8


class Blank:
    def __init__(self, other):
        self.width, self.height = other.width, other.height
        self.rows = [b"\xc8" * 3 * other.width] * other.height


def update():
    sheets, changed = [], 0
    for shape in SHAPES:
        kept = os.path.join(GOLDEN, shape)
        os.makedirs(kept, exist_ok=True)
        before = {name: Picture(os.path.join(kept, name)) for name in os.listdir(kept)}
        for name, picture in pictures(shape):
            old = before.pop(name, None)
            if old and old.rows == picture.rows:
                continue
            changed += 1
            print(f"{shape}/{name}: {'changed' if old else 'new'}")
            write_png(os.path.join(kept, name), picture.width, picture.height, picture.rows)
            sheets.append(beside(old or Blank(picture), picture))
        for name in before:
            changed += 1
            print(f"{shape}/{name}: gone")
            os.remove(os.path.join(kept, name))
    if sheets:
        width = max(len(rows[0]) for rows in sheets)
        rows = [row.ljust(width, b"\xc8") for sheet in sheets for row in sheet]
        os.makedirs(os.path.dirname(SIDE_BY_SIDE), exist_ok=True)
        write_png(SIDE_BY_SIDE, width // 3, len(rows), rows)
        print(f"Look at {os.path.relpath(SIDE_BY_SIDE, ROOT)} (before, after, difference) before you commit.")
    print(f"{changed} pictures changed.")


if "--update" in sys.argv:
    update()
else:
    run_tests(globals())
