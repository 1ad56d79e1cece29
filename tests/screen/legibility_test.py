#!/usr/bin/env python3
"""A reader that knows nothing of Parvis (tesseract, French) reads the slides back: at least 95 % of the words of index.json."""
import os
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from screen import DEMO, DEMO_DATE, SEED, Picture, Rendering, expect, folder, need, need_program, run_tests, words, write_grey

LEAST = 0.95


def read(path, mode):
    environment = dict(os.environ, OMP_THREAD_LIMIT="1")
    return subprocess.run(["tesseract", path, "stdout", "-l", "fra", "--psm", mode, "--dpi", "150"], capture_output=True,
                          env=environment).stdout.decode()


def words_on(path):
    """As ordinary pages read; then, for white text on a dark ground, the same picture inverted."""
    picture = Picture(path)
    turned = os.path.join(folder(), "inverted.pgm")
    table = bytes(255 - v for v in range(256))
    write_grey(turned, picture.width, picture.height, [row[1::3].translate(table) for row in picture.rows])
    return Counter(words(read(path, "11"))) | Counter(words(read(turned, "11"))) | Counter(words(read(path, "3")))


def recall(rendering):
    slides = [slide for slide in rendering.slides if slide["text"].strip()]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(words_on, (rendering.path(slide) for slide in slides)))
    right = wanted = 0
    missed = []
    for slide, seen in zip(slides, found):
        # A single letter or sign is not what legibility hangs on, and the address in clear has its code beside it.
        here = Counter(word for word in words(slide["text"]) if len(word) > 1)
        right += sum((here & seen).values())
        wanted += sum(here.values())
        missed += [f"{slide['file']}: {' '.join((here - seen).elements())}"] if here - seen else []
    return right / wanted, missed


def check(source, at, size):
    need_program("tesseract")
    share, missed = recall(Rendering(source, at, size))
    expect(share >= LEAST, f"{share:.1%} of the words; missed: {'; '.join(missed)}")


def test_seed_is_legible():
    check(need(SEED), DEMO_DATE, "1920x1080")


def test_demo_is_legible():
    check(DEMO, DEMO_DATE, "1920x1080")


def test_demo_call_is_legible_in_portrait():
    check(os.path.join(DEMO, "articles", "appel-communs.md"), DEMO_DATE, "1080x1920")


run_tests(globals())
