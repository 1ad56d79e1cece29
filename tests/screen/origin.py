"""What the network tests share: a certificate authority, keys and manifests made without Parvis, a real nginx, servers that misbehave, and
what lies in a state folder, read by hand. No test of its own. All is on loopback and ends with the test."""
import atexit
import base64
import hashlib
import json
import os
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import time

from screen import PARVIS, ROOT, Skip, folder, need_program, write

HOST = "localhost"


def openssl(*arguments, data=None):
    done = subprocess.run(["openssl", *arguments], input=data, capture_output=True)
    if done.returncode:
        raise RuntimeError(f"openssl {arguments[0]}: {done.stderr.decode()}")
    return done.stdout


# --- certificates -----------------------------------------------------------------------------------------------------------------------


class Authority:
    """A certificate authority for localhost. cert(kind) gives (certificate, key) as paths: "valid", "expired", "early" (not yet valid),
    "wrong-host", "self-signed", "unknown" (signed by an authority that nobody trusts)."""

    CONFIG = """[ca]
default_ca=c
[c]
dir={dir}
database={dir}/index.txt
new_certs_dir={dir}
rand_serial=yes
default_md=sha256
policy=p
unique_subject=no
[p]
commonName=supplied
[v]
basicConstraints=CA:FALSE
subjectAltName={names}
"""

    def __init__(self, name="Autorité d’essai"):
        need_program("openssl")
        self.dir, self.made, self.lock = folder(), {}, threading.Lock()
        self.path = os.path.join(self.dir, "ca.pem")
        self.key = os.path.join(self.dir, "ca.key")
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", self.key, "-out", self.path,
                "-days", "30", "-utf8", "-subj", f"/CN={name}")
        write(os.path.join(self.dir, "index.txt"), "")

    def cert(self, kind="valid"):
        with self.lock:
            if kind not in self.made:
                self.made[kind] = self.make(kind)
            return self.made[kind]

    def make(self, kind):
        base = os.path.join(self.dir, kind)
        names = "DNS:ailleurs.example" if kind == "wrong-host" else "DNS:localhost,IP:127.0.0.1,IP:::1"
        if kind == "unknown":
            return Authority("Une autre autorité").cert("valid")
        if kind == "self-signed":
            openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", base + ".key", "-out",
                    base + ".pem", "-days", "30", "-subj", "/CN=localhost", "-addext", "subjectAltName=" + names)
            return base + ".pem", base + ".key"
        openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", base + ".key", "-out", base + ".csr",
                "-subj", "/CN=localhost")
        write(base + ".cnf", self.CONFIG.format(dir=self.dir, names=names))
        begin, end = {"expired": ("20200101000000Z", "20210101000000Z"), "early": ("20480101000000Z", "20490101000000Z")}.get(
            kind, ("20200101000000Z", "20491231000000Z"))
        openssl("ca", "-batch", "-notext", "-config", base + ".cnf", "-cert", self.path, "-keyfile", self.key, "-in", base + ".csr", "-out",
                base + ".pem", "-startdate", begin, "-enddate", end, "-extensions", "v")
        return base + ".pem", base + ".key"

    def server_context(self, kind="valid"):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.cert(kind))
        return context


# --- keys and manifests, made independently of Parvis -----------------------------------------------------------------------------------


class Key:
    """A key pair in minisign's format; the arithmetic is OpenSSL's, the format is written here from its description."""

    def __init__(self):
        need_program("openssl")
        self.dir = folder()
        self.pem = os.path.join(self.dir, "key.pem")
        openssl("genpkey", "-algorithm", "ed25519", "-out", self.pem)
        self.public = openssl("pkey", "-in", self.pem, "-pubout", "-outform", "DER")[-32:]
        self.id = os.urandom(8)
        self.line = base64.b64encode(b"Ed" + self.id + self.public).decode()
        self.path = write(os.path.join(self.dir, "key.pub"), f"untrusted comment: minisign public key\n{self.line}\n")

    def raw(self, data):
        path = os.path.join(self.dir, f"data-{threading.get_ident()}")
        write(path, data)
        return openssl("pkeyutl", "-sign", "-inkey", self.pem, "-rawin", "-in", path)

    def sign(self, data, comment="timestamp:0\tfile:manifest.json"):
        signature = self.raw(hashlib.blake2b(data).digest())
        whole = self.raw(signature + comment.encode())
        return (f"untrusted comment: signature\n{base64.b64encode(b'ED' + self.id + signature).decode()}\n"
                f"trusted comment: {comment}\n{base64.b64encode(whole).decode()}\n").encode()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def manifest(files, generation, issued="2026-11-25T10:00:00Z", **more):
    """The manifest's members: `files` is path to bytes."""
    listed = [{"path": path, "size": len(data), "sha256": sha256(data)} for path, data in sorted(files.items())]
    return {"format": 1, "generation": generation, "issued": issued, **more, "files": listed}


def site(files, generation, key=None, **more):
    """What an origin serves: address (without the first /) to bytes."""
    return signed_site(files, json.dumps(manifest(files, generation, **more)).encode(), key)


def signed_site(files, text, key=None):
    served = {"obj/" + sha256(data): data for data in files.values()}
    served["manifest.json"] = text
    if key:
        served["manifest.json.minisig"] = key.sign(text)
    return served


def lay(served, path):
    """Writes a site as a folder, as publish does: objects first, the manifest last. Returns the path."""
    for name in sorted(served, key=lambda n: (n.startswith("manifest"), n == "manifest.json")):
        target = os.path.join(path, name)
        if not os.path.exists(target) or name.startswith("manifest"):
            write(target + ".part", served[name])
            os.replace(target + ".part", target)
    return path


def article(title, text="Un texte court.\n"):
    return f"---\ntitle: {title}\ndate: 2023-04-01\n---\n{text}".encode()


def content(word, more=0):
    """A small playlist with an article named by a word, one that never changes, and `more` others."""
    files = {"playlist.yaml": b"venue: Mairie\nitems:\n- article: articles/a.md\n- article: articles/b.md\n"
             + b"".join(b"- article: articles/n%d.md\n" % i for i in range(more)),
             "articles/a.md": article(f"Alpha {word}"), "articles/b.md": article("Bravo")}
    files.update({f"articles/n{i}.md": article(f"Nouvelle {i} {word}") for i in range(more)})
    return files


# --- the state folder, read by hand -----------------------------------------------------------------------------------------------------


def current(state):
    """The number of the generation on screen, None when there is none yet, -1 when the file says no number."""
    try:
        with open(os.path.join(state, "current"), encoding="ascii") as file:
            text = file.read().strip()
            return int(text) if text.isdigit() else -1
    except FileNotFoundError:
        return None


def tree(state, generation=None):
    """path to bytes of a generation (by default the current one), as a player opens it."""
    generation = current(state) if generation is None else generation
    root, found = os.path.join(state, "tree", str(generation)), {}
    for at, folders, names in os.walk(root):
        for name in names + [f for f in folders if os.path.islink(os.path.join(at, f))]:
            path = os.path.join(at, name)
            if os.path.islink(path) or not os.path.isfile(path):
                found[os.path.relpath(path, root)] = b"(no plain file)"
                continue
            with open(path, "rb") as file:
                found[os.path.relpath(path, root)] = file.read()
    return found


def whole(state):
    """What is wrong with the current generation; None: nothing. Reads the manifest and hashes every file of the tree."""
    generation = current(state)
    if generation is None:
        return None
    try:
        with open(os.path.join(state, "gen", str(generation)), "rb") as file:
            text = file.read()
    except OSError as problem:
        return f"current names generation {generation}: {problem}"
    try:
        listed = json.loads(text)
    except ValueError as problem:
        return f"the manifest of generation {generation} is no JSON ({len(text)} bytes): {problem}"
    files = tree(state)
    expected = {entry["path"]: entry for entry in listed["files"]}
    if set(files) != set(expected):
        return f"generation {generation}: {sorted(set(files) ^ set(expected))[:3]} differ from the manifest"
    for path, data in files.items():
        if len(data) != expected[path]["size"] or sha256(data) != expected[path]["sha256"]:
            return f"generation {generation}: {path} is not what the manifest says ({len(data)} bytes)"
    return None


def picture(state):
    """All that a screen shows from a state folder, to be compared before and after."""
    return current(state), {path: sha256(data) for path, data in tree(state).items()} if current(state) is not None else None


def status(state, name="sync.json"):
    """What a role says of itself; {} when it has said nothing."""
    try:
        with open(os.path.join(state, "run", name), "rb") as file:
            return json.loads(file.read())
    except FileNotFoundError:
        return {}


class Sync:
    """One run of `parvis sync`: code, what it said, seconds, the largest memory in bytes, and its status file."""

    def __init__(self, source, state, *options, timeout=30, wrap=(), program=None):
        environment = {k: v for k, v in os.environ.items()
                       if k not in ("STATE_DIRECTORY", "RUNTIME_DIRECTORY", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
                       and not k.lower().endswith("_proxy")}
        environment.update(RUNTIME_DIRECTORY=os.path.join(state, "run"), HOME=state)
        os.makedirs(os.path.join(state, "run"), exist_ok=True)
        if os.path.exists(os.path.join(state, "run", "sync.json")):
            os.remove(os.path.join(state, "run", "sync.json"))  # what an earlier run said is no answer of this one
        said = tempfile.TemporaryFile()
        began = time.monotonic()
        process = subprocess.Popen([*wrap, program or PARVIS, "sync", source, "--once", "--state", state, *options], cwd=ROOT,
                                   stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=environment)
        self.late = False
        timer = threading.Timer(timeout, self.end, [process])
        timer.start()
        _, wait_status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(wait_status)
        self.seconds, self.code, self.memory = time.monotonic() - began, process.returncode, usage.ru_maxrss * 1024
        self.cpu = usage.ru_utime + usage.ru_stime
        said.seek(0)
        self.said = said.read().decode(errors="replace")
        self.status = status(state)
        error = self.status.get("error") or {}
        self.error, self.french = error.get("code"), error.get("french") or ""

    def end(self, process):
        self.late = True
        process.kill()

    def __str__(self):
        return f"code {self.code}, {self.error}: {self.french!r}, {self.seconds:.2f} s, said {self.said.strip()[-400:]!r}"


# --- servers ----------------------------------------------------------------------------------------------------------------------------


class Request:
    def __init__(self, head):
        lines = head.decode("latin-1").split("\r\n")
        self.method, self.target, _ = lines[0].split(" ", 2)
        self.path = self.target.lstrip("/").split("?")[0]
        self.headers = {k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}


class Server:
    """An origin on a free port of loopback. A plain one serves `served`; a subclass overrides answer(), connected() or body(). Counts
    connections, requests and the bytes that it could send."""

    family, address = socket.AF_INET, "127.0.0.1"

    def __init__(self, served=None, authority=None, kind="valid"):
        self.served, self.requests, self.sent, self.connections, self.open = dict(served or {}), [], 0, 0, set()
        self.context = authority.server_context(kind) if authority else None
        self.going = True
        self.listener = socket.socket(self.family, socket.SOCK_STREAM)
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 16)  # what is counted as sent has nearly been taken
        self.listener.bind((self.address, 0))
        self.listener.listen(64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()
        atexit.register(self.close)

    @property
    def url(self):
        host = "[::1]" if self.family == socket.AF_INET6 else HOST if self.context else "127.0.0.1"
        return f"{'https' if self.context else 'http'}://{host}:{self.port}/"

    def accept(self):
        while self.going:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            self.open.add(connection)
            threading.Thread(target=self.serve, args=[connection], daemon=True).start()

    def serve(self, connection):
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if not self.connected(connection):
                return
            if self.context:
                raw, connection = connection, self.context.wrap_socket(connection, server_side=True)
                self.open.discard(raw)
                self.open.add(connection)
            pending = b""
            while self.going:
                while b"\r\n\r\n" not in pending:
                    piece = connection.recv(65536)
                    if not piece or len(pending) > 1 << 20:
                        return
                    pending += piece
                head, _, pending = pending.partition(b"\r\n\r\n")
                request = Request(head)
                self.requests.append(request)
                if self.answer(connection, request) is False:
                    return
        except (OSError, ValueError):
            pass
        finally:
            self.open.discard(connection)
            connection.close()

    def send(self, connection, data):
        connection.sendall(data)
        self.sent += len(data)

    def reply(self, connection, code=200, body=b"", headers=(), length=True, reason="OK"):
        head = [f"HTTP/1.1 {code} {reason}", *([f"Content-Length: {len(body)}"] if length else []), *headers]
        self.send(connection, "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body)
        return length

    def etag(self, data):
        return '"' + sha256(data)[:16] + '"'

    # What a subclass changes. connected(): False closes at once. body(): what is served under a path, None is 404.
    # answer(): False closes the connection.
    def connected(self, connection):
        return True

    def body(self, path):
        return self.served.get(path)

    def answer(self, connection, request):
        body = self.body(request.path)
        if body is None:
            return self.reply(connection, 404, b"absent", reason="Not Found")
        if request.headers.get("if-none-match") == self.etag(body):
            return self.reply(connection, 304, b"", [f"ETag: {self.etag(body)}"], reason="Not Modified", length=False) or True
        return self.reply(connection, 200, body, [f"ETag: {self.etag(body)}"])

    def asked(self, prefix=""):
        return [r.path for r in self.requests if r.path.startswith(prefix)]

    def close(self):
        self.going = False
        for one in [self.listener, *self.open]:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            one.close()


class Nginx:
    """Debian's nginx with one worker over a folder, with TLS; it and its worker end by their own ids."""

    CONFIG = """{user}daemon off;
worker_processes 1;
pid {dir}/pid;
error_log {dir}/error.log warn;
events {{ worker_connections 4096; }}
http {{
    log_format wire '$request_method $uri $status $request_length $bytes_sent $connection_requests $msec';
    access_log {dir}/access.log wire;
    client_body_temp_path {dir}/t1; proxy_temp_path {dir}/t2; fastcgi_temp_path {dir}/t3; uwsgi_temp_path {dir}/t4; scgi_temp_path {dir}/t5;
    types {{ application/json json; }}
    default_type application/octet-stream;
    sendfile on;
    keepalive_timeout 75s;
    keepalive_requests 100000;
    server {{
        listen 127.0.0.1:{port} ssl backlog=4096;
        server_name localhost;
        ssl_certificate {cert};
        ssl_certificate_key {key};
        root {root};
    }}
}}
"""

    def __init__(self, root, authority):
        if not os.path.exists("/usr/sbin/nginx"):
            need_program("nginx")
        self.dir = folder()
        self.port = free_port()
        cert, key = authority.cert()
        for path in (self.dir, root):
            os.chmod(path, 0o755)
        write(os.path.join(self.dir, "nginx.conf"),
              self.CONFIG.format(user="user root;\n" if os.getuid() == 0 else "", dir=self.dir, port=self.port, cert=cert, key=key, root=root))
        self.process = subprocess.Popen([next(p for p in ("/usr/sbin/nginx", "nginx") if "/" not in p or os.path.exists(p)), "-p", self.dir,
                                         "-e", os.path.join(self.dir, "error.log"), "-c", os.path.join(self.dir, "nginx.conf")],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        atexit.register(self.close)
        self.url = f"https://localhost:{self.port}/"
        for _ in range(500):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    with open(os.path.join(self.dir, "error.log"), encoding="utf-8") as log:
                        raise Skip(f"nginx does not start: {log.read()[-300:]}")
                time.sleep(0.01)
        raise Skip("nginx does not listen")

    def worker(self):
        """The process that answers: the master listens some instants before it has one."""
        for _ in range(500):
            with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children", encoding="ascii") as file:
                pids = file.read().split()
            if pids:
                return int(pids[0])
            time.sleep(0.01)
        raise AssertionError("nginx has no worker")

    def log(self):
        """(method, path, status, request bytes, answer bytes, number in its connection, instant) of each request so far."""
        with open(os.path.join(self.dir, "access.log"), encoding="utf-8") as file:
            rows = [line.split() for line in file]
        return [(m, p, int(s), int(i), int(o), int(n), float(t)) for m, p, s, i, o, n, t in rows]

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def cpu_ns(pid):
    """Nanoseconds of CPU of a process so far, all of its threads."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/schedstat", encoding="ascii") as file:
                total += int(file.read().split()[0])
        except (FileNotFoundError, ProcessLookupError):
            pass  # a thread that ended since it was listed
    return total
