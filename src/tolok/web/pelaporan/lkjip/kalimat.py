"""The sentences Tolok has made for a part of the report, apart from what officers wrote."""

from __future__ import annotations

from tolok.core.dokumen.lkjip import CapaianSasaran, Lkjip
from tolok.core.dokumen.teks import Alinea, BlokTeks, Kalimat
from tolok.web.pelaporan.lkjip.bagian import DEPAN


def list_kalimat(model: Lkjip, bagian: str) -> tuple[Kalimat, ...]:
    """Return the generated sentences of a part in reading order; none where everything is a table or a narrative."""
    bab_ii, bab_iii = model.perencanaan, model.akuntabilitas
    match bagian:
        case _ if bagian == DEPAN:
            return _alinea(model.ikhtisar[:2])
        case "bab-i":
            return model.pendahuluan.pegawai.pengantar
        case "bab-ii":
            return (*bab_ii.program.pengantar, *bab_ii.perjanjian.pengantar, *bab_ii.program_perjanjian.pengantar)
        case "bab-iii":
            return (bab_iii.kalimat_rata_rata, *bab_iii.ringkasan.pengantar)
        case "3-2":
            return (*bab_iii.anggaran.pengantar, *bab_iii.daftar_bagian)
        case "bab-iv":
            return _alinea(model.kesimpulan[:1])
    nomor = bagian.replace("-", ".")
    return next((_sasaran(satu) for satu in bab_iii.daftar_sasaran if satu.nomor == nomor), ())


def _sasaran(satu: CapaianSasaran) -> tuple[Kalimat, ...]:
    daftar = (satu.a, satu.b, satu.c, satu.d, satu.e, satu.f, satu.g, satu.h, satu.i)
    return tuple(kalimat for tabel in daftar for kalimat in tabel.pengantar)


def _alinea(daftar: tuple[BlokTeks, ...]) -> tuple[Kalimat, ...]:
    return tuple(satu.isi for satu in daftar if isinstance(satu, Alinea))
