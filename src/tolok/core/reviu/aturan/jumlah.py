"""Subtotals and totals of budget tables against their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from tolok.core.angka import NOL, Angka
from tolok.core.bacaan.dokumen import AnggaranTerbaca, Besaran, NilaiTerbaca, Tingkat
from tolok.core.cetak_angka import format_angka
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.ketelitian import get_satu_digit
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan

SUBTOTAL: Final = Aturan(
    "anggaran.subtotal",
    "Jumlah program atau kegiatan tidak sama dengan jumlah barisnya",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran II, realisasi anggaran",
)
TOTAL: Final = Aturan(
    "anggaran.total",
    "Total tabel tidak sama dengan jumlah barisnya",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran II, realisasi anggaran",
)
TAHUN_BELANJA_TERPISAH: Final = 2020
"""Last budget year in which pay stood outside the programmes as belanja tidak langsung (Permendagri 90/2019)."""
_BANYAK_SALAH: Final = 3


class KunciKolom(NamedTuple):
    """Which column of a table: the quantity and its period."""

    besaran: Besaran
    tahun: int | None
    triwulan: int | None


class _Selisih(NamedTuple):
    """A row whose printed amount is not what its parts give."""

    indeks: int
    nilai: NilaiTerbaca
    jumlah: Angka


def periksa_subtotal(bahan: Bahan) -> Iterator[Temuan]:
    """Yield rows that differ from the sum of the rows under them; what follows for the total is told with them."""
    for tabel in bahan.list_anggaran_per_tabel():
        for kunci in list_kunci(tabel):
            salah = list(_list_salah(tabel, kunci))
            berinduk = sum(1 for _ in _list_berinduk(tabel, kunci))
            if len(salah) >= _BANYAK_SALAH and 2 * len(salah) > berinduk:
                yield _sebut_lingkup(bahan, tabel, salah)
            else:
                yield from (_sebut_subtotal(bahan, tabel, kunci, satu) for satu in salah)


def periksa_total(bahan: Bahan) -> Iterator[Temuan]:
    """Yield totals that no way of adding up the rows gives, where every row has an amount."""
    for tabel in bahan.list_anggaran_per_tabel():
        for kunci in list_kunci(tabel):
            total = [(i, n) for i, b in enumerate(tabel) if b.tingkat is Tingkat.TOTAL and (n := get_nilai(b, kunci))]
            if len(total) != 1 or total[0][1].angka is None:
                continue
            indeks, nilai = total[0]
            if any(b.tingkat is not Tingkat.TOTAL and get_nilai(b, kunci) is None for b in tabel):
                continue  # a row without an amount may hold what the others lack
            puncak = list_puncak(tabel)
            jumlah = _jumlah(tabel, puncak, kunci)
            if jumlah is None or any(
                _is_sama(tabel, kunci, nilai, satu) for satu in _list_jumlah(tabel, kunci, jumlah)
            ):
                continue
            yield _sebut_total(bahan, tabel, kunci, _Selisih(indeks, nilai, jumlah))


def list_kunci(tabel: tuple[AnggaranTerbaca, ...]) -> tuple[KunciKolom, ...]:
    """Return the columns of money of a table."""
    return tuple(
        dict.fromkeys(
            KunciKolom(n.besaran, n.tahun, n.triwulan)
            for baris in tabel
            for n in baris.nilai
            if n.besaran in (Besaran.PAGU, Besaran.REALISASI)
        )
    )


def get_nilai(baris: AnggaranTerbaca, kunci: KunciKolom) -> NilaiTerbaca | None:
    """Return the amount of a row in a column, if there is just one."""
    daftar = [n for n in baris.nilai if (n.besaran, n.tahun, n.triwulan) == kunci]
    return daftar[0] if len(daftar) == 1 else None


def _list_anak(tabel: tuple[AnggaranTerbaca, ...], induk: int) -> list[int]:
    return [i for i, baris in enumerate(tabel) if baris.induk == induk and baris.tingkat is not Tingkat.TOTAL]


def list_puncak(tabel: tuple[AnggaranTerbaca, ...]) -> list[int]:
    """Return the rows that stand under no other, the total aside."""
    return [i for i, baris in enumerate(tabel) if baris.induk is None and baris.tingkat is not Tingkat.TOTAL]


def _jumlah(tabel: tuple[AnggaranTerbaca, ...], daftar: list[int], kunci: KunciKolom) -> Angka | None:
    """Return the sum of the printed amounts; ``None`` if there is no row or one without a number."""
    jumlah = NOL
    for indeks in daftar:
        nilai = get_nilai(tabel[indeks], kunci)
        if nilai is None or nilai.angka is None:
            return None
        jumlah += nilai.angka
    return jumlah if daftar else None


def sum_benar(tabel: tuple[AnggaranTerbaca, ...], daftar: list[int], kunci: KunciKolom) -> Angka | None:
    """Return the sum from the leaves up (a leaf counts as printed); ``None`` if an amount is missing."""
    jumlah = NOL
    for indeks in daftar:
        bagian = sum_benar(tabel, anak, kunci) if (anak := _list_anak(tabel, indeks)) else None
        if bagian is None:
            bagian = _jumlah(tabel, [indeks], kunci)
        if bagian is None:
            return None
        jumlah += bagian
    return jumlah


def _list_berinduk(tabel: tuple[AnggaranTerbaca, ...], kunci: KunciKolom) -> Iterator[_Selisih]:
    """Yield every row with rows under it whose amounts are all printed, and what these add up to."""
    for indeks, baris in enumerate(tabel):
        nilai = get_nilai(baris, kunci)
        if nilai is None or nilai.angka is None or baris.tingkat is Tingkat.TOTAL:
            continue
        jumlah = _jumlah(tabel, _list_anak(tabel, indeks), kunci)
        if jumlah is not None:
            yield _Selisih(indeks, nilai, jumlah)


def _list_salah(tabel: tuple[AnggaranTerbaca, ...], kunci: KunciKolom) -> Iterator[_Selisih]:
    return (satu for satu in _list_berinduk(tabel, kunci) if not _is_sama(tabel, kunci, satu.nilai, satu.jumlah))


def _list_jumlah(tabel: tuple[AnggaranTerbaca, ...], kunci: KunciKolom, jumlah: Angka) -> Iterator[Angka]:
    """Yield what a right total may be: the sum of the top rows, from the leaves, of one level."""
    yield jumlah
    yield sum_benar(tabel, list_puncak(tabel), kunci) or jumlah
    for tingkat in {baris.tingkat for baris in tabel} - {Tingkat.TOTAL}:
        setingkat = [i for i, baris in enumerate(tabel) if baris.tingkat is tingkat]
        if (satu := _jumlah(tabel, setingkat, kunci)) is not None:
            yield satu


def _is_sama(tabel: tuple[AnggaranTerbaca, ...], kunci: KunciKolom, nilai: NilaiTerbaca, jumlah: Angka) -> bool:
    """Whether the printed amount is the sum, up to the rounding of amounts in millions."""
    assert nilai.angka is not None
    digit = max((get_satu_digit(n) for baris in tabel if (n := get_nilai(baris, kunci))), default=NOL)
    return abs(nilai.angka - jumlah) <= digit * len(tabel) / 2


def _sebut_subtotal(bahan: Bahan, tabel: tuple[AnggaranTerbaca, ...], kunci: KunciKolom, satu: _Selisih) -> Temuan:
    anak = [n for i in _list_anak(tabel, satu.indeks) if (n := get_nilai(tabel[i], kunci))]
    akibat, letak_total = _akibat_total(bahan, tabel, kunci)
    return SUBTOTAL.make_temuan(
        keyakinan=Keyakinan.PASTI,
        letak=bahan.di(satu.nilai.letak, max((n.letak.baris for n in anak if n.letak.baris), default=None)),
        letak_lain=tuple(bahan.di(n.letak) for n in anak) + letak_total,
        tercetak=satu.nilai.tercetak,
        seharusnya=_rupiah(satu.nilai, satu.jumlah),
        pesan=(
            f"{_sebutan(kunci)} “{tabel[satu.indeks].nama}” tercetak {satu.nilai.tercetak}, sedangkan jumlah "
            f"{len(anak)} baris di bawahnya {_rupiah(satu.nilai, satu.jumlah)}.{akibat}"
        ),
    )


def _akibat_total(
    bahan: Bahan, tabel: tuple[AnggaranTerbaca, ...], kunci: KunciKolom
) -> tuple[str, tuple[LetakTemuan, ...]]:
    """Return what follows for the total if that holds the printed amount."""
    puncak = list_puncak(tabel)
    benar = sum_benar(tabel, puncak, kunci)
    for baris in tabel:
        nilai = get_nilai(baris, kunci) if baris.tingkat is Tingkat.TOTAL else None
        if nilai and benar is not None and nilai.angka == _jumlah(tabel, puncak, kunci) and nilai.angka != benar:
            return (
                f" Totalnya {nilai.tercetak} ikut memuat angka itu; dari baris-barisnya {_rupiah(nilai, benar)}.",
                (bahan.di(nilai.letak),),
            )
    return "", ()


def _sebut_lingkup(bahan: Bahan, tabel: tuple[AnggaranTerbaca, ...], salah: list[_Selisih]) -> Temuan:
    pertama = salah[0]
    return SUBTOTAL.make_temuan(
        tingkat=TingkatTemuan.PERINGATAN,
        keyakinan=Keyakinan.PERLU_DINILAI,
        letak=bahan.di(pertama.nilai.letak),
        tercetak=pertama.nilai.tercetak,
        letak_lain=tuple(bahan.di(satu.nilai.letak) for satu in salah[1:]),
        pesan=(
            f"{len(salah)} jumlah pada tabel ini berbeda dari jumlah baris di bawahnya, antara lain "
            f"“{tabel[pertama.indeks].nama}”. Mungkin baris yang tercetak hanya sebagian, atau lingkup jumlahnya lain."
        ),
    )


def _sebut_total(bahan: Bahan, tabel: tuple[AnggaranTerbaca, ...], kunci: KunciKolom, satu: _Selisih) -> Temuan:
    assert satu.nilai.angka is not None
    tahun = satu.nilai.tahun or bahan.dokumen.tahun
    is_lingkup = tahun is not None and tahun <= TAHUN_BELANJA_TERPISAH and satu.nilai.angka > satu.jumlah
    sebab = _sebab(tabel, kunci, satu)
    is_pasti = bool(sebab) or not is_lingkup
    return TOTAL.make_temuan(
        tingkat=TingkatTemuan.GALAT if is_pasti else TingkatTemuan.PERINGATAN,
        keyakinan=Keyakinan.PASTI if is_pasti else Keyakinan.PERLU_DINILAI,
        letak=bahan.di(satu.nilai.letak),
        tercetak=satu.nilai.tercetak,
        seharusnya=_rupiah(satu.nilai, satu.jumlah) if is_pasti else None,
        pesan=(
            f"Total {_sebutan(kunci).lower()} tercetak {satu.nilai.tercetak}, sedangkan jumlah baris-barisnya "
            f"{_rupiah(satu.nilai, satu.jumlah)}."
            + (
                sebab
                if is_pasti
                else " Selisihnya mungkin belanja tidak langsung yang sampai 2020 berada di luar program."
            )
        ),
    )


def _sebab(tabel: tuple[AnggaranTerbaca, ...], kunci: KunciKolom, satu: _Selisih) -> str:
    """Return which row was left out or counted twice, if one row alone explains the difference."""
    assert satu.nilai.angka is not None
    for baris in tabel:
        nilai = get_nilai(baris, kunci)
        if nilai is None or not nilai.angka or baris.tingkat is Tingkat.TOTAL:
            continue
        if satu.nilai.angka + nilai.angka == satu.jumlah:
            return f" Selisihnya sama dengan “{baris.nama}”, yang agaknya tidak ikut dijumlahkan."
        if satu.nilai.angka - nilai.angka == satu.jumlah:
            return f" Selisihnya sama dengan “{baris.nama}”, yang agaknya terjumlah dua kali."
    return ""


def _sebutan(kunci: KunciKolom) -> str:
    masa = f" triwulan {kunci.triwulan}" if kunci.triwulan else ""
    return ("Pagu" if kunci.besaran is Besaran.PAGU else "Realisasi") + masa


def _rupiah(nilai: NilaiTerbaca, angka: Angka) -> str:
    """Return an amount as the row writes it: with "Rp " if the printed one has it."""
    return ("Rp " if nilai.tercetak.lstrip().casefold().startswith("rp") else "") + format_angka(angka)
