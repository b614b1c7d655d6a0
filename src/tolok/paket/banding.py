"""What one package says otherwise than another: rows added, changed and removed, as the texts of a package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tolok.paket.kolom import INSTANSI, KEBIJAKAN, KELAS, KOLOM_INDUK_KELAS, SKALA, TABEL, UMUM
from tolok.paket.kunci import KUNCI
from tolok.paket.susun import Baris, PaketTersusun

KOLOM_TABEL: Final[dict[str, tuple[str, ...]]] = {
    "umum": UMUM.kolom,
    "instansi": INSTANSI.kolom,
    "kebijakan": KEBIJAKAN.kolom,
    "skala": SKALA.kolom,
    "kelas": (KOLOM_INDUK_KELAS, *KELAS.kolom),
    **{nama: tabel.kolom for nama, tabel in TABEL.items()},
    "narasi": ("kunci", "teks"),
}
"""Every table of a package with its columns, the sections of ``paket.toml`` among them, in the order they are shown."""

_KUNCI: Final[Mapping[str, tuple[str, ...]]] = {
    "umum": (),
    "instansi": (),
    "kebijakan": (),
    "narasi": ("kunci",),
    **KUNCI,
}


class BedaSel(NamedTuple):
    """A cell that differs."""

    kolom: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class BedaBaris:
    """
    A row that differs: ``kunci`` names it, ``isi`` is the whole row by column (the new one, of a removed row the old).

    ``daftar_sel`` are the cells that changed, none if the row came or went as a whole.
    """

    kunci: Mapping[str, str]
    isi: Mapping[str, str]
    daftar_sel: tuple[BedaSel, ...] = ()

    @property
    def sebutan(self) -> str:
        """What the row is called: its key, with the names of the columns where there are several."""
        if len(self.kunci) == 1:
            return next(iter(self.kunci.values()))
        return ", ".join(teks if nama == "id" else f"{nama} {teks}" for nama, teks in self.kunci.items() if teks)


@dataclass(frozen=True, slots=True)
class BedaTabel:
    """What differs in one table; ``is_urutan`` tells that rows which are in both stand in another order."""

    nama: str
    ditambah: tuple[BedaBaris, ...]
    diubah: tuple[BedaBaris, ...]
    dihapus: tuple[BedaBaris, ...]
    is_urutan: bool

    @property
    def is_sama(self) -> bool:
        """Whether nothing differs at all."""
        return not (self.ditambah or self.diubah or self.dihapus or self.is_urutan)


def compare_tabel(nama: str, lama: Iterable[Baris], baru: Iterable[Baris]) -> BedaTabel:
    """Return what differs in one table, row by row as its key names them (``paket.kunci.KUNCI``)."""
    kolom = KOLOM_TABEL[nama]
    letak = [kolom.index(bagian) for bagian in _KUNCI[nama]]

    def beda(baris: Baris, daftar_sel: tuple[BedaSel, ...] = ()) -> BedaBaris:
        return BedaBaris({kolom[i]: baris[i] for i in letak}, dict(zip(kolom, baris, strict=True)), daftar_sel)

    lama_per_kunci = {_kunci(baris, letak): baris for baris in lama}
    baru_per_kunci = {_kunci(baris, letak): baris for baris in baru}

    return BedaTabel(
        nama,
        ditambah=tuple(beda(baris) for kunci, baris in baru_per_kunci.items() if kunci not in lama_per_kunci),
        diubah=tuple(
            beda(baris, _beda_sel(kolom, lama_per_kunci[kunci], baris))
            for kunci, baris in baru_per_kunci.items()
            if kunci in lama_per_kunci and lama_per_kunci[kunci] != baris
        ),
        dihapus=tuple(beda(baris) for kunci, baris in lama_per_kunci.items() if kunci not in baru_per_kunci),
        is_urutan=[k for k in lama_per_kunci if k in baru_per_kunci]
        != [k for k in baru_per_kunci if k in lama_per_kunci],
    )


def compare_paket(lama: PaketTersusun | None, baru: PaketTersusun) -> tuple[BedaTabel, ...]:
    """Return every table that differs (``lama`` ``None``: there was nothing before)."""
    tabel_lama, tabel_baru = ({} if lama is None else list_tabel(lama)), list_tabel(baru)
    semua = (compare_tabel(nama, tabel_lama.get(nama, ()), tabel_baru[nama]) for nama in KOLOM_TABEL)
    return tuple(tabel for tabel in semua if not tabel.is_sama)


def list_tabel(paket: PaketTersusun) -> dict[str, Sequence[Baris]]:
    """Return the rows of every table, the sections of ``paket.toml`` among them."""
    return {
        "umum": (paket.umum,),
        "instansi": (paket.instansi,),
        "kebijakan": (paket.kebijakan,),
        "skala": [skala.isi for skala in paket.daftar_skala],
        "kelas": [(skala.isi[0], *kelas) for skala in paket.daftar_skala for kelas in skala.daftar_kelas],
        **paket.tabel,
        "narasi": paket.narasi,
    }


def _kunci(baris: Baris, letak: Sequence[int]) -> Baris:
    return tuple(baris[i] for i in letak)


def _beda_sel(kolom: tuple[str, ...], lama: Baris, baru: Baris) -> tuple[BedaSel, ...]:
    semua = (BedaSel(*isi) for isi in zip(kolom, lama, baru, strict=True))
    return tuple(sel for sel in semua if sel.lama != sel.baru)
