"""Why somebody may or may not do a thing: the roles that allow it, and which of them the reader has."""

from __future__ import annotations

from typing import NamedTuple

from tolok.core.organisasi import Unit
from tolok.web.organisasi.hak import HAK
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.konteks import Konteks


class Alasan(NamedTuple):
    """One action: whether the reader may, the sentence why, and who else may."""

    aksi: str
    nama: str
    boleh: bool
    sebab: str
    yang_berhak: str


def list_alasan(konteks: Konteks, daftar_unit: tuple[Unit, ...]) -> tuple[Alasan, ...]:
    """Return every action with the reason, in the order of the table of rights."""
    nama_unit = {unit.id: unit.nama for unit in daftar_unit}
    daftar = []
    for aksi, (nama, boleh) in HAK.items():
        izin = konteks.lingkup.list_izin(aksi, konteks.instansi)
        yang_berhak = ", ".join(peran.label for peran in Peran if peran in boleh)
        if izin:
            sebab = "; ".join(
                dict.fromkeys(f"sebagai {satu.peran.label} untuk {_lingkup(satu, nama_unit)}" for satu in izin)
            )
            daftar.append(Alasan(aksi, nama, True, f"Boleh {sebab}.", yang_berhak))
        else:
            milik = ", ".join(dict.fromkeys(satu.peran.label for satu in konteks.lingkup.daftar_izin)) or "tanpa peran"
            daftar.append(Alasan(aksi, nama, False, f"Tidak boleh: peran Anda di sini {milik}.", yang_berhak))
    return tuple(daftar)


def _lingkup(izin: tuple[Peran, str, str], nama_unit: dict[str, str]) -> str:
    _, instansi, unit = izin
    if not instansi:
        return "semua perangkat daerah"
    return f"{nama_unit.get(unit, unit)} dan unit di bawahnya" if unit else "seluruh perangkat daerah"
