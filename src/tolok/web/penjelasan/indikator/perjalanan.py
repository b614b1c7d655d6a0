"""The years of an indicator as a small chart: what was computed from parts, what was only printed, and the targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.angka import NOL, Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.jejak import Hasil
from tolok.core.nilai import Bilangan, JenisTanda, Kategori, Nilai, has_tanda, is_ada
from tolok.core.periode import Periode
from tolok.web.penjelasan.indikator.halaman import HalamanIndikator
from tolok.web.ui.grafik.besaran import write_letak

_KANAN, _ATAS, _BAWAH = Angka(306), Angka(14), Angka(148)
_KIRI_ANGKA, _KIRI_KATEGORI = Angka(44), Angka(118)
"""Where the first year stands: names of categories need more room than numbers."""
_BATAS_TAHUN: Final = 12
_SETENGAH_TARGET: Final = Angka(16)


@dataclass(frozen=True, slots=True)
class GarisKisi:
    """A line across the chart with its number (of a category its name)."""

    y: str
    y_teks: str
    teks: str


@dataclass(frozen=True, slots=True)
class TitikTahun:
    """A value of a year; ``jenis`` is ``hitung`` (from its parts), ``cetak`` (only printed) or ``lawan`` (a rival)."""

    x: str
    y: str
    x_teks: str
    y_teks: str
    rata: str
    teks: str
    jenis: str


@dataclass(frozen=True, slots=True)
class Perjalanan:
    """The chart; all positions are texts."""

    satuan: str
    x_kisi: str
    x_teks: str
    daftar_kisi: tuple[GarisKisi, ...]
    daftar_tahun: tuple[tuple[str, str], ...]
    daftar_target: tuple[tuple[str, str, str], ...]
    daftar_titik: tuple[TitikTahun, ...]
    daftar_selisih: tuple[tuple[str, str, str], ...]
    sebutan: str


@dataclass(frozen=True, slots=True)
class _Tahun:
    tahun: int
    realisasi: Hasil | None
    lawan: tuple[Hasil, ...]
    target: Hasil | None


def make_perjalanan(halaman: HalamanIndikator) -> Perjalanan | None:
    """Return the chart over the years of the plan and of what was recorded, ``None`` if there is nothing to draw."""
    daftar = _list_tahun(halaman)
    daftar_nilai = [h for satu in daftar for h in (satu.realisasi, *satu.lawan, satu.target) if h is not None]
    daftar_angka = [angka for hasil in daftar_nilai if (angka := _angka(hasil.nilai)) is not None]
    if not daftar_angka:
        return None
    kisi = _make_kisi(min(daftar_angka), max(daftar_angka), _is_kategori(daftar_nilai))
    return _gambar(halaman, daftar, kisi)


def _list_tahun(halaman: HalamanIndikator) -> tuple[_Tahun, ...]:
    hasil, kode = halaman.tampak.hasil, halaman.kode
    data = hasil.data
    rencana = next((e for e in data.daftar_edisi_rencana if e.id == data.rencana_berlaku), None)
    daftar_tahun = {data.tahun, *(n.periode.tahun for n in data.daftar_nilai_tercatat if n.indikator == kode)}
    if rencana is not None:
        daftar_tahun |= set(range(rencana.tahun_awal, rencana.tahun_akhir + 1))
    terpilih = sorted(daftar_tahun)[-_BATAS_TAHUN:]
    return tuple(_make_tahun(halaman, tahun) for tahun in range(terpilih[0], terpilih[-1] + 1))


def _make_tahun(halaman: HalamanIndikator, tahun: int) -> _Tahun:
    hasil, kode = halaman.tampak.hasil, halaman.kode
    periode = halaman.periode if tahun == halaman.periode.tahun else Periode(tahun)
    if tahun > halaman.periode.tahun or not halaman.is_angka:
        return _Tahun(tahun, None, (), _target(halaman, tahun))
    realisasi = hasil.realisasi(kode, periode)
    lawan = tuple(
        lain
        for lain in hasil.daftar_realisasi_lain(kode, periode)
        if has_tanda(lain.nilai, JenisTanda.BERTENTANGAN) and is_ada(lain.nilai)
    )
    return _Tahun(tahun, realisasi if is_ada(realisasi.nilai) else None, lawan, _target(halaman, tahun))


def _target(halaman: HalamanIndikator, tahun: int) -> Hasil | None:
    """Return the target of a year: the one that judges it, of other years what the plan (or the last paper) states."""
    hasil, kode = halaman.tampak.hasil, halaman.kode
    if tahun == halaman.periode.tahun:
        target = hasil.target(kode, Periode(tahun))
        return target if is_ada(target.nilai) else None
    daftar = [t for t in hasil.data.daftar_target if t.indikator == kode and t.periode == Periode(tahun)]
    daftar.sort(key=lambda t: t.dokumen == hasil.data.rencana_berlaku)
    return hasil.target_dokumen(kode, Periode(tahun), daftar[-1].dokumen) if daftar else None


def _gambar(halaman: HalamanIndikator, daftar: Sequence[_Tahun], kisi: Sequence[Angka]) -> Perjalanan:
    bawah, atas = kisi[0], kisi[-1]
    nama_kategori = _nama_kategori(halaman)
    kiri = _KIRI_KATEGORI if nama_kategori else _KIRI_ANGKA
    langkah = (_KANAN - kiri) / max(len(daftar) - 1, 1)

    def x(letak: int) -> Angka:
        return kiri + langkah * letak if len(daftar) > 1 else (kiri + _KANAN) / 2

    def y(angka: Angka) -> Angka:
        return _BAWAH - (angka - bawah) / (atas - bawah) * (_BAWAH - _ATAS)

    titik, target, selisih, kalimat = [], [], [], []
    setengah = min(_SETENGAH_TARGET, langkah / 2)
    for letak, satu in enumerate(daftar):
        sebutan = []
        if satu.target is not None and (angka := _angka(satu.target.nilai)) is not None:
            target.append((write_letak(x(letak) - setengah), write_letak(x(letak) + setengah), write_letak(y(angka))))
            sebutan.append(f"target {satu.target.tercetak}")
        utama = _angka(satu.realisasi.nilai) if satu.realisasi is not None else None
        for nomor, lain in enumerate(satu.lawan):
            if (angka := _angka(lain.nilai)) is None:
                continue
            titik.append(_titik(x(letak), y(angka), lain.tercetak, "lawan", is_kanan=letak < len(daftar) - 1))
            sebutan.append(f"nilai lain {lain.tercetak}")
            if utama is not None and not nomor:
                atas_garis, bawah_garis = sorted((y(angka), y(utama)))
                selisih.append((write_letak(x(letak)), write_letak(atas_garis), write_letak(bawah_garis)))
        if satu.realisasi is not None and utama is not None:
            jenis = "hitung" if _is_dihitung(satu.realisasi) else "cetak"
            titik.append(_titik(x(letak), y(utama), satu.realisasi.tercetak, jenis, is_kanan=letak < len(daftar) - 1))
            sebutan.insert(0, f"realisasi {satu.realisasi.tercetak}")
        if sebutan:
            kalimat.append(f"{satu.tahun}: {', '.join(sebutan)}")
    return Perjalanan(
        satuan=halaman.edisi.satuan,
        x_kisi=write_letak(kiri - 14),
        x_teks=write_letak(kiri - 18),
        daftar_kisi=tuple(
            GarisKisi(
                write_letak(y(angka)), write_letak(y(angka) + 4), nama_kategori.get(angka, "") or format_angka(angka)
            )
            for angka in kisi
        ),
        daftar_tahun=tuple((write_letak(x(letak)), str(satu.tahun)) for letak, satu in enumerate(daftar)),
        daftar_target=tuple(target),
        daftar_titik=tuple(titik),
        daftar_selisih=tuple(selisih),
        sebutan="; ".join(kalimat),
    )


def _titik(x: Angka, y: Angka, teks: str, jenis: str, *, is_kanan: bool) -> TitikTahun:
    sela = Angka(9) if is_kanan else Angka(-9)
    return TitikTahun(
        x=write_letak(x),
        y=write_letak(y),
        x_teks=write_letak(x + sela),
        y_teks=write_letak(y + 4),
        rata="start" if is_kanan else "end",
        teks=teks,
        jenis=jenis,
    )


def _make_kisi(terkecil: Angka, terbesar: Angka, is_kategori: bool) -> tuple[Angka, ...]:
    """Return three to seven round numbers that enclose all values; of categories every rank between them."""
    if is_kategori:
        return tuple(Angka(n) for n in range(_lantai(terkecil) - 1, _lantai(terbesar) + 2))
    rentang = terbesar - terkecil
    langkah = _langkah_bulat(rentang / 4 if rentang > NOL else max(abs(terbesar) / 4, Angka(1)))
    awal = _lantai(terkecil / langkah) * langkah
    if terkecil - awal < langkah / 5 and awal != NOL:
        awal = awal - langkah
    daftar = [awal]
    while daftar[-1] < terbesar or len(daftar) < 3:
        daftar.append(daftar[-1] + langkah)
    return tuple(daftar)


def _langkah_bulat(kasar: Angka) -> Angka:
    """Return the least of 1, 2, 5 times a power of ten that is not smaller."""
    pangkat = Angka(1)
    while pangkat > kasar:
        pangkat = pangkat / 10
    while pangkat * 10 <= kasar:
        pangkat = pangkat * 10
    return next(pangkat * kali for kali in (1, 2, 5, 10) if pangkat * kali >= kasar)


def _lantai(angka: Angka) -> int:
    return angka.pembilang // angka.penyebut


def _angka(nilai: Nilai) -> Angka | None:
    match nilai:
        case Bilangan(angka=angka):
            return angka
        case Kategori(peringkat=peringkat):
            return Angka(peringkat)
    return None


def _is_kategori(daftar: Sequence[Hasil]) -> bool:
    return any(isinstance(hasil.nilai, Kategori) for hasil in daftar)


def _nama_kategori(halaman: HalamanIndikator) -> dict[Angka, str]:
    skala = next((s for s in halaman.tampak.hasil.data.daftar_skala if s.id == halaman.edisi.skala), None)
    return {Angka(n): kelas.label for n, kelas in enumerate(skala.kelas, start=1)} if skala is not None else {}


def _is_dihitung(hasil: Hasil) -> bool:
    return any(jejak.operasi in ("rumus", "kategori") for jejak in hasil.jejak.telusuri())
