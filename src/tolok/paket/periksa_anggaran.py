"""Checks of the budget: money on leaves only, levels in order, realisasi that neither falls nor exceeds its pagu."""

from __future__ import annotations

from typing import Final

from tolok.core.anggaran import TingkatAnggaran
from tolok.paket.masalah import Tingkat
from tolok.paket.mentah import BarisMentah
from tolok.paket.teks_sel import format_sen
from tolok.paket.urai import Terurai

_TINGKAT_INDUK: Final = {
    TingkatAnggaran.PROGRAM: None,
    TingkatAnggaran.KEGIATAN: TingkatAnggaran.PROGRAM,
    TingkatAnggaran.SUBKEGIATAN: TingkatAnggaran.KEGIATAN,
}


def check_anggaran(terurai: Terurai) -> None:
    """Note what is wrong or doubtful in the budget; a broken tree is told once, not again for every amount."""
    berkas, catatan = terurai.mentah.tabel["anggaran"].berkas, terurai.mentah.catatan
    if not catatan.ada_galat_di(berkas, "induk"):
        _check_tingkat(terurai)
    if not catatan.ada_galat_di(berkas, "induk"):
        _check_daun(terurai)
    _check_nomor_edisi(terurai)
    _check_realisasi(terurai)


def _check_tingkat(terurai: Terurai) -> None:
    tingkat_per_kode = {simpul.kode: simpul.tingkat for simpul in terurai.isi("anggaran")}
    for baris, simpul in terurai.tabel["anggaran"]:
        seharusnya = _TINGKAT_INDUK[simpul.tingkat]
        if not simpul.induk:
            if seharusnya is not None:
                pesan = (
                    f"{simpul.tingkat.value} {simpul.kode!r} tidak berinduk; tulis kode {seharusnya.value} di atasnya."
                )
                _catat(terurai, "anggaran", baris, "induk", pesan[0].upper() + pesan[1:])
        elif simpul.induk in tingkat_per_kode and tingkat_per_kode[simpul.induk] is not seharusnya:
            induk = tingkat_per_kode[simpul.induk].value
            boleh = f"induknya harus {seharusnya.value}" if seharusnya else "program tidak berinduk"
            pesan = f"{simpul.tingkat.value} berada di bawah {induk} {simpul.induk!r}; {boleh}."
            _catat(terurai, "anggaran", baris, "induk", pesan[0].upper() + pesan[1:])


def _check_daun(terurai: Terurai) -> None:
    berisi = {baris.teks("induk") for baris in terurai.mentah.tabel["anggaran"].daftar_baris}
    for nama, sebutan in (("pagu", "Pagu"), ("realisasi", "Realisasi")):
        for baris, isi in terurai.tabel[nama]:
            if isi.kode in berisi:
                pesan = (
                    f"{sebutan} ditulis pada {isi.kode!r} yang masih mempunyai rincian di bawahnya; "
                    "tulis pada rinciannya, jumlahnya dihitung Tolok."
                )
                _catat(terurai, nama, baris, "kode", pesan)


def _check_nomor_edisi(terurai: Terurai) -> None:
    terlihat: dict[int, int] = {}
    for baris, edisi in terurai.tabel["edisi_pagu"]:
        if edisi.nomor in terlihat:
            pesan = f"Nomor {edisi.nomor} dipakai dua edisi pagu (baris {terlihat[edisi.nomor]} dan {baris.nomor})."
            _catat(terurai, "edisi_pagu", baris, "nomor", f"{pesan} Beri nomor urut yang berbeda.", Tingkat.PERINGATAN)
        terlihat.setdefault(edisi.nomor, baris.nomor)


def _check_realisasi(terurai: Terurai) -> None:
    pagu: dict[tuple[str, str], int] = {}
    for isi in terurai.isi("pagu"):
        pagu[isi.edisi, isi.kode] = pagu.get((isi.edisi, isi.kode), 0) + isi.sen
    umum = terurai.umum or {}
    edisi_triwulan = umum.get("pagu_triwulan", ())
    sebelum: dict[tuple[str, int], tuple[int, int]] = {}
    for baris, isi in sorted(terurai.tabel["realisasi"], key=lambda pasangan: pasangan[1].periode.akhir):
        kunci = (isi.kode, isi.periode.tahun)
        nomor_lalu, lalu = sebelum.get(kunci, (0, 0))
        if isi.sen < lalu:
            pesan = (
                f"Realisasi {format_sen(isi.sen)} lebih kecil daripada periode sebelumnya "
                f"({format_sen(lalu)}, baris {nomor_lalu}), padahal realisasi bersifat kumulatif; periksa keduanya."
            )
            _catat(terurai, "realisasi", baris, "jumlah", pesan, Tingkat.PERINGATAN)
        sebelum[kunci] = (baris.nomor, isi.sen)
        if isi.periode.tahun != umum.get("tahun"):
            continue
        edisi = umum.get("pagu_laporan", "")
        if isi.periode.triwulan and len(edisi_triwulan) == 4:
            edisi = edisi_triwulan[isi.periode.triwulan - 1]
        batas = pagu.get((edisi, isi.kode))
        if batas is not None and isi.sen > batas:
            pesan = (
                f"Realisasi {format_sen(isi.sen)} melampaui pagu {format_sen(batas)} di edisi {edisi!r}; "
                "periksa realisasi, pagu, atau edisi yang dipakai."
            )
            _catat(terurai, "realisasi", baris, "jumlah", pesan, Tingkat.PERINGATAN)


def _catat(
    terurai: Terurai,
    nama: str,
    baris: BarisMentah,
    kolom: str,
    pesan: str,
    tingkat: Tingkat = Tingkat.GALAT,
) -> None:
    terurai.mentah.catatan.tambah(terurai.mentah.tabel[nama].masalah(baris, kolom, pesan, tingkat=tingkat))
