"""The manifest of a backup: every file with its hash, the heads of the chains, and what made it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, NamedTuple

from tolok.web.audit.jangkar import make_kepala, to_daftar
from tolok.web.audit.kanonik import to_kanonik
from tolok.web.audit.verifikasi import Kepala
from tolok.web.pemulihan.galat import GalatPemulihan

NAMA: Final = "manifest.json"
BENTUK: Final = 1
FOLDER_BERKAS: Final = "berkas"


class Isi(NamedTuple):
    """One file of a backup."""

    nama: str
    ukuran: int
    sidik: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds; ``jenis`` is the kind of database, ``basis_data`` the file with its content."""

    tolok: str
    dibuat: str
    jenis: str
    versi_basis_data: str
    basis_data: str
    migrasi: tuple[str, ...]
    rantai: tuple[Kepala, ...]
    daftar_isi: tuple[Isi, ...]

    @property
    def ukuran(self) -> int:
        """How many bytes the files have together."""
        return sum(isi.ukuran for isi in self.daftar_isi)

    @property
    def sidik(self) -> str:
        """The hash of everything the manifest says."""
        return sha256(to_kanonik(self._polos()).encode()).hexdigest()

    def to_json(self) -> bytes:
        """Return the file."""
        isi = {**self._polos(), "sidik_manifest": self.sidik}
        return (json.dumps(isi, ensure_ascii=False, indent=1) + "\n").encode()

    def _polos(self) -> dict[str, Any]:
        return {
            "bentuk": BENTUK,
            "tolok": self.tolok,
            "dibuat": self.dibuat,
            "basis_data": {"jenis": self.jenis, "versi": self.versi_basis_data, "berkas": self.basis_data},
            "migrasi": list(self.migrasi),
            "rantai": to_daftar(self.rantai),
            "berkas": [isi._asdict() for isi in self.daftar_isi],
        }


def read_manifest(teks: bytes) -> Manifest:
    """
    Return the manifest of a file.

    :raises GalatPemulihan: if it is damaged or of a form this version does not know
    """
    try:
        isi = json.loads(teks)
        if isi["bentuk"] != BENTUK:
            raise GalatPemulihan(f"Cadangan ini berbentuk {isi['bentuk']}; Tolok ini mengenal bentuk {BENTUK}.")
        manifest = Manifest(
            tolok=isi["tolok"],
            dibuat=isi["dibuat"],
            jenis=isi["basis_data"]["jenis"],
            versi_basis_data=isi["basis_data"]["versi"],
            basis_data=isi["basis_data"]["berkas"],
            migrasi=tuple(isi["migrasi"]),
            rantai=tuple(make_kepala(satu) for satu in isi["rantai"]),
            daftar_isi=tuple(Isi(satu["nama"], satu["ukuran"], satu["sidik"]) for satu in isi["berkas"]),
        )
        is_utuh = isi["sidik_manifest"] == manifest.sidik and all(_is_aman(satu.nama) for satu in manifest.daftar_isi)
    except (ValueError, KeyError, TypeError, AttributeError) as galat:
        raise GalatPemulihan(f"Cadangan rusak: {NAMA} tidak terbaca. Pakai cadangan lain.") from galat
    if not is_utuh:
        raise GalatPemulihan(f"Cadangan rusak: {NAMA} berubah sejak ditulis. Pakai cadangan lain.")
    return manifest


def _is_aman(nama: str) -> bool:
    """Whether a name stays inside the folder it is written to."""
    return bool(nama) and all(bagian not in ("", ".", "..") and "\\" not in bagian for bagian in nama.split("/"))
