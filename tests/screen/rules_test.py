#!/usr/bin/env python3
"""Plants one fault at a time in a small clean tree: tests/rules/check must find it there, and say nothing about the clean tree."""
import os
import shutil
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CHECK = os.path.join(HERE, "..", "rules", "check")
PLAN = os.path.join(HERE, "..", "rules", "layers.txt")

CLEAN = {
    "base/thing.h": "/* A thing. It knows nothing else. */\n#ifndef PARVIS_BASE_THING_H\n#define PARVIS_BASE_THING_H\n\nint thing_count(int x);\n\n#endif\n",
    "base/thing.c": '#include "base/thing.h"\n\n#include <string.h>\n\n/* printf( and TIME( in a comment are no calls */\nstatic const char *const words[] = {"exit(1)", "two"};\n\n'
                    "int thing_count(int x)\n{\n    return x + (int)strlen(words[x & 1]);\n}\n",
    "slides/page.h": "/* A page. It knows no pixels. */\n#ifndef PARVIS_SLIDES_PAGE_H\n#define PARVIS_SLIDES_PAGE_H\n\n#include \"base/thing.h\"\n\nint page_turn(void);\n\n#endif\n",
    "slides/page.c": '#include "slides/page.h"\n\nint page_turn(void)\n{\n    return thing_count(1);\n}\n',
    "main.c": "int main(void)\n{\n    return 0;\n}\n",
}

LONG = "    x++;\n" * 61
TANGLED = "".join(f"    if (x == {i})\n        x += {i};\n" for i in range(16))

# file, old text (None: append), new text, what the check says
FAULTS = [
    ("upward include", "base/thing.c", '#include "base/thing.h"', '#include "base/thing.h"\n#include "slides/page.h"', "base/ may not include slides/"),
    ("header of a folder of which only another is allowed", "draw/x.c", None, "#include \"slides/page.h\"\n", "draw/ may not include slides/"),
    ("include that is not there", "base/thing.c", '#include "base/thing.h"', '#include "thing.h"', "is no header of this project"),
    ("third-party header in another folder", "slides/page.c", None, "#include <SDL.h>\n", "<SDL.h> is only for draw/"),
    ("third-party header in another file", "base/thing.c", None, "#include <yaml.h>\n", "<yaml.h> is only for base/yaml.c"),
    ("library that is not in the plan", "base/thing.c", None, "#include <magic.h>\n", "<magic.h> is not in the plan"),
    ("folder that is not in the plan", "misc/x.h", None, "/* x */\n#ifndef PARVIS_MISC_X_H\n#define PARVIS_MISC_X_H\n#endif\n", "folder 'misc' is not in the plan"),
    ("long source", "base/thing.c", None, "/* */\n" * 500, "lines (limit 500)"),
    ("long header", "base/thing.h", None, "/* */\n" * 150, "lines (limit 150)"),
    ("long function", "base/thing.c", None, "static int thing(int x)\n{\n" + LONG + "    return x;\n}\n", "thing() has 65 lines"),
    ("tangled function", "base/thing.c", None, "static int thing(int x)\n{\n" + TANGLED + "    return x;\n}\n", "modified complexity 17"),
    ("printing below commands/", "slides/page.c", "return", 'printf("x");\n    return', "printf() only in commands/"),
    ("fprintf below commands/", "slides/page.c", "return", 'fprintf(stderr, "x");\n    return', "fprintf() only in"),
    ("exit below commands/", "slides/page.c", "return", "exit(1);\n    return", "exit() only in main.c commands/"),
    ("abort outside memory", "slides/page.c", "return", "abort();\n    return", "abort() only in base/memory.c"),
    ("_exit outside the sandbox", "slides/page.c", "return", "_exit(1);\n    return", "_exit() only in draw/sandbox.c"),
    ("clock outside the clock", "slides/page.c", "return", "time(NULL);\n    return", "time() only in host/clock.c"),
    ("SDL's clock", "slides/page.c", "return", "SDL_GetTicks();\n    return", "SDL_GetTicks() only in host/clock.c"),
    ("allocation at large", "base/thing.c", "return", "malloc (3);\n    return", "malloc() only in base/memory.c"),
    ("sleeping", "slides/page.c", "return", "SDL_Delay(10);\n    return", "SDL_Delay() nowhere"),
    ("sleeping with the C library", "slides/page.c", "return", "nanosleep(0, 0);\n    return", "nanosleep() nowhere"),
    ("unsafe string call", "slides/page.c", "return", "strcpy(a, b);\n    return", "strcpy() nowhere"),
    ("atoi", "slides/page.c", "return", 'atoi("1");\n    return', "atoi() nowhere"),
    ("a thread", "slides/page.c", "return", "pthread_create(0, 0, 0, 0);\n    return", "pthread_create() nowhere"),
    ("typedef of a struct", "base/thing.h", "int thing", "typedef struct thing thing;\nint thing", "no typedef of a struct"),
    ("unfinished work", "base/thing.c", "return", "/* TODO */\n    return", "unfinished"),
    ("floating point in layout", "scene/box.c", None, "static double half = 0.5;\n", "no floating point decides a layout"),
    ("header without a beginning", "base/thing.h", "/* A thing. It knows nothing else. */\n", "", "a header begins with what its module knows"),
    ("wrong include guard", "base/thing.h", "PARVIS_BASE_THING_H", "THING_H", "include guard is not PARVIS_BASE_THING_H"),
    ("header that needs another first", "base/thing.h", "int thing_count(int x);", "size_t thing_count(int x);", "does not compile alone"),
    ("mutable global", "base/thing.c", None, "int thing_total = 3;\n", "mutable global thing_total"),
    ("mutable static", "base/thing.c", "return", "static int calls;\n    calls++;\n    return calls +", "mutable global calls"),
    ("name of another file", "base/thing.c", None, "int other_count(void);\nint other_count(void)\n{\n    return 1;\n}\n", "exported name other_count should start with thing_"),
    ("object never built", "base/lost.c", None, "static const int lost = 1;\n", "has no object file"),
]


def build(top):
    for folder, _, names in os.walk(os.path.join(top, "player")):
        for name in names:
            if name.endswith(".c") and name != "lost.c":
                source = os.path.join(folder, name)
                made = os.path.join(top, "obj", os.path.relpath(source, os.path.join(top, "player"))[:-2] + ".o")
                os.makedirs(os.path.dirname(made), exist_ok=True)
                # Whether a planted fault compiles is not the question.
                subprocess.run(["cc", "-std=c11", "-O1", "-w", "-fPIE", "-I" + os.path.join(top, "player"), "-c", source, "-o", made],
                               capture_output=True)


def said(fault=None):
    with tempfile.TemporaryDirectory() as top:
        for path, text in CLEAN.items():
            os.makedirs(os.path.join(top, "player", os.path.dirname(path)), exist_ok=True)
            with open(os.path.join(top, "player", path), "w") as out:
                out.write(text)
        if fault:
            _, path, old, new, _ = fault
            whole = os.path.join(top, "player", path)
            os.makedirs(os.path.dirname(whole), exist_ok=True)
            text = open(whole).read() if os.path.exists(whole) else ""
            if old is None:
                text += new
            else:
                assert old in text, fault
                text = text.replace(old, new)
            with open(whole, "w") as out:
                out.write(text)
        build(top)
        run = subprocess.run([CHECK, os.path.join(top, "player"), PLAN, os.path.join(top, "obj")], capture_output=True, text=True)
        return run.returncode, run.stdout + run.stderr


def main():
    if not shutil.which("pmccabe"):
        print("skip rules: pmccabe is not installed (make check installs it)")
        return
    code, text = said()
    print("ok a clean tree is silent" if code == 0 and not text else f"not ok a clean tree is silent: {code} {text!r}")
    for fault in FAULTS:
        code, text = said(fault)
        found = code == 1 and fault[4] in text
        print(f"ok {fault[0]}" if found else f"not ok {fault[0]}: {code} {text!r}")


main()
