#!/usr/bin/env python3
"""What is read in forty-eight real articles, against what a careful reader reads: nothing wrong, nothing missing.

The labels were made by hand. Where Parvis disagrees with one on purpose, the line stands in DISAGREE with its reason; any other
difference fails.
"""
import os
import re
import shutil
import subprocess

from screen import ARTICLES, PARVIS, ROOT, SHARED, Run, expect, folder, need, run_tests

SITE_OF_NAME = "the file's name gives the site of its paths, as it stands there; the label writes www. before it"
WORKSHOPS = "design.numerique.gouv.fr__2023-10-19-ateliers-de-formations.md"

# What score-articles says (a part of the line), and why it is meant.
DISAGREE = [
    ("MISSING  numerique.gouv.fr__ac-aic-2e-saison-published-2023.md: action https://www.numerique.gouv.fr/agenda/", SITE_OF_NAME),
    ("MISSING  numerique.gouv.fr__ac-cafe-transfo-1-2021.md: action https://www.numerique.gouv.fr/agenda/", SITE_OF_NAME),
]


def meant(line):
    return any(re.match(pattern, line) for pattern, _ in DISAGREE)


def test_real_articles_are_read_as_a_careful_reader_does():
    score = need(os.path.join(SHARED, "tools", "score-articles"))
    run = subprocess.run([score, PARVIS, need(ARTICLES)], capture_output=True, text=True, cwd=ROOT)
    lines = run.stdout.splitlines()
    expect(lines and "right," in lines[-1], run.stderr)
    others = [line[:300] for line in lines[:-1] if not meant(line)]
    expect(not others, "; ".join(others) + "; " + lines[-1])


def test_what_is_given_again_is_one_event():
    """« 23 avril, 18 juin »: one workshop, and both its days."""
    events = Run("explain", "--json", need(os.path.join(ARTICLES, WORKSHOPS))).json()["events"]
    days = {event["start"][5:10]: [again[5:10] for again in event["again"]] for event in events}
    expect(len(events) == 7 and days["04-23"] == ["06-18"] and days["05-14"] == ["06-13"], days)


def test_a_link_without_its_site_is_told():
    """The file's name gives the site; under another name nobody knows it."""
    name = "numerique.gouv.fr__ac-cafe-transfo-1-2021.md"
    path = need(os.path.join(ARTICLES, name))
    plain = os.path.join(folder(), "cafe.md")
    shutil.copy(path, plain)

    def told(of):
        found = Run("explain", "--json", of).json()["warnings"]
        return [w for w in found if w["code"] == "link-relative" and "/agenda/" in w["message"] and w["line"] == 20]

    expect(told(plain), "nothing is told of " + plain)
    expect(not told(path), told(path))


run_tests(globals())
