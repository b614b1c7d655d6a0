"""The editions of the pagu: what each is, and the difference between two of them, node by node."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.anggaran import EdisiPagu
from tolok.core.hasil.anggaran import TOTAL
from tolok.core.periode import ROMAWI, format_tanggal
from tolok.web.anggaran.tampil.pilihan import Pilihan
from tolok.web.anggaran.tampil.uang import Selisih, compare_uang
from tolok.web.perencanaan.tautan import TeksAngka


@dataclass(frozen=True, slots=True)
class KeteranganEdisi:
    """An edition in words; ``pagu`` and ``serapan`` are ``None`` for a reader of a part of the budget."""

    edisi: EdisiPagu
    nama: str
    dokumen: str
    dicatat: str
    guna: str
    pagu: TeksAngka | None
    serapan: TeksAngka | None


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One node in two editions."""

    nama: str
    kode: str
    kedalaman: int
    dari: TeksAngka
    ke: TeksAngka
    selisih: Selisih


@dataclass(frozen=True, slots=True)
class Banding:
    """Two editions side by side; ``beda_cakupan`` says that their totals do not cover the same."""

    dari: EdisiPagu
    ke: EdisiPagu
    daftar_baris: tuple[BarisBanding, ...]
    total: BarisBanding | None
    beda_cakupan: bool
    is_sama: bool


def list_keterangan_edisi(pilihan: Pilihan) -> tuple[KeteranganEdisi, ...]:
    """Return all editions the reader may see."""
    hasil, penaut = pilihan.hasil, pilihan.penaut
    tampak = pilihan.tampak.anggaran.is_uang_tampak(TOTAL)
    return tuple(
        KeteranganEdisi(
            edisi=edisi,
            nama=f"{edisi.nomor}. {edisi.nama}",
            dokumen=describe_dokumen(edisi),
            dicatat=format_tanggal(edisi.dicatat_pada) if edisi.dicatat_pada else "",
            guna=_guna(pilihan, edisi),
            pagu=penaut.angka(hasil.pagu(TOTAL, edisi.id)) if tampak else None,
            serapan=penaut.angka(hasil.serapan(TOTAL, pilihan.periode, edisi.id)) if tampak else None,
        )
        for edisi in pilihan.daftar_edisi
    )


def describe_dokumen(edisi: EdisiPagu) -> str:
    """Return number and date of the DPA, or that they are unknown."""
    if not edisi.nomor_dokumen and edisi.tanggal is None:
        return "nomor dan tanggal DPA belum dicatat"
    nomor = f"DPA {edisi.nomor_dokumen}" if edisi.nomor_dokumen else "nomor DPA belum dicatat"
    return f"{nomor}, {format_tanggal(edisi.tanggal) if edisi.tanggal else 'tanggal belum dicatat'}"


def _guna(pilihan: Pilihan, edisi: EdisiPagu) -> str:
    data = pilihan.hasil.data
    daftar = [f"formulir TW {ROMAWI[n]}" for n, kode in enumerate(data.pagu_triwulan, start=1) if kode == edisi.id]
    if data.pagu_laporan == edisi.id:
        daftar.append("laporan tahunan")
    return ", ".join(daftar)


def compare_edisi(pilihan: Pilihan, *, dari: EdisiPagu, ke: EdisiPagu) -> Banding:
    """Return the difference between two editions for every node whose sums are the reader's."""
    tampak, anggaran = pilihan.tampak.anggaran, pilihan.hasil.anggaran
    pohon = anggaran.pohon
    daftar = tuple(
        _baris(pilihan, kode, anggaran.simpul_per_kode[kode].nama, len(pohon.list_leluhur(kode)) - 1, dari, ke)
        for kode in pohon.telusuri()
        if tampak.is_simpul_tampak(kode) and tampak.is_uang_tampak(kode)
    )
    total = _baris(pilihan, TOTAL, "Total", 0, dari, ke) if daftar and tampak.is_uang_tampak(TOTAL) else None
    return Banding(
        dari=dari,
        ke=ke,
        daftar_baris=daftar,
        total=total,
        beda_cakupan=dari.cakupan != ke.cakupan,
        is_sama=all(baris.selisih.arah in ("tetap", "") for baris in daftar),
    )


def _baris(pilihan: Pilihan, kode: str, nama: str, kedalaman: int, dari: EdisiPagu, ke: EdisiPagu) -> BarisBanding:
    awal, akhir = (pilihan.hasil.pagu(kode, edisi.id) for edisi in (dari, ke))
    return BarisBanding(
        nama=nama,
        kode="" if kode == TOTAL else kode,
        kedalaman=kedalaman,
        dari=pilihan.penaut.angka(awal, simbol=False),
        ke=pilihan.penaut.angka(akhir, simbol=False),
        selisih=compare_uang(awal, akhir),
    )
