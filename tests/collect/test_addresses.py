"""Which addresses may be fetched."""

import ipaddress
import socket

import pytest

from musterroll.collect.addresses import is_public, resolve
from musterroll.records.errors import BadAddress, PrivateAddress


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.9.9.9",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.100.100.200",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "168.63.129.16",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::7f00:1",
        "2001:db8::1",
    ],
)
def test_an_address_off_the_public_internet_is_not_public(address: str) -> None:
    """Private, loopback, link-local, multicast, reserved, metadata and wrapped addresses are kept out."""
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_a_public_address_is_public(address: str) -> None:
    """Ordinary hosts may be fetched, also wrapped in IPv6."""
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://",
        "http:///x",
        "https://user:secret@example.org/",
        "http://user@1.1.1.1/",
        "http://[::1",
        "http://1.1.1.1:99999/",
        "http://exa mple.org/",
        "gopher://x",
        "http://no-such-name.invalid/",
        "http://\ud800.org/",
    ],
)
def test_what_is_no_address_to_fetch_is_bad(url: str) -> None:
    """Other schemes, credentials, broken URLs and names that do not resolve are refused by name."""
    with pytest.raises(BadAddress):
        resolve(url, allow_private=False)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://127.0.0.1:8080/x",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_a_private_address_is_refused_however_it_is_written(url: str) -> None:
    """Figures, hexadecimal and wrapped forms of a private address are all found out."""
    with pytest.raises(PrivateAddress):
        resolve(url, allow_private=False)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to a public and a private address is refused."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("1.1.1.1", "10.0.0.8")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: found)
    with pytest.raises(PrivateAddress):
        resolve("http://two-faced.example/", allow_private=False)


def test_the_address_that_was_checked_is_the_one_to_connect_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is resolved once: a second answer (DNS rebinding) is never asked for."""
    answers = iter(["1.1.1.1", "127.0.0.1"])
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *a, **k: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), 443))]
    )
    target = resolve("https://rebound.example:8443/a?b=c#d", allow_private=False)
    assert (target.addresses, target.host, target.port, target.path) == (
        ("1.1.1.1",),
        "rebound.example",
        8443,
        "/a?b=c",
    )
    assert target.netloc == "rebound.example:8443"


def test_a_private_address_may_be_allowed() -> None:
    """With allow_private a loopback address is as good as any."""
    assert resolve("http://127.0.0.1:8080/", allow_private=True).addresses == ("127.0.0.1",)
