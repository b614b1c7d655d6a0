"""Footnotes under a table: what a reader must know about single values, taken from their marks and states."""

from __future__ import annotations

from typing import Final

from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.tabel import CatatanTabel
from tolok.core.dokumen.teks import Kalimat, make_kalimat
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil
from tolok.core.kalimat import make_alasan, make_sambungan
from tolok.core.nilai import JenisTanda, Majemuk, Tanda, is_ada
from tolok.core.periode import Periode

_AWAL_PER_TANDA: Final = {
    JenisTanda.NILAI_LUAR: "Nilai dari luar",
    JenisTanda.TAHUN_DATA: "Memakai data tahun {tahun}",
    JenisTanda.SEMENTARA: "Nilai sementara",
    JenisTanda.ALIH_DATA: "Hasil alih data",
}


def compile_catatan(
    hasil: HasilTahun, *daftar: tuple[str, Periode, tuple[Hasil, ...]], awal: int = 1
) -> tuple[CatatanTabel, ...]:
    """
    Return the footnotes of a table, numbered in the order the values are printed.

    :param daftar: per row the indicator (``""``: none), the period, and its values in printed order
    """
    identitas_per_isi: dict[Kalimat, list[str]] = {}
    for indikator, periode, nilai_baris in daftar:
        for satu in nilai_baris:
            for isi in _daftar_isi(hasil, indikator, periode, satu):
                daftar_identitas = identitas_per_isi.setdefault(isi, [])
                if satu.identitas not in daftar_identitas:
                    daftar_identitas.append(satu.identitas)
    return tuple(
        CatatanTabel(nomor=str(nomor), identitas=tuple(identitas), isi=isi)
        for nomor, (isi, identitas) in enumerate(identitas_per_isi.items(), start=awal)
    )


def _daftar_isi(hasil: HasilTahun, indikator: str, periode: Periode, satu: Hasil) -> list[Kalimat]:
    daftar = [_isi_tanda(hasil, indikator, periode, tanda) for tanda in satu.nilai.tanda]
    if keadaan := make_alasan(satu.nilai):
        daftar.append(make_kalimat(keadaan))
    return daftar


def _isi_tanda(hasil: HasilTahun, indikator: str, periode: Periode, tanda: Tanda) -> Kalimat:
    if tanda.jenis is JenisTanda.BERTENTANGAN:
        return _bertentangan(hasil, indikator, periode, tanda)
    awal = _AWAL_PER_TANDA[tanda.jenis].format(tahun=tanda.tahun)
    return make_kalimat(f"{awal}. {make_sambungan(tanda.keterangan)}".rstrip())


def _bertentangan(hasil: HasilTahun, indikator: str, periode: Periode, tanda: Tanda) -> Kalimat:
    """Name every rival value with its source; nobody has settled which one holds."""
    alasan = f"Bertentangan, belum ditetapkan. {make_sambungan(tanda.keterangan)}".rstrip()
    dipakai = hasil.realisasi(indikator, periode) if indikator else None
    if dipakai is None or tanda not in dipakai.nilai.tanda or not is_ada(dipakai.nilai):
        return make_kalimat(alasan)
    if isinstance(dipakai.nilai, Majemuk):
        daftar_bagian = [bagian.indikator for bagian in dipakai.nilai.daftar if tanda in bagian.nilai.tanda]
        if daftar_bagian:
            return _bertentangan(hasil, daftar_bagian[0], periode, tanda)
    daftar: list[str | Sel] = ["Bertentangan, belum ditetapkan. Dipakai ", Sel.from_hasil(dipakai), _sumber(dipakai)]
    for lain in hasil.daftar_realisasi_lain(indikator, periode):
        daftar += ["; sumber lain mencatat ", Sel.from_hasil(lain), _sumber(lain)]
    return make_kalimat(*daftar, ".")


def _sumber(hasil: Hasil) -> str:
    sumber = find_sumber(hasil)
    return f" ({sumber})" if sumber else ""


def find_sumber(hasil: Hasil) -> str:
    """Return the first source named in the trace of a value, or ``""``."""
    return next((jejak.sumber for jejak in hasil.jejak.telusuri() if jejak.sumber), "")
