"""Addresses: the internet at large and nothing else, whatever an address carries inside."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activity.destinations import Destinations, internal_hosts, is_private, is_public

REFUSED = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 169.254.169.254 169.254.170.2
172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7
203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 168.63.129.16 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1
::ffff:169.254.169.254 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1
2001::1 2001:0:7f00:1:: 2001:10::1 2001:db8::1 2002:7f00:1:: 2002:a9fe:a9fe::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254
fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2a00:1190::5efe:7f00:1 127.1 2130706433 0x7f000001 0177.0.0.1
localhost kunta.example 1.2.3.4.5
"""
PUBLIC = ["8.8.8.8", "93.184.216.34", "193.166.3.2", "::ffff:8.8.8.8", "2a00:1450:4001::1", "2606:4700:4700::1111"]


@pytest.mark.parametrize("address", [*REFUSED.split(), ""])
def test_an_address_beside_the_internet_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)
    assert not is_private(address)


@given(st.ip_addresses(v=4))
def test_an_address_that_carries_another_is_judged_by_it_or_refused(inside: IPv4Address) -> None:
    number = int(inside)
    assert is_public(f"::ffff:{inside}") == is_public(str(inside))
    for carrying in ((0x2002 << 112) | (number << 80), (0x64FF9B << 96) | number, number, (0x20010000 << 96) | number):
        assert not is_public(str(IPv6Address(carrying)))


@given(st.ip_addresses())
def test_no_address_is_both_public_and_private(address: IPv4Address | IPv6Address) -> None:
    assert not (is_public(str(address)) and is_private(str(address)))
    assert not (is_public(str(address)) and (address.is_private or address.is_multicast or address.is_link_local))


@given(st.text(max_size=50))
def test_wild_text_is_no_address(text: str) -> None:
    assert not is_public(text) or ip_address(text.partition("%")[0]).is_global


@pytest.mark.parametrize("address", ["10.1.2.3", "192.168.1.1", "127.0.0.1", "::1", "fd12:3456::1", "::ffff:10.0.0.1"])
def test_a_host_of_an_own_network_is_private(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["169.254.169.254", "fe80::1", "fd00:ec2::254", "224.0.0.1", "0.0.0.0", "nonsense"])  # noqa: S104
def test_where_clouds_keep_secrets_is_not_even_private(address: str) -> None:
    assert not is_private(address)


def test_internal_hosts_are_named_with_their_port() -> None:
    named = internal_hosts(["intra.kunta.example:8080", " [::1]:80 ", ""])
    assert named == {("intra.kunta.example", 8080), ("::1", 80)}
    destinations = Destinations(named)
    assert destinations.has_port("INTRA.kunta.example.", 8080)
    assert not destinations.has_port("intra.kunta.example", 8081)
    assert not destinations.is_internal("other.kunta.example", 8080)


@pytest.mark.parametrize("name", ["intra", "intra:", ":80", "intra:http", "intra:0", "intra:70000", "http://intra:80"])
def test_what_names_no_host_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="write host:port"):
        internal_hosts([name])
