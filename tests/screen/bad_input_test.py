#!/usr/bin/env python3
"""Anything in the folder may be broken: each kind of it is reported with its code, nothing crashes or takes long, the rest plays."""
import os
import struct
import zlib

from screen import DEMO, PARVIS_SANITIZED, Rendering, Run, expect, folder, need, plain, run_tests, write

AT = "2023-04-20T10:24:00+02:00"
GOOD = "---\ntitle: La bonne nouvelle\ndate: 2023-04-12\n---\n\n## Ce qui reste\n\nCelle-ci est lisible et reste à l’écran.\n"


def png(width, height, data=b"", colour=2):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    header = chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b"")


def jpeg(cut=None, width=None):
    with open(os.path.join(DEMO, "uploads", "collines.jpg"), "rb") as file:
        data = bytearray(file.read())
    if width:
        at = data.index(b"\xff\xc0")
        data[at + 5:at + 9] = struct.pack(">2H", width, width)
    return bytes(data[:cut] if cut else data)


def article(name, data, code, level="error", shown=None):
    """A broken article: what `check` says of it, and what is seen of it all the same (None: nothing is promised)."""
    return name + ".md", data, code, level, shown


FRONT = "---\ntitle: Titre {}\ndate: 2023-04-12\n---\n\n"
ARTICLES = [
    article("latin1", FRONT.format("latin").encode() + "Un été à l’ancienne.\n".replace("’", "'").encode("latin-1"), "utf8-invalid", "warning", "Titre latin"),
    article("nul", FRONT.format("nul").encode() + b"Avant\0apr\xc3\xa8s.\n", "utf8-invalid", "warning", "Titre nul"),
    article("bom", b"\xef\xbb\xbf" + FRONT.format("bom").encode() + b"Texte.\n", None, None, "Titre bom"),
    article("crlf", (FRONT.format("crlf") + "## Partie\n\nTexte.\n").replace("\n", "\r\n"), None, None, "Titre crlf"),
    article("long-line", FRONT.format("ligne") + "mot " * (10 * 1024 * 1024 // 4), "article-too-large"),
    article("line-60k", FRONT.format("soixante") + "mot " * 15000, None, None, "Titre soixante"),
    article("one-word", FRONT.format("unique") + "m" * 60000, None, None, "Titre unique"),
    article("empty", b"", "article-empty"),
    article("spaces", b" \n\t\n\n", "article-empty"),
    article("front-open", "---\ntitle: Jamais fermé\ndate: 2023-04-12\n\nTexte.\n", "front-unclosed"),
    article("front-tab", "---\ntitle: A\n\tdate: 2023-04-12\n---\n\nTexte seul.\n", "yaml-syntax"),
    article("front-colon", "---\ntitle: Appel : suite\n---\n\nTexte.\n", "front-colon", "warning", "Appel : suite"),
    article("front-indent", "---\ntitle: Suite\nsummary: |\n  Un rang,\net un autre.\n---\n\nTexte.\n", "front-indent", "warning", "Suite"),
    article("front-deep", "---\nx: " + "[" * 20000 + "\n---\n\nTexte.\n", "yaml-too-deep"),
    article("front-keys", "---\n" + "a: 1\n" * 9000 + "---\n\nTexte.\n", "yaml-key-twice"),
    article("toml-line", "+++\ntitle = \"En-tête TOML\"\ndate = 2023-04-12\nlieu = \"Le \"Lieu\"\"\n+++\n\nTexte.\n", "toml-syntax", "error", "En-tête TOML"),
    article("toml-quotes", "+++\ntitle = Sans guillemets\n+++\n\nTexte.\n", "toml-quotes", "warning", "Sans guillemets"),
    article("toml-open", "+++\ntitle = \"Jamais fermé non plus\"\n\nTexte.\n", "front-unclosed"),
    article("toml-deep", "+++\ntitle = \"Profond\"\nx = " + "[" * 20000 + "\n+++\n\nTexte.\n", "toml-too-deep", "error", "Profond"),
    article("toml-keys", "+++\n" + "a = 1\n" * 9000 + "+++\n\nTexte.\n", "toml-key-twice"),
    article("json", "{\n  \"title\": \"En-tête JSON\",\n  \"date\": \"2023-04-12\"\n}\n\nTexte.\n", None, None, "En-tête JSON"),
    article("json-comma", "{\n  \"title\": \"Sans virgule\"\n  \"date\": \"2023-04-12\"\n}\n\nTexte seul.\n", "json-syntax"),
    article("brackets", FRONT.format("crochets") + "![[]()" * 10000, None, None, "Titre crochets"),
    article("quotes", FRONT.format("citation") + "> " * 30000, None, None, "Titre citation"),
    article("html-deep", FRONT.format("html") + "<b><i>" * 10000, None, None, "Titre html"),
    article("html-divs", FRONT.format("divs") + "<div>" * 12000, None, None, "Titre divs"),
    article("html-attributes", FRONT.format("attributs") + "<a href=" * 8000, None, None, "Titre attributs"),
    article("until", FRONT.format("jusque") + "jusqu'au " * 6500, None, None, "Titre jusque"),
    article("table", FRONT.format("tableau") + "|a|b|\n|-|-|\n" + "|1|2|\n" * 8000, None, None, "Titre tableau"),
    article("tables", FRONT.format("tableaux") + "|a|b|\n|-|-|\n|3|d|\n\n" * 2400, None, None, "Titre tableaux"),
    article("front-days", "---\ntitle: Titre jours\n" + "".join(f"a{i}: 2023-04-12\n" for i in range(2000)) + "---\n\nTexte.\n", None, None, "Titre jours"),
    article("liquid", FRONT.format("liquide") + "{% if x %}\nVisible\n{% endif %}\n{{ page.x }}\n", None, None, "Titre liquide"),
    article("day-that-is-not", "---\ntitle: Jour\ndate: 2023-02-30\n---\n\nTexte.\n", "date-invalid"),
    article("binary", bytes(range(256)) * 40, None, None),
    article("picture-gone", "---\ntitle: Image perdue\ndate: 2023-04-12\nune-ou-diaporama:\n- image: /uploads/perdue.jpg\n---\n\nTexte.\n", "picture-missing", None, "Image perdue"),
    article("picture-climbs", "---\ntitle: Image ailleurs\ndate: 2023-04-12\nune-ou-diaporama:\n- image: /../../../../etc/passwd\n---\n\nTexte.\n", None, None, "Image ailleurs"),
]

PICTURES = [
    ("empty.jpg", b"", "picture-empty"),
    ("cut.jpg", jpeg(cut=9000), "picture-damaged"),
    ("noise.jpg", bytes((i * 7919) >> 3 & 255 for i in range(5000)), "picture-type"),
    ("lies.jpg", b"GIF89a" + b"\x01\x00\x01\x00\x00\x00\x00;" * 3, "picture-type"),
    ("bomb.png", png(60000, 60000, bytes(100000)), "picture-too-large"),
    ("liar.png", png(6000, 4000, bytes(100)), "picture-damaged"),
    ("zero.png", png(0, 100), "picture-type"),
    ("wide.jpg", jpeg(width=65500), "picture-too-large"),
    ("header.webp", b"RIFF\xff\xff\xff\x7fWEBPVP8 ", "picture-type"),
]


def broken_folder():
    top = folder()
    write(os.path.join(top, "a-bonne.md"), GOOD)
    for name, data, *_ in ARTICLES:
        write(os.path.join(top, name), data)
    for name, data, _ in PICTURES:
        write(os.path.join(top, name), data)
    os.mkdir(os.path.join(top, "dossier.md"))
    os.symlink("nulle-part.md", os.path.join(top, "lien.md"))
    os.symlink("boucle.md", os.path.join(top, "boucle.md"))
    os.mkfifo(os.path.join(top, "tuyau.md"))
    write(os.path.join(top, "z-bonne.md"), GOOD.replace("bonne", "dernière"))
    return top


def alone(name, data):
    """A folder with a good article and one broken file."""
    top = folder()
    write(os.path.join(top, "a-bonne.md"), GOOD)
    return top, write(os.path.join(top, name), data)


def check_one(top, name, code, level):
    run = Run("check", top, "--json", "--at", AT)
    expect(run.code in (0, 2), f"{name}: check ended with {run.code}: {run.err[-500:]}")
    problems = [p for p in run.json()["problems"] if os.path.basename(p["file"]) == name or name in p["message"]]
    codes = {p["code"] for p in problems}
    if code:
        expect(code in codes, f"{name}: {codes}, expected {code}")
        said = next(p for p in problems if p["code"] == code)
        expect(level is None or said["level"] == level, f"{name}: {said['level']}, expected {level}")
        expect("; " in said["message"].replace("\u202f", " ").replace("\u00a0", " ").replace(" ;", ";") + " ", said["message"])
    return run


def test_each_broken_article_is_told_and_the_rest_plays():
    faults = []
    for name, data, code, level, shown in ARTICLES:
        top, _ = alone(name, data)
        try:
            check_one(top, name, code, level)
            seen = plain(" ".join(slide["text"] for slide in Rendering(top, AT).slides))
            expect("La bonne nouvelle" in seen, f"{name}: the good article is not shown")
            expect(not shown or shown in seen, f"{name}: « {shown} » is not shown")
        except Exception as why:
            faults.append(str(why))
    expect(not faults, "; ".join(faults))


def test_each_broken_picture_is_told_and_the_rest_plays():
    faults = []
    for name, data, code in PICTURES:
        top, _ = alone(name, data)
        try:
            check_one(top, name, code, "error")
            seen = plain(" ".join(slide["text"] for slide in Rendering(top, AT).slides))
            expect("La bonne nouvelle" in seen, f"{name}: the good article is not shown")
        except Exception as why:
            faults.append(str(why))
    expect(not faults, "; ".join(faults))


def test_nothing_takes_long():
    """Processor time over what a good folder takes: 250 ms a broken file."""
    top, _ = alone("rien.md", GOOD)
    base = min(Run("render", top, "--out", folder(), "--at", AT, "--size", "640x360").cpu for _ in range(3))
    slow = []
    for name, data, *_ in ARTICLES + PICTURES:
        top, _ = alone(name, data)
        used = min(Run("render", top, "--out", folder(), "--at", AT, "--size", "640x360").cpu for _ in range(2)) - base
        if used > 0.25:
            slow.append(f"{name}: {used:.2f} s")
    expect(not slow, "; ".join(slow))


def test_everything_at_once():
    top = broken_folder()
    run = Run("check", top, "--json", "--at", AT)
    expect(run.code == 2, f"check ended with {run.code}")
    codes = {p["code"] for p in run.json()["problems"]}
    expect({"picture-too-large", "article-too-large", "yaml-syntax"} <= codes, codes)
    shown = Rendering(top, AT)
    seen = plain(" ".join(slide["text"] for slide in shown.slides))
    expect("La bonne nouvelle" in seen and "La dernière nouvelle" in seen, seen[:300])
    expect("{%" not in seen and "{{" not in seen and "{:" not in seen, "Jekyll's own signs are shown")


def test_everything_at_once_with_sanitizers():
    need(PARVIS_SANITIZED)
    top = broken_folder()
    for arguments in (["check", top, "--json", "--at", AT], ["render", top, "--out", folder(), "--at", AT, "--size", "640x360"],
                      ["programme", top, "--from", AT]):
        run = Run(*arguments, program=PARVIS_SANITIZED, timeout=110)
        expect("Sanitizer" not in run.err and "runtime error" not in run.err and run.code in (0, 2), f"{arguments[0]}: {run.code} {run.err[-2000:]}")


def test_an_empty_folder_holds_the_screen():
    shown = Rendering(folder(), AT)
    expect([slide["kind"] for slide in shown.slides] == ["holding"], [s["kind"] for s in shown.slides])


def test_a_folder_of_broken_things_only_holds_the_screen():
    top = folder()
    write(os.path.join(top, "vide.md"), "")
    write(os.path.join(top, "cut.jpg"), jpeg(cut=9000))
    shown = Rendering(top, AT)
    expect(shown.slides, "an empty screen")


def playlist(text):
    top = folder()
    write(os.path.join(top, "a.md"), GOOD)
    write(os.path.join(top, "playlist.yaml"), text)
    return top


def test_broken_playlists_are_told():
    faults = []
    for text, code, line in (("items:\n- article: b.md\n- article: a.md\n", "file-missing", 2),
                             ("venue: A\nitmes:\n- article: a.md\n", "key-unknown", 2),
                             ("items:\n- article: a.md\n  days: [lun-vendredo]\n", "days-invalid", 3),
                             ("items:\n- article: a.md\n  until: 2023-13-01\n", "date-impossible", 3),
                             ("items:\n- article: a.md\n  hours: 8-25\n", "hours-invalid", 3),
                             ("items:\n- article: a.md\n  from: 2023-05-01\n  until: 2023-04-01\n", "dates-order", 4),
                             ("items:\n- article: a.md\n  dwell: toujours\n", "dwell-invalid", 3),
                             ("items:\n- article: ../../../../../../etc/passwd\n- article: a.md\n", None, 2),
                             ("timezone: Europe/Lutece\nitems:\n- article: a.md\n", "timezone-unknown", 1),
                             ("theme: absent\nitems:\n- article: a.md\n", "theme-missing", 1),
                             ("items:\n- affiche: a.md\n- article: a.md\n", "item-kind-missing", 2),
                             ("items: [" + "[" * 100000, "yaml-too-deep", 1),
                             ("items:\n\t- article: a.md\n", "yaml-syntax", 2),
                             ("items: &a [*a]\n", "yaml-anchor", 1),
                             ("", "items-missing", 1)):
        run = Run("check", playlist(text), "--json", "--at", AT)
        problems = [(p["code"], p["line"]) for p in run.json()["problems"]]
        if run.code not in (0, 2) or not problems or (code and (code, line) not in problems):
            faults.append(f"{text[:60]!r}: {run.code} {problems}, expected {code} on line {line}")
        Rendering(playlist(text), AT, "640x360")
    expect(not faults, "; ".join(faults))


run_tests(globals())
