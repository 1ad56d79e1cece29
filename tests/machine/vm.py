"""A virtual machine with a display: QEMU without KVM, spoken to by QMP (keys, pictures of the scan-out), by VNC (the display's plug) and
by an agent in the guest (scripts). No test of its own."""
import base64
import json
import os
import socket
import struct
import subprocess
import time


class Gone(Exception):
    """The machine, or what was asked of it, did not answer in time."""


# Without AVX: of QEMU 7.2's own (no KVM), once, nothing came back but segmentation faults, in what Mesa's software renderer had compiled for it.
PLATFORMS = {
    "amd64": (["qemu-system-x86_64", "-M", "q35", "-cpu", "Westmere"], "ttyS0"),
    "arm64": (["qemu-system-aarch64", "-M", "virt", "-cpu", "cortex-a72"], "ttyAMA0"),
}


def connect(path, seconds=10):
    end = time.monotonic() + seconds
    while True:
        channel = socket.socket(socket.AF_UNIX)
        try:
            channel.connect(path)
            return channel
        except OSError:
            channel.close()
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


class Plug:
    """The display's cable. QEMU takes the size of a VNC client's window for that of the display; a window of no size is no display."""

    def __init__(self, path):
        self.channel = connect(path)
        self.read(12)
        self.channel.sendall(b"RFB 003.008\n")
        self.read(self.read(1)[0])
        self.channel.sendall(b"\1")  # no password
        self.read(4)
        self.channel.sendall(b"\1")  # others may look, too
        head = self.read(24)
        self.read(struct.unpack(">I", head[20:])[0])
        self.channel.sendall(struct.pack(">BxHi", 2, 1, -308))  # we know displays that change their size

    def read(self, size):
        data = b""
        while len(data) < size:
            part = self.channel.recv(size - len(data))
            if not part:
                raise Gone("VNC ended")
            data += part
        return data

    def size(self, width, height):
        self.channel.sendall(struct.pack(">BxHHBxIHHHHI", 251, width, height, 1, 0, 0, 0, width, height, 0))


class Machine:
    def __init__(self, arch, boot, disk, work, date, size=(1920, 1080), plugged=True):
        self.arch, self.work = arch, work
        command, console = PLATFORMS[arch]
        for name in ("qmp", "agent", "vnc"):
            if os.path.exists(self.path(name)):
                os.remove(self.path(name))
        self.began = time.monotonic()
        log = open(self.path("qemu"), "w")
        self.process = subprocess.Popen(
            [*command, "-accel", "tcg,thread=multi", "-smp", "2", "-m", "1024", "-nodefaults", "-no-user-config", "-no-reboot",
             "-kernel", f"{boot}/vmlinuz", "-initrd", f"{boot}/initrd", "-append", f"console=tty0 console={console} quiet mitigations=off",
             "-drive", f"file={disk},format=raw,if=none,id=disk,cache=unsafe", "-device", "virtio-blk-pci,drive=disk",
             "-vga", "none", "-device", f"virtio-gpu-pci,xres={size[0]},yres={size[1]}",
             "-device", "virtio-keyboard-pci", "-device", "virtio-rng-pci",
             "-device", "virtio-serial-pci", "-chardev", f"socket,id=agent,path={self.path('agent')},server=on,wait=off",
             "-device", "virtserialport,chardev=agent,name=agent",
             "-serial", f"file:{self.path('console')}", "-qmp", f"unix:{self.path('qmp')},server=on,wait=off",
             "-vnc", f"unix:{self.path('vnc')}", "-rtc", f"base={date},clock=vm", "-nic", "none"],
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        log.close()
        self.control = connect(self.path("qmp")).makefile("rw")
        self.control.readline()
        self.qmp("qmp_capabilities")
        self.plug = Plug(self.path("vnc"))
        self.plug.size(*size)
        if not plugged:
            self.plug.size(0, 0)
        self.agent = connect(self.path("agent"))
        self.left = b""

    def path(self, name):
        return os.path.join(self.work, name)

    def qmp(self, what, **arguments):
        self.control.write(json.dumps({"execute": what, "arguments": arguments}) + "\n")
        self.control.flush()
        while True:
            answer = json.loads(self.control.readline())
            if "return" in answer:
                return answer["return"]
            if "error" in answer:
                raise Gone(f"{what}: {answer['error']['desc']}")

    def line(self, seconds):
        end = time.monotonic() + seconds
        while b"\n" not in self.left:
            self.agent.settimeout(max(0.01, end - time.monotonic()))
            try:
                part = self.agent.recv(65536)
            except TimeoutError:
                raise Gone(f"no answer from the machine in {seconds} s") from None
            if not part:
                raise Gone(f"the machine is gone: {self.process.poll()}")
            self.left += part
        line, self.left = self.left.split(b"\n", 1)
        return line

    def wait_boot(self, seconds=120):
        self.line(seconds)
        return time.monotonic() - self.began

    def try_sh(self, script, seconds=60):
        """Exit code and output of a script in the machine."""
        self.agent.sendall(base64.b64encode(script.encode()) + b"\n")
        code, *out = self.line(seconds).split(b" ")
        return int(code), base64.b64decode(out[0]).decode(errors="replace") if out else ""

    def sh(self, script, seconds=60):
        code, out = self.try_sh(script, seconds)
        if code != 0:
            raise Gone(f"« {script} » ended with {code}: {out}")
        return out

    def key(self, name):
        self.qmp("send-key", keys=[{"type": "qcode", "data": name}])

    def dump(self):
        """The scan-out: width, height, rows of RGB. Where the display is off, QEMU's own notice of 640×480."""
        self.qmp("screendump", filename=self.path("dump.ppm"))
        with open(self.path("dump.ppm"), "rb") as file:
            kind, size, _, pixels = file.read().split(b"\n", 3)
        width, height = map(int, size.split())
        assert kind == b"P6" and len(pixels) == 3 * width * height
        return width, height, [pixels[y * 3 * width:(y + 1) * 3 * width] for y in range(height)]

    def cut(self):
        """The power is cut: what the machine has not written to its disk is lost."""
        self.process.kill()
        self.process.wait()
