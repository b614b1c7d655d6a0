"""The budget tree as a table: every edition of the pagu, realisasi per quarter, serapan and share of the total."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from tolok.core.anggaran import EdisiPagu, SifatProgram, SimpulAnggaran, TingkatAnggaran
from tolok.core.hasil.anggaran import TOTAL
from tolok.core.penyusun.cabang import list_cabang
from tolok.core.periode import Periode
from tolok.web.anggaran.tampil.pilihan import Pilihan, list_periode, nama_periode
from tolok.web.anggaran.tampil.tanda import Tanda, check_pagu, check_realisasi
from tolok.web.anggaran.tampil.warna import make_batang_serapan
from tolok.web.perencanaan.tautan import TANPA_ANGKA, TeksAngka
from tolok.web.ui.grafik import Batang

SARINGAN: Final = {
    "": "Semua baris",
    "bertanda": "Yang bertanda saja",
    "urusan": "Program urusan",
    "penunjang": "Program penunjang",
    "tanpa_sasaran": "Program urusan tanpa sasaran",
}
NAMA_TINGKAT: Final = {
    TingkatAnggaran.PROGRAM: "Program",
    TingkatAnggaran.KEGIATAN: "Kegiatan",
    TingkatAnggaran.SUBKEGIATAN: "Sub kegiatan",
}


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of money; ``sub`` stands small under its name, ``pilih`` marks the one that percentages use."""

    nama: str
    sub: str = ""
    pilih: bool = False
    batas: bool = False


@dataclass(frozen=True, slots=True)
class SelUang:
    """An amount with its marks; ``label`` names it on a phone, where only the chosen columns stay."""

    angka: TeksAngka
    daftar_tanda: tuple[Tanda, ...] = ()
    label: str = ""
    batas: bool = False


@dataclass(frozen=True, slots=True)
class Uang:
    """The money of one row."""

    daftar_sel: tuple[SelUang, ...]
    serapan: TeksAngka
    batang: Batang
    bagian: TeksAngka

    @property
    def daftar_tanda(self) -> tuple[Tanda, ...]:
        """All marks of the row, each once."""
        return tuple(dict.fromkeys(tanda for sel in self.daftar_sel for tanda in sel.daftar_tanda))


@dataclass(frozen=True, slots=True)
class BarisPohon:
    """A node; ``uang`` is ``None`` where its sums hold what is not the reader's."""

    id: str
    induk: str
    kedalaman: int
    simpul: SimpulAnggaran
    is_daun: bool
    is_buka: bool
    uang: Uang | None


@dataclass(frozen=True, slots=True)
class TabelAnggaran:
    """The whole table; ``total`` is ``None`` for a reader of a part, and where rows are filtered out."""

    daftar_kolom_pagu: tuple[Kolom, ...]
    daftar_kolom_realisasi: tuple[Kolom, ...]
    daftar_tingkat: tuple[tuple[int, str], ...]
    daftar_baris: tuple[BarisPohon, ...]
    total: Uang | None
    is_lebar: bool

    @property
    def daftar_bertanda(self) -> tuple[BarisPohon, ...]:
        """The leaves with a mark."""
        return tuple(b for b in self.daftar_baris if b.is_daun and b.uang is not None and b.uang.daftar_tanda)

    @property
    def jumlah_kolom(self) -> str:
        """How many columns of money there are, as an attribute reads it."""
        return str(len(self.daftar_kolom_pagu) + len(self.daftar_kolom_realisasi) + 2)


_BANYAK_EDISI: Final = 4
"""With more editions than this the table scrolls sideways in a box of its own."""


def make_tabel(pilihan: Pilihan, *, saring: str = "", cari: str = "") -> TabelAnggaran:
    """
    Return the reader's part of the tree.

    :param saring: a key of ``SARINGAN``
    :param cari: only nodes whose name, code or responsible unit holds this text, with all above and below them
    """
    penghitung = _Penghitung(pilihan)
    daftar_kode = [kode for kode in pilihan.hasil.anggaran.pohon.telusuri() if penghitung.is_tampak(kode)]
    cocok = [kode for kode in daftar_kode if penghitung.is_cocok(kode, saring, cari)]
    is_tersaring = bool(saring or cari)
    if is_tersaring:
        tampak = set(daftar_kode)
        cabang = list_cabang(pilihan.hasil.anggaran, cocok)
        daftar_kode = [satu.simpul.kode for satu in cabang if satu.simpul.kode in tampak]
    pohon = pilihan.hasil.anggaran.pohon
    id_per_kode = {kode: f"a{urut}" for urut, kode in enumerate(daftar_kode, start=1)}
    kedalaman = {kode: len(pohon.list_leluhur(kode)) - 1 for kode in daftar_kode}
    return TabelAnggaran(
        daftar_kolom_pagu=tuple(
            Kolom(edisi.nama, edisi.jenis, edisi == pilihan.edisi, not urut)
            for urut, edisi in enumerate(pilihan.daftar_edisi)
        ),
        daftar_kolom_realisasi=tuple(
            Kolom(nama_periode(periode), "", periode == pilihan.periode, not urut)
            for urut, periode in enumerate(list_periode(pilihan.periode))
        ),
        daftar_tingkat=_list_tingkat(pilihan, daftar_kode, kedalaman),
        daftar_baris=tuple(
            BarisPohon(
                id=id_per_kode[kode],
                induk=id_per_kode.get(pohon.induk_per_id[kode], ""),
                kedalaman=kedalaman[kode],
                simpul=pilihan.hasil.anggaran.simpul_per_kode[kode],
                is_daun=not any(anak in id_per_kode for anak in pohon.anak_per_id[kode]),
                is_buka=is_tersaring or penghitung.is_perlu_dibuka(kode),
                uang=penghitung.uang(kode),
            )
            for kode in daftar_kode
        ),
        total=penghitung.uang(TOTAL) if daftar_kode and not is_tersaring else None,
        is_lebar=len(pilihan.daftar_edisi) > _BANYAK_EDISI,
    )


def _list_tingkat(
    pilihan: Pilihan, daftar_kode: Iterable[str], kedalaman: dict[str, int]
) -> tuple[tuple[int, str], ...]:
    """Return the depths to which the tree can be unfolded, each by the name of its deepest level."""
    nama_per_kedalaman: dict[int, str] = {}
    for kode in daftar_kode:
        tingkat = pilihan.hasil.anggaran.simpul_per_kode[kode].tingkat
        nama_per_kedalaman.setdefault(kedalaman[kode], NAMA_TINGKAT[tingkat])
    return tuple(sorted(nama_per_kedalaman.items()))


class _Penghitung:
    """Makes the money of each row once."""

    def __init__(self, pilihan: Pilihan) -> None:
        self._pilihan = pilihan
        self._anggaran = pilihan.hasil.anggaran
        self._tampak = pilihan.tampak.anggaran
        self._uang: dict[str, Uang | None] = {}
        self._tanpa_sasaran = frozenset(
            kode for atas in self._anggaran.peta.kode_tanpa_sasaran for kode in self._anggaran.pohon.telusuri(atas)
        )

    def is_tampak(self, kode: str) -> bool:
        """Whether the node exists for the reader."""
        return self._tampak.is_simpul_tampak(kode)

    def is_bertanda(self, kode: str) -> bool:
        """Whether a leaf carries a mark."""
        uang = self.uang(kode) if self._anggaran.pohon.is_daun(kode) else None
        return uang is not None and bool(uang.daftar_tanda)

    def is_perlu_dibuka(self, kode: str) -> bool:
        """Whether a row starts unfolded: something below carries a mark, or only what is below is the reader's."""
        return self.uang(kode) is None or any(self.is_bertanda(satu) for satu in self._anggaran.pohon.telusuri(kode))

    def is_cocok(self, kode: str, saring: str, cari: str) -> bool:
        """Whether the row is asked for."""
        simpul = self._anggaran.simpul_per_kode[kode]
        dicari = " ".join(cari.split()).casefold()
        if dicari and dicari not in f"{simpul.kode} {simpul.nama} {simpul.penanggung_jawab}".casefold():
            return False
        saringan: dict[str, Callable[[], bool]] = {
            "bertanda": lambda: self.is_bertanda(kode),
            "urusan": lambda: simpul.sifat is SifatProgram.URUSAN,
            "penunjang": lambda: simpul.sifat is SifatProgram.PENUNJANG,
            "tanpa_sasaran": lambda: kode in self._tanpa_sasaran,
        }
        return saring not in saringan or saringan[saring]()

    def uang(self, kode: str) -> Uang | None:
        """Return the money of a node or of the total, ``None`` if it is not the reader's."""
        if kode not in self._uang:
            self._uang[kode] = self._hitung(kode) if self._tampak.is_uang_tampak(kode) else None
        return self._uang[kode]

    def _hitung(self, kode: str) -> Uang:
        pilihan, anggaran = self._pilihan, self._anggaran
        pagu_per_edisi = {edisi.id: anggaran.pagu(kode, edisi.id) for edisi in pilihan.daftar_edisi}
        realisasi_per_periode = {satu: anggaran.realisasi(kode, satu) for satu in list_periode(pilihan.periode)}
        tanda_per_periode = check_realisasi(realisasi_per_periode, pagu=pagu_per_edisi[pilihan.edisi.id])
        serapan = anggaran.serapan(kode, pilihan.periode, pilihan.edisi.id)
        angka = pilihan.penaut.angka
        return Uang(
            daftar_sel=(
                *(
                    SelUang(
                        angka(pagu_per_edisi[edisi.id], simbol=False),
                        check_pagu(pagu_per_edisi[edisi.id]),
                        self._label_pagu(edisi),
                        not urut,
                    )
                    for urut, edisi in enumerate(pilihan.daftar_edisi)
                ),
                *(
                    SelUang(angka(hasil, simbol=False), tanda_per_periode[satu], self._label_realisasi(satu), not urut)
                    for urut, (satu, hasil) in enumerate(realisasi_per_periode.items())
                ),
            ),
            serapan=angka(serapan),
            batang=make_batang_serapan(pilihan, serapan),
            bagian=angka(anggaran.bagian(kode, pilihan.edisi.id)) if self._tampak.is_seluruh else TANPA_ANGKA,
        )

    def _label_pagu(self, edisi: EdisiPagu) -> str:
        return "Pagu" if edisi == self._pilihan.edisi else ""

    def _label_realisasi(self, periode: Periode) -> str:
        return "Realisasi" if periode == self._pilihan.periode else ""
