"""Where the bot may go: addresses of the internet at large, and internal hosts that the operator has named."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

WEB_PORTS: Final = frozenset({80, 443})

_UNICAST: Final = IPv6Network("2000::/3")  # all that has been given out for the internet
_NOT_THE_INTERNET: Final = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments
    IPv4Network("192.88.99.0/24"),  # relays from IPv6
    IPv4Network("168.63.129.16/32"),  # a cloud's host, at a public address
    IPv6Network("2001::/23"),  # protocol assignments, Teredo among them
    IPv6Network("2001:db8::/32"),  # documentation
    IPv6Network("2002::/16"),  # 6to4: carries an IPv4 address
    IPv6Network("3fff::/20"),  # documentation
)
_METADATA: Final = (ip_address("fd00:ec2::254"), ip_address("fd20:ce::254"))  # clouds', among private addresses
_ISATAP: Final = (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")  # in front of an IPv4 address


def is_public(address: str) -> bool:
    """Whether ``address`` (IPv4 or IPv6, as text) belongs to the internet at large. One that carries another address
    inside is judged by that (mapped), or refused as a whole (translated, tunnelled)."""
    found = _parsed(address)
    if found is None or any(found in net for net in _NOT_THE_INTERNET if net.version == found.version):
        return False
    if isinstance(found, IPv6Address) and (found not in _UNICAST or found.packed[8:12] in _ISATAP):
        return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def is_private(address: str) -> bool:
    """Whether ``address`` is one that hosts of an own network have, the machine itself included; never one where a
    cloud hands out its secrets."""
    found = _parsed(address)
    if found is None or found in _METADATA:
        return False
    return found.is_private and not (
        found.is_link_local
        or found.is_multicast
        or found.is_unspecified
        or (found.is_reserved and not found.is_loopback)
    )


def internal_hosts(names: Iterable[str]) -> frozenset[tuple[str, int]]:
    """The hosts named as ``host:port``. Raises ValueError, which quotes the name that is none."""
    found = set()
    for name in filter(None, (name.strip() for name in names)):
        host, _, port = name.rpartition(":")
        if not host or "/" in host or not port.isdecimal() or not 0 < int(port) < 65536:
            raise ValueError(f"{name}: write host:port")
        found.add((host.strip("[]").lower(), int(port)))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Destinations:
    """Where the bot may go: the whole internet (``public`` tells its addresses) at these ``ports``, and the
    ``internal`` hosts, each at its port."""

    internal: frozenset[tuple[str, int]] = frozenset()
    ports: frozenset[int] = WEB_PORTS
    public: Callable[[str], bool] = is_public

    def is_internal(self, host: str, port: int) -> bool:
        """Whether the operator has named this host."""
        return (host.lower().rstrip("."), port) in self.internal

    def has_inside(self, address: str) -> bool:
        """Whether an internal host may be at ``address``."""
        return is_private(address) or self.public(address)

    def has_port(self, host: str, port: int) -> bool:
        """Whether anything may be asked of ``host`` at ``port``."""
        return port in self.ports or self.is_internal(host, port)


THE_INTERNET: Final = Destinations()


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found
