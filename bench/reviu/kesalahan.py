"""
Known faults: each changes what an agency prints, before it is laid out, and says which rule must speak of which place.

A fault works on ``Bahan``, so it comes in every layout and format. What it changes is the only thing that is wrong: all
that follows from it is worked out again, unless not doing so is the fault.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from bench.bacaan.tata.bahan import Bahan, Kuantitas, Mata, Ukuran, capaian, persen
from tolok.core.angka import Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Harapan:
    """
    What must be found: a finding of one of ``aturan`` that quotes one of ``nilai`` as printed, or one of ``teks``.

    ``teks`` alone may be the name of a row. Both empty: the rule alone is enough.
    """

    aturan: frozenset[str]
    nilai: tuple[Kuantitas, ...] = ()
    teks: tuple[str, ...] = ()


Sisipkan = Callable[[Bahan, Random, int], Harapan | None]
"""Puts the fault into the content of a document of that quarter (0: year); ``None``: there is no place for it."""


@dataclass(frozen=True, slots=True)
class Kesalahan:
    """A kind of fault: its name, the kinds of documents it shows in, and what puts it there."""

    nama: str
    jenis: tuple[str, ...]
    sisipkan: Sisipkan


DAFTAR_KESALAHAN: Final[list[Kesalahan]] = []

_PENGUKURAN: Final = ("pengukuran", "pengukuran_tahunan", "lkjip")
_ANGGARAN: Final = ("realisasi_anggaran", "pengukuran", "lkjip")


def _kesalahan(nama: str, *jenis: str) -> Callable[[Sisipkan], Sisipkan]:
    def daftarkan(fungsi: Sisipkan) -> Sisipkan:
        DAFTAR_KESALAHAN.append(Kesalahan(nama, jenis, fungsi))
        return fungsi

    return daftarkan


def _pilih_ukuran(bahan: Bahan, acak: Random, triwulan: int) -> Ukuran | None:
    """Return an indicator with plain numbers whose achievement is not 100, more is better."""
    daftar = [u for u in bahan.ukuran if u.polaritas == "naik" and _angka(u, "target", bahan.tahun)]
    daftar = [u for u in daftar if u.isi["target", bahan.tahun, 0].atas is None]
    daftar = [u for u in daftar if _angka(u, "capaian", bahan.tahun, triwulan) not in (None, Angka(100))]
    return acak.choice(daftar) if daftar else None


def _angka(objek: Ukuran | Mata, kunci: str, tahun: int, triwulan: int = 0) -> Angka | None:
    isi = objek.isi.get((kunci, tahun, triwulan))
    return isi.angka if isi else None


def _pilih_mata(bahan: Bahan, acak: Random, triwulan: int, *tingkat: str) -> Mata | None:
    daftar = [m for m in bahan.mata if m.tingkat in tingkat and _angka(m, "serap", bahan.tahun, triwulan)]
    return acak.choice(daftar) if daftar else None


def _tukar_digit(angka: Angka, digit: int) -> Angka:
    """Return the number with its first digit another one: 108,04 becomes 208,04 or 98,04 becomes 38,04."""
    teks = str(angka.bulat_terskala(digit))
    depan = "2" if teks[0] in "13579" else "3"
    return Angka(int(depan + teks[1:]), 10**digit)


def _ganti(objek: Ukuran | Mata, kunci: str, tahun: int, triwulan: int, angka: Angka) -> Kuantitas:
    """Print another number for that quantity; a yearly and a fourth-quarter value are one."""
    baru = replace(objek.isi[kunci, tahun, triwulan], angka=angka)
    for saat in {triwulan, 4 if triwulan == 0 else triwulan, 0 if triwulan == 4 else triwulan}:
        if (kunci, tahun, saat) in objek.isi:
            objek.isi[kunci, tahun, saat] = baru
    return baru


@_kesalahan("capaian salah hitung", *_PENGUKURAN)
def _capaian_salah(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    ukuran = _pilih_ukuran(bahan, acak, triwulan)
    if ukuran is None:
        return None
    isi = ukuran.isi["capaian", bahan.tahun, triwulan]
    baru = _ganti(ukuran, "capaian", bahan.tahun, triwulan, _tukar_digit(isi.angka, isi.digit))
    return Harapan(aturan=frozenset({"capaian.hitungan", "capaian.arah"}), nilai=(baru,), teks=(ukuran.nama,))


@_kesalahan("nisbah capaian terbalik", *_PENGUKURAN)
def _nisbah_terbalik(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    ukuran = _pilih_ukuran(bahan, acak, triwulan)
    nyata = _angka(ukuran, "realisasi", bahan.tahun, triwulan) if ukuran else None
    if ukuran is None or not nyata:
        return None
    target = ukuran.isi["target", bahan.tahun, 0].angka
    baru = _ganti(ukuran, "capaian", bahan.tahun, triwulan, (target / nyata * 100).bulat(2))
    return Harapan(aturan=frozenset({"capaian.hitungan", "capaian.arah"}), nilai=(baru,), teks=(ukuran.nama,))


@_kesalahan("capaian di kolom realisasi", "pengukuran", "pengukuran_tahunan")
def _salah_kolom(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    ukuran = _pilih_ukuran(bahan, acak, triwulan)
    if ukuran is None or ukuran.satuan != "%":
        return None
    isi = ukuran.isi["capaian", bahan.tahun, triwulan]
    baru = replace(ukuran.isi["realisasi", bahan.tahun, triwulan], angka=isi.angka, digit=2)
    for saat in {triwulan, 4 if triwulan == 0 else triwulan}:
        ukuran.isi["realisasi", bahan.tahun, saat] = baru
    return Harapan(
        aturan=frozenset({"capaian.salah_kolom", "capaian.hitungan", "nilai.mustahil"}),
        nilai=(baru,),
        teks=(ukuran.nama,),
    )


@_kesalahan("realisasi lain skala", "pengukuran_tahunan", "lkjip")
def _lain_skala(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    ukuran = _pilih_ukuran(bahan, acak, triwulan)
    if ukuran is None or ukuran.satuan == "%":
        return None
    angka = ukuran.isi["realisasi", bahan.tahun, triwulan].angka * 1000
    baru = _ganti(ukuran, "realisasi", bahan.tahun, triwulan, angka)
    return Harapan(
        aturan=frozenset({"nilai.besaran", "capaian.hitungan", "nilai.satuan"}), nilai=(baru,), teks=(ukuran.nama,)
    )


@_kesalahan("tingkat kemajuan salah hitung", "lkjip")
def _kemajuan_salah(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    ukuran = _pilih_ukuran(bahan, acak, triwulan)
    isi = ukuran.isi.get(("tingkat_kemajuan", bahan.tahun, 0)) if ukuran else None
    if ukuran is None or isi is None:
        return None
    baru = _ganti(ukuran, "tingkat_kemajuan", bahan.tahun, 0, _tukar_digit(isi.angka, isi.digit))
    return Harapan(aturan=frozenset({"kemajuan.hitungan"}), nilai=(baru,), teks=(ukuran.nama,))


@_kesalahan("persentase anggaran salah hitung", *_ANGGARAN)
def _persen_salah(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    mata = _pilih_mata(bahan, acak, triwulan, "program", "kegiatan")
    isi = mata.isi.get(("persen", bahan.tahun, triwulan)) if mata else None
    if mata is None or isi is None:
        return None
    baru = _ganti(mata, "persen", bahan.tahun, triwulan, _tukar_digit(isi.angka, 2))
    return Harapan(aturan=frozenset({"anggaran.persen"}), nilai=(baru,), teks=(mata.nama,))


@_kesalahan("jumlah program bukan jumlah kegiatannya", *_ANGGARAN)
def _subtotal_salah(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    mata = _pilih_mata(bahan, acak, triwulan, "program")
    if mata is None or not any(anak.induk == mata.kode for anak in bahan.mata):
        return None
    angka = mata.isi["pagu", bahan.tahun, triwulan].angka + 10_000_000
    baru = _ganti(mata, "pagu", bahan.tahun, triwulan, angka)
    serap = mata.isi["serap", bahan.tahun, triwulan].angka
    _ganti(mata, "persen", bahan.tahun, triwulan, (serap / angka * 100).bulat(2))
    return Harapan(aturan=frozenset({"anggaran.subtotal", "anggaran.pagu_berbeda"}), nilai=(baru,), teks=(mata.nama,))


@_kesalahan("jumlah seluruhnya salah", *_ANGGARAN)
def _total_salah(bahan: Bahan, _acak: Random, triwulan: int) -> Harapan | None:
    total = bahan.total
    baru = _ganti(total, "pagu", bahan.tahun, triwulan, total.isi["pagu", bahan.tahun, triwulan].angka + 123_456_789)
    serap = total.isi["serap", bahan.tahun, triwulan].angka
    _ganti(total, "persen", bahan.tahun, triwulan, (serap / baru.angka * 100).bulat(2))
    return Harapan(aturan=frozenset({"anggaran.total"}), nilai=(baru,))


@_kesalahan("realisasi melebihi pagu", "realisasi_anggaran")
def _melebihi_pagu(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    induk = {mata.induk for mata in bahan.mata}
    daun = [mata for mata in bahan.mata if mata.kode not in induk and _angka(mata, "serap", bahan.tahun, triwulan)]
    if not daun:
        return None
    mata = acak.choice(daun)
    tambah = mata.isi["pagu", bahan.tahun, 0].angka + 1_500_000 - mata.isi["serap", bahan.tahun, triwulan].angka
    daftar = [mata]
    while daftar[-1].induk:
        daftar.append(next(lain for lain in bahan.mata if lain.kode == daftar[-1].induk))
    for satu in (*daftar, bahan.total):
        angka = satu.isi["serap", bahan.tahun, triwulan].angka + tambah
        baru = _ganti(satu, "serap", bahan.tahun, triwulan, angka)
        pagu = satu.isi["pagu", bahan.tahun, triwulan].angka
        _ganti(satu, "persen", bahan.tahun, triwulan, (angka / pagu * 100).bulat(2))
        if satu is mata:
            milik = baru
    return Harapan(aturan=frozenset({"anggaran.melebihi_pagu"}), nilai=(milik,), teks=(mata.nama,))


@_kesalahan("nilai yang sama berbeda di tabel lain", "lkjip")
def _berbeda_di_tabel(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    ukuran = _pilih_ukuran(bahan, acak, triwulan)
    if ukuran is None:
        return None
    lain = deepcopy(ukuran)
    isi = lain.isi["realisasi", bahan.tahun, 0]
    angka = _tukar_digit(isi.angka, isi.digit)
    baru = _ganti(lain, "realisasi", bahan.tahun, 0, angka)
    bahan.sisipan.ukuran["lkjip_B"] = {ukuran.nama: lain}
    return Harapan(aturan=frozenset({"nilai.berbeda"}), nilai=(isi, baru), teks=(ukuran.nama,))


@_kesalahan("realisasi disalin dari tahun lalu", "lkjip")
def _salinan_tahun(bahan: Bahan, _acak: Random, _triwulan: int) -> Harapan | None:
    for ukuran in bahan.ukuran:
        lalu = ukuran.isi["realisasi", bahan.tahun - 1, 0]
        ukuran.isi["realisasi", bahan.tahun, 0] = ukuran.isi["realisasi", bahan.tahun, 4] = lalu
        target = ukuran.isi["target", bahan.tahun, 0]
        if lalu.angka is not None and target.angka is not None:
            hasil = capaian(target.angka, lalu.angka, ukuran.polaritas).bulat(2)
            _ganti(ukuran, "capaian", bahan.tahun, 0, hasil)
            akhir = ukuran.isi["target", bahan.tahun_akhir, 0].angka
            kemajuan = capaian(akhir, lalu.angka, ukuran.polaritas).bulat(2)
            _ganti(ukuran, "tingkat_kemajuan", bahan.tahun, 0, kemajuan)
            if serap := ukuran.isi.get(("persen_serap", bahan.tahun, 0)):
                _ganti(ukuran, "efisiensi", bahan.tahun, 0, hasil - serap.angka)
    return Harapan(aturan=frozenset({"realisasi.salinan_tahun"}))


@_kesalahan("realisasi sama di empat triwulan", "pengukuran_tahunan")
def _realisasi_tetap(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    ukuran = _pilih_ukuran(bahan, acak, triwulan)
    if ukuran is None:
        return None
    for saat in range(1, 4):
        for kunci in ("realisasi", "capaian"):
            ukuran.isi[kunci, bahan.tahun, saat] = ukuran.isi[kunci, bahan.tahun, 4]
    return Harapan(aturan=frozenset({"realisasi.tetap"}), teks=(ukuran.nama,))


@_kesalahan("target berupa kalimat", "perjanjian", "lkjip")
def _target_kalimat(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    ukuran = _pilih_ukuran(bahan, acak, triwulan)
    if ukuran is None:
        return None
    kalimat = "Terlaksananya kegiatan sesuai dengan rencana dan jadwal"
    lain = deepcopy(ukuran)
    lain.isi["target", bahan.tahun, 0] = Kuantitas(kategori=kalimat)
    bahan.sisipan.ukuran["perjanjian"] = {ukuran.nama: lain}
    return Harapan(aturan=frozenset({"target.bukan_ukuran"}), teks=(kalimat, ukuran.nama))


@_kesalahan("target kosong", "perjanjian")
def _target_kosong(bahan: Bahan, acak: Random, _triwulan: int) -> Harapan | None:
    ukuran = acak.choice(bahan.ukuran)
    del ukuran.isi["target", bahan.tahun, 0]
    return Harapan(aturan=frozenset({"target.kosong"}), teks=(ukuran.nama,))


@_kesalahan("penyebut sama dengan pembilang", "iku", "sk_iku")
def _penyebut_sama(bahan: Bahan, acak: Random, _triwulan: int) -> Harapan | None:
    daftar = [ukuran for ukuran in bahan.ukuran if ukuran.penyebut]
    if not daftar:
        return None
    ukuran = acak.choice(daftar)
    ukuran.penyebut = ukuran.pembilang
    return Harapan(aturan=frozenset({"rumus.penyebut_sama"}), teks=(ukuran.nama, ukuran.pembilang))


@_kesalahan("rumus indikator lain", "iku", "sk_iku")
def _rumus_ganda(bahan: Bahan, acak: Random, _triwulan: int) -> Harapan | None:
    daftar = [ukuran for ukuran in bahan.ukuran if ukuran.penyebut]
    if len(daftar) < 2:
        return None
    satu, dua = acak.sample(daftar, 2)
    satu.pembilang, satu.penyebut = dua.pembilang, dua.penyebut
    return Harapan(aturan=frozenset({"rumus.ganda"}), teks=(satu.nama, dua.nama))


@_kesalahan("program tercantum dua kali", "perjanjian")
def _program_ganda(bahan: Bahan, _acak: Random, _triwulan: int) -> Harapan | None:
    bahan.sisipan.program_ganda = True
    nama = next(mata.nama for mata in bahan.mata if mata.tingkat == "program")
    return Harapan(aturan=frozenset({"perjanjian.program_ganda"}), teks=(nama,))


@_kesalahan("nomor tabel dipakai dua kali", "lkjip")
def _nomor_ganda(bahan: Bahan, _acak: Random, _triwulan: int) -> Harapan | None:
    bahan.sisipan.nomor = {"lkjip_B": "3.1.1.A", "lkjip_A": "3.1.1.A"}
    return Harapan(aturan=frozenset({"tabel.nomor_ganda"}), teks=("3.1.1.A",))


@_kesalahan("tahun judul tabel bukan tahun kolomnya", "lkjip")
def _judul_tabel(bahan: Bahan, _acak: Random, _triwulan: int) -> Harapan | None:
    tahun = bahan.tahun - 4
    bahan.sisipan.keterangan = {"lkjip_B": f"Perbandingan Realisasi Kinerja Tahun {tahun - 1} dengan Tahun {tahun}"}
    return Harapan(aturan=frozenset({"masa.judul_tabel", "masa.periode_usang"}), teks=(str(tahun),))


@_kesalahan("periode lama tertinggal", "lkjip")
def _periode_usang(bahan: Bahan, _acak: Random, _triwulan: int) -> Harapan | None:
    awal = bahan.tahun_awal - 5
    bahan.sisipan.narasi = (f"Capaian ini dibandingkan dengan target akhir Renstra Tahun {awal}-{awal + 4}.",)
    return Harapan(aturan=frozenset({"masa.periode_usang"}), teks=(str(awal),))


@_kesalahan("teks templat tertinggal", "lkjip")
def _templat(bahan: Bahan, _acak: Random, _triwulan: int) -> Harapan | None:
    bahan.sisipan.narasi = ("Laporan ini disusun oleh [nama perangkat daerah] pada tanggal ...............",)
    return Harapan(aturan=frozenset({"teks.templat"}))


@_kesalahan("angka dan huruf berbeda", "lkjip")
def _terbilang(bahan: Bahan, _acak: Random, _triwulan: int) -> Harapan | None:
    bahan.sisipan.narasi = ("Kegiatan dilaksanakan di 12 (tiga belas) kelurahan.",)
    return Harapan(aturan=frozenset({"teks.terbilang"}), teks=("tiga belas", "12"))


@_kesalahan("kalimat bertentangan dengan tabel", "lkjip")
def _kalimat_bertentangan(bahan: Bahan, acak: Random, triwulan: int) -> Harapan | None:
    ukuran = _pilih_ukuran(bahan, acak, triwulan)
    if ukuran is None:
        return None
    isi = ukuran.isi["capaian", bahan.tahun, 0]
    baru = persen(_tukar_digit(isi.angka, isi.digit))
    teks = f"{baru.angka.bulat_terskala(2) // 100},{baru.angka.bulat_terskala(2) % 100:02d}"
    bahan.sisipan.narasi = (
        f"Capaian kinerja indikator {ukuran.nama} tahun {bahan.tahun} sebesar {teks}% dari target yang ditetapkan.",
    )
    return Harapan(aturan=frozenset({"teks.indikator", "teks.persen", "nilai.berbeda"}), teks=(teks, ukuran.nama))


@_kesalahan("total anggaran di kalimat berbeda", "lkjip")
def _total_kalimat(bahan: Bahan, _acak: Random, _triwulan: int) -> Harapan | None:
    angka = bahan.total.isi["pagu", bahan.tahun, 0].angka.pembilang + 250_000_000
    teks = f"{angka:,}".replace(",", ".")
    bahan.sisipan.narasi = (
        f"Jumlah anggaran {bahan.perangkat_daerah} tahun {bahan.tahun} sebesar Rp {teks},00 bersumber dari APBD.",
    )
    return Harapan(aturan=frozenset({"teks.total_anggaran"}), teks=(teks,))


@_kesalahan("nama indikator berubah di tabel lain", "lkjip")
def _nama_berbeda(bahan: Bahan, acak: Random, _triwulan: int) -> Harapan | None:
    ukuran = acak.choice(bahan.ukuran)
    kata = max(ukuran.nama.split(), key=len)
    lain = replace(ukuran, nama=ukuran.nama.replace(kata, kata[:3] + kata[4:]))
    bahan.sisipan.ukuran["perjanjian"] = {ukuran.nama: lain}
    return Harapan(aturan=frozenset({"nama.berbeda"}), teks=(lain.nama, ukuran.nama))
