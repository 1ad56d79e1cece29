#!/usr/bin/env python3
"""What is read in forty-eight real articles, against what a careful reader reads: nothing wrong, nothing missing.

The labels were made by hand. Where Parvis disagrees with one on purpose, the line stands in DISAGREE with its reason; any other
difference fails.
"""
import os
import re
import subprocess

from screen import ARTICLES, PARVIS, ROOT, SHARED, Run, expect, need, run_tests

PATH_WITHOUT_SITE = "a path without its site is no address, and nothing is put on a wall that cannot be scanned"
SECOND_DATE = "« 23 avril, 18 juin » is two sessions; the label names the first and calls the second as good"
WORKSHOPS = "design.numerique.gouv.fr__2023-10-19-ateliers-de-formations.md"
TRAINING = "design.numerique.gouv.fr__2021-10-29-formations-design-accessibilite-recherche-ecoconception.md"

# What score-articles says (a part of the line), and why it is meant.
DISAGREE = [
    ("MISSING  numerique.gouv.fr__ac-aic-2e-saison-published-2023.md: action https://www.numerique.gouv.fr/agenda/", PATH_WITHOUT_SITE),
    ("MISSING  numerique.gouv.fr__ac-cafe-transfo-1-2021.md: action https://www.numerique.gouv.fr/agenda/", PATH_WITHOUT_SITE),
    (f"MISSING  {TRAINING}: action https://design.numerique.gouv.fr/formations/", PATH_WITHOUT_SITE),
    (f"MISSING  {WORKSHOPS}: action https://design.numerique.gouv.fr/formations/", PATH_WITHOUT_SITE),
] + [(f'WRONG    {WORKSHOPS}: events: .*"start": "2024-06-{day}T', SECOND_DATE) for day in ("04", "06", "11", "13", "14", "18", "25")]


def meant(line):
    return any(re.match(pattern, line) for pattern, _ in DISAGREE)


def test_real_articles_are_read_as_a_careful_reader_does():
    score = need(os.path.join(SHARED, "tools", "score-articles"))
    run = subprocess.run([score, PARVIS, need(ARTICLES)], capture_output=True, text=True, cwd=ROOT)
    lines = run.stdout.splitlines()
    expect(lines and "right," in lines[-1], run.stderr)
    others = [line[:300] for line in lines[:-1] if not meant(line)]
    expect(not others, "; ".join(others) + "; " + lines[-1])


def test_a_link_without_its_site_is_told():
    path = need(os.path.join(ARTICLES, "numerique.gouv.fr__ac-cafe-transfo-1-2021.md"))
    warnings = Run("explain", "--json", path).json()["warnings"]
    expect([w for w in warnings if w["code"] == "link-relative" and "/agenda/" in w["message"] and w["line"] == 20], warnings)


run_tests(globals())
