"""The layout of the Perjanjian Kinerja: statement, annex of two tables, and two signatures under each."""

from __future__ import annotations

from collections.abc import Iterator

from tolok.core.dokumen.perjanjian import PerjanjianKinerja, SasaranPerjanjian
from tolok.core.dokumen.teks import Penanda
from tolok.core.periode import format_tanggal
from tolok.render.susunan.formulir import bagi_rata, dua_penanda
from tolok.render.susunan.sampul import susun_sampul
from tolok.render.susunan.unsur import (
    kepala,
    kepala_nomor,
    keterangan,
    paragraf,
    sel_angka,
    sel_teks,
    tabel,
)
from tolok.render.tata_letak import Blok, Jarak, Judul, Naskah, Paragraf, Seksi, SelTabel, Tabel, TandaTangan, Teks

_BARIS_PER_KELOMPOK = 8
_RUAS = "." * 40

Baris = tuple[SelTabel, ...]


def layout_perjanjian(model: PerjanjianKinerja, *, sampul: bool = False) -> Naskah:
    """
    Return the agreement as a document of its own.

    :param sampul: begin with a cover sheet
    """
    return Naskah(
        jenis="perjanjian",
        judul=f"{_sebutan(model)} {model.instansi.nama} Tahun {model.tahun}",
        subjek=_sebutan(model),
        penerbit=f"{model.instansi.nama}, {model.instansi.pemerintah}",
        tanggal=model.tanggal_naskah,
        seksi=(*((_sampul(model),) if sampul else ()), *seksi_perjanjian(model)),
        nama_berkas=f"perjanjian-kinerja-{model.tahun}{'-perubahan' if model.is_perubahan else ''}",
    )


def seksi_perjanjian(model: PerjanjianKinerja, *, tingkat_judul: int = 1) -> tuple[Seksi, ...]:
    """Return the statement and its annex, one section each."""
    return (
        Seksi(_pernyataan(model, tingkat_judul)),
        Seksi(_lampiran(model, tingkat_judul), nomor_halaman="arab", kaki=_kaki(model)),
    )


def _sebutan(model: PerjanjianKinerja) -> str:
    return "Perubahan Perjanjian Kinerja" if model.is_perubahan else "Perjanjian Kinerja"


def _kaki(model: PerjanjianKinerja) -> str:
    """Return the page foot; an agreement without number or date says that it still waits for signing."""
    status = "" if model.nomor and model.tanggal else " · siap tanda tangan"
    return f"{_sebutan(model)} Tahun {model.tahun}{status}"


def _sampul(model: PerjanjianKinerja) -> Seksi:
    return Seksi(susun_sampul(model.instansi, (_sebutan(model).upper(), f"TAHUN {model.tahun}")))


def _pernyataan(model: PerjanjianKinerja, tingkat_judul: int) -> tuple[Blok, ...]:
    """Return the statement; duties of both parties follow domain handbook 3.2, in our own words."""
    pembuka = (
        "Untuk mewujudkan pengelolaan pemerintahan yang efektif, transparan, akuntabel, dan berorientasi pada hasil, "
        "kami yang bertanda tangan di bawah ini:"
    )
    janji = (
        f"Pihak pertama berjanji mewujudkan target kinerja tahun {model.tahun} dalam lampiran perjanjian ini, sebagai "
        "bagian dari target jangka menengah yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan "
        "kegagalan mencapai target tersebut menjadi tanggung jawab pihak pertama."
    )
    pengawasan = (
        "Pihak kedua memberikan arahan dan melakukan supervisi yang diperlukan, mengevaluasi capaian kinerja menurut "
        "perjanjian ini, serta mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
    )
    return (
        Judul(tingkat_judul, f"{_sebutan(model)} Tahun {model.tahun}"),
        paragraf(f"Nomor: {model.nomor or _RUAS}", gaya="tengah"),
        Jarak(4),
        paragraf(pembuka),
        *_identitas(model.pihak_pertama),
        paragraf("selanjutnya disebut ", Teks("pihak pertama", tebal=True), ";"),
        *_identitas(model.pihak_kedua),
        paragraf("selaku atasan pihak pertama, selanjutnya disebut ", Teks("pihak kedua", tebal=True), "."),
        paragraf(janji),
        paragraf(pengawasan),
        *_alasan(model),
        _tanda_tangan(model),
    )


def _identitas(penanda: Penanda) -> tuple[Paragraf, ...]:
    return (
        paragraf("Nama: ", Teks(penanda.nama, tebal=True), perataan="kiri"),
        paragraf("Jabatan: ", penanda.jabatan, perataan="kiri"),
    )


def _alasan(model: PerjanjianKinerja) -> tuple[Paragraf, ...]:
    if not model.is_perubahan:
        return ()
    sebab = f" karena {model.alasan}" if model.alasan else ""
    return (paragraf(f"Perjanjian ini menggantikan perjanjian kinerja tahun {model.tahun} yang sebelumnya{sebab}."),)


def _tanda_tangan(model: PerjanjianKinerja) -> TandaTangan:
    return dua_penanda(("Pihak Kedua,", model.pihak_kedua), ("Pihak Pertama,", model.pihak_pertama))


def _lampiran(model: PerjanjianKinerja, tingkat_judul: int) -> tuple[Blok, ...]:
    tanggal = f" tanggal {format_tanggal(model.tanggal)}" if model.tanggal else ""
    nomor = f"Nomor {model.nomor}{tanggal}" if model.nomor else ""
    return (
        Judul(tingkat_judul, f"Lampiran {_sebutan(model)} Tahun {model.tahun}"),
        paragraf(model.instansi.nama, gaya="tengah", tebal=True),
        paragraf(model.instansi.pemerintah, gaya="tengah"),
        *((paragraf(nomor, gaya="tengah"),) if nomor else ()),
        _tabel_indikator(model),
        Jarak(2),
        _tabel_program(model),
        _tanda_tangan(model),
    )


def _tabel_indikator(model: PerjanjianKinerja) -> Tabel:
    return tabel(
        kepala=(
            tuple(kepala(teks) for teks in ("No", "Sasaran strategis", "Indikator kinerja", "Satuan", "Target")),
            kepala_nomor(5),
        ),
        baris=[baris for sasaran in model.daftar_sasaran for baris in _baris_sasaran(sasaran)],
        lebar=(8, 50, 62, 18, 22),
        ukuran_huruf=9,
    )


def _baris_sasaran(sasaran: SasaranPerjanjian) -> Iterator[Baris]:
    """Yield the indicators of a sasaran; its name is repeated where a span would grow too long."""
    daftar = sasaran.daftar_indikator
    awal = 0
    for tinggi in bagi_rata(len(daftar), _BARIS_PER_KELOMPOK):
        kiri = (sel_teks(sasaran.nomor, baris=tinggi, perataan="tengah"), sel_teks(sasaran.uraian, baris=tinggi))
        for urut, satu in enumerate(daftar[awal : awal + tinggi]):
            yield (
                *(kiri if urut == 0 else ()),
                sel_teks(satu.nama),
                sel_teks(satu.satuan, perataan="tengah"),
                sel_angka(satu.target, perataan="tengah"),
            )
        awal += tinggi


def _tabel_program(model: PerjanjianKinerja) -> Tabel:
    terbilang = (keterangan(f"Terbilang: {model.terbilang}."),) if model.terbilang else ()
    return tabel(
        kepala=(
            tuple(kepala(teks) for teks in ("No", "Program", "Anggaran (Rp)", "Keterangan")),
            kepala_nomor(4),
        ),
        baris=[
            *(
                (
                    sel_teks(satu.nomor, perataan="tengah"),
                    sel_teks(satu.nama),
                    sel_angka(satu.anggaran),
                    sel_teks(satu.sumber_dana, perataan="tengah"),
                )
                for satu in model.daftar_program
            ),
            (
                sel_teks("Jumlah", kolom=2, peran="total", tebal=True),
                sel_angka(model.total, peran="total", tebal=True),
                sel_teks("", peran="total"),
            ),
        ],
        lebar=(8, 84, 40, 28),
        catatan=(*terbilang, *(keterangan(*satu) for satu in model.keterangan)),
        ukuran_huruf=9,
    )
