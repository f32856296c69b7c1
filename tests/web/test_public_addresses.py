"""Which addresses belong to the open internet, and to nobody's own network."""

import pytest

from web.public_addresses import is_public


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34"])
def test_an_address_of_the_open_internet_is_one(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.1", "172.16.5.4", "192.168.1.1", "169.254.169.254"),
        *(
            "0.0.0.1",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.1.1",
            "240.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
        ),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
        "2001:0:7f00:1::",
    ],
)
def test_an_address_of_anybodys_own_network_is_none(address: str) -> None:
    assert not is_public(address)
