"""Which addresses may be fetched: public ones, checked before and used as checked."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from musterroll.records.errors import BadAddress, PrivateAddress

_PORTS = {"http": 80, "https": 443}
# Public by the registries' word, and still nobody's news site: cloud metadata, carrier networks, benchmarks.
_EXTRA = tuple(
    ipaddress.ip_network(net) for net in ("100.64.0.0/10", "192.0.0.0/24", "198.18.0.0/15", "168.63.129.16/32")
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Target:
    """Where to connect for a URL: the very addresses that were checked, and the name to ask them for."""

    url: str
    scheme: str
    host: str
    port: int
    addresses: tuple[str, ...]
    path: str

    @property
    def origin(self) -> str:
        """The scheme, host and port, as robots.txt is kept by."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """The host as the Host header has it: with its port where that is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def resolve(url: str, *, allow_private: bool) -> Target:
    """Return where to connect for a URL.

    Every address that its name resolves to must be public (unless `allow_private`): one private one is enough to
    refuse it. Raises BadAddress (no http(s) URL, credentials in it, a name that does not resolve) or PrivateAddress.
    """
    parts, host, port = _split(url)
    addresses = _addresses(host, port)
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise PrivateAddress(f"{host} is at {address}, which is no public address")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(url, parts.scheme, host, port, tuple(map(str, addresses)), path)


def _split(url: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise BadAddress(f"not a URL: {error}") from error
    if parts.scheme not in _PORTS or not host:
        raise BadAddress("not an http(s) URL")
    if parts.username is not None or parts.password is not None:
        raise BadAddress("a URL with credentials is not fetched")
    if any(c <= " " or c == "\x7f" for c in parts.netloc):
        raise BadAddress("the host holds a character that no name has")
    return parts, _ascii(host), port or _PORTS[parts.scheme]


def _ascii(host: str) -> str:
    if ":" in host or host.isascii():
        return host.partition("%")[0] if ":" in host else host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise BadAddress(f"the host is no name: {host}") from error


def _addresses(host: str, port: int) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, OverflowError) as error:
        raise BadAddress(f"{host} does not resolve") from error
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if not addresses:
        raise BadAddress(f"{host} does not resolve")
    return list(dict.fromkeys(addresses))


def is_public(address: Address) -> bool:
    """Whether an address is on the public internet; one wrapped in IPv6 is judged by what it wraps."""
    inner = _wrapped(address)
    if inner is not None:
        return is_public(inner)
    if any(address.version == net.version and address in net for net in _EXTRA):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _wrapped(address: Address) -> ipaddress.IPv4Address | None:
    if address.version == 4:
        return None
    six = ipaddress.IPv6Address(address)
    if six.ipv4_mapped is not None:
        return six.ipv4_mapped
    if six.sixtofour is not None:
        return six.sixtofour
    if six in _NAT64 or (int(six) >> 32 == 0 and int(six) > 1):
        return ipaddress.IPv4Address(int(six) & 0xFFFFFFFF)
    return six.teredo[1] if six.teredo else None
