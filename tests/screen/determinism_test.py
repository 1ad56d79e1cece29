#!/usr/bin/env python3
"""The same source at the same instant gives the same bytes: twice, in another zone, language and folder, and with sanitizers."""
import os
import shutil

from screen import DEMO, DEMO_DATE, PARVIS_SANITIZED, Rendering, Run, expect, folder, need, run_tests


def bytes_of(path):
    return {name: open(os.path.join(path, name), "rb").read() for name in sorted(os.listdir(path))}


def same(a, b):
    expect(sorted(a) == sorted(b), f"{sorted(a)} and {sorted(b)}")
    expect(all(a[name] == b[name] for name in a), [name for name in a if a[name] != b[name]])


def test_twice_the_same_bytes():
    same(bytes_of(Rendering(DEMO, DEMO_DATE).folder), bytes_of(Rendering(DEMO, DEMO_DATE).folder))


def test_the_same_in_portrait():
    same(bytes_of(Rendering(DEMO, DEMO_DATE, "1080x1920").folder), bytes_of(Rendering(DEMO, DEMO_DATE, "1080x1920").folder))


def test_zone_and_language_of_the_machine_do_not_matter():
    out = folder()
    environment = dict(os.environ, TZ="Pacific/Auckland", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8", HOME="/nonexistent")
    run = Run("render", DEMO, "--out", out, "--at", DEMO_DATE, environment=environment)
    expect(run.code == 0, run.err)
    same(bytes_of(Rendering(DEMO, DEMO_DATE).folder), bytes_of(out))


def test_the_same_instant_said_differently():
    a, b = Rendering(DEMO, DEMO_DATE), Rendering(DEMO, "2023-04-20 10:24")
    same(bytes_of(a.folder), bytes_of(b.folder))


def test_a_copy_elsewhere_gives_the_same_pictures():
    copy = os.path.join(folder(), "lieu")
    shutil.copytree(DEMO, copy)
    a, b = Rendering(DEMO, DEMO_DATE), Rendering(copy, DEMO_DATE)
    a, b = bytes_of(a.folder), bytes_of(b.folder)
    a.pop("index.json"), b.pop("index.json")
    same(a, b)


def test_with_sanitizers_the_same_bytes():
    need(PARVIS_SANITIZED)
    same(bytes_of(Rendering(DEMO, DEMO_DATE, "960x540").folder),
         bytes_of(Rendering(DEMO, DEMO_DATE, "960x540", program=PARVIS_SANITIZED).folder))


run_tests(globals())
