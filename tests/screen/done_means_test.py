#!/usr/bin/env python3
"""The call for projects, from its opening to the day after its event, on the article of the demo and on the one that Parvis began with."""
import os
import re
import shutil

from screen import DEMO, DEMO_ARTICLE, DEMO_DATE, ROOT, SEED, Rendering, Run, expect, folder, need, plain, run_tests

PAGES = {"https://citoyens.transformation.gouv.fr/", "https://citoyens.transformation.gouv.fr/programme/"}


def texts(rendering, kind):
    return [plain(slide["text"]) for slide in rendering.of(kind)]


def has(text, *parts):
    for part in parts:
        expect(part.lower() in text.lower(), f"« {part} » is not in « {text} »")


def while_it_is_open(source):
    shown = Rendering(source, "2023-04-20T10:24:00+02:00")
    expect(len(shown.of("headline")) == 1, f"headlines: {len(shown.of('headline'))}")
    expect(len(shown.of("section")) >= 2, "fewer than two sections")
    expect(len(shown.of("event")) == 1 and len(shown.of("deadline")) == 1, [s["kind"] for s in shown.slides])
    expect(len(shown.slides) <= 8, f"{len(shown.slides)} slides")
    event, deadline = texts(shown, "event")[0], texts(shown, "deadline")[0]
    has(event, "mercredi", "10 mai", "14 h 30", "17 h 30", "Paris", "au Lieu de la transformation publique", "Dans 20 jours")
    has(deadline, "12 jours", "jusqu’au mardi 2 mai")
    expect({slide["qr"] for slide in shown.slides if slide["qr"]} == PAGES, [s["qr"] for s in shown.slides])
    expect(shown.of("deadline")[0]["qr"] == "https://citoyens.transformation.gouv.fr/", shown.of("deadline")[0]["qr"])
    expect(shown.of("event")[0]["qr"] == "https://citoyens.transformation.gouv.fr/programme/", shown.of("event")[0]["qr"])
    expect(all(slide["fits"] for slide in shown.slides), "a slide does not fit")


def on_the_last_evening(source):
    deadline = texts(Rendering(source, "2023-05-02T12:00:00+02:00"), "deadline")[0]
    has(deadline, "Dernier jour", "12 h")
    deadline = texts(Rendering(source, "2023-05-02T23:30:00+02:00"), "deadline")[0]
    expect(re.search(r"\b30 min", deadline), deadline)
    expect("1 h" not in deadline and "jours" not in deadline, deadline)


def on_the_day_before(source):
    has(texts(Rendering(source, "2023-05-01T12:00:00+02:00"), "deadline")[0], "1 jour")


def when_it_closes(source):
    shown = Rendering(source, "2023-05-03T00:00:00+02:00")
    deadlines = texts(shown, "deadline")
    expect(len(deadlines) == 1 and re.search(r"\bclo(s|se|ses)\b|\bterminé", deadlines[0]), deadlines)
    expect(not re.search(r"\d+ (jour|h|min)", deadlines[0]), deadlines[0])
    expect(shown.of("deadline")[0]["qr"] is None, "a closed call still asks to apply")
    shown = Rendering(source, "2023-05-05T00:00:00+02:00")
    expect(not shown.of("deadline"), "the closed call is still there after two days")
    expect(len(shown.of("event")) == 1, "the event has left before it took place")


def around_the_event(source):
    for at, badge in (("2023-05-09T12:00:00+02:00", "Demain"), ("2023-05-10T09:00:00+02:00", "Aujourd’hui"), ("2023-05-10T15:00:00+02:00", "En cours")):
        has(texts(Rendering(source, at), "event")[0], badge)
    expect(not Rendering(source, "2023-05-10T17:30:00+02:00").of("event"), "the event is over and still there")


def after_all_of_it(source):
    shown = Rendering(source, "2023-05-11")
    expect([slide["kind"] for slide in shown.slides] == ["holding"], [s["kind"] for s in shown.slides])


def test_demo_call_is_open():
    while_it_is_open(DEMO_ARTICLE)


def test_demo_call_on_its_last_evening():
    on_the_day_before(DEMO_ARTICLE)
    on_the_last_evening(DEMO_ARTICLE)


def test_demo_call_closes():
    when_it_closes(DEMO_ARTICLE)


def test_demo_event():
    around_the_event(DEMO_ARTICLE)


def test_demo_call_is_over():
    after_all_of_it(DEMO_ARTICLE)


def test_seed_call_is_open():
    while_it_is_open(need(SEED))


def test_seed_call_on_its_last_evening():
    on_the_day_before(need(SEED))
    on_the_last_evening(SEED)


def test_seed_call_closes():
    when_it_closes(need(SEED))


def test_seed_event():
    around_the_event(need(SEED))


def test_seed_call_is_over():
    after_all_of_it(need(SEED))


def test_demo_plays_at_its_own_date():
    shown = Rendering(DEMO, DEMO_DATE)
    kinds = {slide["kind"] for slide in shown.slides}
    expect(kinds == {"headline", "section", "event", "deadline", "agenda", "picture", "message"}, kinds)
    expect(all(slide["fits"] for slide in shown.slides), "a slide does not fit")
    agenda = plain(" ".join(slide["text"] for slide in shown.of("agenda")))
    has(agenda, "25 avril", "27 avril", "2 mai", "10 mai", "12 mai")
    fresco = [plain(slide["text"]) for slide in shown.of("deadline") if "fresque" in slide["source"]]
    expect(len(fresco) == 1, fresco)
    has(fresco[0], "22 jours", "vendredi 12 mai", "12 h")
    workshop = [plain(slide["text"]) for slide in shown.of("event") if "atelier" in slide["source"]]
    expect(len(workshop) == 1, workshop)
    has(workshop[0], "jeudi", "27 avril", "9 h 30", "12 h", "Salle des Cartes")


def test_demo_is_clean():
    run = Run("check", DEMO, "--strict", "--at", DEMO_DATE)
    expect(run.code == 0, run.out)


def test_an_urgent_message_stands_alone():
    copy = os.path.join(folder(), "lieu")
    shutil.copytree(DEMO, copy)
    shutil.copy(os.path.join(ROOT, "playlists", "urgence-exemple.md"), os.path.join(copy, "urgence.md"))
    shown = Rendering(copy, DEMO_DATE)
    expect({slide["kind"] for slide in shown.slides} == {"urgent"}, [s["kind"] for s in shown.slides])
    has(plain(shown.slides[0]["text"]), "ferme à 16 h")


run_tests(globals())
