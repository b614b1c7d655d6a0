"""Rows of an agency laid out as a printed table, and what a reader must find in it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from bench.bacaan.tata.bahan import Kuantitas, Mata, Ukuran
from bench.bacaan.tata.cetak import Cetakan, print_kuantitas
from bench.bacaan.tata.kolom import BESARAN, IKU, KELUARAN, UANG, Kolom
from bench.bacaan.tata.naskah import Deret, Kotak, TabelCetak
from bench.bacaan.tata.tata_letak import TataLetak
from tolok.core.bacaan.dokumen import AnggaranTerbaca, Besaran, IndikatorTerbaca, NilaiTerbaca, Tingkat

_NAMA_UANG: Final = frozenset({"uraian", "kode_uraian", "kegiatan", "u_program", "u_kegiatan", "u_subkegiatan"})
_TAHUNAN: Final = frozenset({"target", "nasional", "anggaran", "pertumbuhan"})
_TINGKAT: Final = {
    "program": Tingkat.PROGRAM,
    "kegiatan": Tingkat.KEGIATAN,
    "subkegiatan": Tingkat.SUBKEGIATAN,
    "total": Tingkat.TOTAL,
}


@dataclass(slots=True, kw_only=True)
class Rekam:
    """
    One row before it is laid out; ``jalur`` says under what it stands (tujuan, sasaran, indikator, program): equal
    beginnings merge. ``penuh``: a line over the whole width instead. ``khusus``: "total" or "rata_rata".
    """

    jalur: tuple[str, ...] = ()
    iku: Ukuran | None = None
    program: Mata | None = None
    mata: Mata | None = None
    keluaran: Ukuran | None = None
    penuh: str | None = None
    khusus: str = ""


@dataclass(slots=True)
class Temuan:
    """
    The rows a reader must find (``indikator``, ``anggaran``) and those it may find, in the printed order.

    A budget row without amount and code is no more than the heading of others, so it need not be found.
    """

    indikator: list[IndikatorTerbaca] = field(default_factory=list)
    anggaran: list[AnggaranTerbaca] = field(default_factory=list)
    boleh_indikator: list[IndikatorTerbaca] = field(default_factory=list)
    boleh_anggaran: list[AnggaranTerbaca] = field(default_factory=list)


@dataclass(slots=True)
class _Sel:
    teks: str
    cetakan: Cetakan | None = None


def make_tabel(
    daftar: list[Rekam], kolom: tuple[Kolom, ...], tata: TataLetak, *, nama: str = ""
) -> tuple[TabelCetak, Temuan]:
    """Return the printed table of those rows and what is to be found in it."""
    nomor = _nomori(daftar, tata)
    isi = [[_sel(rekam, k, tata, nomor) for k in kolom] for rekam in daftar]
    temuan = _temuan(daftar, kolom, isi, tata)
    if tata.gaya.tumpuk:
        daftar, isi = _tumpuk(daftar, kolom, isi)
    tabel = TabelCetak(
        kepala=tuple(_kepala(kolom, tata)),
        isi=tuple(tuple(deret) for deret in _badan(daftar, kolom, isi, tata)),
        lebar=tuple(k.lebar for k in kolom),
        nama=nama,
        is_bergaris=tata.gaya.garis,
        is_ulang_kepala=tata.gaya.ulang_kepala,
    )
    return tabel, temuan


def _nomori(daftar: list[Rekam], tata: TataLetak) -> dict[int, str]:
    """Return what the number column prints in each row, by the identity of the row."""
    hasil: dict[int, str] = {}
    panjang = {"sasaran": 2, "indikator": 3}.get(tata.gaya.nomor, 0)
    urut, lama = 0, None
    for rekam in daftar:
        if rekam.penuh is not None or rekam.khusus:
            continue
        if rekam.iku is None:
            if panjang and rekam.mata and rekam.mata.tingkat != "program" and not rekam.jalur:
                continue
            urut += 1
        elif not panjang or rekam.jalur[:panjang] != lama:
            urut += 1
            lama = rekam.jalur[:panjang]
        hasil[id(rekam)] = tata.kata["nomor"].format(urut)
    return hasil


def _sel(rekam: Rekam, kolom: Kolom, tata: TataLetak, nomor: dict[int, str]) -> _Sel:
    if rekam.penuh is not None:
        return _Sel("")
    if kolom.kunci in BESARAN:
        pemilik, kunci, _ = BESARAN[kolom.kunci]
        objek = {IKU: rekam.iku, KELUARAN: rekam.keluaran, UANG: rekam.mata}[pemilik]
        if objek is None:
            return _Sel("")
        cetakan = print_kuantitas(_cari(objek, kunci, kolom), tata.angka, is_kolom_persen=kolom.is_persen)
        return _Sel(cetakan.teks, cetakan)
    if kolom.kunci == "no":
        return _Sel(nomor.get(id(rekam), ""))
    if kolom.kunci == "bulan":
        return _Sel(tata.kata["bulan"] if rekam.iku and (len(rekam.iku.nama) + kolom.bulan) % 3 == 0 else "")
    teks = _teks(rekam, kolom.kunci, tata)
    return _Sel("\n".join(textwrap.wrap(teks, tata.gaya.bungkus)) if tata.gaya.bungkus and "\n" not in teks else teks)


def _cari(objek: Ukuran | Mata, kunci: str, kolom: Kolom) -> Kuantitas | None:
    is_tahunan = kunci in _TAHUNAN and not kolom.is_per_triwulan
    return objek.isi.get((kunci, kolom.tahun, 0 if is_tahunan else kolom.triwulan))


def _teks(rekam: Rekam, kunci: str, tata: TataLetak) -> str:
    iku, mata, program, keluaran = rekam.iku, rekam.mata, rekam.program, rekam.keluaran
    ambil: dict[str, Callable[[], str]] = {
        "tujuan": lambda: iku.tujuan if iku else "",
        "sasaran": lambda: iku.sasaran if iku else "",
        "indikator": lambda: iku.nama if iku else "",
        "satuan": lambda: iku.satuan if iku else "",
        "rumus": lambda: print_rumus(iku, tata) if iku else "",
        "sumber": lambda: tata.gaya.butir.join(iku.sumber) if iku else "",
        "pj": lambda: tata.gaya.butir.join(iku.penanggung_jawab) if iku else "",
        "analisis": lambda: iku.sebab if iku else "",
        "definisi": lambda: f"Ukuran {iku.nama.lower()} dalam satu tahun." if iku else "",
        "program": lambda: program.nama if program else "",
        "indikator_program": lambda: program.keluaran.nama if program else "",
        "uraian": lambda: mata.nama if mata else "",
        "kegiatan": lambda: mata.nama if mata else "",
        "kode": lambda: mata.kode if mata else "",
        "kode_uraian": lambda: f"{mata.kode} {mata.nama}".strip() if mata else "",
        "u_program": lambda: mata.nama if mata and mata.tingkat == "program" else "",
        "u_kegiatan": lambda: mata.nama if mata and mata.tingkat == "kegiatan" else "",
        "u_subkegiatan": lambda: mata.nama if mata and mata.tingkat == "subkegiatan" else "",
        "keluaran": lambda: keluaran.nama if keluaran else "",
        "k_satuan": lambda: keluaran.satuan if keluaran else "",
        "sumber_dana": lambda: mata.sumber_dana if mata else "",
        "unit": lambda: iku.penanggung_jawab[0] if iku and iku.penanggung_jawab else "",
        "keterangan": lambda: "",
    }
    return ambil[kunci]()


def print_rumus(ukuran: Ukuran, tata: TataLetak) -> str:
    """Return a formula in the words of the layout."""
    if not ukuran.penyebut:
        return ukuran.rumus
    kali = " x 100%" if ukuran.satuan == "%" else ""
    return tata.kata["rumus"].format(atas=ukuran.pembilang, bawah=ukuran.penyebut, kali=kali)


def _tumpuk(
    daftar: list[Rekam], kolom: tuple[Kolom, ...], isi: list[list[_Sel]]
) -> tuple[list[Rekam], list[list[_Sel]]]:
    """Put the rows of one indicator into one row whose budget cells hold a line for each."""
    hasil_rekam: list[Rekam] = []
    hasil_isi: list[list[_Sel]] = []
    pasangan = zip(daftar, isi, strict=True)
    for kunci, kelompok in groupby(pasangan, key=lambda p: p[0].jalur[:3] if p[0].iku and p[0].mata else id(p[0])):
        anggota = list(kelompok)
        if isinstance(kunci, int) or len(anggota) == 1:
            hasil_rekam.extend(rekam for rekam, _ in anggota)
            hasil_isi.extend(deret for _, deret in anggota)
            continue
        hasil_rekam.append(anggota[0][0])
        hasil_isi.append(
            [
                anggota[0][1][k] if satu.tingkat == 2 or satu.tingkat in {0, 1}
                else _Sel("\n".join(dict.fromkeys(deret[k].teks for _, deret in anggota)) if satu.tingkat == 3
                          else "\n".join(deret[k].teks for _, deret in anggota))
                for k, satu in enumerate(kolom)
            ]
        )  # fmt: skip
    return hasil_rekam, hasil_isi


def _kepala(kolom: tuple[Kolom, ...], tata: TataLetak) -> Iterator[Deret]:
    """Yield the rows of the head: its levels, merged where they repeat, and the row of numbers."""
    ubah = {"kapital": str.upper, "judul": str.title}.get(tata.gaya.huruf_kepala, str)
    tinggi = max(len(k.kepala) for k in kolom)
    for tingkat in range(tinggi):
        deret: list[Kotak | None] = []
        for nomor, satu in enumerate(kolom):
            if len(satu.kepala) <= tingkat:
                deret.append(None)
                continue
            awalan = satu.kepala[: tingkat + 1]
            is_daun = len(satu.kepala) == tingkat + 1
            if nomor and not is_daun and kolom[nomor - 1].kepala[: tingkat + 1] == awalan:
                deret.append(None)
                continue
            rentang = 1
            while (
                not is_daun
                and nomor + rentang < len(kolom)
                and len(kolom[nomor + rentang].kepala) > tingkat + 1
                and kolom[nomor + rentang].kepala[: tingkat + 1] == awalan
            ):
                rentang += 1
            deret.append(Kotak(ubah(awalan[-1]), tinggi - tingkat if is_daun else 1, rentang))
        yield tuple(deret) if tata.gaya.kepala_gabung else _tanpa_gabung(deret)
    if tata.gaya.baris_nomor:
        yield tuple(Kotak(tata.gaya.baris_nomor.format(nomor)) for nomor in range(1, len(kolom) + 1))


def _tanpa_gabung(deret: list[Kotak | None]) -> Deret:
    return tuple(Kotak(kotak.teks, 1, 1, kotak.mentah, kotak.is_angka) if kotak else Kotak("") for kotak in deret)


def _badan(
    daftar: list[Rekam], kolom: tuple[Kolom, ...], isi: list[list[_Sel]], tata: TataLetak
) -> Iterator[list[Kotak | None] | Deret]:
    """Yield the rows below the head; what repeats down is merged, printed again or left empty, as the layout says."""
    for nomor, rekam in enumerate(daftar):
        if rekam.penuh is not None:
            lebar = [Kotak(rekam.penuh, 1, len(kolom)), *[None] * (len(kolom) - 1)]
            yield tuple(lebar) if rekam.penuh else _tanpa_gabung(lebar)
            continue
        if rekam.khusus:
            yield _khusus(rekam, kolom, isi[nomor], tata)
            continue
        deret: list[Kotak | None] = []
        for k, satu in enumerate(kolom):
            sel = isi[nomor][k]
            kotak = _kotak(sel)
            tingkat = {"sasaran": 1, "baris": None}.get(tata.gaya.nomor, 2) if satu.kunci == "no" else satu.tingkat
            if tingkat is None or not rekam.jalur or tata.gaya.gabung == "ulang":
                deret.append(kotak)
                continue
            awalan = rekam.jalur[: tingkat + 1]
            if nomor and _lanjut(daftar[nomor - 1], awalan):
                deret.append(None if tata.gaya.gabung == "gabung" else Kotak(""))
                continue
            tinggi = 1
            while nomor + tinggi < len(daftar) and _lanjut(daftar[nomor + tinggi], awalan):
                tinggi += 1
            tinggi = tinggi if tata.gaya.gabung == "gabung" else 1
            deret.append(Kotak(kotak.teks, tinggi, 1, kotak.mentah, kotak.is_angka))
        yield deret


def _kotak(sel: _Sel) -> Kotak:
    return Kotak(sel.teks, 1, 1, sel.cetakan.mentah if sel.cetakan else None, sel.cetakan is not None)


def _lanjut(rekam: Rekam, awalan: tuple[str, ...]) -> bool:
    return rekam.penuh is None and not rekam.khusus and rekam.jalur[: len(awalan)] == awalan


def _khusus(rekam: Rekam, kolom: tuple[Kolom, ...], isi: list[_Sel], tata: TataLetak) -> Deret:
    """Return a row of totals or means: its name over the columns before its first value."""
    pertama = next((k for k, sel in enumerate(isi) if sel.cetakan and sel.cetakan.angka is not None), len(kolom))
    nama = tata.kata[rekam.khusus]
    deret: list[Kotak | None] = [None if k < pertama else _kotak(sel) for k, sel in enumerate(isi)]
    if pertama:
        tempat = next((k for k, satu in enumerate(kolom[:pertama]) if satu.kunci in _NAMA_UANG), 0)
        if tata.gaya.gabung == "gabung":
            deret[0] = Kotak(nama, 1, pertama)
        else:
            deret[:pertama] = [Kotak(nama if k == tempat else "") for k in range(pertama)]
    return tuple(deret)


def _temuan(daftar: list[Rekam], kolom: tuple[Kolom, ...], isi: list[list[_Sel]], tata: TataLetak) -> Temuan:
    """Return what a reader must find: every printed row once, with the values that are printed for it."""
    kunci = {k.kunci for k in kolom}
    temuan = Temuan()
    sudah: set[int] = set()
    for rekam, deret in zip(daftar, isi, strict=True):
        if rekam.penuh is not None or rekam.khusus == "rata_rata":
            continue
        nilai = {pemilik: list(_nilai(kolom, deret, pemilik)) for pemilik in (IKU, KELUARAN, UANG)}
        if rekam.iku and "indikator" in kunci and id(rekam.iku) not in sudah:
            sudah.add(id(rekam.iku))
            _tambah_indikator(temuan, rekam.iku, kunci, nilai[IKU], tata)
        if rekam.program and kunci & {"program", "indikator_program"} and id(rekam.program) not in sudah:
            sudah.add(id(rekam.program))
            if "program" in kunci:
                temuan.boleh_anggaran.append(AnggaranTerbaca(nama=rekam.program.nama, tingkat=Tingkat.PROGRAM))
            if "indikator_program" in kunci:
                _tambah_keluaran(temuan, rekam, rekam.program.keluaran, set(), [])
        if rekam.keluaran and "keluaran" in kunci:
            _tambah_keluaran(temuan, rekam, rekam.keluaran, kunci, nilai[KELUARAN])
        if rekam.mata and kunci & _NAMA_UANG:
            _tambah_anggaran(temuan, rekam, kunci, nilai[UANG], tata)
    return temuan


def _nilai(kolom: tuple[Kolom, ...], deret: list[_Sel], pemilik: str) -> Iterator[tuple[NilaiTerbaca, bool]]:
    """Yield the values printed for one owner and whether they must be found (not only may)."""
    for satu, sel in zip(kolom, deret, strict=True):
        if sel.cetakan is None or BESARAN[satu.kunci][0] != pemilik:
            continue
        cetakan = sel.cetakan
        if cetakan.angka is None and cetakan.kategori is None:
            continue
        besaran = BESARAN[satu.kunci][2]
        yield (
            NilaiTerbaca(
                besaran=besaran or Besaran.TARGET,
                tercetak=cetakan.teks,
                angka=cetakan.angka,
                atas=cetakan.atas,
                kategori=cetakan.kategori,
                tahun=satu.tahun,
                triwulan=satu.triwulan or None,
            ),
            besaran is not None,
        )


def _pilah(nilai: list[tuple[NilaiTerbaca, bool]]) -> tuple[tuple[NilaiTerbaca, ...], tuple[NilaiTerbaca, ...]]:
    return tuple(n for n, wajib in nilai if wajib), tuple(n for n, wajib in nilai if not wajib)


def _tambah_indikator(
    temuan: Temuan, iku: Ukuran, kunci: set[str], nilai: list[tuple[NilaiTerbaca, bool]], tata: TataLetak
) -> None:
    wajib, boleh = _pilah(nilai)
    temuan.indikator.append(
        IndikatorTerbaca(
            nama=iku.nama,
            sasaran=iku.sasaran if "sasaran" in kunci else "",
            tujuan=iku.tujuan if "tujuan" in kunci else "",
            satuan=iku.satuan if "satuan" in kunci else "",
            rumus=print_rumus(iku, tata) if "rumus" in kunci else "",
            sumber_data=iku.sumber if "sumber" in kunci else (),
            penanggung_jawab=iku.penanggung_jawab if "pj" in kunci else iku.penanggung_jawab[: "unit" in kunci],
            tingkat=iku.tingkat,
            nilai=wajib,
        )
    )
    temuan.boleh_indikator.append(
        IndikatorTerbaca(
            nama=iku.nama, sasaran=iku.sasaran, tujuan=iku.tujuan, satuan=iku.satuan, rumus=print_rumus(iku, tata),
            sumber_data=iku.sumber, penanggung_jawab=iku.penanggung_jawab, nilai=boleh,
        )
    )  # fmt: skip


def _tambah_keluaran(
    temuan: Temuan, rekam: Rekam, ukuran: Ukuran, kunci: set[str], nilai: list[tuple[NilaiTerbaca, bool]]
) -> None:
    """Add the indicator of a budget row; a reader may place it under the sasaran, the unit or the name of that row."""
    wajib, boleh = _pilah(nilai)
    satuan = ukuran.satuan if "k_satuan" in kunci else ""
    temuan.indikator.append(IndikatorTerbaca(nama=ukuran.nama, satuan=satuan, tingkat=ukuran.tingkat, nilai=wajib))
    penanggung_jawab = rekam.iku.penanggung_jawab[:1] if rekam.iku else ()
    for sasaran in (rekam.iku.sasaran if rekam.iku else "", rekam.mata.nama if rekam.mata else ""):
        temuan.boleh_indikator.append(
            IndikatorTerbaca(
                nama=ukuran.nama,
                sasaran=sasaran,
                satuan=ukuran.satuan,
                penanggung_jawab=penanggung_jawab,
                nilai=boleh,
            )
        )


def _tambah_anggaran(
    temuan: Temuan, rekam: Rekam, kunci: set[str], nilai: list[tuple[NilaiTerbaca, bool]], tata: TataLetak
) -> None:
    wajib, boleh = _pilah(nilai)
    mata = rekam.mata
    if mata is None:
        return
    nama = tata.kata["total"] if rekam.khusus == "total" else mata.nama
    kode = mata.kode if kunci & {"kode", "kode_uraian"} else ""
    tingkat = _TINGKAT[mata.tingkat]
    dana = mata.sumber_dana if "sumber_dana" in kunci else ""
    if wajib or kode:
        temuan.anggaran.append(AnggaranTerbaca(nama=nama, tingkat=tingkat, kode=kode, nilai=wajib, sumber_dana=dana))
    temuan.boleh_anggaran.append(
        AnggaranTerbaca(nama=nama, tingkat=tingkat, kode=mata.kode, nilai=boleh, sumber_dana=mata.sumber_dana)
    )
