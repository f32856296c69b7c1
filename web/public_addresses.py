"""Which addresses belong to the open internet, and to nobody's own network."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

_EMBEDDING: Final = IPv6Network("64:ff9b::/96")
"""Addresses of IPv6 that stand for one of IPv4 (RFC 6052)."""

Address = IPv4Address | IPv6Address


def is_public(address: str) -> bool:
    """Say whether an address is one of the open internet, and of nobody's own network."""
    return all(
        each.is_global and not (each.is_multicast or each.is_reserved or each.is_unspecified)
        for each in _meant(ip_address(address.partition("%")[0]))
    )


def _meant(address: Address) -> Sequence[Address]:
    """Return an address, and those of IPv4 that stand in it."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    inner = [address.sixtofour, *(address.teredo or ())]
    if address in _EMBEDDING:
        inner.append(IPv4Address(address.packed[-4:]))
    return (address, *(each for each in inner if each))
