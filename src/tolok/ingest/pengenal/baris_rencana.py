"""
The rows of a planning table become indicators and budget rows: what a blank cell takes over from above, rows that go
on, cells with several things, rows of totals, and rows that only name what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tolok.core.bacaan.dokumen import (
    AnggaranTerbaca,
    Besaran,
    IndikatorTerbaca,
    NilaiTerbaca,
    TabelTerbaca,
    Tingkat,
)
from tolok.core.dokumen.sel import Letak
from tolok.core.nama import make_kunci_nama
from tolok.ingest.pengenal.baris_geser import align_baris
from tolok.ingest.pengenal.butir_sel import satu_baris, split_butir, split_indikator, split_sebanyak, strip_nomor
from tolok.ingest.pengenal.kolom_rencana import Arti
from tolok.ingest.pengenal.nilai_rencana import SelNilai, Waktu, read_daftar_nilai
from tolok.ingest.pengenal.tata_rencana import KERJA, TINGKAT_URAIAN, URAIAN, Tata
from tolok.ingest.pengenal.tingkat_kerja import find_kode, infer_tingkat

_JUMLAH: Final = re.compile(
    r"\s*(?:grand\s+)?(?:jumlah|total)\b[^a-z]*(?:seluruh|keseluruhan|anggaran|pagu|belanja|total|program|\(|$|\W)",
    re.IGNORECASE,
)
_AWALAN_BAGIAN: Final = re.compile(
    r"\s*(?:[ivx\d]+[.)]\s*)?(tujuan|sasaran(?:\s+(?:strategis|program|kegiatan))?|program|kegiatan|sub\s*-?\s*kegiatan)"
    r"\s*(?:(?:ke\s*-?\s*)?\d{1,2})?\s*[:.]\s*(?=\S)",
    re.IGNORECASE,
)
_NOMOR_KOLOM: Final = re.compile(r"(\d{1,2})(?:\s*=.*)?")
_NOMOR_SAJA: Final = re.compile(r"[\dIVXivx.)(]+|[A-Za-z][.)]?")
_NAMA_BAGIAN: Final = {
    "tujuan": Arti.TUJUAN, "sasaran": Arti.SASARAN, "program": Arti.PROGRAM, "kegiatan": Arti.KEGIATAN,
    "sub": Arti.SUBKEGIATAN,
}  # fmt: skip


@dataclass(slots=True)
class Rekam:
    """An indicator or a row of work being read: its words, and its value cells with their columns."""

    nama: str
    letak: Letak
    kolom: int
    baris: int
    tingkat: str = ""
    kode: str = ""
    konteks: dict[Arti, str] = field(default_factory=dict)
    sifat: dict[Arti, list[str]] = field(default_factory=dict)
    nilai: dict[int, tuple[str, Letak]] = field(default_factory=dict)
    sumber_dana: str = ""
    indikator: str = ""


@dataclass(frozen=True, slots=True)
class IsiTabel:
    """What a table says."""

    indikator: tuple[IndikatorTerbaca, ...] = ()
    anggaran: tuple[AnggaranTerbaca, ...] = ()


@dataclass(frozen=True, slots=True)
class Baris:
    """One row, or one of the several rows that its cells hold; ``ulang[k]``: the cell only repeats the one above."""

    nomor: int
    teks: tuple[str, ...]
    letak: tuple[Letak, ...]
    ulang: tuple[bool, ...]


def read_isi(
    tabel: TabelTerbaca,
    tata: Tata,
    *,
    waktu: Waktu,
    besaran: Besaran = Besaran.TARGET,
    sasaran: str = "",
    tingkat_per_nama: Mapping[str, Tingkat] | None = None,
) -> IsiTabel:
    """
    Return the indicators and budget rows of a table.

    :param besaran: what a value is whose head names a time only
    :param sasaran: what the text above the table says it is about
    :param tingkat_per_nama: the level of work by the key of its name, from other tables of the file
    """
    pembaca = _Pembaca(tata, sasaran=sasaran)
    for baris in list_baris(align_baris(tabel, tata), tata):
        pembaca.read(baris)
    for rekam, tingkat in zip(pembaca.kerja, infer_tingkat(pembaca.kerja, tata, tingkat_per_nama or {}), strict=True):
        rekam.tingkat = tingkat
    return _susun(pembaca, tata, waktu=waktu, besaran=besaran, indeks=tabel.indeks)


def list_baris(tabel: TabelTerbaca, tata: Tata) -> Iterator[Baris]:
    """Yield the rows that say something; a row whose cells hold n indicators each is n rows."""
    sebelum: tuple[tuple[str, ...], tuple[Letak, ...]] | None = None
    for nomor, (teks, letak) in enumerate(zip(tabel.isi, tabel.letak_isi, strict=True)):
        if not any(satu.strip() for satu in teks) or _is_nomor_kolom(teks):
            continue
        is_terbelah = sebelum is not None and _is_terbelah(teks, letak, *sebelum)
        ulang = tuple(
            sebelum is not None
            and not is_terbelah
            and bool(satu.strip())
            and satu == sebelum[0][k]
            and _is_letak_sama(letak[k], sebelum[1][k])
            for k, satu in enumerate(teks)
        )
        sebelum = (teks, letak)
        yield from _split_baris(Baris(nomor, teks, letak, ulang), tata)


def _is_terbelah(
    teks: Sequence[str], letak: Sequence[Letak], teks_atas: Sequence[str], letak_atas: Sequence[Letak]
) -> bool:
    """Whether a row is another part of the printed row above it: a cell stands in the same place with other words."""
    return letak == letak_atas or any(
        satu.strip() and dua.strip() and satu != dua and _is_letak_sama(tempat, tempat_atas)
        for satu, tempat, dua, tempat_atas in zip(teks, letak, teks_atas, letak_atas, strict=True)
    )


def _is_letak_sama(satu: Letak, dua: Letak) -> bool:
    return satu == dua and (satu.baris is not None or satu.sel is not None)


def _is_nomor_kolom(teks: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: "(1) (2) (3)"."""
    daftar = [_NOMOR_KOLOM.fullmatch(satu.strip(" ().")) for satu in teks if satu.strip()]
    nomor = [int(cocok[1]) for cocok in daftar if cocok]
    return len(daftar) > 2 and len(nomor) == len(daftar) and nomor == list(range(nomor[0], nomor[0] + len(nomor)))


def _split_baris(baris: Baris, tata: Tata) -> Iterator[Baris]:
    """Yield the rows a row holds: as many as an indicator cell has items, if its other cells agree."""
    daftar_kolom = tata.list_kolom(Arti.INDIKATOR)
    pilihan = {k: _list_indikator(baris, k, tata) for k in daftar_kolom if not baris.ulang[k]}
    induk = next((k for k in reversed(daftar_kolom) if len(pilihan.get(k, ())) > 1), None)
    if induk is None:
        yield baris
        return
    jumlah = len(pilihan[induk])
    terbagi: dict[int, tuple[str, ...]] = {induk: pilihan[induk]}
    for k, kolom in enumerate(tata.kolom):
        is_milik = tata.pemilik[k] == (induk,) or kolom.arti in (*KERJA, Arti.KODE, Arti.ANGGARAN, Arti.SUMBER_DANA)
        if k != induk and is_milik and (bagian := split_sebanyak(baris.teks[k], jumlah)):
            terbagi[k] = bagian
    for i in range(jumlah):
        teks = tuple(
            terbagi[k][i] if k in terbagi else (satu if i == 0 or _is_sifat_bersama(tata, k, induk) else "")
            for k, satu in enumerate(baris.teks)
        )
        ulang = baris.ulang if i == 0 else tuple(k not in terbagi and bool(satu) for k, satu in enumerate(teks))
        yield Baris(baris.nomor, teks, baris.letak, ulang)


def _list_indikator(baris: Baris, k: int, tata: Tata) -> tuple[str, ...]:
    """Return the indicators of a cell: marked ones, or one a line if the values beside it are as many lines."""
    bertanda = split_butir(baris.teks[k])
    if len(bertanda) > 1:
        return bertanda
    sebaris = split_indikator(baris.teks[k])
    senada = [
        i
        for i, pemilik in enumerate(tata.pemilik)
        if pemilik == (k,) and tata.kolom[i].arti in (Arti.NILAI, Arti.SATUAN, Arti.ANGGARAN) and baris.teks[i].strip()
    ] or [i for i in tata.list_kolom(Arti.PROGRAM) if i < k and tata.kolom[k].tingkat == "program"]
    cocok = senada and all(len(split_sebanyak(baris.teks[i], len(sebaris)) or ()) == len(sebaris) for i in senada)
    return sebaris if cocok else bertanda


def _is_sifat_bersama(tata: Tata, k: int, induk: int) -> bool:
    """Whether one cell describes all indicators of a row: where the data come from, who answers for them, the unit."""
    return tata.pemilik[k] == (induk,) and tata.kolom[k].arti in (
        Arti.SUMBER_DATA, Arti.PENANGGUNG_JAWAB, Arti.SATUAN,
    )  # fmt: skip


def find_bagian(baris: Baris, tata: Tata) -> tuple[Arti, str] | None:
    """Return what a row is about that has one text over all columns ("Sasaran 1: …"); ``None`` for any other row."""
    kata = {satu.strip() for satu in baris.teks if satu.strip() and not _NOMOR_SAJA.fullmatch(satu.strip())}
    if len(kata) != 1 or len(tata.kolom) < 3:
        return None
    teks = kata.pop()
    berisi = [k for k, satu in enumerate(baris.teks) if satu.strip() == teks]
    cocok = _AWALAN_BAGIAN.match(teks)
    daftar_uraian = tata.list_kolom(*URAIAN)
    if cocok is not None:
        kunci = re.split(r"[\s-]", cocok[1].casefold())[0]
        arti = _NAMA_BAGIAN["sub" if kunci.startswith("sub") else kunci]
        if any(tata.kolom[k].arti is arti for k in berisi) and len(berisi) == 1:
            return None
        return arti, strip_nomor(teks[cocok.end() :])
    is_melintang = len(berisi) == len(baris.teks) or (berisi == [0] and tata.kolom[0].arti is Arti.NOMOR)
    if is_melintang and tata.has(Arti.INDIKATOR) and not _JUMLAH.match(teks):
        return tata.kolom[daftar_uraian[0]].arti if daftar_uraian else Arti.SASARAN, strip_nomor(teks)
    return None


class _Pembaca:
    """Goes down the rows; ``konteks`` is what holds for the next one."""

    def __init__(self, tata: Tata, *, sasaran: str) -> None:
        self.tata = tata
        self.konteks: dict[Arti, str] = {Arti.SASARAN: sasaran} if sasaran else {}
        self.indikator: list[Rekam] = []
        self.kerja: list[Rekam] = []
        self.total: list[Rekam] = []
        self._terakhir: dict[int, Rekam] = {}
        self._kerja_terakhir: Rekam | None = None
        self._tingkat_baris = ""
        self._daftar_uraian = tata.list_kolom(*URAIAN)
        self._daftar_indikator = tata.list_kolom(Arti.INDIKATOR)
        self._daftar_kode = tata.list_kolom(Arti.KODE)

    def read(self, baris: Baris) -> None:
        if self._read_total(baris) or self._read_bagian(baris):
            return
        kerja = self._read_uraian(baris)
        self._read_indikator(baris, kerja)
        self._read_anggaran(baris, kerja)

    def _read_total(self, baris: Baris) -> bool:
        """Take a row of totals; its words stand before its amounts."""
        kata = next((satu.strip() for satu in baris.teks if satu.strip()), "")
        if not _JUMLAH.match(kata) or any(baris.teks[k].strip() not in ("", kata) for k in self._daftar_indikator):
            return False
        rekam = Rekam(strip_nomor(kata), _letak_pertama(baris), -1, baris.nomor)
        for k in self.tata.list_kolom(Arti.ANGGARAN):
            if baris.teks[k].strip():
                rekam.nilai[k] = (baris.teks[k], baris.letak[k])
        if rekam.nilai:
            self.total.append(rekam)
        return bool(rekam.nilai) or not self._daftar_indikator

    def _read_bagian(self, baris: Baris) -> bool:
        """Take a row that only names the tujuan, sasaran or program of the rows below."""
        bagian = find_bagian(baris, self.tata)
        if bagian is not None:
            self._set_konteks(*bagian)
        return bagian is not None

    def _set_konteks(self, arti: Arti, teks: str) -> bool:
        """Put what now holds; what stands below it holds no more. Return whether it is another than before."""
        is_baru = make_kunci_nama(self.konteks.get(arti, "")) != make_kunci_nama(teks)
        if is_baru:
            mulai = URAIAN.index(arti)
            for bawah in URAIAN[mulai + 1 :]:
                self.konteks.pop(bawah, None)
        self.konteks[arti] = teks
        return is_baru

    def _read_uraian(self, baris: Baris) -> Rekam | None:
        """Take the columns of words from the highest level down; return the deepest new row of work."""
        terdalam: Rekam | None = None
        urut = sorted(self._daftar_uraian, key=lambda k: URAIAN.index(self.tata.kolom[k].arti))
        for k in urut:
            teks = baris.teks[k]
            if not teks.strip() or baris.ulang[k]:
                continue
            arti = self.tata.kolom[k].arti
            self._tingkat_baris = TINGKAT_URAIAN.get(arti, "")
            kode, nama = find_kode(strip_nomor(teks) if arti not in KERJA else satu_baris(teks))
            is_baru = self._set_konteks(arti, nama)
            if arti in KERJA and (is_baru or not self._is_lanjutan(baris, k)):
                kode = kode or next((baris.teks[i].strip() for i in self._daftar_kode if baris.teks[i].strip()), "")
                tingkat = TINGKAT_URAIAN.get(arti, "")
                terdalam = Rekam(
                    nama, baris.letak[k], k, baris.nomor, tingkat=tingkat, kode=kode, konteks=dict(self.konteks)
                )
                self.kerja.append(terdalam)
        if terdalam is not None:
            self._kerja_terakhir = terdalam
        return terdalam

    def _is_lanjutan(self, baris: Baris, k: int) -> bool:
        """Whether a name printed again speaks of the same row of work: nothing new stands in its money columns."""
        rekam = self._kerja_terakhir
        if rekam is None:
            return False
        daftar = [i for i in self.tata.list_kolom(Arti.ANGGARAN) if k in self.tata.pemilik[i] and baris.teks[i].strip()]
        if self.tata.kolom[k].arti is not self._terdalam_kerja():
            return True
        kode = next((baris.teks[i].strip() for i in self._daftar_kode if baris.teks[i].strip()), rekam.kode)
        daftar_indikator = [i for i in self._daftar_indikator if i > k and baris.teks[i].strip() and not baris.ulang[i]]
        if kode != rekam.kode or any(strip_nomor(baris.teks[i]) != rekam.indikator for i in daftar_indikator[:1]):
            return False
        return all(i in rekam.nilai and rekam.nilai[i][0] == baris.teks[i] for i in daftar)

    def _terdalam_kerja(self) -> Arti | None:
        daftar = [self.tata.kolom[k].arti for k in self._daftar_uraian if self.tata.kolom[k].arti in KERJA]
        return max(daftar, key=URAIAN.index, default=None)

    def _read_indikator(self, baris: Baris, kerja: Rekam | None) -> None:
        for k in self._daftar_indikator:
            teks = baris.teks[k].strip()
            rekam = self._terakhir.get(k)
            if teks and not baris.ulang[k] and teks != "-" and not self._is_indikator_sama(rekam, k, baris):
                rekam = Rekam(strip_nomor(teks), baris.letak[k], k, baris.nomor, tingkat=self._find_tingkat(k))
                rekam.konteks = dict(self.konteks)
                self._terakhir[k] = rekam
                self.indikator.append(rekam)
                if kerja is not None and kerja.baris == baris.nomor and (not kerja.indikator or k > kerja.kolom):
                    kerja.indikator = rekam.nama
            if rekam is not None:
                self._read_sifat(baris, k, rekam)

    def _find_tingkat(self, k: int) -> str:
        """Return whose indicator a cell names: as its head says, or the deepest words of its row or of those above."""
        tingkat = self.tata.kolom[k].tingkat
        if k not in self.tata.tersirat:
            return tingkat
        return self._tingkat_baris if self._tingkat_baris in ("tujuan", "sasaran") or not tingkat else tingkat

    def _is_indikator_sama(self, rekam: Rekam | None, k: int, baris: Baris) -> bool:
        """Whether an indicator printed again is still the one above: same words, and no other value beside it."""
        if rekam is None or make_kunci_nama(rekam.nama) != make_kunci_nama(strip_nomor(baris.teks[k])):
            return False
        if any(rekam.konteks.get(arti) != self.konteks.get(arti) for arti in (Arti.TUJUAN, Arti.SASARAN)):
            return False
        daftar = [i for i, pemilik in enumerate(self.tata.pemilik) if pemilik == (k,) and baris.teks[i].strip()]
        lama = {i: sel[0] for i, sel in rekam.nilai.items()}
        return all(lama.get(i, baris.teks[i]) == baris.teks[i] for i in daftar if self.tata.kolom[i].arti is Arti.NILAI)

    def _read_sifat(self, baris: Baris, k: int, rekam: Rekam) -> None:
        """Give an indicator what stands beside it, in its own row or in one that goes on."""
        for i, pemilik in enumerate(self.tata.pemilik):
            teks = baris.teks[i].strip()
            if pemilik != (k,) or not teks or (baris.ulang[i] and rekam.baris != baris.nomor):
                continue
            if self.tata.kolom[i].arti is Arti.NILAI:
                rekam.nilai.setdefault(i, (teks, baris.letak[i]))
            else:
                daftar = rekam.sifat.setdefault(self.tata.kolom[i].arti, [])
                if teks not in daftar:
                    daftar.append(teks)

    def _read_anggaran(self, baris: Baris, kerja: Rekam | None) -> None:
        for i in self.tata.list_kolom(Arti.ANGGARAN, Arti.SUMBER_DANA):
            teks = baris.teks[i].strip()
            if not teks or baris.ulang[i]:
                continue
            pemilik = self.tata.pemilik[i]
            if not pemilik:
                self._beri_indikator(i, teks, baris)
                continue
            rekam = kerja or self._kerja_terakhir
            if rekam is None:
                continue
            if self.tata.kolom[i].arti is Arti.SUMBER_DANA:
                rekam.sumber_dana = rekam.sumber_dana or " ".join(teks.split())
            else:
                rekam.nilai.setdefault(i, (teks, baris.letak[i]))

    def _beri_indikator(self, i: int, teks: str, baris: Baris) -> None:
        """Give money without a column of work to the indicator of its row."""
        if self.tata.kolom[i].arti is Arti.ANGGARAN and self._daftar_indikator:
            rekam = self._terakhir.get(self._daftar_indikator[0])
            if rekam is not None:
                rekam.nilai.setdefault(i, (teks, baris.letak[i]))


def _letak_pertama(baris: Baris) -> Letak:
    return next(letak for teks, letak in zip(baris.teks, baris.letak, strict=True) if teks.strip())


def _susun(pembaca: _Pembaca, tata: Tata, *, waktu: Waktu, besaran: Besaran, indeks: int) -> IsiTabel:
    """Read the value cells of all rows together and give back what the table says."""
    daftar = [*pembaca.indikator, *pembaca.kerja, *pembaca.total]
    daftar_sel = [
        SelNilai(
            kolom=tata.kolom[k],
            teks=teks,
            letak=letak,
            satuan=_satuan(rekam),
            nama=rekam.nama if rekam.kolom >= 0 else "",
        )
        for rekam in daftar
        for k, (teks, letak) in rekam.nilai.items()
    ]
    hasil = iter(read_daftar_nilai(daftar_sel, waktu=waktu, besaran=besaran))
    nilai_per_rekam = [
        tuple(replace(nilai, tabel=indeks) for _ in rekam.nilai if (nilai := next(hasil)) is not None)
        for rekam in daftar
    ]
    banyak_indikator, banyak_kerja = len(pembaca.indikator), len(pembaca.kerja)
    tingkat_per_baris = {rekam.baris: rekam for rekam in pembaca.kerja}
    indikator = tuple(
        _make_indikator(rekam, nilai, indeks, tingkat_per_baris.get(rekam.baris))
        for rekam, nilai in zip(pembaca.indikator, nilai_per_rekam[:banyak_indikator], strict=True)
    )
    anggaran = [
        _make_anggaran(rekam, nilai, indeks)
        for rekam, nilai in zip(pembaca.kerja, nilai_per_rekam[banyak_indikator:][:banyak_kerja], strict=True)
    ]
    anggaran += [
        AnggaranTerbaca(rekam.nama, Tingkat.TOTAL, nilai=nilai, letak=rekam.letak, tabel=indeks)
        for rekam, nilai in zip(pembaca.total, nilai_per_rekam[banyak_indikator + banyak_kerja :], strict=True)
    ]
    return IsiTabel(indikator, _fill_induk(anggaran))


def _satuan(rekam: Rekam) -> str:
    return " ".join(" ".join(rekam.sifat.get(Arti.SATUAN, [])).split())


def _make_indikator(
    rekam: Rekam, nilai: tuple[NilaiTerbaca, ...], indeks: int, kerja: Rekam | None
) -> IndikatorTerbaca:
    satuan = _satuan(rekam) or next((satu.satuan for satu in nilai if satu.satuan and satu.satuan != "Rp"), "")
    tingkat = rekam.tingkat or (kerja.tingkat if kerja is not None else "")
    if kerja is not None and tingkat == "kegiatan" and kerja.tingkat == "subkegiatan":
        tingkat = "subkegiatan"
    return IndikatorTerbaca(
        rekam.nama,
        sasaran="" if tingkat == "tujuan" else rekam.konteks.get(Arti.SASARAN, ""),
        tujuan=rekam.konteks.get(Arti.TUJUAN, ""),
        satuan=satuan,
        rumus="\n".join(rekam.sifat.get(Arti.RUMUS, [])),
        tingkat=tingkat,
        program="" if tingkat in ("tujuan", "sasaran") else rekam.konteks.get(Arti.PROGRAM, ""),
        sumber_data=_list_butir(rekam, Arti.SUMBER_DATA),
        penanggung_jawab=_list_butir(rekam, Arti.PENANGGUNG_JAWAB),
        nilai=nilai,
        letak=rekam.letak,
        tabel=indeks,
    )


def _list_butir(rekam: Rekam, arti: Arti) -> tuple[str, ...]:
    daftar = [satu for teks in rekam.sifat.get(arti, []) for butir in split_butir(teks) for satu in butir.split(";")]
    return tuple(dict.fromkeys(satu.strip() for satu in daftar if satu.strip(" -")))


def _make_anggaran(rekam: Rekam, nilai: tuple[NilaiTerbaca, ...], indeks: int) -> AnggaranTerbaca:
    return AnggaranTerbaca(
        rekam.nama,
        Tingkat(rekam.tingkat),
        kode=rekam.kode,
        nilai=nilai,
        sumber_dana=rekam.sumber_dana,
        letak=rekam.letak,
        tabel=indeks,
    )


_URUT_TINGKAT: Final = {Tingkat.PROGRAM: 0, Tingkat.KEGIATAN: 1, Tingkat.SUBKEGIATAN: 2}


def _fill_induk(daftar: list[AnggaranTerbaca]) -> tuple[AnggaranTerbaca, ...]:
    """Tie each budget row to the nearest row above it that is of a higher level."""
    hasil: list[AnggaranTerbaca] = []
    for baris in daftar:
        induk = None
        if baris.tingkat is not Tingkat.TOTAL:
            induk = next(
                (
                    i
                    for i in range(len(hasil) - 1, -1, -1)
                    if hasil[i].tingkat in _URUT_TINGKAT
                    and _URUT_TINGKAT[hasil[i].tingkat] < _URUT_TINGKAT[baris.tingkat]
                ),
                None,
            )
        hasil.append(replace(baris, induk=induk))
    return tuple(hasil)
