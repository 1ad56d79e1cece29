#!/usr/bin/env python3
"""An origin, or what stands between it and the screen, that does what it should not. Each behaviour: a screen that shows generation 1 meets
it and asks; the asking ends within its time, bytes and memory; what the screen shows and has is what it was; the status says a stable code
and French words; and when the origin is itself again, the next asking brings generation 2."""
import concurrent.futures
import gzip
import json
import os
import resource
import shutil
import socket
import struct
import subprocess
import sys
import time
import traceback

from origin import Authority, Key, Server, Sync, content, current, lay, manifest, picture, sha256, signed_site, site, tree, whole
from screen import PARVIS_SANITIZED, Failed, Skip, expect, folder, write

MIB = 1 << 20
AUTHORITY, KEY, OTHER_KEY = Authority(), Key(), Key()
BEHAVIOURS = []


def pattern(size):
    return (b"0123456789abcde\n" * (size // 16 + 1))[:size]


class Evil(Server):
    """An honest origin until `evil` is set. What each behaviour says of itself:"""

    codes = ()            # what the status may say
    seconds = 12          # when the asking must have ended
    most_bytes = 16 * MIB  # what the server could send meanwhile (the kernel's buffers take some of it)
    most_memory = 96 * MIB
    tls = False           # the origin speaks TLS with a good certificate while honest
    french = ()           # words of which one stands in the message
    signed = True
    fine = False          # the asking may well succeed: it brings generation 2 whole

    def __init__(self):
        self.key = KEY if self.signed else None
        super().__init__(site(content("un"), 1, self.key), AUTHORITY if self.tls else None)
        self.evil = False
        self.files = content("deux")
        self.prepare()

    def __init_subclass__(cls):
        if not cls.__name__.startswith("_"):
            BEHAVIOURS.append(cls)

    def prepare(self):
        pass

    def options(self):
        return ["--patience", "2"] + ["--allow-http"] * (not self.tls) + ["--ca", AUTHORITY.path] + (["--trusted-key", KEY.path] if self.signed else [])

    def turn(self):
        """The origin has generation 2, and misbehaves."""
        self.good = site(self.files, 2, self.key)
        self.served = dict(self.good)
        self.evil = True
        self.spoil()

    def spoil(self):
        """Changes what is served."""

    def new_content(self):
        """What the screen may have after the asking, when that went well."""
        return self.files

    def repent(self):
        self.evil = False
        self.served = dict(self.good)

    def answer(self, connection, request):
        return self.do(connection, request) if self.evil and self.hits(request) else super().answer(connection, request)

    def hits(self, request):
        return True

    def do(self, connection, request):
        return super().answer(connection, request)

    def ask(self, state, program=None):
        return Sync(self.url, state, *self.options(), timeout=self.seconds + 5, program=program)


class _Manifest(Evil):
    """Misbehaves with the manifest only."""

    def hits(self, request):
        return request.path == "manifest.json"


class _Object(Evil):
    """Misbehaves with objects only."""

    def hits(self, request):
        return request.path.startswith("obj/")


# --- portals ----------------------------------------------------------------------------------------------------------------------------

PAGE = b"<!DOCTYPE html><html><head><title>Wi-Fi</title></head><body><form>Connectez-vous</form></body></html>"


class PortalRedirects(Evil):
    codes, french = {"portal"}, ("portail",)

    def prepare(self):
        self.login = Server({"login": PAGE})

    def do(self, connection, request):
        return self.reply(connection, 302, b"", [f"Location: {self.login.url}login?from=http://localhost/"], reason="Found")


class PortalAnswersItself(Evil):
    codes, french = {"portal"}, ("portail",)

    def do(self, connection, request):
        return self.reply(connection, 200, PAGE, ["Content-Type: text/html; charset=utf-8"])


class PortalSays511(Evil):
    codes, french = {"portal"}, ("portail",)

    def do(self, connection, request):
        return self.reply(connection, 511, PAGE, ["Content-Type: text/html"], reason="Network Authentication Required")


class PortalForObjectsOnly(_Object):
    codes = {"portal"}

    def do(self, connection, request):
        return self.reply(connection, 200, PAGE, ["Content-Type: text/html"])


# --- bodies that are too short, too long, too slow ------------------------------------------------------------------------------------------


class ManifestCutWithLength(_Manifest):
    codes = {"short"}

    def do(self, connection, request):
        body = self.served[request.path]
        self.send(connection, b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:len(body) // 2])
        return False


class ManifestCutWithoutLength(_Manifest):
    codes = {"signature-wrong"}

    def do(self, connection, request):
        body = self.served[request.path]
        self.reply(connection, 200, body[:len(body) // 2], length=False)
        return False


class ManifestCutBetweenChunks(_Manifest):
    codes = {"short"}

    def do(self, connection, request):
        body = self.served[request.path][:100]
        self.send(connection, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n" + body + b"\r\n")
        return False


class ManifestCutUnsigned(_Manifest):
    codes = {"manifest-broken"}
    signed = False

    def do(self, connection, request):
        body = self.served[request.path]
        self.reply(connection, 200, body[:len(body) // 2], length=False)
        return False


class ObjectCutWithLength(_Object):
    codes = {"short"}

    def do(self, connection, request):
        body = self.served[request.path]
        self.send(connection, b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:len(body) // 2])
        return False


class ObjectCutWithoutLength(_Object):
    codes = {"object-truncated"}

    def do(self, connection, request):
        body = self.served[request.path]
        self.reply(connection, 200, body[:len(body) // 2], length=False)
        return False


def pour(server, connection, head, most=256 * MIB):
    server.send(connection, head)
    block = bytes(65536)
    for _ in range(most // len(block)):
        server.send(connection, block)
    return False


class EndlessManifest(_Manifest):
    codes = {"too-large"}

    def do(self, connection, request):
        return pour(self, connection, b"HTTP/1.1 200 OK\r\n\r\n")


class EndlessSignature(_Manifest):
    codes = {"too-large"}

    def hits(self, request):
        return request.path == "manifest.json.minisig"

    def do(self, connection, request):
        return pour(self, connection, b"HTTP/1.1 200 OK\r\n\r\n")


class EndlessObject(_Object):
    codes = {"too-large"}

    def do(self, connection, request):
        return pour(self, connection, b"HTTP/1.1 200 OK\r\n\r\n")


class EndlessChunks(_Manifest):
    codes = {"too-large"}

    def do(self, connection, request):
        self.send(connection, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        block = b"10000\r\n" + bytes(65536) + b"\r\n"
        for _ in range(4096):
            self.send(connection, block)
        return False


class AnnouncesTenGigabytes(_Manifest):
    codes = {"too-large"}

    def do(self, connection, request):
        return pour(self, connection, b"HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n")


class AnnouncesLessThanNothing(_Manifest):
    fine = True

    def do(self, connection, request):
        self.send(connection, b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + self.served[request.path])
        return False


class TwoLengths(_Manifest):
    fine = True

    def do(self, connection, request):
        body = self.served[request.path]
        self.send(connection, b"HTTP/1.1 200 OK\r\nContent-Length: 12\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        return False


class EmptyManifest(_Manifest):
    codes = {"signature-wrong"}

    def do(self, connection, request):
        return self.reply(connection, 200, b"")


class EmptyObject(_Object):
    codes = {"object-truncated"}

    def do(self, connection, request):
        return self.reply(connection, 200, b"")


class NoContent(Evil):
    codes = {"protocol"}

    def do(self, connection, request):
        return self.reply(connection, 204, b"", length=False, reason="No Content") or True


class _Drip:
    def drip(self, connection, head, body, pause):
        self.send(connection, head)
        for i in range(len(body)):
            self.send(connection, body[i:i + 1])
            time.sleep(pause)
        return False


class ManifestDrips(_Manifest, _Drip):
    codes = {"slow"}

    def do(self, connection, request):
        body = self.served[request.path]
        return self.drip(connection, b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body), body, 0.2)


class ObjectDrips(_Object, _Drip):
    codes = {"slow"}

    def do(self, connection, request):
        body = self.served[request.path]
        return self.drip(connection, b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body), body, 0.5)


class HeadDrips(_Manifest, _Drip):
    codes = {"slow"}

    def do(self, connection, request):
        return self.drip(connection, b"HTTP/1.1 200 OK\r\n", b"X-Lent: 0123456789\r\n" * 200, 0.2)


class NeverAnswers(Evil):
    codes = {"slow"}

    def do(self, connection, request):
        time.sleep(60)
        return False


# --- compression ------------------------------------------------------------------------------------------------------------------------

BOMB = gzip.compress(bytes(100 * MIB), 9)


class ManifestIsABomb(_Manifest):
    codes = {"encoded"}

    def do(self, connection, request):
        return self.reply(connection, 200, BOMB, ["Content-Encoding: gzip"])


class ObjectIsABomb(_Object):
    codes = {"too-large", "encoded"}

    def do(self, connection, request):
        return self.reply(connection, 200, BOMB, ["Content-Encoding: gzip"])


class UnknownEncoding(_Manifest):
    codes = {"encoded"}

    def do(self, connection, request):
        return self.reply(connection, 200, b"\x1b\x00", ["Content-Encoding: parvis"])


# --- redirections -----------------------------------------------------------------------------------------------------------------------


class _Redirect(Evil):
    codes = {"redirect-scheme"}
    to = ""

    def do(self, connection, request):
        return self.reply(connection, 302, b"", [f"Location: {self.to.format(url=self.url, path=request.path)}"], reason="Found")


class RedirectLoop(_Redirect):
    codes = {"redirect-loop"}
    to = "{url}{path}"


class RedirectWithoutEnd(_Redirect):
    codes = {"redirect-loop"}
    count = 0

    def do(self, connection, request):
        self.count += 1
        expect(self.count < 100, "a hundred redirections were followed")
        return self.reply(connection, 302, b"", [f"Location: {self.url}{self.count}/{request.path[-40:]}"], reason="Found")


class RedirectToFile(_Redirect):
    to = "file:///etc/passwd"


class RedirectToFtp(_Redirect):
    to = "ftp://127.0.0.1:1/{path}"


class RedirectToGopher(_Redirect):
    to = "gopher://127.0.0.1:1/_x"


class RedirectNowhere(Evil):
    codes = {"protocol"}

    def do(self, connection, request):
        return self.reply(connection, 302, b"", reason="Found")


class RedirectFromHttpsToHttp(Evil):
    codes = {"redirect-scheme"}
    tls = True

    def prepare(self):
        self.plain = Server()

    def do(self, connection, request):
        self.plain.served = self.served
        return self.reply(connection, 301, b"", [f"Location: {self.plain.url}{request.path}"], reason="Moved")


class RedirectToAnotherHost(Evil):
    """Another host of the same scheme, with a good certificate and a manifest that our key did not sign."""
    codes = {"signature-key"}
    tls = True

    def prepare(self):
        self.other = Server(site(content("faux"), 9, OTHER_KEY), AUTHORITY)

    def do(self, connection, request):
        return self.reply(connection, 301, b"", [f"Location: https://127.0.0.1:{self.other.port}/{request.path}"], reason="Moved")


# --- caches -----------------------------------------------------------------------------------------------------------------------------


class NotModifiedForObjects(_Object):
    codes = {"protocol"}

    def do(self, connection, request):
        return self.reply(connection, 304, b"", length=False, reason="Not Modified") or True


class AlwaysAnotherEtag(Evil):
    fine, count = True, 0

    def etag(self, data):
        self.count += 1
        return f'"{self.count}"' if self.evil else super().etag(data)


class EtagOfTheOldOne(Evil):
    """Says that nothing changed for ever (a cache that is stuck): the screen keeps what it has, and says no error."""
    fine = True

    def do(self, connection, request):
        if request.path == "manifest.json" and "if-none-match" in request.headers:
            return self.reply(connection, 304, b"", length=False, reason="Not Modified") or True
        return Server.answer(self, connection, request)


class HugeEtag(Evil):
    fine = True

    def etag(self, data):
        return '"' + "e" * 60000 + '"' if self.evil else super().etag(data)


class EtagWithControls(Evil):
    fine = True

    def etag(self, data):
        return '"a\x01\x7f\xff\\"b"' if self.evil else super().etag(data)


# --- objects that are not what the manifest says -----------------------------------------------------------------------------------------


class ObjectWithAnotherContent(_Object):
    codes = {"object-altered"}

    def do(self, connection, request):
        return self.reply(connection, 200, pattern(len(self.served[request.path])))


class ObjectTooLong(_Object):
    codes = {"too-large"}

    def do(self, connection, request):
        return self.reply(connection, 200, self.served[request.path] + b"suite")


class ObjectTooShort(_Object):
    codes = {"object-truncated"}

    def do(self, connection, request):
        return self.reply(connection, 200, self.served[request.path][:-5])


class ObjectMissing(_Object):
    codes = {"file-missing"}

    def do(self, connection, request):
        return self.reply(connection, 404, PAGE, ["Content-Type: text/html"], reason="Not Found")


class ObjectIsAFolder(_Object):
    codes = {"portal"}

    def do(self, connection, request):
        if request.path.endswith("/"):
            return self.reply(connection, 200, b"<html><body><a href='..'>..</a></body></html>", ["Content-Type: text/html"])
        return self.reply(connection, 301, b"", [f"Location: {self.url}{request.path}/"], reason="Moved")


class ObjectReset(_Object):
    codes = {"connection-lost"}

    def do(self, connection, request):
        body = self.served[request.path]
        self.send(connection, b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:10])
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return False


class ObjectsSwapped(Evil):
    codes = {"too-large", "object-altered"}

    def spoil(self):
        names = sorted(n for n in self.served if n.startswith("obj/"))
        bodies = [self.served[n] for n in names]
        for name, body in zip(names, bodies[1:] + bodies[:1]):
            self.served[name] = body


class _Resume(_Object):
    """A large object breaks off in the middle once; then the rest is asked for, and the answer is wrong."""

    def prepare(self):
        self.files["affiche.bin"] = os.urandom(300000)
        self.files["playlist.yaml"] += b"- image: affiche.bin\n"
        self.large, self.cut = "obj/" + sha256(self.files["affiche.bin"]), False

    def hits(self, request):
        return request.path == self.large

    def do(self, connection, request):
        body = self.served[request.path]
        if not self.cut:
            self.cut = True
            self.send(connection, b"HTTP/1.1 200 OK\r\nETag: \"a\"\r\nAccept-Ranges: bytes\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:200000])
            return False
        return self.rest(connection, request, body)

    def ask(self, state, program=None):
        first = super().ask(state, program)
        return super().ask(state, program) if first.code and current(state) == 1 else first


class ResumeWithAnotherRange(_Resume):
    fine = True

    def rest(self, connection, request, body):
        if "range" not in request.headers:
            return self.reply(connection, 200, body)
        return self.reply(connection, 206, body[1000:], [f"Content-Range: bytes 1000-{len(body) - 1}/{len(body)}", 'ETag: "a"'])


class ResumeWithAnotherContent(_Resume):
    codes = {"protocol", "object-altered"}

    def rest(self, connection, request, body):
        start = int(request.headers.get("range", "bytes=0-")[6:].split("-")[0])
        return self.reply(connection, 206, pattern(len(body) - start), [f"Content-Range: bytes {start}-{len(body) - 1}/{len(body)}", 'ETag: "a"'])


class ResumeRefused(_Resume):
    fine = True

    def rest(self, connection, request, body):
        if "range" in request.headers:
            return self.reply(connection, 416, b"", [f"Content-Range: bytes */{len(body)}"], reason="Range Not Satisfiable")
        return self.reply(connection, 200, body)


class ResumeIgnored(_Resume):
    fine = True

    def rest(self, connection, request, body):
        return self.reply(connection, 200, body)


# --- manifests (signed with the trusted key: nothing but their own rules stops them) ------------------------------------------------------


class _Members(Evil):
    def spoil(self):
        members = manifest(self.files, 2)
        text = self.change(members)
        text = json.dumps(members).encode() if text is None else text
        self.served.update(signed_site(self.files, text, KEY))

    def entry(self, members, path, data=b"mauvais"):
        members["files"].append({"path": path, "size": len(data), "sha256": sha256(data)})
        self.served["obj/" + sha256(data)] = data


PATHS = {"PathUpward": "../evil.md", "PathUpwardInside": "articles/../../evil.md", "PathAbsolute": "/tmp/evil.md", "PathHidden": ".ssh/keys",
         "PathHiddenInside": "articles/.evil", "PathDot": "articles/./evil.md", "PathEmptyPart": "articles//evil.md", "PathEmpty": "",
         "PathEndsWithSlash": "articles/evil/", "PathNul": "articles/evil\0.md", "PathControl": "articles/ev\nil.md", "PathDelete": "articles/e\x7fvil.md",
         "PathTwice": "articles/a.md", "PathUnderAFile": "articles/a.md/evil.md", "PathOverAFolder": "articles", "PathLong": "e" * 5000,
         "PathPartLong": "articles/" + "e" * 256, "PathDeep": "/".join("e" * 2000)}


def path_behaviour(path):
    return lambda self, members: self.entry(members, path)


for _name, _path in PATHS.items():
    type(_name, (_Members,), {"change": path_behaviour(_path), "codes": {"manifest-broken" if "\0" in _path else "manifest-path"}})


class PathIsNoText(_Members):
    codes = {"manifest-invalid"}

    def change(self, members):
        members["files"][0]["path"] = 7


class HashIsAPath(_Members):
    codes = {"manifest-invalid"}

    def change(self, members):
        members["files"][0]["sha256"] = "../../../../../../../../../../../../../../../../../../../../etc/passwd"[:64]


class HashTooShort(_Members):
    codes = {"manifest-invalid"}

    def change(self, members):
        members["files"][0]["sha256"] = members["files"][0]["sha256"][:40]


class SizeNegative(_Members):
    codes = {"manifest-invalid"}

    def change(self, members):
        members["files"][0]["size"] = -1


class SizeIsABrokenNumber(_Members):
    codes = {"manifest-invalid"}

    def change(self, members):
        members["files"][0]["size"] = 57.5


class FileTooLarge(_Members):
    codes = {"manifest-limit"}

    def change(self, members):
        members["files"][0]["size"] = 20 * MIB + 1


class AllTogetherTooLarge(_Members):
    codes = {"manifest-limit"}

    def change(self, members):
        for i in range(110):
            members["files"].append({"path": f"n/{i}", "size": 20 * MIB, "sha256": sha256(b"%d" % i)})


class TooManyFiles(_Members):
    codes = {"manifest-limit"}

    def change(self, members):
        members["files"] = [{"path": f"n/{i}", "size": 7, "sha256": sha256(b"mauvais")} for i in range(20001)]


class ManifestTooLong(_Manifest):
    codes = {"too-large"}

    def spoil(self):
        text = json.dumps(manifest(self.files, 2)).encode() + b" " * (4 * MIB)
        self.served.update(signed_site(self.files, text, KEY))


class DeepJson(_Members):
    codes = {"manifest-broken"}

    def change(self, members):
        return b'{"format":1,"generation":2,"issued":"2026-11-25T10:00:00Z","x":' + b"[" * 200000 + b"]" * 200000 + b',"files":[]}'


class KeyTwice(_Members):
    codes = {"manifest-broken"}

    def change(self, members):
        return json.dumps(members).encode()[:-1] + b',"generation":3}'


class BrokenUtf8(_Members):
    codes = {"manifest-broken"}

    def change(self, members):
        return json.dumps(members).encode().replace(b"playlist.yaml", b"playlist.y\xff\xfel")


class BytesAfterTheEnd(_Members):
    codes = {"manifest-broken"}

    def change(self, members):
        return json.dumps(members).encode() + b'{"generation":9}'


class ManifestIsAList(_Members):
    codes = {"manifest-invalid"}

    def change(self, members):
        return b"[]"


class ManifestWithoutFiles(_Members):
    codes = {"manifest-invalid"}

    def change(self, members):
        del members["files"]


class FutureFormat(_Members):
    codes = {"manifest-format"}

    def change(self, members):
        members["format"] = 2


GENERATIONS = {"GenerationNegative": "-1", "GenerationZero": "0", "GenerationHuge": "99999999999999999999999", "GenerationReal": "2.5",
               "GenerationInfinite": "1e999", "GenerationText": '"2"', "GenerationNull": "null"}


def generation_behaviour(text):
    return lambda self, members: json.dumps(members).replace('"generation": 2', '"generation": ' + text).encode()


for _name, _text in GENERATIONS.items():
    type(_name, (_Members,), {"change": generation_behaviour(_text), "codes": {"manifest-invalid", "manifest-broken"}})


class IssuedIsNoTime(_Members):
    codes = {"manifest-invalid"}

    def change(self, members):
        members["issued"] = "hier"


class ChangesBetweenTwoReads(Evil):
    """The manifest of generation 2 beside the signature of generation 3: someone publishes at this moment."""
    codes = {"signature-wrong"}

    def spoil(self):
        self.served["manifest.json.minisig"] = site(content("trois"), 3, KEY)["manifest.json.minisig"]


class SignatureMissing(Evil):
    codes = {"signature-missing"}

    def spoil(self):
        del self.served["manifest.json.minisig"]


class SignatureIsAPage(Evil):
    codes = {"portal"}

    def spoil(self):
        self.served["manifest.json.minisig"] = PAGE


class SignatureOfAnotherKey(Evil):
    codes = {"signature-key"}

    def spoil(self):
        self.served["manifest.json.minisig"] = OTHER_KEY.sign(self.served["manifest.json"])


# --- a folder without a manifest --------------------------------------------------------------------------------------------------------


class _Plain(Evil):
    """playlist.yaml and what it names, as they lie on a web server."""
    signed = False

    def __init__(self):
        super().__init__()
        self.served = content("un")

    def turn(self):
        self.good = dict(self.files)
        self.served = dict(self.good)
        self.evil = True
        self.spoil()

    def items(self, text):
        self.served["playlist.yaml"] += text


class PlainNamesUpward(_Plain):
    """What leads out of the folder is not asked for, on this machine and on the server."""
    fine = True

    def spoil(self):
        self.items(b"- article: ../../../../etc/passwd\n- image: /etc/hostname\n- article: articles/../../secret.md\n")
        self.served.update({"secret.md": b"# Secret\n", "etc/passwd": b"x", "etc/hostname": b"x"})

    def new_content(self):
        return {**self.files, "playlist.yaml": self.served["playlist.yaml"]}

    def ask(self, state, program=None):
        run = super().ask(state, program)
        asked = [r.target for r in self.requests if "passwd" in r.target or "hostname" in r.target or "secret" in r.target or ".." in r.target]
        expect(not asked, f"asked for {asked}")
        return run


class PlainPlaylistIsAPage(_Plain):
    codes = {"portal"}

    def hits(self, request):
        return request.path == "playlist.yaml"

    def do(self, connection, request):
        return self.reply(connection, 200, PAGE, ["Content-Type: text/html"])


class PlainPlaylistEndless(_Plain):
    codes = {"too-large"}

    def hits(self, request):
        return request.path == "playlist.yaml"

    def do(self, connection, request):
        return pour(self, connection, b"HTTP/1.1 200 OK\r\n\r\n")


class PlainPlaylistBroken(_Plain):
    def spoil(self):
        self.served["playlist.yaml"] = b"venue: [Mairie\nitems: - article\n"


class PlainPlaylistNests(_Plain):
    def spoil(self):
        self.served["playlist.yaml"] = b"items: " + b"[" * 100000


class PlainPlaylistGone(_Plain):
    def spoil(self):
        del self.served["playlist.yaml"]


class PlainArticleCut(_Plain):
    codes = {"short"}

    def hits(self, request):
        return request.path == "articles/a.md"

    def do(self, connection, request):
        body = self.served[request.path]
        self.send(connection, b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:20])
        return False


class PlainArticleIsAPage(_Plain):
    codes = {"plain-page"}

    def hits(self, request):
        return request.path == "articles/a.md"

    def do(self, connection, request):
        return self.reply(connection, 200, PAGE, ["Content-Type: text/html"])


class PlainArticleEndless(_Plain):
    codes = {"too-large"}
    most_bytes = 48 * MIB

    def hits(self, request):
        return request.path == "articles/a.md"

    def do(self, connection, request):
        return pour(self, connection, b"HTTP/1.1 200 OK\r\n\r\n")


# --- the protocol -----------------------------------------------------------------------------------------------------------------------


class HugeHeader(_Manifest):
    codes = {"protocol", "too-large"}

    def do(self, connection, request):
        return self.reply(connection, 200, self.served[request.path], ["X-Grand: " + "g" * (2 * MIB)])


class EndlessHeaders(_Manifest):
    codes = {"too-large"}

    def do(self, connection, request):
        self.send(connection, b"HTTP/1.1 200 OK\r\n")
        for i in range(2000000):
            self.send(connection, b"X-%d: %s\r\n" % (i, b"g" * 1000))
        return False


class ContinueStorm(_Manifest):
    codes = {"too-large"}

    def do(self, connection, request):
        for _ in range(500000):
            self.send(connection, b"HTTP/1.1 100 Continue\r\n\r\n" * 40)
        return False


class NotHttp(Evil):
    codes = {"protocol"}

    def do(self, connection, request):
        self.send(connection, b"SSH-2.0-OpenSSH_9.2\r\n")
        return False


class HttpNine(Evil):
    codes = {"protocol"}

    def do(self, connection, request):
        self.send(connection, self.served.get(request.path, b""))
        return False


class ClosesAtOnce(Evil):
    codes = {"connection-lost"}

    def connected(self, connection):
        return not self.evil


class ResetsAtOnce(Evil):
    codes = {"connection-lost"}

    def connected(self, connection):
        if self.evil:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return not self.evil


def status_behaviour(code, headers=()):
    return lambda self, connection, request: self.reply(connection, code, PAGE, headers, reason="Sorry")


for _code, _told in ((400, "refused"), (401, "forbidden"), (403, "forbidden"), (404, "plain-untrusted"), (410, "plain-untrusted"), (418, "refused"),
                     (500, "server-error"), (502, "server-error")):
    type(f"Status{_code}", (Evil,), {"do": status_behaviour(_code), "codes": {_told}})


class ComeBackLater(Evil):
    codes = {"server-busy"}
    do = status_behaviour(503, ["Retry-After: 120"])


class ComeBackInAThousandYears(Evil):
    codes = {"server-busy"}
    do = status_behaviour(503, ["Retry-After: 99999999999999999999"])


class ComeBackYesterday(Evil):
    codes = {"server-busy"}
    do = status_behaviour(429, ["Retry-After: -5"])


class UnknownStatus(Evil):
    codes = {"protocol"}
    do = status_behaviour(999)


class StatusOfUpgrade(Evil):
    codes = {"slow", "protocol"}

    def do(self, connection, request):
        self.send(connection, b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
        time.sleep(60)
        return False


# --- TLS --------------------------------------------------------------------------------------------------------------------------------


class _Certificate(Evil):
    tls, kind = True, "expired"
    french = ("certificat",)

    def turn(self):
        super().turn()
        self.context = AUTHORITY.server_context(self.kind)

    def repent(self):
        super().repent()
        self.context = AUTHORITY.server_context()


class CertificateExpired(_Certificate):
    codes = {"tls-expired"}


class CertificateNotYetValid(_Certificate):
    codes = {"tls-early"}
    kind = "early"


class CertificateOfAnotherHost(_Certificate):
    codes = {"tls-host"}
    kind = "wrong-host"


class CertificateOfAnUnknownAuthority(_Certificate):
    codes = {"tls-authority"}
    kind = "unknown"


class CertificateSignedByItself(_Certificate):
    codes = {"tls-authority"}
    kind = "self-signed"


class HandshakeStalls(Evil):
    codes = {"unreachable", "tls"}
    tls = True

    def connected(self, connection):
        if self.evil:
            connection.recv(100)
            time.sleep(60)
        return not self.evil


class HandshakeIsPlainHttp(Evil):
    codes = {"tls"}
    tls = True

    def connected(self, connection):
        if self.evil:
            connection.recv(2000)
            self.send(connection, b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        return not self.evil


class HandshakeIsGarbage(Evil):
    codes = {"tls"}
    tls = True

    def connected(self, connection):
        if self.evil:
            connection.recv(2000)
            self.send(connection, b"\x16\x03\x03\xff\xff" + os.urandom(70000))
        return not self.evil


# --- one behaviour, from the first look to the last ---------------------------------------------------------------------------------------


def disk_bytes(path):
    return sum(os.lstat(os.path.join(at, name)).st_blocks * 512 for at, _, names in os.walk(path) for name in names)


def most_memory():
    """What wait4 tells of a child is never less than what this test took when it started it."""
    return max(Evil.most_memory, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def sanitized_too(server, state, before, run):
    """What was refused at once is asked for again by the build that sees wrong uses of memory: it says the same."""
    if run.seconds > 1 or not os.path.exists(PARVIS_SANITIZED):
        return
    again = server.ask(state, PARVIS_SANITIZED)
    expect("Sanitizer" not in again.said and "runtime error" not in again.said, again.said[-2000:])
    expect(again.code == run.code and again.error == run.error and picture(state) == before, f"sanitized: {again}")


def meet(behaviour):
    server, state = behaviour(), folder()
    try:
        first = server.ask(state)
        expect(first.code == 0 and current(state) == 1, f"the honest origin was not read: {first}")
        before, held = picture(state), disk_bytes(state)
        server.turn()
        sent = server.sent
        run = server.ask(state)
        sent = server.sent - sent
        expect(not run.late and run.seconds <= server.seconds, f"still running after {run.seconds:.1f} s: {run}")
        expect(sent <= server.most_bytes, f"{sent} bytes were taken: {run}")
        expect(run.memory <= most_memory(), f"{run.memory // MIB} MiB of memory: {run}")
        expect(disk_bytes(state) - held <= 24 * MIB, f"{(disk_bytes(state) - held) // MIB} MiB on the disk")
        expect(whole(state) is None, whole(state))
        if run.code == 0:
            expect(server.fine, f"it was taken for good: {run}")
            expect(run.status.get("state") == "ok", f"{run.status}")
            expect(picture(state) == before or tree(state) == server.new_content(), "neither the old nor the new content")
        else:
            expect(picture(state) == before, "what is on screen has changed")
            expect(run.code == 1, f"it ended with {run}")
            expect(run.status.get("state") == "error" and run.error, f"no error in the status: {run.status}, {run}")
            expect(not server.codes or run.error in server.codes, f"code {run.error}, not {sorted(server.codes)}: {run}")
            expect(run.french, "no words for staff")
            expect(not server.french or any(word in run.french for word in server.french), f"the message: {run.french!r}")
            sanitized_too(server, state, before, run)
        server.repent()
        last = server.ask(state)
        expect(last.code == 0 and whole(state) is None and tree(state) == server.files, f"it does not recover: {last}; {whole(state)}")
        return run, sent
    finally:
        server.close()
        shutil.rmtree(state, ignore_errors=True)


# --- sticks -----------------------------------------------------------------------------------------------------------------------------

STICKS = {}


def stick(function):
    """A stick with generation 2 on which the function changes something: it gets the folder and the path of one new object."""
    STICKS[function.__name__] = lambda: plug(function)
    return function


def plug(function):
    state, files = folder(), content("deux")
    first = Sync(lay(site(content("un"), 1, KEY), folder()), state, "--trusted-key", KEY.path)
    expect(first.code == 0, f"the honest stick was not read: {first}")
    path = lay(site(files, 2, KEY), folder())
    before, held = picture(state), disk_bytes(state)
    target = os.path.join(path, "obj", sha256(files["articles/a.md"]))
    function(path, target)
    run = Sync(path, state, "--trusted-key", KEY.path)
    stays(state, before, run)
    expect(disk_bytes(state) - held <= 24 * MIB and run.memory <= most_memory(), f"{disk_bytes(state) - held} bytes more on the disk, {run}")
    # Copied again, to another stick.
    last = Sync(lay(site(files, 2, KEY), folder()), state, "--trusted-key", KEY.path)
    expect(last.code == 0 and tree(state) == files, f"it does not recover: {last}")
    return run, 0


def replace(target, make):
    os.remove(target)
    make(target)


@stick
def stick_object_is_a_link(path, target):
    replace(target, lambda t: os.symlink("/etc/passwd", t))


@stick
def stick_object_is_a_link_to_the_right_bytes(path, target):
    os.rename(target, os.path.join(path, "elsewhere"))
    os.symlink(os.path.join(path, "elsewhere"), target)


@stick
def stick_object_is_a_pipe(path, target):
    replace(target, os.mkfifo)


@stick
def stick_object_is_endless(path, target):
    replace(target, lambda t: os.symlink("/dev/zero", t))


@stick
def stick_object_is_a_folder(path, target):
    replace(target, os.mkdir)


@stick
def stick_object_is_missing(path, target):
    os.remove(target)


@stick
def stick_object_is_huge(path, target):
    os.truncate(target, 1 << 40)


@stick
def stick_object_is_cut(path, target):
    os.truncate(target, 10)


@stick
def stick_object_is_altered(path, target):
    with open(target, "r+b") as file:
        file.write(b"+")


@stick
def stick_objects_folder_is_a_link(path, target):
    elsewhere = folder()
    shutil.rmtree(elsewhere)
    os.rename(os.path.join(path, "obj"), elsewhere)
    os.symlink(elsewhere, os.path.join(path, "obj"))
    os.remove(os.path.join(elsewhere, os.path.basename(target)))


@stick
def stick_manifest_is_a_pipe(path, target):
    replace(os.path.join(path, "manifest.json"), os.mkfifo)


@stick
def stick_manifest_is_a_folder(path, target):
    replace(os.path.join(path, "manifest.json"), os.mkdir)


@stick
def stick_manifest_is_endless(path, target):
    replace(os.path.join(path, "manifest.json"), lambda t: os.symlink("/dev/zero", t))


@stick
def stick_manifest_is_huge(path, target):
    os.truncate(os.path.join(path, "manifest.json"), 1 << 40)


# --- what is no server ------------------------------------------------------------------------------------------------------------------


def state_with_one():
    state, server = folder(), Server(site(content("un"), 1, KEY))
    run = Sync(server.url, state, "--allow-http", "--trusted-key", KEY.path)
    expect(run.code == 0, f"the honest origin was not read: {run}")
    return state, server


def stays(state, before, run, seconds=12):
    expect(not run.late and run.seconds <= seconds, f"still running: {run}")
    expect(picture(state) == before and whole(state) is None, "what is on screen has changed")
    expect(run.code == 1 and run.error and run.french, f"{run}")
    return run, 0


def nobody_listens():
    state, server = state_with_one()
    before = picture(state)
    server.close()
    return stays(state, before, Sync(server.url, state, "--allow-http", "--trusted-key", KEY.path))


def name_does_not_exist():
    state, _ = state_with_one()
    before = picture(state)
    return stays(state, before, Sync("https://origine.invalid/", state, "--trusted-key", KEY.path, timeout=20))


def not_modified_without_a_cache():
    class Stuck(Server):
        def answer(self, connection, request):
            return self.reply(connection, 304, b"", length=False, reason="Not Modified") or True
    state = folder()
    run = Sync(Stuck().url, state, "--allow-http")
    expect(run.code == 1 and run.error and current(state) is None, f"{run}")
    return run, 0


def ipv6_only():
    class Six(Server):
        family, address = socket.AF_INET6, "::1"
    try:
        server = Six(site(content("un"), 1, KEY), AUTHORITY)
    except OSError as problem:
        raise Skip(f"no IPv6 here: {problem}") from problem
    state = folder()
    run = Sync(server.url, state, "--ca", AUTHORITY.path, "--trusted-key", KEY.path)
    expect(run.code == 0 and tree(state) == content("un"), f"{run}")
    return run, 0


# In a network of its own, whose only name server takes questions and never answers.
SILENT_DNS = """
import os, socket, subprocess, sys
subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
subprocess.run(["mount", "--bind", sys.argv[1], "/etc/resolv.conf"], check=True)
silent = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
silent.bind(("127.0.0.1", 53))
code = subprocess.run(sys.argv[2:]).returncode
silent.setblocking(False)
try:
    silent.recv(1000)
except BlockingIOError:
    code = 99
sys.exit(code)
"""


def names_never_resolve():
    if not shutil.which("unshare") or subprocess.run(["unshare", "-mn", "true"], capture_output=True).returncode:
        raise Skip("no network namespace may be made here")
    state, _ = state_with_one()
    before = picture(state)
    resolv = write(os.path.join(folder(), "resolv.conf"), "nameserver 127.0.0.1\n")
    run = Sync("https://origine.example/", state, "--trusted-key", KEY.path, "--patience", "2", timeout=40,
               wrap=["unshare", "-mn", sys.executable, "-c", SILENT_DNS, resolv])
    expect(run.code != 99, "no name was asked for")
    return stays(state, before, run)


def plain_http_without_leave():
    state, server = state_with_one()
    before = picture(state)
    server.requests.clear()
    run = Sync(server.url, state, "--trusted-key", KEY.path)
    expect(run.code != 0 and picture(state) == before and not server.requests, f"{run}, asked {server.asked()}")
    return run, 0


OTHERS = [nobody_listens, name_does_not_exist, not_modified_without_a_cache, ipv6_only, names_never_resolve, plain_http_without_leave]


def spoken(name):
    return "".join(" " + c.lower() if c.isupper() or (c.isdigit() and not name[i - 1].isdigit()) else c for i, c in enumerate(name)).strip().replace("_", " ")


def main():
    tests = {spoken(b.__name__): (lambda b=b: meet(b)) for b in BEHAVIOURS}
    tests.update({spoken(f.__name__): f for f in OTHERS})
    tests.update({spoken(name): test for name, test in STICKS.items()})
    # Those that wait for a time limit first: the others run beside them.
    slow = [n for n in tests if any(w in n for w in ("drip", "never", "stall", "upgrade"))]
    order = slow + [n for n in tests if n not in slow]
    if len(sys.argv) > 1:
        order = [n for n in order if sys.argv[1] in n]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        running = {pool.submit(tests[name]): name for name in order}
        for done in concurrent.futures.as_completed(running):
            name = running[done]
            try:
                run, sent = done.result()
                print(f"ok {name} ({run.error or 'fine'}, {run.seconds:.1f} s, {sent} bytes, {run.memory // MIB} MiB): {run.french}", flush=True)
            except Skip as why:
                print(f"skip {name}: {why}", flush=True)
            except Failed as why:
                failed += 1
                print(f"not ok {name}: {why}", flush=True)
            except Exception as problem:  # a test that breaks has failed
                failed += 1
                print(f"not ok {name}: {type(problem).__name__} {problem}", flush=True)
                traceback.print_exc()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
