#!/usr/bin/env python3
"""Every code on every slide is read from the picture by zbar, at full and at half size, and says exactly what index.json says."""
import glob
import os

from screen import ARTICLES, DEMO, DEMO_DATE, Picture, Rendering, Run, expect, folder, need, need_program, run_tests, scan, write_grey

SIZES = ("1920x1080", "1080x1920")


def read_all(renderings):
    """Decodes all codes of some renderings; returns how many there were."""
    need_program("zbarimg")
    wanted, halves = {}, folder()
    for rendering in renderings:
        for slide in rendering.slides:
            if slide["qr"]:
                path = rendering.path(slide)
                half = os.path.join(halves, f"{len(wanted)}.pgm")
                write_grey(half, *Picture(path).halved())
                wanted[path] = wanted[half] = (slide, rendering.index["source"])
    for path, found in scan(list(wanted)).items():
        slide, source = wanted[path]
        scale = "50 %" if path.endswith(".pgm") else "100 %"
        expect(found == [slide["qr"]], f"{source} {slide['id']} at {scale}: {found}, expected {slide['qr']}")
    return len(wanted) // 2


def test_codes_of_the_demo_landscape():
    expect(read_all([Rendering(DEMO, DEMO_DATE, SIZES[0])]) >= 4, "fewer than four codes")


def test_codes_of_the_demo_portrait():
    expect(read_all([Rendering(DEMO, DEMO_DATE, SIZES[1])]) >= 4, "fewer than four codes")


def test_codes_at_720_lines():
    read_all([Rendering(DEMO, DEMO_DATE, "1280x720")])


def test_codes_of_real_articles():
    need(ARTICLES)
    renderings = []
    for number, path in enumerate(sorted(glob.glob(os.path.join(ARTICLES, "*.md")))):
        explained = Run("explain", "--json", path)
        if explained.code == 0 and explained.json().get("published") and "README" not in path:
            # Each article on the day it came out; one way up each, so that this stays short.
            renderings.append(Rendering(path, explained.json()["published"], SIZES[number % 2]))
    expect(read_all(renderings) >= 20, "fewer than twenty codes in all articles")


run_tests(globals())
