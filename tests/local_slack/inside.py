"""What is run inside a network namespace: a script of its own, with nothing of the project in it.

``hold`` sets the loopback interface up and stays until its input ends. ``get URL`` asks until there is an answer;
``post URL`` sends the headers and the body of its input once. Both print the status.
"""

from __future__ import annotations

import fcntl
import json
import socket
import struct
import sys
import time
import urllib.error
import urllib.request

SECONDS = 90
"""Programs that start beside much else have been seen to need forty."""
_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 1  # netdevice(7)


def hold() -> None:
    """Set loopback up, say so, and stay."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = fcntl.ioctl(any_socket, _GET_FLAGS, struct.pack("16sH14x", b"lo", 0))
        flags = struct.unpack("16sH14x", asked)[1]
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sH14x", b"lo", flags | _UP))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.read()


def get(url: str) -> int:
    """The status of the first answer."""
    end = time.monotonic() + SECONDS
    while True:
        try:
            with urllib.request.urlopen(url, timeout=1) as response:  # noqa: S310 - loopback
                return int(response.status)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


def post(url: str) -> int:
    """The status of the answer to what the input says."""
    sent = json.load(sys.stdin)
    request = urllib.request.Request(url, sent["body"].encode(), sent["headers"])  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as response:  # noqa: S310 - loopback
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["hold"]:
            hold()
        case ["get", url]:
            sys.stdout.write(f"{get(url)}\n")
        case ["post", url]:
            sys.stdout.write(f"{post(url)}\n")
