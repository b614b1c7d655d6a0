"""The layout of a reviewer's papers: statement, checklist and working paper, each on pages of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from tolok.core.reviu.daftar_periksa import VERSI, ButirTerjawab, Jawaban, KelompokButir, list_tampil
from tolok.core.reviu.kertas_kerja import KertasKerjaReviu
from tolok.core.reviu.sebutan import format_jumlah
from tolok.render.susunan.reviu import nama_berkas, sebut_berkas
from tolok.render.susunan.unsur import (
    daftar_butir,
    kepala,
    kepala_nomor,
    keterangan,
    paragraf,
    sel_alinea,
    sel_teks,
    tabel,
)
from tolok.render.tata_letak import Blok, Jarak, Judul, KolomTandaTangan, Naskah, Seksi, SelTabel, TandaTangan

_HURUF: Final = 9
_TITIK: Final = "…" * 8
_TANPA_TANGGAL: Final = date(2000, 1, 1)
_KOLOM_KKR: Final = (
    ("No", 9), ("Letak", 34), ("Kondisi", 66), ("Kriteria", 34), ("Sebab", 26), ("Akibat", 26), ("Saran", 38),
    ("Tanggapan", 30),
)  # fmt: skip
_KOLOM_PERIKSA: Final = (("No", 14), ("Yang diperiksa", 74), ("Ya", 12), ("Tidak", 14), ("Bukti dan catatan", 149))


def layout_kertas_kerja(model: KertasKerjaReviu) -> Naskah:
    """Return the papers as one document; its name is made from that of the first file."""
    kaki = f"Kertas kerja reviu · {sebut_berkas(model.catatan)}"
    return Naskah(
        jenis="kertas_kerja_reviu",
        judul=f"Kertas kerja reviu {sebut_berkas(model.catatan)}".strip(),
        subjek="Reviu atas laporan kinerja",
        penerbit="Tolok",
        tanggal=date(model.tahun, 12, 31) if model.tahun else _TANPA_TANGGAL,
        seksi=(
            Seksi(tuple(_kertas_kerja(model)), mendatar=True, nomor_halaman="arab", kaki=kaki),
            Seksi(tuple(_daftar_periksa(model)), mendatar=True, nomor_halaman="arab", kaki=kaki),
            Seksi(tuple(_pernyataan(model)), nomor_halaman="arab", kaki=kaki),
        ),
        nama_berkas=nama_berkas(model.catatan, "kertas-kerja-reviu"),
    )


def _laporan(model: KertasKerjaReviu) -> str:
    """Return which report it is about, with dots for what it does not say."""
    return f"Laporan Kinerja {model.perangkat_daerah or _TITIK} Tahun {model.tahun or '…………'}"


def _kertas_kerja(model: KertasKerjaReviu) -> Iterator[Blok]:
    yield Judul(1, "Kertas Kerja Reviu")
    yield paragraf(_laporan(model), gaya="tengah", tebal=True)
    yield paragraf(
        f"{format_jumlah(butir.temuan for butir in model.catatan.daftar_butir).capitalize()}. Kondisi, kriteria, dan "
        "saran berasal dari pemeriksaan mesin dan perlu ditelaah; sebab, akibat, dan tanggapan diisi oleh pereviu dan "
        "yang direviu."
    )
    if not model.daftar_baris:
        yield paragraf("Pemeriksaan mesin tidak menemukan apa pun pada berkas ini; itu bukan kesimpulan reviu.")
        return
    yield tabel(
        kepala=(tuple(kepala(teks) for teks, _ in _KOLOM_KKR), kepala_nomor(len(_KOLOM_KKR))),
        baris=[
            (
                sel_teks(str(baris.nomor), perataan="tengah"),
                sel_teks(baris.letak),
                sel_teks(baris.kondisi),
                sel_teks(baris.kriteria),
                sel_teks(""),
                sel_teks(""),
                sel_teks(baris.saran),
                sel_teks(baris.tanggapan),
            )
            for baris in model.daftar_baris
        ],
        lebar=[lebar for _, lebar in _KOLOM_KKR],
        ukuran_huruf=_HURUF,
    )
    yield _penanda("Disusun oleh,", "Diperiksa oleh,")


def _daftar_periksa(model: KertasKerjaReviu) -> Iterator[Blok]:
    yield Judul(1, "Daftar Periksa Reviu")
    yield paragraf(_laporan(model), gaya="tengah", tebal=True)
    yield tabel(
        kepala=(tuple(kepala(teks) for teks, _ in _KOLOM_PERIKSA),),
        baris=[
            baris for kelompok, daftar in list_tampil(model.daftar_butir) for baris in _baris_kelompok(kelompok, daftar)
        ],
        lebar=[lebar for _, lebar in _KOLOM_PERIKSA],
        catatan=[
            keterangan(
                f"Menurut {VERSI}. Tanda √ pada Ya adalah jawaban awal mesin dengan buktinya; pereviu menetapkan. "
                "Butir tanpa tanda tidak dapat dijawab dari berkasnya."
            )
        ],
        ukuran_huruf=_HURUF,
    )


def _baris_kelompok(kelompok: KelompokButir, daftar: tuple[ButirTerjawab, ...]) -> Iterator[tuple[SelTabel, ...]]:
    yield (
        sel_teks(kelompok.nomor, perataan="tengah", peran="bagian"),
        sel_teks(kelompok.judul, kolom=len(_KOLOM_PERIKSA) - 1, peran="bagian"),
    )
    for satu in daftar:
        syarat = f"Dijawab bila {' atau '.join(satu.butir.bila_tidak)} dijawab tidak." if satu.butir.bila_tidak else ""
        yield (
            sel_teks(satu.butir.kode, perataan="tengah"),
            sel_teks(satu.butir.isi),
            sel_teks("√" if satu.jawaban is Jawaban.YA else "", perataan="tengah"),
            sel_teks(""),
            sel_alinea([teks for teks in (syarat, *satu.bukti) if teks] or [""]),
        )


def _pernyataan(model: KertasKerjaReviu) -> Iterator[Blok]:
    yield Judul(1, "Pernyataan Telah Direviu")
    yield paragraf(_laporan(model), gaya="tengah", tebal=True)
    yield Jarak(6)
    yield paragraf(
        f"Kami telah mereviu {_laporan(model)} menurut Peraturan Menteri PANRB Nomor 53 Tahun 2014. Isi laporan itu "
        "menjadi tanggung jawab pimpinan perangkat daerah."
    )
    yield paragraf(
        "Reviu bertujuan memberi keyakinan terbatas bahwa data kinerja dikumpulkan, dikelompokkan, diringkas, dan "
        "dilaporkan secara andal, serta disajikan sesuai dengan ketentuan Sistem Akuntabilitas Kinerja Instansi "
        "Pemerintah."
    )
    yield paragraf("Kesimpulan (pilih salah satu, coret yang lain):")
    yield daftar_butir(
        (
            "Berdasarkan reviu kami, tidak ada hal yang membuat kami meragukan keandalan informasi kinerja di dalam "
            "laporan ini.",
            "Berdasarkan reviu kami, hal berikut perlu diperhatikan:",
        ),
        "huruf",
    )
    yield from (paragraf(_TITIK * 4, perataan="tengah") for _ in range(3))
    yield Jarak(10)
    yield TandaTangan(
        (
            None,
            KolomTandaTangan((f"{_TITIK}, {_TITIK}", "Inspektur,"), (_TITIK * 2, f"NIP {_TITIK}")),
        )
    )


def _penanda(kiri: str, kanan: str) -> TandaTangan:
    bawah = (_TITIK * 2, f"Tanggal {_TITIK}")
    return TandaTangan((KolomTandaTangan((kiri,), bawah), KolomTandaTangan((kanan,), bawah)))
