#!/usr/bin/env python3
"""parvis sync, status and play URL over real connections: TLS, redirects, resumed objects, servers that do not keep their word, the child of
play. All on loopback. Prints "ok NAME", "not ok NAME: why" or "skip NAME: why"."""
import atexit
import base64
import hashlib
import http.server
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time

from screen import PARVIS, PARVIS_SANITIZED, Run, Skip, expect, folder, need_program, run_tests, write

ARTICLE = "---\ntitle: {}\ndate: 2023-04-01\n---\nUn texte court.\n"


def openssl(*arguments):
    done = subprocess.run(["openssl", *arguments], capture_output=True)
    expect(done.returncode == 0, f"openssl {arguments[0]}: {done.stderr.decode()}")


class Authority:
    """A certificate authority of our own, and certificates of localhost signed by it."""

    CONFIG = ("[ca]\ndefault_ca=c\n[c]\ndir={0}\ndatabase={0}/index.txt\nnew_certs_dir={0}\nrand_serial=yes\ndefault_md=sha256\npolicy=p\n"
              "unique_subject=no\n[p]\ncommonName=supplied\n[v]\nbasicConstraints=CA:FALSE\nsubjectAltName={1}\n")

    def __init__(self):
        need_program("openssl")
        self.folder, self.made = folder(), {}
        self.path = os.path.join(self.folder, "ca.pem")
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", self.path + ".key",
                "-out", self.path, "-days", "30", "-subj", "/CN=Autorite d'essai")
        write(os.path.join(self.folder, "index.txt"), "")

    def context(self, begin="20200101000000Z", end="20491231000000Z", names="DNS:localhost"):
        key = (begin, end, names)
        if key not in self.made:
            base = os.path.join(self.folder, str(len(self.made)))
            openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", base + ".key", "-out",
                    base + ".csr", "-subj", "/CN=localhost")
            config = write(base + ".cnf", self.CONFIG.format(self.folder, names))
            openssl("ca", "-batch", "-notext", "-config", config, "-cert", self.path, "-keyfile", self.path + ".key", "-in", base + ".csr",
                    "-out", base + ".pem", "-startdate", begin, "-enddate", end, "-extensions", "v")
            self.made[key] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.made[key].load_cert_chain(base + ".pem", base + ".key")
        return self.made[key]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self):
        self.server.asked.append((self.path.lstrip("/"), dict(self.headers)))
        answer = self.server.answers.get(self.path.lstrip("/")) or self.server.answers.get("*")
        if answer:
            return answer(self)
        body = self.server.files.get(self.path.lstrip("/"))
        if body is None:
            return self.reply(404, b"absent")
        tag = '"' + hashlib.sha256(body).hexdigest()[:12] + '"'
        if self.headers["If-None-Match"] == tag:
            return self.reply(304, None, ETag=tag)
        wanted = self.headers["Range"]
        if wanted and self.server.ranges:
            start = int(wanted.split("=")[1].rstrip("-"))
            return self.reply(206, body[start:], ETag=tag, **{"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"})
        return self.reply(200, body, ETag=tag)

    def reply(self, code, body, **headers):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if body is not None and "Transfer_Encoding" not in headers and "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    """An origin on a free port. `files`: path to bytes; `answers`: path ("*": any) to a function that answers instead."""
    daemon_threads = True

    def __init__(self, files=None, context=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.files, self.answers, self.asked, self.ranges = dict(files or {}), {}, [], True
        if context:
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.url = f"{'https' if context else 'http'}://localhost:{self.server_port}/"
        threading.Thread(target=self.serve_forever, args=[0.05], daemon=True).start()

    def handle_error(self, request, client_address):
        pass

    def paths(self):
        return [path for path, _ in self.asked]


def site(generation, word="un", **more):
    """A published folder without a signature: path to bytes."""
    files = {"playlist.yaml": b"venue: Mairie\nitems:\n- article: a.md\n", "a.md": ARTICLE.format("Alpha " + word).encode(), **more}
    listed = [{"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for path, data in files.items()]
    served = {"obj/" + hashlib.sha256(data).hexdigest(): data for data in files.values()}
    served["manifest.json"] = json.dumps(
        {"format": 1, "generation": generation, "issued": "2026-11-25T10:00:00Z", "files": listed}).encode()
    return served


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("XDG_") and not k.lower().endswith("_proxy")
            and k not in ("STATE_DIRECTORY", "RUNTIME_DIRECTORY")}
    return dict(kept, **more)


class Screen:
    """A state folder and what sync does with it."""

    def __init__(self, *options):
        self.folder, self.options = folder(), options
        self.state = os.path.join(self.folder, "state")

    def sync(self, url, *options, program=None, **more):
        run = Run("sync", url, "--once", "--state", self.state, *self.options, *options, program=program, timeout=60,
                  environment=environment(HOME=self.folder, **more))
        self.status = json.load(open(os.path.join(self.state, "run", "sync.json"), encoding="utf-8"))
        run.error = (self.status["error"] or {}).get("code")
        expect((run.code == 0) == (run.error is None), f"code {run.code} and error {run.error}: {run.err}")
        return run

    def fails(self, url, code, *options, seconds=15, **more):
        before = self.shown()
        run = self.sync(url, *options, **more)
        expect(run.error == code, f"{run.error} instead of {code}: {run.err}")
        expect(run.seconds < seconds, f"{code} took {run.seconds:.1f} s")
        expect(self.shown() == before, f"{code} changed the content")
        expect("parvis: " in run.err and self.status["error"]["french"] in run.err, f"not said: {run.err}")
        return run

    def shown(self):
        try:
            current = open(os.path.join(self.state, "current"), encoding="ascii").read().strip()
            return current, open(os.path.join(self.state, "tree", current, "a.md"), encoding="utf-8").read()
        except FileNotFoundError:
            return None


def tls():
    if not hasattr(tls, "authority"):
        tls.authority = Authority()
    return tls.authority


def test_first_unchanged_changed():
    authority = tls()
    server, screen = Server(site(1), authority.context()), Screen("--ca", authority.path)
    run = screen.sync(server.url, program=PARVIS_SANITIZED if os.path.exists(PARVIS_SANITIZED) else None)
    expect(run.code == 0 and screen.shown()[0] == "1", f"{run.code} {run.err}")
    expect(len(server.paths()) == 3, f"asked for {server.paths()}")
    expect(server.asked[0][1]["User-Agent"].startswith("parvis/"), f"{server.asked[0][1]}")
    expect(server.asked[0][1]["Accept-Encoding"] == "identity", f"{server.asked[0][1]}")
    server.asked.clear()
    screen.sync(server.url)
    expect(server.paths() == ["manifest.json"] and "If-None-Match" in server.asked[0][1], f"asked for {server.paths()}")
    server.files.update(site(2, "deux"))
    server.asked.clear()
    screen.sync(server.url)
    expect(len(server.paths()) == 2 and "deux" in screen.shown()[1], f"asked for {server.paths()}")


def test_certificates():
    authority, other = tls(), Authority()
    for context, code in ((authority.context(end="20210101000000Z"), "tls-expired"), (authority.context("20480101000000Z"), "tls-early"),
                          (authority.context(names="DNS:ailleurs.example"), "tls-host"), (other.context(), "tls-authority")):
        screen = Screen("--ca", authority.path)
        server = Server(site(1), context)
        screen.fails(server.url, code)
        expect(not server.asked, f"{code}: a request was made all the same")
    screen = Screen("--ca", os.path.join(folder(), "absent.pem"))
    screen.fails(Server(site(1), authority.context()).url, "ca-file")
    Screen().fails(Server(site(1), authority.context()).url, "tls-authority")


def test_a_clock_that_is_not_set():
    authority, place = tls(), folder()
    server = Server(site(1), authority.context(end="20210101000000Z"))
    # As on a Raspberry Pi: believed once the network has set it, which nobody did here.
    settings = write(os.path.join(place, "parvis.yaml"), "clock: network\n")
    screen = Screen("--ca", authority.path, "--settings", settings)
    run = screen.sync(server.url)
    if run.error == "tls-expired":
        raise Skip("the clock of this machine was set over the network")
    expect(run.error == "clock" and "horloge non réglée : le certificat ne peut pas être vérifié" in run.err, run.err)
    run = status("--state", screen.state)
    expect(run.code == 1 and "horloge non réglée : le certificat ne peut pas être vérifié" in run.out, run.out)


def test_no_encryption_no_connection():
    server = Server(site(1))
    for url in (server.url, "ftp://localhost/", "file:///etc/", "https://", "gopher://localhost/x"):
        run = Run("sync", url, "--once", "--state", folder(), environment=environment())
        expect(run.code == 64 and run.err.startswith("parvis: "), f"{url}: {run.code} {run.err}")
    expect(not server.asked, "it was asked all the same")
    screen = Screen("--allow-http")
    expect(screen.sync(server.url).code == 0, "--allow-http")


def redirect(to):
    return lambda handler: handler.reply(302, b"", Location=to(handler) if callable(to) else to)


def test_redirects():
    target, server = Server(site(1)), Server()
    server.answers["*"] = redirect(lambda handler: target.url.replace("localhost", "127.0.0.1") + handler.path.lstrip("/"))
    screen = Screen("--allow-http")
    expect(screen.sync(server.url).code == 0 and screen.shown(), "another host of the same scheme")
    for to, code in (("file:///etc/passwd", "redirect-scheme"), ("https://localhost:1/", "redirect-scheme"), ("ftp://localhost/", "redirect-scheme"),
                     (server.url, "redirect-loop"), ("", "protocol")):
        server.answers["*"] = redirect(to)
        server.asked.clear()
        Screen("--allow-http").fails(server.url, code)
        expect(len(server.asked) <= 6, f"{to}: {len(server.asked)} requests")
    authority = tls()
    secure = Server(site(1), authority.context())
    secure.answers["*"] = redirect(target.url)
    target.asked.clear()
    Screen("--ca", authority.path, "--allow-http").fails(secure.url, "redirect-scheme")
    expect(not target.asked, "from https to http")


def test_secrets_stay_with_their_host():
    target, server = Server(site(1)), Server()
    server.answers["*"] = redirect(lambda handler: target.url.replace("localhost", "127.0.0.1") + handler.path.lstrip("/"))
    screen = Screen("--allow-http")
    write(os.path.join(screen.folder, ".netrc"), "machine localhost login ecran password secret\nmachine 127.0.0.1 login autre password volé\n")
    os.chmod(os.path.join(screen.folder, ".netrc"), 0o600)
    screen.sync(server.url)
    expected = "Basic " + base64.b64encode(b"ecran:secret").decode()
    expect(server.asked[0][1].get("Authorization") == expected, f".netrc was not used: {server.asked[0][1]}")
    expect("Authorization" not in target.asked[0][1], f"sent to another host: {target.asked[0][1]}")
    screen.sync(server.url.replace("http://", "http://nom:motdepasse@") + "?jeton=abc")
    expect(server.asked[-1][0].endswith("?jeton=abc"), f"{server.asked[-1]}")
    for name in ("run/sync.json", "sync.json"):
        text = open(os.path.join(screen.state, name), encoding="utf-8").read()
        expect("motdepasse" not in text and "abc" not in text.split('"files"')[0].split("manifest")[0], f"{name} tells a secret: {text}")


def test_an_object_is_resumed():
    photo = os.urandom(300000)
    server, screen = Server(site(1, **{"p.bin": photo})), Screen("--allow-http")
    path = "obj/" + hashlib.sha256(photo).hexdigest()

    def cut(handler):
        del server.answers[path]
        handler.reply(200, photo[:200000], Content_Length=str(len(photo)))
        handler.close_connection = True
    server.answers[path] = cut
    screen.fails(server.url, "short")
    server.asked.clear()
    expect(screen.sync(server.url).code == 0, "the second time")
    ranges = [headers.get("Range") for asked, headers in server.asked if asked == path]
    expect(len(ranges) == 1 and ranges[0] and 0 < int(ranges[0][6:-1]) <= 200000, f"asked for {ranges}")
    # A server that forgets the range, one that gives another one, one that has another object.
    for how, code in (("whole", None), ("other", "protocol")):
        screen = Screen("--allow-http")
        server.answers[path] = cut
        screen.fails(server.url, "short")
        server.ranges = how != "whole"
        if how == "other":
            server.answers[path] = lambda handler: handler.reply(206, photo[:1000], Content_Range=f"bytes 0-999/{len(photo)}")
        if code:
            screen.fails(server.url, code)
            del server.answers[path]
        expect(screen.sync(server.url).code == 0, f"{how}: not recovered")
        server.ranges = True


def endless(handler, piece=b"x" * 65536, pause=0.0):
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(piece)
            time.sleep(pause)
    except OSError:
        handler.close_connection = True


def many_headers(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    try:
        while True:
            handler.wfile.write(b"X-Header: " + b"y" * 1000 + b"\r\n")
    except OSError:
        handler.close_connection = True


def hang(handler):
    time.sleep(20)
    handler.close_connection = True


def vanish(handler):
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def test_servers_that_do_not_keep_their_word():
    page = b"<!DOCTYPE html><html><body>Acceptez les conditions</body></html>"
    cases = (
        (lambda handler: handler.reply(200, page), "portal"),
        (lambda handler: handler.reply(200, b"<p>Bonjour", Content_Type="text/html"), "portal"),
        (lambda handler: handler.reply(511, page), "portal"),
        (lambda handler: handler.reply(200, b"\x1f\x8b" + b"0" * 100, Content_Encoding="gzip"), "encoded"),
        (lambda handler: handler.reply(304, None), "protocol"),
        (lambda handler: handler.reply(206, b"{}", Content_Range="bytes 0-1/2"), "protocol"),
        (lambda handler: handler.reply(204, None), "protocol"),
        (lambda handler: handler.reply(401, b""), "forbidden"),
        (lambda handler: handler.reply(400, b""), "refused"),
        (lambda handler: handler.reply(503, b"", Retry_After="120"), "server-busy"),
        (lambda handler: handler.reply(500, b"x" * 1000000), "server-error"),
        (endless, "too-large"),
        (many_headers, "too-large"),
        (lambda handler: endless(handler, b"x", 0.2), "slow"),
        (hang, "slow"),
        (vanish, "connection-lost"),
        (lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n" * 10) or vanish(handler), "protocol"),
    )
    server, screen = Server(site(1)), Screen("--allow-http", "--patience", "2")
    screen.sync(server.url)
    for answer, code in cases:
        server.answers["*"] = answer
        # With the ETag that is known a 304 would be right: another source has none.
        url = server.url if code != "protocol" else server.url.replace("localhost", "127.0.0.1")
        run = screen.fails(url, code, seconds=8)
        expect(run.cpu < 1.5, f"{code}: {run.cpu:.2f} s of CPU")
    server.answers.clear()
    expect(screen.sync(server.url).code == 0, "well again")


def test_no_connection():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        closed = probe.getsockname()[1]
    Screen().fails(f"https://localhost:{closed}/", "connection-refused")
    Screen().fails("https://personne.invalid/", "name-unknown")
    silent = socket.socket()
    silent.bind(("127.0.0.1", 0))
    silent.listen(8)
    Screen("--patience", "1").fails(f"https://127.0.0.1:{silent.getsockname()[1]}/", "unreachable", seconds=6)
    silent.close()
    server = Server()
    server.answers["*"] = lambda handler: handler.reply(407, b"")
    proxy = f"http://127.0.0.1:{server.server_port}"
    Screen().fails("https://exemple.invalid/", "proxy", https_proxy="http://personne.invalid:3128")
    Screen("--allow-http").fails("http://exemple.invalid/", "proxy", http_proxy=proxy)


def test_a_resolver_that_never_answers():
    unshare = ["unshare", "--user", "--map-root-user", "--mount"]
    if subprocess.run([*unshare, "true"], capture_output=True).returncode:
        raise Skip("no namespaces here")
    place = folder()
    write(os.path.join(place, "resolv.conf"), "nameserver 192.0.2.1\noptions timeout:30 attempts:5\n")
    write(os.path.join(place, "nsswitch.conf"), "hosts: dns\n")
    script = (f"mount --bind {place}/resolv.conf $(readlink -f /etc/resolv.conf) && mount --bind {place}/nsswitch.conf /etc/nsswitch.conf && "
              f"exec {PARVIS} sync https://exemple.fr/ --once --patience 2 --state {place}/state")
    began = time.monotonic()
    done = subprocess.run([*unshare, "sh", "-c", script], capture_output=True, text=True, timeout=50, env=environment(HOME=place))
    seconds = time.monotonic() - began
    if "mount" in done.stderr:
        raise Skip(f"no mounts here: {done.stderr.strip()}")
    expect(done.returncode == 1 and seconds < 6, f"{done.returncode} after {seconds:.1f} s: {done.stderr}")
    expect("introuvable" in done.stderr or "ne répond pas" in done.stderr, done.stderr)


class Loop:
    """sync that runs."""

    def __init__(self, url, *options, **more):
        self.folder = folder()
        self.state = os.path.join(self.folder, "state")
        self.process = subprocess.Popen([PARVIS, "sync", url, "--state", self.state, *options], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(HOME=self.folder, **more))
        atexit.register(self.process.kill)  # a test that fails leaves nothing running

    def status(self):
        try:
            return json.load(open(os.path.join(self.state, "run", "sync.json"), encoding="utf-8"))
        except FileNotFoundError:
            return {}

    def wait_for(self, condition, seconds, what):
        end = time.monotonic() + seconds
        while not condition():
            expect(time.monotonic() < end, f"after {seconds} s still not: {what}")
            time.sleep(0.02)

    def cpu_ms(self):
        return int(open(f"/proc/{self.process.pid}/schedstat", encoding="ascii").read().split()[0]) / 1e6

    def end(self):
        began = time.monotonic()
        self.process.terminate()
        code = self.process.wait(10)
        return code, time.monotonic() - began


def test_not_modified_costs_next_to_nothing():
    authority = tls()
    server = Server(site(1), authority.context())
    loop = Loop(server.url, "--ca", authority.path, "--poll", "1")
    loop.wait_for(lambda: len(server.asked) >= 5, 20, "five requests")
    costs, cpu = [], loop.cpu_ms()
    for _ in range(4):
        asked = len(server.asked)
        loop.wait_for(lambda: len(server.asked) > asked, 20, "one more")
        time.sleep(0.3)  # what follows the answer belongs to the poll
        cpu, before = loop.cpu_ms(), cpu
        costs.append((cpu - before) / (len(server.asked) - asked))
    expect(all(path == "manifest.json" for path in server.paths()[3:]), f"asked for {server.paths()}")
    # Whatever else runs beside makes each of them dearer, never cheaper; nginx_test holds the aim of 1 ms, this server is slow.
    expect(min(costs) <= 2, f"{costs} ms of CPU")
    code, seconds = loop.end()
    expect(code == 0 and seconds < 1, f"ended with {code} after {seconds:.1f} s")


def test_it_leaves_in_the_middle():
    photo = os.urandom(200000)
    server = Server(site(1, **{"p.bin": photo}))
    server.answers["obj/" + hashlib.sha256(photo).hexdigest()] = lambda handler: endless(handler, b"x" * 10, 0.01)
    loop = Loop(server.url, "--allow-http")
    loop.wait_for(lambda: len(server.asked) >= 4 or any("obj" in p for p in server.paths()[2:]), 10, "the object is asked for")
    time.sleep(0.3)
    code, seconds = loop.end()
    expect(code == 0 and seconds < 2.5, f"ended with {code} after {seconds:.1f} s")


def test_a_long_reception_says_how_far_it_is():
    server = Server(site(1, **{f"n{i}.md": ARTICLE.format(i).encode() for i in range(20)}))

    def slowly(handler):
        time.sleep(0.25)
        handler.reply(200, handler.server.files[handler.path.lstrip("/")])
    server.answers.update({path: slowly for path in server.files if path.startswith("obj/")})
    loop = Loop(server.url, "--allow-http")
    loop.wait_for(lambda: loop.status().get("progress"), 10, "progress")
    progress = loop.status()["progress"]
    expect(progress["of"] == 22 and 1 <= progress["files"] < 22, f"{progress}")
    run = status("--state", loop.state)
    expect("fichiers sur 22" in run.out, run.out)
    loop.wait_for(lambda: loop.status()["state"] == "ok", 15, "ok")
    expect(loop.status()["progress"] is None, f"{loop.status()}")
    loop.end()


def test_a_journal_hears_what_is_new():
    server = Server(site(1))
    loop = Loop(server.url, "--allow-http", "--poll", "1")
    loop.wait_for(lambda: loop.status().get("state") == "ok", 10, "ok")
    server.answers["*"] = lambda handler: handler.reply(500, b"")
    loop.wait_for(lambda: loop.status()["state"] == "error", 10, "error")
    expect(loop.status()["error"]["code"] == "server-error" and loop.status()["next_s"] >= 1, f"{loop.status()}")
    checked = loop.status()["checked"]
    expect(checked and loop.status()["generation"] == 1, f"{loop.status()}")
    server.answers.clear()
    loop.wait_for(lambda: loop.status()["state"] == "ok", 10, "ok again")
    loop.end()


def test_a_supervisor_hears_it():
    place, server = folder(), Server(site(1))
    ears = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    ears.bind(os.path.join(place, "notify"))
    ears.settimeout(0.1)

    def heard(seconds):
        said, end = [], time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                said.append(ears.recv(4096).decode())
            except TimeoutError:
                continue
        return said
    write(os.path.join(place, "parvis.yaml"), f"source: {server.url}\nallow_http: true\npoll: 1 h\n")
    more = {"NOTIFY_SOCKET": os.path.join(place, "notify"), "WATCHDOG_USEC": "1000000"}
    process = subprocess.Popen([PARVIS, "sync", "--service", "--settings", os.path.join(place, "parvis.yaml")], stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env=environment(HOME=place, STATE_DIRECTORY=os.path.join(place, "s"), RUNTIME_DIRECTORY=os.path.join(place, "r"), **more))
    try:
        said = heard(3)
        expect("READY=1" in said, f"{said}")
        expect(said.count("WATCHDOG=1") >= 6, f"asleep: {said}")
        expect("STATUS=up to date" in said, f"{said}")
        expect(os.path.exists(os.path.join(place, "s", "current")), "no content in STATE_DIRECTORY")
    finally:
        process.terminate()
    expect(process.wait(5) == 0, "it ended badly")
    # In the middle of a request that hangs, and without a source, it is alive, too.
    server.answers["*"] = hang
    write(os.path.join(place, "empty.yaml"), "poll: 30 s\n")
    for settings in ("parvis.yaml", "empty.yaml"):
        process = subprocess.Popen([PARVIS, "sync", "--service", "--settings", os.path.join(place, settings), "--state", os.path.join(place, "t")],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=environment(HOME=place, RUNTIME_DIRECTORY=os.path.join(place, "r"), **more))
        said = heard(3)
        process.terminate()
        expect(process.wait(5) == 0 and said.count("WATCHDOG=1") >= 2 and "READY=1" in said, f"{settings}: {said}")


def test_one_writer():
    server = Server(site(1))
    loop = Loop(server.url, "--allow-http")
    loop.wait_for(lambda: loop.status().get("state") == "ok", 10, "ok")
    run = Run("sync", server.url, "--allow-http", "--once", "--state", loop.state, environment=environment(HOME=loop.folder))
    expect(run.code == 1 and "un autre Parvis" in run.err, f"{run.code} {run.err}")
    expect(loop.status()["state"] == "ok", f"it wrote the other's status: {loop.status()}")
    loop.end()


def test_a_stick():
    stick, screen = folder(), Screen()
    for path, data in site(1).items():
        write(os.path.join(stick, path), data)
    expect(screen.sync(stick).code == 0 and screen.shown()[0] == "1", "a stick")
    for path, data in site(2, "deux").items():
        write(os.path.join(stick, path), data)
    secret = [path for path in site(2, "deux") if path.startswith("obj/") and path not in site(1)][0]
    os.remove(os.path.join(stick, secret))
    os.symlink("/etc/hostname", os.path.join(stick, secret))
    screen.fails(stick, "unsafe")
    screen.fails(os.path.join(folder(), "absent"), "origin-empty")
    plain = folder()
    write(os.path.join(plain, "playlist.yaml"), "items:\n- article: a.md\n")
    write(os.path.join(plain, "a.md"), ARTICLE.format("Simple"))
    screen = Screen()
    expect(screen.sync(plain).code == 0 and "Simple" in screen.shown()[1], "a plain folder")


def test_a_plain_folder_names_its_files():
    server, screen = Server({"a.md": ARTICLE.format("Simple").encode()}), Screen("--allow-http")
    server.files["playlist.yaml"] = b"items:\n- article: a.md\n"
    expect(screen.sync(server.url).code == 0 and "Simple" in screen.shown()[1], "named")
    server.files["playlist.yaml"] = b"items:\n- article: a.md\n- carousel: photos/*.jpg\n"
    run = screen.fails(server.url, "plain-pattern")
    expect("playlist.yaml:3" in run.err, run.err)
    server.files["playlist.yaml"] = b"items:\n- article: a.md\n- carousel: photos\n"
    server.answers["photos"] = lambda handler: handler.reply(200, b"<html><a href=x.jpg>x.jpg</a></html>", Content_Type="text/html")
    screen.fails(server.url, "plain-page")


def status(*arguments, **more):
    run = Run("status", *arguments, environment=environment(**more))
    return run


def test_a_plain_file_must_say_where_it_ends():
    """Without a manifest nothing else tells that an article was cut in the middle."""
    article = ARTICLE.format("Bonjour").encode()
    server, screen = Server({"playlist.yaml": b"venue: Mairie\nitems:\n- article: a.md\n", "a.md": article}), Screen("--allow-http")
    run = screen.sync(server.url)
    expect(run.code == 0 and screen.status["generation"] == 1, f"{run.code} {run.err}")
    server.files["a.md"] = article + b"\nUn paragraphe de plus.\n"

    def cut(handler):
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(server.files["a.md"][:-20])
        handler.close_connection = True
    server.answers["a.md"] = cut
    run = screen.sync(server.url)
    expect(run.code == 1 and run.error == "protocol" and screen.status["generation"] == 1, f"{run.code} {run.error} {run.out} {run.err}")

    def in_chunks(handler):
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in (server.files["a.md"][:30], server.files["a.md"][30:]):
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.wfile.write(b"0\r\n\r\n")
    server.answers["a.md"] = in_chunks
    run = screen.sync(server.url)
    expect(run.code == 0 and screen.status["generation"] == 2, f"{run.code} {run.err}")


def test_status():
    home = folder()
    run = status(HOME=home)
    expect(run.code == 1 and "rien n’a encore été reçu" in run.out, f"{run.code} {run.out}")
    server, screen = Server(site(1)), Screen("--allow-http")
    screen.sync(server.url)
    run = status("--state", screen.state)
    expect(run.code == 0 and "tout va bien" in run.out and "génération 1" in run.out and server.url in run.out, f"{run.code} {run.out}")
    server.answers["*"] = lambda handler: handler.reply(200, b"<!DOCTYPE html><html></html>")
    screen.sync(server.url)
    run = status("--state", screen.state)
    expect(run.code == 1 and "le portail Wi-Fi répond à la place du serveur" in run.out, f"{run.code} {run.out}")
    told = json.loads(status("--state", screen.state, "--json").out)
    expect(told["state"] == "error" and told["generation"] == 1 and told["problems"][0]["code"] == "portal" and told["free_bytes"] > 0 and
           told["sync"]["role"] == "sync" and told["show"] is None, f"{told}")
    run = status("--state", screen.state, "--lang", "en")
    expect("a Wi-Fi portal answers instead of the server" in run.out, run.out)
    # A sync that is not there any more; a show with something to say.
    path = os.path.join(screen.state, "run", "sync.json")
    told = dict(screen.status, error=None, state="ok", next_s=30)
    write(path, json.dumps(told))
    expect(status("--state", screen.state).code == 0, "ok again")
    os.utime(path, (time.time() - 1000, time.time() - 1000))
    run = status("--state", screen.state, "--json")
    expect(run.code == 1 and json.loads(run.out)["problems"][0]["code"] == "sync-stopped", run.out)
    os.utime(path)
    write(os.path.join(screen.state, "run", "show.json"), json.dumps(
        {"role": "show", "slide": "a", "display": "absent", "clock": "untrusted", "quarantined": ["x"], "safe_mode": True,
         "machine": {"problems": [{"code": "power-low", "french": "tension", "english": "power"}]}}))
    codes = [problem["code"] for problem in json.loads(status("--state", screen.state, "--json").out)["problems"]]
    expect(codes == ["display-absent", "clock", "safe-mode", "quarantined", "power-low"], f"{codes}")
    write(os.path.join(screen.state, "run", "show.json"), "{")  # cut short: as if it were not there
    expect(status("--state", screen.state).code == 0, "a broken status file")


def test_status_is_not_well_when_nobody_shows_it():
    server, screen = Server(site(1)), Screen("--allow-http")
    screen.sync(server.url)
    run_folder, place = os.path.join(screen.state, "run"), os.path.join(screen.folder, "parvis.yaml")
    write(place, f"source: {server.url}\nallow_http: yes\n")
    machine = {"STATE_DIRECTORY": screen.state, "RUNTIME_DIRECTORY": run_folder}
    show = {"role": "show", "generation": 1, "slide": "a", "display": "on", "clock": "trusted", "quarantined": [], "safe_mode": False, "machine": {}}
    sync = dict(screen.status, state="ok", error=None, next_s=30)

    def codes(age_s=0, **more):
        for name, told in (("show.json", more.get("show")), ("sync.json", more.get("sync"))):
            path = os.path.join(run_folder, name)
            if told:
                write(path, json.dumps(told))
                os.utime(path, (time.time() - age_s, time.time() - age_s))
            elif os.path.exists(path):
                os.remove(path)
        return [p["code"] for p in json.loads(status("--settings", place, "--json", **more.get("machine", machine)).out)["problems"]]
    expect(codes(show=show, sync=sync) == [], "both are there")
    # A machine that is a screen has both roles; a desk may have fetched only.
    expect(codes(sync=sync) == ["show-stopped"], "no show")
    expect(codes(show=show) == ["sync-stopped"], "no sync")
    # One that went away in its first round has no next one.
    expect(codes(age_s=200, show=show, sync=dict(sync, state="waiting", next_s=0)) == ["sync-stopped"], "gone in its first round")
    # What came is not what is shown, and that for more than a moment.
    expect(codes(show=dict(show, generation=9), sync=sync) == [], "just now")
    os.utime(os.path.join(screen.state, "current"), (time.time() - 100, time.time() - 100))
    expect(codes(show=show, sync=sync) == [], "it is what is shown")
    for other in (9, None):
        expect(codes(show=dict(show, generation=other), sync=sync) == ["generation-not-shown"], f"generation {other} on screen")
    expect(codes(show=dict(show, generation=None, safe_mode=True), sync=sync) == ["safe-mode"], "that says it already")
    # A folder that is played as it lies comes from nowhere, and its sync is idle.
    write(place, f"source: {screen.folder}\n")
    machine["STATE_DIRECTORY"] = folder()
    idle = dict(sync, state="waiting", source=None, next_s=10)
    expect(codes(show=dict(show, generation=None), sync=idle) == [], "a folder")
    write(place, "language: fr\n")
    expect(codes(show=dict(show, generation=None), sync=idle) == ["nothing-yet"], "no source")


def test_a_slow_object_does_not_look_like_the_end():
    photo = os.urandom(200000)
    server = Server(site(1, **{"p.bin": photo}))
    path_of_photo = "obj/" + hashlib.sha256(photo).hexdigest()
    server.answers[path_of_photo] = lambda handler: endless(handler, b"x" * 100, 0.02)
    loop = Loop(server.url, "--allow-http")
    path = os.path.join(loop.state, "run", "sync.json")
    loop.wait_for(lambda: os.path.exists(path) and any(path_of_photo in asked for asked in server.paths()), 10, "the object is asked for")
    began = os.stat(path).st_mtime_ns
    loop.wait_for(lambda: os.stat(path).st_mtime_ns > began + 5e9, 15, "a sign of life")
    loop.end()


def test_addresses_on_a_desk_do_not_mix():
    first, second, home = Server(site(5)), Server(site(1, "deux")), folder()
    for server in (first, second):
        run = Run("sync", server.url, "--once", "--allow-http", environment=environment(HOME=home))
        expect(run.code == 0, run.err)
    stores = os.listdir(os.path.join(home, ".local/state/parvis/sources"))
    expect(len(stores) == 2, f"{stores}")
    expect("génération 5" in status(first.url, HOME=home).out and "génération 1" in status(second.url.rstrip("/"), HOME=home).out, "each its own")
    run = status(HOME=home)
    expect(run.code == 1 and "2 sources" in run.err, f"{run.code} {run.err}")


def test_screens_with_a_state_of_their_own_have_a_status_of_their_own():
    server, home = Server(site(3)), folder()
    more = {"HOME": home, "XDG_RUNTIME_DIR": folder()}  # as on every desktop
    well, ill = os.path.join(home, "well"), os.path.join(home, "ill")
    for url, state in ((server.url + "absent/", ill), (server.url, well)):
        Run("sync", url, "--once", "--allow-http", "--state", state, environment=environment(**more))
    told = status("--state", ill, **more)
    expect(told.code == 1 and "absent" in told.out, f"{told.code} {told.out}")
    expect(status("--state", well, **more).code == 0, "the one that is well")


def test_play_starts_it_as_its_child():
    need_program("Xvfb")
    from play_test import Screen as Display, is_blank
    server, home, display = Server(site(1)), folder(), Display()
    log = open(os.path.join(home, "log"), "w+", encoding="utf-8")
    show = subprocess.Popen([PARVIS, "play", server.url, "--allow-http", "--poll", "1", "--window=1280x720"], stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=log, env=environment(HOME=home, DISPLAY=display.display, SDL_VIDEODRIVER="x11"))

    def child():
        pids = open(f"/proc/{show.pid}/task/{show.pid}/children", encoding="ascii").read().split()
        for pid in pids:
            try:
                if b"\0sync\0" in open(f"/proc/{pid}/cmdline", "rb").read():
                    return int(pid)
            except (FileNotFoundError, ProcessLookupError):
                pass  # it ended since it was listed, as the one that is killed below does
        return None

    def wait_for(condition, what):
        end = time.monotonic() + 15
        while not condition():
            expect(show.poll() is None, f"it ended: {open(log.name, encoding='utf-8').read()}")
            expect(time.monotonic() < end, f"still not: {what}")
            time.sleep(0.02)
    try:
        wait_for(lambda: not is_blank(display.pixels()), "a first slide")
        wait_for(lambda: len(server.paths()) > 4, "a second look")
        first = child()
        expect(first, "no child")
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: child() not in (None, first), "another child")
        second = child()
        show.terminate()
        code = show.wait(5)
        expect(code == 0, f"{code}: {open(log.name, encoding='utf-8').read()[-2000:]}")
        expect(not os.path.exists(f"/proc/{second}"), "the child is left behind")
    finally:
        show.kill()
        show.wait()
        display.close()
        shutil.rmtree(home, ignore_errors=True)


run_tests(dict(globals()))
