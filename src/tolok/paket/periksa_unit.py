"""Checks of values that several units report: what cannot be put together, and who has not reported again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from tolok.core.agregasi import is_tergabung_unit
from tolok.core.indikator import AgregasiUnit
from tolok.core.periode import ROMAWI
from tolok.paket.masalah import Tingkat
from tolok.paket.mentah import BarisMentah
from tolok.paket.urai import Terurai

_JUMLAH: Final = AgregasiUnit.JUMLAH
_TABEL: Final = (("nilai_variabel", "variabel"), ("nilai_tercatat", "indikator"))


def check_unit(terurai: Terurai) -> None:
    """Note values of units that cannot be added, totals beside them, and quarters in which a unit is missing."""
    _check_satuan(terurai)
    for nama, kolom in _TABEL:
        kelompok: dict[tuple[str, int], list[tuple[BarisMentah, Any]]] = {}
        for baris, isi in terurai.tabel[nama]:
            kelompok.setdefault((getattr(isi, kolom), isi.periode.tahun), []).append((baris, isi))
        for daftar in kelompok.values():
            if any(isi.unit for _, isi in daftar):
                _check_kelompok(terurai, nama, daftar)


def _check_satuan(terurai: Terurai) -> None:
    """One problem for each variable or indicator, at its first value of a unit."""
    satuan_variabel = {variabel.id: variabel.satuan for variabel in terurai.isi("variabel")}
    terlihat: set[str] = set()
    for baris, isi in terurai.tabel["nilai_variabel"]:
        satuan = satuan_variabel.get(isi.variabel, "orang")
        if isi.unit and isi.variabel not in terlihat and not is_tergabung_unit(satuan=satuan, agregasi=_JUMLAH):
            terlihat.add(isi.variabel)
            pesan = (
                f"Variabel {isi.variabel!r} bersatuan {satuan!r}, jadi nilai antarunitnya tidak dapat dijumlahkan; "
                "catat pembilang dan penyebutnya sebagai variabel tersendiri per unit."
            )
            _catat(terurai, "nilai_variabel", baris, pesan, Tingkat.GALAT)
    definisi = {edisi.indikator: edisi for edisi in terurai.isi("indikator")}
    terlihat.clear()
    for baris, isi in terurai.tabel["nilai_tercatat"]:
        edisi = definisi.get(isi.indikator)
        if not isi.unit or edisi is None or isi.indikator in terlihat:
            continue
        if not is_tergabung_unit(satuan=edisi.satuan, agregasi=edisi.agregasi_unit):
            terlihat.add(isi.indikator)
            pesan = (
                f"Indikator {isi.indikator!r} bersatuan {edisi.satuan!r}, jadi nilai antarunitnya tidak dapat digabung "
                f"dengan {edisi.agregasi_unit.value!r}; beri rumus lalu catat bagian-bagian rumusnya per unit, "
                "atau pilih agregasi_unit lain."
            )
            _catat(terurai, "nilai_tercatat", baris, pesan, Tingkat.GALAT)


def _check_kelompok(terurai: Terurai, nama: str, daftar: Iterable[tuple[BarisMentah, Any]]) -> None:
    """Check the values of one variable or indicator in one year."""
    baris_per_triwulan: dict[int, dict[str, BarisMentah]] = {}
    for baris, isi in daftar:
        baris_per_triwulan.setdefault(isi.periode.triwulan, {}).setdefault(isi.unit, baris)
    wajib: dict[str, None] = {}
    for triwulan in sorted(baris_per_triwulan, key=lambda triwulan: triwulan or 5):
        per_unit = baris_per_triwulan[triwulan]
        daftar_unit = [unit for unit in per_unit if unit]
        sebutan = f"Triwulan {ROMAWI[triwulan]}" if triwulan else "setahun"
        if "" in per_unit and daftar_unit:
            pesan = (
                f"Ada nilai tanpa unit di samping nilai {len(daftar_unit)} unit untuk {sebutan}; yang dipakai gabungan "
                "unitnya. Hapus salah satunya bila maksudnya sama."
            )
            _catat(terurai, nama, per_unit[""], pesan, Tingkat.PERINGATAN)
        kurang = [unit for unit in wajib if unit not in per_unit]
        if kurang and daftar_unit:
            pesan = (
                f"Unit {', '.join(map(repr, kurang))} mengisi triwulan sebelumnya, tetapi tidak untuk {sebutan}; "
                "nilainya belum dapat digabung. Tambahkan barisnya, tulis 0 bila memang nol."
            )
            _catat(terurai, nama, per_unit[daftar_unit[0]], pesan, Tingkat.PERINGATAN)
        wajib.update(dict.fromkeys(daftar_unit if triwulan else ()))


def _catat(terurai: Terurai, nama: str, baris: BarisMentah, pesan: str, tingkat: Tingkat) -> None:
    tabel = terurai.mentah.tabel[nama]
    terurai.mentah.catatan.tambah(tabel.masalah(baris, "unit", pesan, tingkat=tingkat))
