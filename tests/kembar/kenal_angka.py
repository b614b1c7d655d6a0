"""
The explicit list of digits that may stand in a table cell or a sentence without being a quantity with an identity.

``Pengenal.asing`` and ``asing_kalimat`` return what is on no list: a number printed without saying which one it is.

* names, titles, sources and codes that the officers typed (from the agency-year itself), years, dates;
* row numbers in the first column, the row of column numbers, numbers of sasaran and tujuan, marks of notes;
* "n dari m indikator", which must be what the twin counts for the mean in the same row;
* staffing counts, which must be those of the agency-year or their sum, and the NIP of a signer;
* bounds of classes and the sentences of the policies, whose numbers must be bounds or policies;
* in sentences and notes: rival records, counts of programs, the zeros and hundreds of fixed phrases, and references to
  a note or the table of programs;
* numbers inside a formula: literals of a formula, or quantities printed in the same cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property

from baca_kembar import SelBaca, TabelBaca
from kembar_nilai import baca, bulat, cetak, cetak_angka

from kembar import Kembar
from tolok.core.instansi import TahunInstansi
from tolok.core.periode import NAMA_BULAN, Periode

_ANGKA = re.compile(r"\d(?:[\d.]*\d)?(?:,\d+)?")
_TAHUN = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
_TANGGAL = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(NAMA_BULAN[1:])})")
_BAGIAN = re.compile(r"(\d+) dari (\d+) indikator")
_SASARAN = re.compile(r"\b(?:sasaran|tujuan) (\d+)\b", re.IGNORECASE)
_CATATAN = re.compile(r"\((?:\d+)(?:,\d+)*\)$")
_KELAS = re.compile(r"(?:Kurang dari|Lebih dari|Sampai|[\d,.]+% (?:sampai|ke atas|atau lebih)).*")
_CATATAN_AWAL = re.compile(r"^ ?\(\d+\) ")
_KURANG = re.compile(r"hanya ([\d,]+)% indikator yang terukur, kurang dari ([\d,]+)%")
_RUJUKAN = re.compile(r"lihat catatan \d+ di bawah (?:Tabel 3\.1|…)\.|sumber dan cakupannya di bawah Tabel 2\.2\.")
_SAINGAN = re.compile(r"(?:[Bb]ertentangan dengan|; |Yang dipakai) ?(−?[\d.]+(?:,\d+)?%?)")
_UTUH = re.compile(r"Untuk seluruh instansi tercatat (−?[\d.]+(?:,\d+)?)")
_PEGAWAI = re.compile(r"jumlah pegawai (\d+)")
_SIMPUL = re.compile(r"\d+ (?:program|kegiatan|sub kegiatan)")
_TETAP = re.compile(
    r"bernilai 0|(?:Target|Realisasi(?: tidak lebih dari)?) 0\.|di atas 0%|di bawah 100%"
    r"|paling sedikit 100%|Rumus E6|serapan 0%|Lampiran \d+|Nomor \d+ Tahun"
)
_KALIMAT = tuple(
    re.compile(pola)
    for pola in (
        r"Paling tinggi .* dan paling rendah .* dalam rata-rata\..*",
        r"Sekurang-kurangnya .* indikator terukur; di bawahnya predikat rata-rata tidak diberikan\.",
        r"(?:Dihitung dengan c|C)apaian .*\.",
        r"Target 0.*",
        r"Capaiannya .*; batas dikenakan sesudahnya\. Bagian tanpa nilai membuat capaiannya tidak dinyatakan\..*",
        r"Majemuk; capaiannya .*\. Bagiannya: .*\.",
        r".* bila kategori realisasi setingkat dengan target atau di atasnya, selain itu .*",
        r"Di dalam rentang .*; di bawahnya .*; di atasnya .*\.",
        r"(?:Nilai|Nisbah|Selisih|Sisa anggaran) .*\. Efisiensi tidak dinyatakan bila capaian di bawah 100%\.",
        r"Tidak dinyatakan efisien karena capaian di bawah 100%\.",
        r"Efisiensi tidak dapat dihitung karena tidak ada capaian di atas 0%\.",
        r"Tidak dapat dihitung\. Rumus E6 hanya untuk capaian paling sedikit 100%\.",
    )
)
_ANGKA_KALIMAT = {"0", "1", "6", "20", "50", "100"}


class Pengenal:
    """Knows the digits of one agency-year that are no quantities."""

    def __init__(self, data: TahunInstansi, kembar: Kembar) -> None:
        self._data = data
        self._kembar = kembar
        teks = {satu for satu in _list_teks(data) if re.search(r"\d", satu)}
        nomor = {satu.nomor for satu in data.daftar_perjanjian if satu.nomor}
        nama = {satu for satu in teks if len(satu) > 3 and re.search("[A-Za-z]{2}", satu)}
        self._nama = sorted(nama | nomor, key=len, reverse=True)
        self._kode = {satu.kode for satu in data.daftar_anggaran}
        jumlah = [satu.jumlah for satu in data.daftar_pegawai]
        self._pegawai = {str(satu) for satu in (*jumlah, sum(jumlah))}
        self._nip = {f"NIP {satu.nip}" for satu in data.daftar_pejabat if satu.nip}
        self._harfiah = {
            angka for satu in data.daftar_indikator for angka in _list_angka(re.sub(r"\[[^\]]*\]", "", satu.rumus))
        }
        kebijakan = [data.kebijakan.bagian_minimum, *([data.kebijakan.batas] if data.kebijakan.batas else [])]
        batas = [kelas.bawah for skala in data.daftar_skala for kelas in skala.kelas if kelas.bawah is not None]
        self._batas = {cetak_angka(satu.to_fraction(), None) for satu in batas}
        self._kebijakan = _ANGKA_KALIMAT | {cetak_angka(satu.to_fraction(), None) for satu in kebijakan}

    def asing(self, tabel: TabelBaca) -> Iterator[str]:
        """Yield every text of a table with digits that nothing explains."""
        kepala = [teks for sel in tabel.baris[0] for teks in sel.teks]
        is_pegawai, is_ketentuan = "Kelompok Pegawai" in kepala, kepala[:1] == ["Ketentuan"]
        for nomor, baris in enumerate(tabel.baris):
            for sel in baris:
                for potong in sel.rumus:
                    if not (self._is_rumus(potong, sel) or (is_ketentuan and self._is_angka_kebijakan(potong))):
                        yield potong
                for teks in sel.teks:
                    sisa = self._kupas(teks)
                    if not re.search(r"\d", sisa):
                        continue
                    is_kepala = nomor < tabel.banyak_kepala
                    if not (
                        self._is_nomor(sisa, sel, baris, is_kepala=is_kepala)
                        or (is_pegawai and sisa in self._pegawai)
                        or self._is_kalimat(teks)
                        or self._is_bagian(sisa, baris)
                        or self._is_rumus(sisa, sel)
                    ):
                        yield teks

    def asing_kalimat(self, teks: str) -> str:
        """Return what is left of a sentence with digits after all that explains them, or ``""``."""
        sisa = self._kupas(_CATATAN_AWAL.sub("", teks))
        sisa = _KURANG.sub(lambda cocok: "…" if self._is_kurang(cocok) else cocok[0], sisa)
        sisa = _BAGIAN.sub(lambda cocok: "…" if self._is_terhitung(cocok) else cocok[0], sisa)
        sisa = _SAINGAN.sub(lambda cocok: "…" if cocok[1] in self._tercatat else cocok[0], sisa)
        sisa = _UTUH.sub(lambda cocok: "…" if cocok[1] in self._utuh else cocok[0], sisa)
        sisa = _RUJUKAN.sub("…", sisa)
        sisa = _PEGAWAI.sub(lambda cocok: "…" if cocok[1] in self._pegawai else cocok[0], sisa)
        sisa = _SIMPUL.sub(lambda cocok: "…" if cocok[0] in self._banyak_simpul else cocok[0], sisa)
        sisa = _TETAP.sub("…", sisa)
        return sisa if re.search(r"\d", sisa) else ""

    def _is_kurang(self, cocok: re.Match[str]) -> bool:
        bagian, minimum = cocok.groups()
        daftar = {cetak_angka(bulat(Fraction(n * 100, m), 2), None) for n, m in self._daftar_bagian if m}
        return bagian in daftar and minimum in self._kebijakan

    def _is_terhitung(self, cocok: re.Match[str]) -> bool:
        return (int(cocok[1]), int(cocok[2])) in self._daftar_bagian

    @cached_property
    def _daftar_bagian(self) -> set[tuple[int, int]]:
        """The n and m of every mean that there is."""
        data = self._data
        objek = ["instansi", *(f"sasaran:{satu.id}" for satu in data.daftar_simpul if satu.jenis == "sasaran")]
        return {
            self._kembar.rata_rata(satu, Periode(data.tahun, triwulan))[1:] for satu in objek for triwulan in range(5)
        }

    @cached_property
    def _tercatat(self) -> set[str]:
        return {cetak(baca(satu.nilai), None) for satu in self._data.daftar_nilai_tercatat}

    @cached_property
    def _utuh(self) -> set[str]:
        """What was recorded for the agency as a whole beside the values of its units."""
        return {cetak(baca(satu.nilai), None) for satu in self._data.daftar_nilai_variabel if not satu.unit}

    @cached_property
    def _banyak_simpul(self) -> set[str]:
        tingkat = [str(satu.tingkat) for satu in self._data.daftar_anggaran]
        nama = {"program": "program", "kegiatan": "kegiatan", "subkegiatan": "sub kegiatan"}
        return {f"{tingkat.count(satu)} {sebutan}" for satu, sebutan in nama.items()}

    def _kupas(self, teks: str) -> str:
        """Return a text without names, years, dates, numbers of sasaran and marks of notes."""
        for nama in self._nama:
            teks = teks.replace(nama, "…").replace(nama.upper(), "…").replace(nama[:1].lower() + nama[1:], "…")
        if teks in self._kode:
            return ""
        teks = _CATATAN.sub("", _TANGGAL.sub("…", teks)) if "\0" in teks else _TANGGAL.sub("…", teks)
        banyak = len(self._data.daftar_simpul)
        teks = _SASARAN.sub(lambda cocok: "…" if int(cocok[1]) <= banyak else cocok[0], teks)
        return _TAHUN.sub("…", teks)

    def _is_nomor(self, teks: str, sel: SelBaca, baris: list[SelBaca], *, is_kepala: bool) -> bool:
        if not re.fullmatch(r"\d{1,3}\.?", teks):
            return False
        is_baris_nomor = is_kepala and all(re.fullmatch(r"\d{1,2}", "".join(satu.teks)) for satu in baris)
        return sel.kolom == 0 or is_baris_nomor

    def _is_kalimat(self, teks: str) -> bool:
        if _KELAS.fullmatch(teks) and set(_list_angka(teks)) <= self._batas:
            return True
        if teks in self._nip or teks == f"Efisiensi ({self._data.kebijakan.efisiensi})":
            return True
        return any(pola.fullmatch(teks) for pola in _KALIMAT) and self._is_angka_kebijakan(teks)

    def _is_angka_kebijakan(self, teks: str) -> bool:
        return set(_list_angka(teks)) <= self._kebijakan

    def _is_bagian(self, teks: str, baris: list[SelBaca]) -> bool:
        """Whether "n dari m" is what the twin counts for the mean that the row prints."""
        cocok = _BAGIAN.search(teks)
        rata_rata = [i for sel in baris for i, _ in sel.besaran if i.endswith("/rata_rata_capaian")]
        if cocok is None or not rata_rata or re.search(r"\d", _BAGIAN.sub("", teks)):
            return False
        _, tahun, kunci, objek, _ = rata_rata[0].split("/")
        periode = Periode(int(tahun), 0 if kunci == "tahun" else int(kunci[2:]))
        return (int(cocok[1]), int(cocok[2])) == self._kembar.rata_rata(objek, periode)[1:]

    def _is_rumus(self, teks: str, sel: SelBaca) -> bool:
        """Whether all numbers are literals of a formula or quantities of the same cell, in a text shaped like one."""
        tercetak = {angka for _, satu in sel.besaran for angka in _list_angka(satu)}
        angka = set(_list_angka(teks))
        is_bentuk = teks in sel.rumus or re.search(r"[×+;/÷^−]|\(", teks) is not None
        return is_bentuk and angka <= tercetak | self._harfiah


def _list_angka(teks: str) -> list[str]:
    return _ANGKA.findall(teks)


def _list_teks(isi: object) -> Iterator[str]:
    if isinstance(isi, str) and not isinstance(isi, Enum):
        yield isi
    elif isinstance(isi, tuple):
        for satu in isi:
            yield from _list_teks(satu)
    elif is_dataclass(isi):
        for medan in fields(isi):
            yield from _list_teks(getattr(isi, medan.name))
