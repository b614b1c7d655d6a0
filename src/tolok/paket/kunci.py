"""Keys of the tables: what must not stand twice, and trees that must not turn back on themselves."""

from __future__ import annotations

from typing import Final

from tolok.core.nama import make_kunci_nama
from tolok.core.pohon import JenisCacat, check_pohon
from tolok.paket.masalah import Masalah
from tolok.paket.mentah import BarisMentah, PaketMentah
from tolok.paket.susun import KUNCI_NARASI

KUNCI: Final[dict[str, tuple[str, ...]]] = {
    "unit": ("id",),
    "jabatan": ("id",),
    "pejabat": ("jabatan", "berlaku_mulai", "dicatat_pada"),
    "pegawai": ("nama",),
    "edisi_rencana": ("id",),
    "simpul": ("id", "edisi"),
    "indikator": ("indikator", "edisi"),
    "variabel": ("id",),
    "nilai_variabel": ("variabel", "tahun", "triwulan", "unit"),
    "target": ("indikator", "tahun", "triwulan", "dokumen"),
    "nilai_tercatat": ("indikator", "tahun", "triwulan", "unit", "sumber", "letak"),
    "pembanding": ("indikator", "tahun", "cakupan", "sumber"),
    "jembatan": ("lama", "baru"),
    "skala": ("id",),
    "kelas": ("label", "skala"),
    "anggaran": ("kode",),
    "edisi_pagu": ("id",),
    "pagu": ("kode", "edisi", "jenis_belanja", "sumber_dana"),
    "realisasi": ("kode", "tahun", "triwulan"),
    "edisi_pemetaan": ("id",),
    "pemetaan": ("kode", "edisi", "simpul", "indikator"),
    "perjanjian": ("id",),
    "penandatangan": ("dokumen", "jabatan"),
    "analisis": ("indikator", "tahun", "triwulan"),
    "penghargaan": ("nama", "tingkat", "tahun"),
    "isu": ("uraian",),
    "dasar_hukum": ("nama",),
}
"""The columns that together name one row; the first is where a doubled row is shown."""

_SEBUTAN: Final = {
    "target": "Target ganda untuk satu indikator, tahun dan dokumen",
    "nilai_variabel": "Nilai ganda untuk satu variabel, periode, dan unit",
    "realisasi": "Realisasi ganda untuk satu kode dan periode",
}
_POHON: Final = (("unit", "id", ()), ("simpul", "id", ("edisi",)), ("anggaran", "kode", ()))


def check_kunci(mentah: PaketMentah) -> None:
    """Note every row that repeats the key of an earlier one, naming both."""
    for nama, kolom in KUNCI.items():
        tabel = mentah.tabel[nama]
        terlihat: dict[tuple[str, ...], BarisMentah] = {}
        for baris in tabel.daftar_baris:
            kunci = tuple(baris.teks(k) or ("0" if k == "triwulan" else "") for k in kolom)
            if not kunci[0]:
                continue
            if kunci in terlihat:
                isi = ", ".join(f"{k} {teks!r}" for k, teks in zip(kolom, kunci, strict=True) if teks)
                sebutan = _SEBUTAN.get(nama, "Baris ganda")
                pesan = f"{sebutan} ({isi}): baris {terlihat[kunci].nomor} dan baris {baris.nomor}. Hapus salah satu."
                mentah.catatan.tambah(tabel.masalah(baris, kolom[0], pesan))
            else:
                terlihat[kunci] = baris
    _check_label(mentah)
    _check_narasi(mentah)


def _check_label(mentah: PaketMentah) -> None:
    """A formula calls a variable by its label, so two of one label would leave open which one is meant."""
    tabel = mentah.tabel["variabel"]
    terlihat: dict[str, BarisMentah] = {}
    for baris in tabel.daftar_baris:
        label = baris.teks("label")
        pertama = terlihat.setdefault(make_kunci_nama(label), baris)
        if label and pertama.teks("id") != baris.teks("id"):
            pesan = (
                f"Label {label!r} sudah dipakai variabel {pertama.teks('id')!r} di baris {pertama.nomor}, padahal "
                "rumus memanggil variabel menurut labelnya (huruf besar-kecil dan spasi tidak membedakan). "
                "Bedakan labelnya."
            )
            mentah.catatan.tambah(tabel.masalah(baris, "label", pesan))


def _check_narasi(mentah: PaketMentah) -> None:
    terlihat: dict[str, int] = {}
    for narasi in mentah.daftar_narasi:
        kolom, baris = ("kunci", narasi.baris) if narasi.is_sel else (None, None)
        if not KUNCI_NARASI.fullmatch(narasi.kunci):
            pesan = f"Kunci narasi {narasi.kunci!r} memakai karakter lain; pakai a-z, 0-9, '-', '_', '.' dan '/'."
            mentah.catatan.tambah(Masalah(narasi.berkas, baris, kolom, pesan, tertulis=narasi.kunci))
        elif narasi.kunci in terlihat:
            pesan = f"Kunci {narasi.kunci!r} ada di baris {terlihat[narasi.kunci]} dan {baris}. Hapus salah satu."
            mentah.catatan.tambah(Masalah(narasi.berkas, baris, kolom, pesan, tertulis=narasi.kunci))
        terlihat.setdefault(narasi.kunci, narasi.baris)


def check_pohon_mentah(mentah: PaketMentah) -> None:
    """Note trees that are cyclic or absurdly deep, with the path; unknown and doubled ids are noted elsewhere."""
    for nama, kolom_id, kolom_kelompok in _POHON:
        tabel = mentah.tabel[nama]
        kelompok: dict[tuple[str, ...], dict[str, BarisMentah]] = {}
        for baris in tabel.daftar_baris:
            anggota = kelompok.setdefault(tuple(baris.teks(kolom) for kolom in kolom_kelompok), {})
            anggota.setdefault(baris.teks(kolom_id), baris)
        for anggota in kelompok.values():
            for cacat in check_pohon((id_baris, baris.teks("induk")) for id_baris, baris in anggota.items()):
                if cacat.jenis in (JenisCacat.SIKLUS, JenisCacat.TERLALU_DALAM):
                    pesan = f"{cacat.pesan} Perbaiki kolom 'induk' salah satu di antaranya."
                    mentah.catatan.tambah(tabel.masalah(anggota[cacat.id], "induk", pesan))
