"""A certificate for https on this machine: one authority, made once and kept with the user, which signs for localhost.

Office takes pages by https alone, and only when it trusts who signed. The key of the authority never leaves the folder.
"""

from __future__ import annotations

import datetime
import os
import ssl
import sys
from ipaddress import ip_address, ip_network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY, KEY = "fordel-lokal-ca.pem", "fordel-lokal-ca-noegle.pem"
YEARS, DAYS = 5, 390  # of the authority; of what it signs, which is made anew each time
NAME = "Fordel, kun til afprøvning på denne pc"


def folder() -> Path:
    """Where the authority is kept: the user's own folder for data of programs."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Fordel" / "web"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Fordel" / "web"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "fordel" / "web"


def context(kept: Path) -> ssl.SSLContext:
    """For a server on localhost; makes the authority where there is none, or where it has run out."""
    authority, signing = _authority(kept)
    key = ec.generate_private_key(ec.SECP256R1())
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    made = (_certificate("localhost", authority.subject, key.public_key(), DAYS)
            .add_extension(names, critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .sign(signing, hashes.SHA256()))
    file = kept / "localhost.pem"
    _write(file, _private(key) + made.public_bytes(serialization.Encoding.PEM))
    ready = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ready.load_cert_chain(file)
    file.unlink()
    return ready


def _authority(kept: Path) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    try:
        found = x509.load_pem_x509_certificate((kept / AUTHORITY).read_bytes())
        key = serialization.load_pem_private_key((kept / KEY).read_bytes(), None)
        if found.not_valid_after_utc > _now() + datetime.timedelta(days=DAYS) and isinstance(
                key, ec.EllipticCurvePrivateKey):
            return found, key
    except (OSError, ValueError):
        pass  # none, or not ours: a new one
    key = ec.generate_private_key(ec.SECP256R1())
    usage = x509.KeyUsage(key_cert_sign=True, crl_sign=True, digital_signature=False, content_commitment=False,
                          key_encipherment=False, data_encipherment=False, key_agreement=False, encipher_only=False,
                          decipher_only=False)
    local = x509.NameConstraints([x509.DNSName("localhost"), x509.IPAddress(ip_network("127.0.0.1/32"))], None)
    made = (_certificate(NAME, None, key.public_key(), YEARS * 365)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(local, critical=True)  # it can sign for this machine and no other
            .sign(key, hashes.SHA256()))
    kept.mkdir(parents=True, exist_ok=True)
    _write(kept / KEY, _private(key))
    _write(kept / AUTHORITY, made.public_bytes(serialization.Encoding.PEM))
    return made, key


def _certificate(name: str, issuer: x509.Name | None, key: ec.EllipticCurvePublicKey,
                 days: int) -> x509.CertificateBuilder:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    return (x509.CertificateBuilder().subject_name(subject).issuer_name(issuer or subject).public_key(key)
            .serial_number(x509.random_serial_number()).not_valid_before(_now() - datetime.timedelta(days=1))
            .not_valid_after(_now() + datetime.timedelta(days=days)))


def _private(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                             serialization.NoEncryption())


def _write(file: Path, data: bytes) -> None:
    """For the user alone."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        opened.write(data)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc)
