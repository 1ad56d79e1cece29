#!/usr/bin/env python3
"""What is read in forty-eight real articles, against what a careful reader reads: nothing wrong, nothing missing."""
import os
import subprocess

from screen import ARTICLES, PARVIS, ROOT, SHARED, expect, need, run_tests


def test_real_articles_are_read_as_a_careful_reader_does():
    score = need(os.path.join(SHARED, "tools", "score-articles"))
    run = subprocess.run([score, PARVIS, need(ARTICLES)], capture_output=True, text=True, cwd=ROOT)
    expect(run.returncode == 0, run.stdout[-3000:] + run.stderr)


run_tests(globals())
