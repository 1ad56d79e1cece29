#!/usr/bin/env python3
"""What staff are told, word for word where it matters: place, wording, remedy, exit code; and the keys that machines rely on."""
import os
import re

from screen import DEMO, DEMO_ARTICLE, DEMO_DATE, Run, expect, folder, plain, run_tests, write

GOOD = "---\ntitle: Une nouvelle\ndate: 2023-04-12\n---\n\n## Une partie\n\nUn texte.\n"


def source(playlist, **articles):
    top = folder()
    write(os.path.join(top, "a.md"), GOOD)
    for name, text in articles.items():
        write(os.path.join(top, name + ".md"), text)
    return write(os.path.join(top, "playlist.yaml"), playlist)


def lines(run):
    return [plain(line) for line in run.out.splitlines()]


def told(path, *options, code):
    run = Run("check", path, "--at", DEMO_DATE, *options)
    expect(run.code == code, f"exit {run.code}, expected {code}: {run.out}{run.err}")
    return run


def test_a_clean_source():
    path = source("venue: Lieu\nitems:\n- article: a.md\n")
    told(path, code=0)
    told(path, "--strict", code=0)
    expect(told(path, "--json", code=0).json()["problems"] == [], "problems in a clean source")


def test_a_warning_counts_only_when_strict():
    path = source("venue: Lieu\ntheem: nuit\nitems:\n- article: a.md\n")
    run = told(path, code=0)
    expect(any(re.search(r"playlist\.yaml:2:1: clé « theem » inconnue ; vouliez-vous dire « theme » \?", line) for line in lines(run)), run.out)
    told(path, "--strict", code=1)


def test_an_error_has_place_and_remedy():
    run = told(source("venue: Lieu\nitems:\n- article: a.md\n  until: 2026-13-01\n"), code=2)
    expect(any(re.search(r"playlist\.yaml:4:10: « 2026-13-01 » n’est pas une date qui existe \(attendu : 2026-04-14\)", line) for line in lines(run)), run.out)


def test_a_missing_file_names_the_nearest():
    run = told(source("items:\n- article: articel.md\n", article=GOOD), code=2)
    expect(any("playlist.yaml:2:12:" in line and "articel.md" in line and "article.md" in line for line in lines(run)), run.out)


def test_front_matter_has_the_lines_of_the_file():
    run = told(source("items:\n- b.md\n", b="---\ntitle: A\ndate: hier\n---\n\nTexte.\n"), code=2)
    expect(any(re.search(r"b\.md:3:7: « hier »", line) for line in lines(run)), run.out)


def test_english_when_asked():
    path = source("venue: Lieu\ntheem: nuit\nitems:\n- article: a.md\n")
    run = told(path, "--lang", "en", code=0)
    expect("unknown key" in run.out and "inconnue" not in run.out, run.out)
    run = Run("render", path, "--lang=en")
    expect(run.code == 64 and "output folder is missing" in run.err, run.err)


def test_text_that_cannot_fit():
    path = source("items:\n- b.md\n", b="---\ntitle: " + "Un titre qui ne finit pas " * 60 + "\ndate: 2023-04-12\n---\n\nTexte.\n")
    run = Run("check", path, "--json", "--at", DEMO_DATE)
    codes = {p["code"] for p in run.json()["problems"]}
    expect("text-too-long" in codes, codes)


def test_a_glyph_that_no_font_has():
    path = source("items:\n- message: {title: 'Signe \U0001F47E et \U00013000'}\n")
    run = Run("check", path, "--json", "--at", DEMO_DATE)
    expect([p for p in run.json()["problems"] if p["code"] == "glyph-missing" and "13000" in p["message"]], run.out)


def test_a_link_that_is_none():
    run = Run("check", source("items:\n- message: {title: Ici, link: 'pas une adresse'}\n"), "--json", "--at", DEMO_DATE)
    expect(run.code == 2 and {"link-invalid"} <= {p["code"] for p in run.json()["problems"]}, run.out)


def test_a_code_too_fine_to_scan():
    run = Run("check", source("items:\n- message: {title: Ici, link: 'https://exemple.fr/" + "x" * 400 + "'}\n"), "--json", "--at", DEMO_DATE)
    expect({"qr-small"} & {p["code"] for p in run.json()["problems"]}, run.out)


def test_contrast_of_a_theme():
    path = source("theme: pale.yaml\nitems:\n- article: a.md\n")
    write(os.path.join(os.path.dirname(path), "pale.yaml"), 'colours:\n  ink: "#999999"\n')
    run = Run("check", path, "--json", "--at", DEMO_DATE)
    found = [p for p in run.json()["problems"] if "contrast" in p["code"]]
    expect(found and found[0]["file"].endswith("pale.yaml"), run.out)


def test_reading_distance_is_told():
    run = told(DEMO, code=0)
    expect(re.search(r"lisible jusqu’à \d+,\d m", run.out), run.out)


def test_an_ended_article_is_checked_too():
    run = Run("check", DEMO_ARTICLE, "--json", "--at", "2026-01-01")
    expect(run.code == 0 and len(run.json()["slides"]) >= 4, run.out)


def test_wrong_commands_are_told():
    for arguments, code, words in ((["chekc", "x"], 64, "check"), (["check"], 64, "source"), (["check", DEMO, "--jsno"], 64, "--json"),
                                   (["render", DEMO, "--out", folder(), "--size", "12x9"], 64, "1920x1080"),
                                   (["render", DEMO, "--out", folder(), "--at", "demain"], 2, "demain"), (["play", DEMO, "--rotate", "45"], 64, "90"),
                                   ([], 64, "parvis render"), (["check", DEMO, DEMO], 64, "de trop"),
                                   (["render", DEMO, "--out", "/proc/nulle-part"], 2, "/proc/nulle-part")):
        run = Run(*arguments)
        expect(run.code == code and words in run.err, f"{arguments}: {run.code} {run.err}")
    expect(Run("--help").code == 0 and "parvis explain" in Run("--help").out, "--help")


def test_a_value_that_is_missing_is_told():
    run = Run("render", DEMO, "--size")
    expect(run.code == 64 and "il manque la valeur de --size" in run.err, run.err)


def test_an_end_before_its_start():
    article = "---\ntitle: A\ndate: 2023-04-12\nevent_start_date: 2023-05-20 14:00:00 +02:00\nevent_end_date: 2023-05-19 16:00:00 +02:00\n---\n\nUne rencontre.\n"
    run = told(source("items:\n- b.md\n", b=article), code=0)
    expect(any(re.search(r"b\.md:5:17: .*la fin vient avant le début .*ligne 4", line) for line in lines(run)), run.out)
    expect(any("1 point à voir" in line for line in lines(run)), run.out)


def test_a_playlist_of_twenty_thousand_items():
    path = source("items:\n" + "- article: a.md\n" * 20000)
    run = Run("programme", path, "--json", "--days", "1", "--from", DEMO_DATE)
    expect(run.code == 0 and len(run.json()["rows"]) == 20000, run.err[:300])


def test_a_source_that_is_not_there():
    run = Run("check", os.path.join(folder(), "rien"), "--at", DEMO_DATE)
    expect(run.code == 2 and "rien" in run.out, run.out)


def test_explain_keeps_its_keys():
    article = Run("explain", "--json", DEMO_ARTICLE).json()
    keys = ["title", "published", "lead", "categories", "draft", "images", "deadlines", "events", "actions", "left_out", "slides",
            "warnings"]
    expect(list(article) == keys, list(article))
    expect(set(article["images"][0]) >= {"path", "alt"}, article["images"])
    expect(set(article["deadlines"][0]) >= {"text", "until", "line"}, article["deadlines"])
    expect(set(article["events"][0]) >= {"title", "text", "start", "end", "all_day", "place", "line"}, article["events"])
    expect(set(article["actions"][0]) >= {"label", "url", "for", "line"}, article["actions"])
    expect(article["published"] == "2023-04-14T09:30:00+02:00", article["published"])
    expect(article["deadlines"][0]["until"] == "2023-05-03T00:00:00+02:00", article["deadlines"])
    expect(article["events"][0]["start"] == "2023-05-10T14:30:00+02:00" and article["events"][0]["end"] == "2023-05-10T17:30:00+02:00",
           article["events"])
    lines_of = open(DEMO_ARTICLE, encoding="utf-8").read().split("\n")
    expect("2 mai" in lines_of[article["deadlines"][0]["line"] - 1], article["deadlines"])
    expect("10 mai" in lines_of[article["events"][0]["line"] - 1], article["events"])
    expect("Échéance" in Run("explain", DEMO_ARTICLE).out and "Deadline" in Run("explain", DEMO_ARTICLE, "--lang", "en").out, "for people")


def test_explain_names_the_dates_it_leaves_out():
    path = os.path.join(folder(), "note.md")
    with open(path, "w", encoding="utf-8") as article:
        article.write("---\ntitle: Une note\ndate: 2024-03-01\n---\n\nLe 4 juin, une note.\n")
    left_out = Run("explain", "--json", path).json()["left_out"]
    expect([(date["text"], date["line"]) for date in left_out] == [("Le 4 juin", 6)], left_out)
    expect(left_out[0]["reason"], left_out)
    expect("Laissée de côté, ligne 6 : « Le 4 juin »" in Run("explain", path).out, "for people")


def test_index_keeps_its_keys():
    from screen import Rendering
    index = Rendering(DEMO_ARTICLE, DEMO_DATE, "640x360").index
    expect({"source", "at", "width", "height", "slides"} <= set(index), list(index))
    expect(index["at"] == DEMO_DATE and (index["width"], index["height"]) == (640, 360), index)
    for slide in index["slides"]:
        expect({"file", "kind", "source", "text", "dwell", "link", "qr"} <= set(slide), list(slide))
        expect(8 <= slide["dwell"] <= 35, slide)


def test_programme_says_what_is_shown_when():
    run = Run("programme", DEMO, "--from", "2023-05-01", "--days", "14")
    expect(run.code == 0 and "urgence" not in run.out, run.err)
    expect("appel-communs" in run.out and "fresque" in run.out, run.out)
    table = Run("programme", DEMO, "--from", "2023-05-01", "--days", "14", "--json").json()
    expect(table, "an empty programme")


run_tests(globals())
