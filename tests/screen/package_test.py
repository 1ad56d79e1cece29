#!/usr/bin/env python3
"""The package for Debian and Raspberry Pi OS: it builds, holds what it should, and what it says is true of the program: manual pages against
options and keys, completion, settings, units against systemd's own judgement."""
import glob
import hashlib
import os
import re
import shutil
import subprocess
import unicodedata

from screen import PARVIS, ROOT, Failed, Run, expect, folder, need_program, run_tests, write

DEBIAN = os.path.join(ROOT, "rpi", "debian")
PLAYER = os.path.join(ROOT, "player")
AT = "2023-04-20T10:24:00+02:00"


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def shell(*words, environment=None, timeout=110):
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, timeout=timeout, env=environment, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout + done.stderr


# --- manual pages ----------------------------------------------------------------------------------------------------------------

def page(name):
    return read(os.path.join(DEBIAN, "man", name))


def test_manual_pages_are_sound():
    need_program("mandoc")
    for path in sorted(glob.glob(os.path.join(DEBIAN, "man", "*"))):
        said = shell("mandoc", "-T", "lint", "-W", "style", path)[1]
        said = "\n".join(line for line in said.splitlines() if "referenced manual not found" not in line and "mandoc.db" not in line)
        expect(not said, said)


def help_of_commands():
    """name: the options that its line of help names."""
    lines = re.findall(r"^  parvis (\S+)(.*)$", Run("--help", "--lang", "en").out, re.M)
    expect(len(lines) >= 5, "no commands in the help")
    return {name: set(re.findall(r"--([a-z][a-z0-9-]*)", usage)) for name, usage in lines}


def flags(text):
    return set(re.findall(r"(?<![\w-])-([a-z][a-z0-9-]*)", " ".join(line for line in text.splitlines() if " Fl " in line or line.startswith(".Fl"))))


def test_the_manual_names_every_command_and_option():
    text = page("parvis.1")
    commands = text[text.index(".Sh COMMANDS"):text.index(".Sh OPTIONS")]
    told = {}
    for part in re.split(r"^\.It Cm ", commands, flags=re.M)[1:]:
        told[part.split()[0]] = flags(".It Fl " + part)
    known = help_of_commands()
    expect(set(told) == set(known), f"rpi/debian/man/parvis.1 and --help name different commands: {sorted(set(told) ^ set(known))}")
    for name, options in known.items():
        expect(told[name] == options, f"rpi/debian/man/parvis.1, command {name}: not as in --help: {sorted(told[name] ^ options)}")
    listed = {name for line in re.findall(r"^\.It Fl .*$", text[text.index(".Sh OPTIONS"):], re.M) for name in flags(line)}
    every = set().union(*known.values()) | {"help", "version", "lang"}
    expect(listed == every, f"OPTIONS of rpi/debian/man/parvis.1: not as in --help: {sorted(listed ^ every)}")


def bare(word):
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def keys_of(*sources):
    """The keys that the program reads: its tables of struct playlist_key, with their French names."""
    found = set()
    for source in sources:
        text = read(source)
        for table in re.findall(r"struct playlist_key \w+\[\] = \{(.*?)\};", text, re.S):
            for names in re.findall(r'\{"(\w+)",\s*(?:"(\w+)"|NULL)', table):
                found |= {name for name in names if name}
    return found


def keys_in(name):
    text = page(name)
    words = " ".join(re.findall(r"^\.(?:It )?Cm (.*)$", text, re.M))
    return {bare(word) for word in re.findall(r"\w+", words)} - {"Ns", "Pq", "Ql"}


def test_the_manual_names_every_key():
    playlist = keys_of(*glob.glob(os.path.join(PLAYER, "content", "playlist*.c")))
    settings = keys_of(os.path.join(PLAYER, "content", "settings.c"))
    expect(len(playlist) > 20 and len(settings) > 8, f"tables not found: {len(playlist)} and {len(settings)} keys")
    for name, keys in (("playlist.yaml.5", playlist), ("parvis.yaml.5", settings)):
        expect(keys_in(name) == keys, f"rpi/debian/man/{name}: not the keys that are read: {sorted(keys_in(name) ^ keys)}")


# --- settings --------------------------------------------------------------------------------------------------------------------

def test_the_settings_can_be_used_line_by_line():
    """The file as installed is silent; with every example switched on it is still right, and it shows every key."""
    installed = read(os.path.join(DEBIAN, "etc", "parvis.yaml"))
    active = re.sub(r"^#( *(?:- |[a-z_0-9]+:))", r"\1", installed, flags=re.M)
    top = folder()
    write(os.path.join(top, "ecran.pub"), "untrusted comment: x\nRW" + "A" * 54 + "\n")
    active = active.replace("/etc/parvis/ecran.pub", os.path.join(top, "ecran.pub"))
    for text in (installed, active):
        run = Run("check", write(os.path.join(top, "parvis.yaml"), text), "--strict")
        expect(run.code == 0, run.out + run.err)
    shown = set(re.findall(r"^ *([a-z_0-9]+):", active, re.M))
    keys = keys_of(os.path.join(PLAYER, "content", "settings.c")) - {"lang"}
    expect(shown == keys, f"rpi/debian/etc/parvis.yaml: not the keys that are read: {sorted(shown ^ keys)}")
    code, said = shell(PARVIS, "check", write(os.path.join(top, "parvis.yaml"), active.replace("poll: 30 s", "poll: bientôt")))
    expect(code == 2, f"a wrong value was not found: {said}")


# --- completion ------------------------------------------------------------------------------------------------------------------

def complete(*words):
    script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
              '_parvis "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; printf "%s\\n" "${COMPREPLY[@]}"')
    code, said = shell("bash", "-c", script, "bash", os.path.join(DEBIAN, "completions", "parvis"), PARVIS, *words)
    expect(code == 0, said)
    return set(said.split())


def test_completion():
    known = help_of_commands()
    expect(complete("") == set(known) | {"--help", "--version"}, complete(""))
    expect(complete("rend") == {"render"}, complete("rend"))
    for name, options in known.items():
        expect(complete(name, "--") == {"--" + option for option in options} | {"--lang", "--help"}, f"{name}: {complete(name, '--')}")
    expect(complete("play", "--rotate", "") == {"0", "90", "180", "270"}, complete("play", "--rotate", ""))
    expect(complete("check", "--lang", "") == {"fr", "en"}, complete("check", "--lang", ""))
    expect(complete("check", "playlists/li") == {"playlists/lieu"}, complete("check", "playlists/li"))
    expect(complete("render", "playlists/lieu", "--out", "tests/gol") == {"tests/golden"}, "no folders after --out")


# --- units -----------------------------------------------------------------------------------------------------------------------

def test_units():
    """As systemd itself judges them; what only a later systemd knows is left out, as in the package for Debian 12."""
    need_program("systemd-analyze")
    top = folder()
    for role, most in (("show", 12), ("sync", 15)):
        text = read(os.path.join(DEBIAN, f"parvis.parvis-{role}.service"))
        text = re.sub(r"^(RestartSteps|RestartMaxDelaySec)=.*\n", "", text, flags=re.M)
        unit = write(os.path.join(top, f"parvis-{role}.service"),
                     re.sub(r"^Documentation=.*\n", "", text, flags=re.M).replace("/usr/bin/parvis", PARVIS))
        code, said = shell("systemd-analyze", "verify", "--man=no", unit)
        said = "\n".join(line for line in said.splitlines() if f"parvis-{role}" in line)
        expect(code == 0 and not said, said or f"systemd-analyze verify ended with {code}")
        code, said = shell("systemd-analyze", "security", "--offline=true", f"--threshold={most}", "--no-pager", unit)
        expect(code == 0, f"parvis-{role} is exposed more than {most / 10}: {said[-600:]}")
    show = read(os.path.join(DEBIAN, "parvis.parvis-show.service"))
    expect("PrivateNetwork=yes" in show and "AF_INET" not in show, "the screen has a network")


# --- the package -----------------------------------------------------------------------------------------------------------------

def pictures(program, demo):
    top = folder()
    run = Run("render", demo, "--out", top, "--at", AT, program=program, timeout=100)
    expect(run.code == 0, run.err)
    return {os.path.basename(path): hashlib.sha256(open(path, "rb").read()).hexdigest() for path in glob.glob(os.path.join(top, "*.png"))}


def package():
    """The package of this machine: as `make test` has just built it, or built now. A build that failed left its words in build/deb.log."""
    arch = shell("dpkg", "--print-architecture")[1].strip()
    made = max(glob.glob(os.path.join(ROOT, "build", f"parvis_*_{arch}.deb")), key=os.path.getmtime, default=None)
    sources = [os.path.join(top, name) for place in ("player", "rpi", "assets", "fonts", "playlists")
               for top, _, names in os.walk(os.path.join(ROOT, place)) for name in names] + [os.path.join(ROOT, "Makefile")]
    if made and os.path.getmtime(made) > max(map(os.path.getmtime, sources)):
        return made
    log = os.path.join(ROOT, "build", "deb.log")
    if not os.path.exists(log) or os.path.getmtime(log) < max(map(os.path.getmtime, sources)):
        code, said = shell("make", "--no-print-directory", "deb", timeout=900)
        expect(code == 0, said[-3000:])
        return package()
    raise Failed("the package was not built: " + read(log)[-3000:])


def test_the_package():
    need_program("dh")
    made = package()
    top = folder()
    expect(shell("dpkg-deb", "-R", made, top)[0] == 0, "the package cannot be unpacked")
    for path in ("usr/bin/parvis", "etc/parvis/parvis.yaml", "usr/lib/sysusers.d/parvis.conf", "usr/lib/tmpfiles.d/parvis.conf",
                 "usr/share/parvis/assets/themes/default.yaml", "usr/share/parvis/fonts/Inter-Regular.otf",
                 "usr/share/parvis/playlists/lieu/playlist.yaml", "usr/share/man/man1/parvis.1.gz", "usr/share/man/man5/parvis.yaml.5.gz",
                 "usr/share/man/man5/playlist.yaml.5.gz", "usr/share/bash-completion/completions/parvis", "usr/share/doc/parvis/copyright",
                 "usr/share/doc/parvis/README.Debian"):
        expect(os.path.exists(os.path.join(top, path)), f"{path} is not in the package")
    for role in ("show", "sync"):
        expect(glob.glob(os.path.join(top, "*", "**", f"parvis-{role}.service"), recursive=True), f"parvis-{role} is not in the package")
    control = read(os.path.join(top, "DEBIAN", "control"))
    depends = re.split(r", ", re.search(r"^Depends: (.*)$", control, re.M).group(1))
    # SDL loads the first three while it runs, sync the fourth: no tool finds them.
    for name in ("libegl1", "libgles2", "libgl1-mesa-dri", "libcurl4", "fonts-noto-color-emoji", "fonts-noto-core", "tzdata",
                 "ca-certificates"):
        expect(name in depends, f"{name} is not among the dependencies")
    expect("/etc/parvis/parvis.yaml" in read(os.path.join(top, "DEBIAN", "conffiles")).split(), "the settings are no conffile")
    # An upgrade starts again what runs; it does not stop it and leave it at that.
    expect("deb-systemd-invoke try-restart 'parvis-show.service'" in read(os.path.join(top, "DEBIAN", "postinst")), "no restart after an upgrade")
    expect(not os.path.exists(os.path.join(top, "DEBIAN", "preinst")), "the screen is stopped before an upgrade")
    installed = os.path.join(top, "usr", "bin", "parvis")
    version = re.search(r"^Version: (.*)$", control, re.M).group(1)
    expect(Run("--version", program=installed).out == f"parvis {version}\n", "--version is not the package's")
    expect(version.split("~")[0] == Run("--version").out.split()[1], "the package has another version than the program")
    # The files of its own, not those of the tree.
    expect(pictures(installed, os.path.join(top, "usr", "share", "parvis", "playlists", "lieu")) ==
           pictures(PARVIS, os.path.join(ROOT, "playlists", "lieu")), "the installed program draws other pictures")
    if shutil.which("lintian"):
        code, said = shell("lintian", "--allow-root", "--fail-on", "error,warning", made)
        expect(code == 0, said)


run_tests(globals())
