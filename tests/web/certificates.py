"""Certificates made for one test, that nobody trusts unless told to."""

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import needs


@dataclass(frozen=True)
class Certificate:
    """A certificate for one name, signed by itself, with its key."""

    file: Path
    key: Path

    @property
    def shown(self) -> ssl.SSLContext:
        """Return how a server shows it."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file, self.key)
        return context


def a_certificate(name: str, folder: Path) -> Certificate:
    """Make a certificate for a name, good for two days."""
    made = Certificate(folder / f"{name}.pem", folder / f"{name}.key")
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    files = ["-keyout", str(made.key), "-out", str(made.file)]
    whose = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-days", "2"]
    words = [str(needs("openssl")), "req", "-x509", *curve, *files, *whose]
    subprocess.run(words, check=True, capture_output=True)
    return made
