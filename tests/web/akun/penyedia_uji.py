"""
An OpenID Connect provider on the loopback: discovery, authorization code with PKCE, token, JWKS (RS256), userinfo.

It lets in ``orang`` without asking, and checks what a provider must: client, secret, redirect address, code used once.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

KLIEN, RAHASIA = "tolok", "rahasia-penyedia"


@dataclass
class Penyedia:
    """The provider: whom it lets in, and what it was asked."""

    orang: dict[str, Any]
    menolak: str = ""
    alamat: str = ""
    kunci: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))
    kode: dict[str, dict[str, str]] = field(default_factory=dict)
    token: dict[str, dict[str, Any]] = field(default_factory=dict)
    daftar_permintaan: list[str] = field(default_factory=list)

    def izinkan(self, minta: dict[str, str]) -> str:
        """Return where the browser goes after the person was asked."""
        kembali, jawab = minta["redirect_uri"], {"state": minta["state"]}
        if self.menolak:
            return f"{kembali}?{urlencode(jawab | {'error': self.menolak})}"
        assert (minta["client_id"], minta["response_type"]) == (KLIEN, "code")
        assert minta["code_challenge_method"] == "S256"
        assert "openid" in minta["scope"].split()
        kode = secrets.token_urlsafe(24)
        self.kode[kode] = minta
        return f"{kembali}?{urlencode(jawab | {'code': kode})}"

    def tukar(self, minta: dict[str, str]) -> dict[str, Any]:
        """Return tokens for a code, once."""
        asal = self.kode.pop(minta["code"])
        tantangan = base64.urlsafe_b64encode(hashlib.sha256(minta["code_verifier"].encode()).digest())
        assert tantangan.rstrip(b"=").decode() == asal["code_challenge"]
        assert minta["redirect_uri"] == asal["redirect_uri"]
        assert (minta["client_id"], minta["client_secret"]) == (KLIEN, RAHASIA)
        token = secrets.token_urlsafe(24)
        self.token[token] = self.orang
        kini = int(time.time())
        isi = self.orang | {"iss": self.alamat, "aud": KLIEN, "iat": kini, "exp": kini + 300}
        id_token = jwt.encode(isi, self.kunci, algorithm="RS256", headers={"kid": "uji"})
        return {"access_token": token, "token_type": "Bearer", "expires_in": 300, "id_token": id_token}

    def temukan(self) -> dict[str, Any]:
        """Return what the discovery document says."""
        return {
            "issuer": self.alamat,
            "authorization_endpoint": f"{self.alamat}/izin",
            "token_endpoint": f"{self.alamat}/token",
            "userinfo_endpoint": f"{self.alamat}/orang",
            "jwks_uri": f"{self.alamat}/kunci",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def daftar_kunci(self) -> dict[str, Any]:
        """Return the public keys."""
        umum = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.kunci.public_key()))
        return {"keys": [umum | {"kid": "uji", "use": "sig", "alg": "RS256"}]}


@contextmanager
def jalankan_penyedia(**orang: Any) -> Iterator[Penyedia]:
    """Run a provider that lets in this person."""
    penyedia = Penyedia(orang)

    class Pelayan(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            bagian = urlsplit(self.path)
            penyedia.daftar_permintaan.append(bagian.path)
            match bagian.path:
                case "/.well-known/openid-configuration":
                    self._json(penyedia.temukan())
                case "/kunci":
                    self._json(penyedia.daftar_kunci())
                case "/orang":
                    token = self.headers.get("Authorization", "").removeprefix("Bearer ")
                    self._json(penyedia.token[token]) if token in penyedia.token else self.send_error(401)
                case "/izin":
                    self.send_response(302)
                    self.send_header("Location", penyedia.izinkan(_datar(bagian.query)))
                    self.end_headers()
                case _:
                    self.send_error(404)

        def do_POST(self) -> None:
            penyedia.daftar_permintaan.append(self.path)
            isi = self.rfile.read(int(self.headers["Content-Length"])).decode()
            try:
                self._json(penyedia.tukar(_datar(isi)))
            except (AssertionError, KeyError):
                self._json({"error": "invalid_grant"}, status=400)

        def _json(self, isi: dict[str, Any], status: int = 200) -> None:
            bita = json.dumps(isi).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(bita)))
            self.end_headers()
            self.wfile.write(bita)

        def log_message(self, *_: Any) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Pelayan) as server:
        penyedia.alamat = f"http://127.0.0.1:{server.server_address[1]}"
        benang = threading.Thread(target=server.serve_forever, daemon=True)
        benang.start()
        try:
            yield penyedia
        finally:
            server.shutdown()
            benang.join()


def _datar(teks: str) -> dict[str, str]:
    return {kunci: isi[0] for kunci, isi in parse_qs(teks).items()}
