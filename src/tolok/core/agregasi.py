"""
Putting parts together: variables and indicator values over quarters, over units and over years.

A ratio is never averaged: its parts are put together by their nature and the ratio is computed anew. A missing part
stops the sum and is named; it is never taken as 0. Told in ``docs/rumus/agregasi.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tolok.core.angka import NOL, Angka
from tolok.core.indikator import AgregasiTahun, AgregasiTriwulan, AgregasiUnit, Sifat
from tolok.core.jejak import Jejak, get_nilai
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Majemuk,
    Nilai,
    Rentang,
    Tanda,
    TidakDapatDihitung,
    is_tidak_dilaporkan,
    with_tanda,
)
from tolok.core.periode import ROMAWI, Periode
from tolok.core.satuan import PERSEN, is_satuan_jumlahan, is_satuan_sama, normalize_satuan

TAHUNAN: Final = 0
"""The key of a value recorded for the whole year, beside the quarters 1 to 4."""

_KOSONG: Final = BelumAda(AlasanBelumAda.BELUM_DIISI)


class RataRataNisbah(ValueError):
    """A mean of ratios was asked for; the parts must be put together and the ratio computed anew."""


class GabunganUnitKeliru(ValueError):
    """A sum of percentages or indices over units, or a mean of percentages, was asked for; sum their parts instead."""


def aggregate_variabel(
    *, label: str, sifat: Sifat, periode: Periode, jejak_per_triwulan: Mapping[int, Jejak]
) -> tuple[Nilai, Jejak]:
    """
    Return the value of a variable from January to the end of ``periode``.

    ``arus`` adds the quarters and needs each of them; ``kumulatif`` takes the value at the end and needs exactly that;
    ``posisi`` takes the last one known, marked ``sementara`` if it is older than the period. A value recorded for the
    whole year (key 0) stands for the year; one that contradicts a complete set of quarters is marked ``bertentangan``.

    :param jejak_per_triwulan: what was recorded in the year of the period, by quarter (0: whole year)
    :source: domain handbook 9.6
    """
    sampai = periode.triwulan or 4
    tahunan = jejak_per_triwulan.get(TAHUNAN)
    per_triwulan = {t: jejak for t, jejak in jejak_per_triwulan.items() if 1 <= t <= sampai}
    if tahunan is not None and sampai == 4:
        if sifat is not Sifat.ARUS and 4 not in per_triwulan:
            return _salin(tahunan, label, sifat)
        nilai, jejak = _dari_triwulan(label, sifat, periode, per_triwulan)
        if isinstance(nilai, BelumAda) and not isinstance(tahunan.nilai, BelumAda):
            return _salin(tahunan, label, sifat)
        return _bandingkan_tahunan(tahunan, jejak, label, sifat)
    if tahunan is not None and not per_triwulan:
        pesan = f"{label} hanya dicatat untuk setahun, jadi belum ada nilainya sampai {periode.label}."
        belum: Nilai = BelumAda(AlasanBelumAda.BELUM_WAKTUNYA, pesan)
        return belum, Jejak(f"agregasi.{sifat}", label, belum)
    return _dari_triwulan(label, sifat, periode, per_triwulan)


def aggregate_triwulan(
    *,
    label: str,
    agregasi: AgregasiTriwulan,
    periode: Periode,
    jejak_per_triwulan: Mapping[int, Jejak],
    is_nisbah: bool = False,
) -> tuple[Nilai, Jejak]:
    """
    Return the value, from January to the end of ``periode``, of an indicator that has no formula.

    A sum needs every quarter; the others use the quarters reported so far and say which are missing.

    :param is_nisbah: whether the indicator is a ratio of parts
    :raises RataRataNisbah: if a mean over quarters is asked for a ratio
    :source: domain handbook 9.6
    """
    if is_nisbah and agregasi is AgregasiTriwulan.RATA_RATA:
        raise RataRataNisbah(
            f"Rata-rata triwulan tidak tersedia untuk {label}: jumlahkan pembilang dan penyebutnya, lalu hitung ulang."
        )
    sampai = periode.triwulan or 4
    if agregasi is AgregasiTriwulan.JUMLAH:
        return _jumlah_triwulan(label, periode, jejak_per_triwulan, "agregasi.jumlah")
    daftar = [jejak_per_triwulan[t] for t in range(1, sampai + 1) if t in jejak_per_triwulan]
    ada = [jejak for jejak in daftar if isinstance(jejak.nilai, Bilangan | Kategori | Rentang)]
    if not ada:
        if daftar:
            return _salin(daftar[-1], label, agregasi)
        belum: Nilai = BelumAda(AlasanBelumAda.BELUM_DIISI, f"{label} belum diisi sampai {periode.label}.")
        return belum, Jejak(f"agregasi.{agregasi}", label, belum)
    catatan = f"{len(ada)} dari {sampai} triwulan terisi." if len(ada) < sampai else None
    if agregasi is AgregasiTriwulan.TERAKHIR:
        nilai = get_nilai(ada[-1])
        if jejak_per_triwulan.get(sampai) is not ada[-1]:
            nilai = with_tanda(nilai, Tanda(JenisTanda.SEMENTARA, "Nilai terakhir yang dilaporkan."))
        return nilai, Jejak(f"agregasi.{agregasi}", label, nilai, (ada[-1],), catatan=catatan)
    pilih = {
        AgregasiTriwulan.RATA_RATA: _rata_rata,
        AgregasiTriwulan.MAKSIMUM: _maksimum,
        AgregasiTriwulan.MINIMUM: _minimum,
    }
    hasil = _gabung_bilangan(label, ada, pilih[agregasi])
    return hasil, Jejak(f"agregasi.{agregasi}", label, hasil, tuple(ada), catatan=catatan)


def is_tergabung_unit(*, satuan: str, agregasi: AgregasiUnit) -> bool:
    """
    Whether values of several units may be put together so: no sum of measures, no mean of percentages.

    :source: domain handbook 9.6 and 9.7
    """
    match agregasi:
        case AgregasiUnit.JUMLAH:
            return is_satuan_jumlahan(satuan)
        case AgregasiUnit.RATA_RATA:
            return normalize_satuan(satuan) != PERSEN
    return True


def aggregate_unit(
    *,
    label: str,
    jejak_per_unit: Mapping[str, Jejak],
    satuan: str,
    periode: Periode,
    agregasi: AgregasiUnit = AgregasiUnit.JUMLAH,
    unit_kurang: Sequence[str] = (),
) -> tuple[Nilai, Jejak]:
    """
    Return the value of all units together; every unit must have reported, and one without a value is named.

    A unit that did not report after the deadline gives the reason before one that is merely missing.

    :param jejak_per_unit: what each unit reported, by its printed name
    :param unit_kurang: printed names of units that must have reported as well and did not
    :raises GabunganUnitKeliru: if percentages, indices or rates are to be added, or percentages to be averaged: add
        the parts of the ratio instead
    :source: domain handbook 9.7
    """
    if not is_tergabung_unit(satuan=satuan, agregasi=agregasi):
        kata = "dijumlahkan" if agregasi is AgregasiUnit.JUMLAH else "dirata-ratakan"
        raise GabunganUnitKeliru(
            f"{label} bersatuan {satuan}, jadi nilai antarunitnya tidak dapat {kata}; jumlahkan bagian-bagiannya."
        )
    daftar = tuple(jejak_per_unit.values())
    keadaan = [
        replace(n, keterangan=f"{label} dari {unit} untuk {periode.label}: {n.keterangan or 'belum ada nilainya.'}")
        for unit, n in ((unit, get_nilai(jejak)) for unit, jejak in jejak_per_unit.items())
        if isinstance(n, BelumAda | TidakDapatDihitung)
    ]
    if unit_kurang:
        pesan = f"{label} belum diisi oleh {' dan '.join(unit_kurang)} untuk {periode.label}."
        keadaan.insert(0, BelumAda(AlasanBelumAda.BELUM_DIISI, pesan))
    tidak_dilaporkan = [satu for satu in keadaan if is_tidak_dilaporkan(satu)]
    nilai: Nilai = (*tidak_dilaporkan, *keadaan, _gabung_bilangan(label, daftar, _GABUNG_UNIT[agregasi]))[0]
    uraian = f"{label}, {periode.label}"
    return nilai, Jejak(f"agregasi.unit_{agregasi}", uraian, nilai, daftar, catatan=f"{len(daftar)} unit.")


def aggregate_tahun(
    *, label: str, agregasi: AgregasiTahun, jejak_per_tahun: Mapping[int, Jejak]
) -> tuple[Nilai, Jejak]:
    """
    Return the realisasi to date from the years given: the last one, or the sum of all (each must have a value).

    :param jejak_per_tahun: at least one year
    :source: domain handbook 4.3 (table C)
    """
    daftar = tuple(jejak_per_tahun[tahun] for tahun in sorted(jejak_per_tahun))
    if agregasi is AgregasiTahun.TERAKHIR:
        return _salin(daftar[-1], label, f"tahun_{agregasi}")
    nilai = _gabung_bilangan(label, daftar, _jumlah)
    return nilai, Jejak(f"agregasi.tahun_{agregasi}", label, nilai, daftar)


def warn_sifat(*, pembilang: Iterable[Sifat], penyebut: Iterable[Sifat]) -> str | None:
    """
    Return a warning if a ratio divides what is added over quarters by a stock, or the other way round.

    A sum of four quarters may count one person four times, so such a ratio can exceed 100 %. A ``kumulatif`` part is
    counted by the year already and goes with either.

    :source: domain handbook 9.6
    """
    atas, bawah = set(pembilang), set(penyebut)
    if (atas, bawah) not in (({Sifat.ARUS}, {Sifat.POSISI}), ({Sifat.POSISI}, {Sifat.ARUS})):
        return None
    return (
        f"Peringatan: pembilang bersifat {atas.pop()}, penyebut bersifat {bawah.pop()}; "
        "pastikan keduanya menghitung hal yang sama."
    )


def _dari_triwulan(
    label: str, sifat: Sifat, periode: Periode, per_triwulan: Mapping[int, Jejak]
) -> tuple[Nilai, Jejak]:
    operasi = f"agregasi.{sifat}"
    sampai = periode.triwulan or 4
    if sifat is Sifat.ARUS:
        return _jumlah_triwulan(label, periode, per_triwulan, operasi)
    isian = per_triwulan.get(sampai)
    if isian and not _is_kosong(isian):
        return _salin(isian, label, sifat)
    daftar_ada = [t for t, j in sorted(per_triwulan.items()) if isinstance(j.nilai, Bilangan | Kategori | Rentang)]
    if sifat is Sifat.POSISI and daftar_ada and not isian:
        lama = per_triwulan[daftar_ada[-1]]
        keterangan = f"Posisi terakhir yang diketahui: Triwulan {ROMAWI[daftar_ada[-1]]}."
        nilai = with_tanda(get_nilai(lama), Tanda(JenisTanda.SEMENTARA, keterangan))
        return nilai, Jejak(operasi, label, nilai, (lama,), catatan=keterangan)
    belum: Nilai = BelumAda(AlasanBelumAda.BELUM_DIISI, _pesan_kosong(label, periode, [sampai]))
    return belum, Jejak(operasi, label, belum, tuple(per_triwulan[t] for t in sorted(per_triwulan)))


def _jumlah_triwulan(
    label: str, periode: Periode, per_triwulan: Mapping[int, Jejak], operasi: str
) -> tuple[Nilai, Jejak]:
    sampai = periode.triwulan or 4
    daftar = tuple(per_triwulan[t] for t in range(1, sampai + 1) if t in per_triwulan)
    kosong = [t for t in range(1, sampai + 1) if t not in per_triwulan or _is_kosong(per_triwulan[t])]
    tidak_dilaporkan = [n for n in (get_nilai(jejak) for jejak in daftar) if is_tidak_dilaporkan(n)]
    nilai: Nilai
    if tidak_dilaporkan:
        nilai = tidak_dilaporkan[0]
    elif kosong:
        nilai = BelumAda(AlasanBelumAda.BELUM_DIISI, _pesan_kosong(label, periode, kosong))
    else:
        nilai = _gabung_bilangan(label, daftar, _jumlah)
    return nilai, Jejak(operasi, label, nilai, daftar)


def _is_kosong(jejak: Jejak) -> bool:
    """Whether a cell was left blank and says nothing of its own, so that the message must name its quarter."""
    return isinstance(jejak.nilai, BelumAda) and jejak.nilai == _KOSONG


def _pesan_kosong(label: str, periode: Periode, kosong: Sequence[int]) -> str:
    daftar_nama = " dan ".join(f"Triwulan {ROMAWI[t]}" for t in kosong)
    return f"{label} belum diisi untuk {daftar_nama} Tahun {periode.tahun}."


def _salin(jejak: Jejak, label: str, cara: str) -> tuple[Nilai, Jejak]:
    nilai = get_nilai(jejak)
    return nilai, Jejak(f"agregasi.{cara}", label, nilai, (jejak,))


def _bandingkan_tahunan(tahunan: Jejak, triwulan: Jejak, label: str, sifat: Sifat) -> tuple[Nilai, Jejak]:
    """Use the yearly record, and mark it if the quarters say something else."""
    nilai = get_nilai(tahunan)
    if _inti(nilai) == _inti(get_nilai(triwulan)):
        return nilai, Jejak(f"agregasi.{sifat}", label, nilai, (tahunan, triwulan))
    keterangan = "Nilai yang dicatat untuk setahun berbeda dengan hasil dari triwulannya."
    nilai = with_tanda(nilai, Tanda(JenisTanda.BERTENTANGAN, keterangan))
    return nilai, Jejak(f"agregasi.{sifat}", label, nilai, (tahunan, triwulan), catatan=keterangan)


def _inti(nilai: Nilai) -> object:
    """What a value says, without its marks and remarks."""
    match nilai:
        case Bilangan(angka=angka, satuan=satuan):
            return angka, normalize_satuan(satuan)
        case Kategori(peringkat=peringkat, skala=skala):
            return peringkat, skala
        case Rentang(bawah=bawah, atas=atas, satuan=satuan):
            return bawah, atas, normalize_satuan(satuan)
        case Majemuk(daftar=daftar):
            return daftar
        case _:
            return nilai.alasan


def _gabung_bilangan(label: str, daftar: Sequence[Jejak], gabung: Callable[[list[Angka]], Angka]) -> Nilai:
    """Put numbers of one unit together; the first state found stands for the whole."""
    daftar_angka: list[Angka] = []
    satuan = ""
    tanda: dict[Tanda, None] = {}
    for jejak in daftar:
        nilai = get_nilai(jejak)
        tanda.update(dict.fromkeys(nilai.tanda))
        if not isinstance(nilai, Bilangan):
            if isinstance(nilai, BelumAda | TidakDapatDihitung):
                return with_tanda(nilai, *tanda)
            pesan = f"{label}: kategori, rentang, dan nilai majemuk tidak dapat digabung menjadi satu bilangan."
            return TidakDapatDihitung(AlasanTakTerhitung.BUKAN_ANGKA, pesan, tuple(tanda))
        if daftar_angka and not is_satuan_sama(satuan, nilai.satuan):
            pesan = f"{label}: satuan {satuan} dan {nilai.satuan} tidak dapat digabung."
            return TidakDapatDihitung(AlasanTakTerhitung.SATUAN_BERBEDA, pesan, tuple(tanda))
        satuan = satuan or nilai.satuan
        daftar_angka.append(nilai.angka)
    if not daftar_angka:
        return BelumAda(AlasanBelumAda.BELUM_DIISI, f"{label}: belum ada bagian yang dapat digabung.")
    return Bilangan(gabung(daftar_angka), satuan, tuple(tanda))


def _jumlah(daftar: list[Angka]) -> Angka:
    return sum(daftar, NOL)


def _rata_rata(daftar: list[Angka]) -> Angka:
    return _jumlah(daftar) / len(daftar)


def _maksimum(daftar: list[Angka]) -> Angka:
    return max(daftar)


def _minimum(daftar: list[Angka]) -> Angka:
    return min(daftar)


_GABUNG_UNIT: Final[dict[AgregasiUnit, Callable[[list[Angka]], Angka]]] = {
    AgregasiUnit.JUMLAH: _jumlah,
    AgregasiUnit.RATA_RATA: _rata_rata,
    AgregasiUnit.MAKSIMUM: _maksimum,
    AgregasiUnit.MINIMUM: _minimum,
}
