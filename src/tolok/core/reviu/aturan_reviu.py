"""What a rule is, and the material it looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tolok.core.bacaan.dokumen import AnggaranTerbaca, DokumenTerbaca, JenisDokumen, NilaiTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan


@dataclass(frozen=True, slots=True)
class Aturan:
    """
    A rule as people know it; its function stands beside it in ``daftar``.

    ``kode`` is its stable name in the command interface and its page in ``docs/reviu/``; ``judul`` what it looks for;
    ``dasar`` the legal basis or the customary rule.
    """

    kode: str
    judul: str
    tingkat: TingkatTemuan
    dasar: str

    def make_temuan(
        self,
        *,
        keyakinan: Keyakinan,
        letak: LetakTemuan,
        pesan: str,
        tercetak: str = "",
        seharusnya: str | None = None,
        letak_lain: tuple[LetakTemuan, ...] = (),
        tingkat: TingkatTemuan | None = None,
    ) -> Temuan:
        """Return a finding of this rule, at its usual level unless another is given."""
        return Temuan(
            aturan=self.kode,
            tingkat=tingkat or self.tingkat,
            keyakinan=keyakinan,
            letak=letak,
            pesan=pesan,
            tercetak=tercetak,
            seharusnya=seharusnya,
            letak_lain=letak_lain,
        )


@dataclass(frozen=True, slots=True)
class Bahan:
    """One document and the name of the file it stands in."""

    berkas: str
    dokumen: DokumenTerbaca

    def di(self, letak: Letak, baris_akhir: int | None = None) -> LetakTemuan:
        """Return a place in this file."""
        return LetakTemuan(self.berkas, letak, baris_akhir)

    def get_triwulan(self, nilai: NilaiTerbaca) -> int | None:
        """Return the quarter of a value; in the form of a quarter, that quarter unless it says otherwise."""
        if nilai.triwulan is None and self.dokumen.jenis is JenisDokumen.PENGUKURAN:
            return self.dokumen.triwulan
        return nilai.triwulan

    def list_anggaran_per_tabel(self) -> Iterator[tuple[AnggaranTerbaca, ...]]:
        """Yield the budget rows of each table, in the order ``induk`` counts them."""
        kelompok: dict[int | None, list[AnggaranTerbaca]] = {}
        for baris in self.dokumen.anggaran:
            kelompok.setdefault(baris.tabel, []).append(baris)
        return (tuple(daftar) for daftar in kelompok.values())
