"""``tolok hitung``: any quantity of a package, recomputed now, with its story, its inputs and other conventions."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, Final

from tolok.cli.layar import GalatMasukan, Layar
from tolok.cli.masukan import read_alamat
from tolok.core.angka import Angka
from tolok.core.cetak_angka import count_desimal, format_persen, label_keadaan
from tolok.core.hasil.cari import BagianIdentitas, IdentitasTakDikenal, read_identitas
from tolok.core.hasil.indikator import make_nama_per_dokumen
from tolok.core.hasil.konvensi import Andaian, compute_andaian
from tolok.core.hasil.penjelasan import explain_hasil, list_masukan
from tolok.core.hasil.rujukan import PencariToken
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil, Jejak
from tolok.core.kebijakan import DasarHitung, Kebijakan, RataRata
from tolok.core.narasi import GalatToken, parse_token
from tolok.core.nilai import BelumAda, Bilangan, Kategori, Majemuk, Nilai, Rentang
from tolok.core.penyusun.lkjip.metode import NAMA_EFISIENSI
from tolok.core.periode import format_tanggal
from tolok.paket.masalah import GalatPaket
from tolok.paket.muat import load_paket

DESIMAL_JSON: Final = 20
"""Decimals of an endless number in JSON; its exact fraction stands beside it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.description = (
        "Hitung ulang sebuah nilai dari paket dan terangkan asalnya. Tanpa IDENTITAS, semua identitas paket didaftar."
    )
    parser.epilog = "Kode keluar: 0 selesai dihitung, 2 paket atau identitas tidak dapat dibaca."
    parser.add_argument("paket", metavar="PAKET", type=read_alamat, help="folder paket atau buku kerja .xlsx")
    parser.add_argument(
        "identitas",
        metavar="IDENTITAS",
        nargs="?",
        help="identitas lengkap, atau bentuk pendek BESARAN:OBJEK[@PERIODE][#EDISI] seperti serapan:total@tw4",
    )
    parser.add_argument("--cari", metavar="TEKS", default="", help="daftar hanya identitas yang memuat TEKS")
    parser.add_argument(
        "--konvensi",
        action="store_true",
        help="tampilkan juga nilainya menurut rumus turun, batas, atau dasar yang lain",
    )
    parser.add_argument("--format", choices=("teks", "json"), default="teks", help="bentuk keluaran (bawaan: teks)")


def run(args: argparse.Namespace, layar: Layar) -> int:
    """
    List the identities, or show one quantity.

    :raises GalatMasukan: if the package or the identity cannot be used
    """
    try:
        hasil = HasilTahun(load_paket(args.paket))
    except GalatPaket as galat:
        raise GalatMasukan(str(galat)) from galat
    try:
        if args.identitas is None:
            _tampilkan_daftar(hasil, args.cari, args.format, layar)
        else:
            nilai = find_nilai(hasil, args.identitas)
            daftar_andaian = compute_andaian(hasil, nilai.identitas) if args.konvensi else None
            _tampilkan(hasil, nilai, daftar_andaian, args.format, layar)
    except ValueError as galat:
        raise GalatMasukan(f"Paket {args.paket} tidak dapat dihitung. {galat}") from galat
    return 0


def find_nilai(hasil: HasilTahun, identitas: str) -> Hasil:
    """
    Return the quantity of an identity or of its short form.

    :raises GalatMasukan: if there is none, with the nearest ones
    """
    if "/" not in identitas:
        try:
            return PencariToken(hasil)(parse_token("{" + identitas.strip("{}") + "}"))
        except GalatToken as galat:
            raise GalatMasukan(f"{galat} {galat.saran}".rstrip()) from galat
    try:
        return hasil.cari(identitas)
    except IdentitasTakDikenal as galat:
        mirip = get_close_matches(identitas, list(hasil.daftar_identitas()), n=3)
        saran = f"Yang mirip: {', '.join(mirip)}." if mirip else "Daftarnya: tolok hitung PAKET."
        raise GalatMasukan(f"{galat} {saran}") from galat


def _tampilkan_daftar(hasil: HasilTahun, teks: str, bentuk: str, layar: Layar) -> None:
    daftar = [identitas for identitas in hasil.daftar_identitas() if teks.casefold() in identitas.casefold()]
    if bentuk == "json":
        layar.json({"identitas": daftar})
        return
    for identitas in daftar:
        _tulis(layar, identitas)
    layar.pesan.print(f"{len(daftar)} identitas. Terangkan salah satu: tolok hitung PAKET IDENTITAS.", markup=False)


def _tampilkan(
    hasil: HasilTahun, nilai: Hasil, daftar_andaian: tuple[Andaian, ...] | None, bentuk: str, layar: Layar
) -> None:
    if bentuk == "json":
        layar.json(make_json(hasil, nilai, daftar_andaian))
        return
    tercetak = nilai.tercetak
    keadaan = label_keadaan(nilai.nilai)
    _tulis(layar, nilai.identitas)
    _tulis(layar, f"Nilai: {tercetak} ({keadaan.lower()})" if keadaan else f"Nilai: {tercetak}")
    _tulis_bagian(layar, "Penjelasan", explain_hasil(nilai))
    _tulis_bagian(
        layar,
        "Masukan",
        (f"{m.uraian} = {m.tercetak}{f' (sumber: {m.sumber})' if m.sumber else ''}" for m in list_masukan(nilai)),
    )
    _tulis_bagian(layar, "Mutu data", (f"{nama}: {isi}" for nama, isi in list_mutu(hasil, nilai)))
    _tulis_bagian(layar, "Edisi yang dipakai", (f"{nama}: {isi}" for nama, isi in list_edisi(hasil, nilai)))
    _tulis_bagian(layar, "Kebijakan", (f"{nama}: {isi}" for nama, isi in describe_kebijakan(hasil)))
    if daftar_andaian is not None:
        _tulis_bagian(
            layar,
            "Menurut konvensi lain",
            [f"{a.nama}: {a.hasil.tercetak}{_sebut_beda(a, nilai)}" for a in daftar_andaian]
            or ["Nilai ini tidak bergantung pada konvensi capaian."],
        )


def _sebut_beda(andaian: Andaian, nilai: Hasil) -> str:
    if not andaian.berbeda:
        return " (sama)"
    return " (berbeda sebelum dibulatkan)" if andaian.hasil.tercetak == nilai.tercetak else ""


def _tulis_bagian(layar: Layar, judul: str, daftar: Iterable[str]) -> None:
    baris = [f"  {kalimat}" for kalimat in daftar]
    if baris:
        _tulis(layar, "")
        _tulis(layar, judul)
        for kalimat in baris:
            _tulis(layar, kalimat)


def _tulis(layar: Layar, teks: str) -> None:
    layar.hasil.print(teks, markup=False)


def list_edisi(hasil: HasilTahun, nilai: Hasil) -> Iterator[tuple[str, str]]:
    """Yield the editions a quantity rests on: definitions of indicators, documents of targets, pagu."""
    edisi_pagu = hasil.anggaran.edisi_per_id
    nama_per_dokumen = make_nama_per_dokumen(hasil.data)
    daftar: dict[tuple[str, str], None] = {}
    for identitas in (nilai.identitas, *sorted(nilai.asal())):
        bagian = read_identitas(identitas)
        if bagian.jenis == "indikator" and bagian.besaran in ("realisasi", "capaian"):
            definisi = hasil.edisi_indikator(bagian.nama, bagian.periode)
            isi = f"{definisi.edisi}, berlaku mulai {format_tanggal(definisi.berlaku_mulai)}"
            daftar[f"Definisi {definisi.nama}", isi] = None
        elif bagian.besaran == "target" and bagian.rincian:
            definisi = hasil.edisi_indikator(bagian.nama, bagian.periode)
            dokumen = nama_per_dokumen.get(bagian.rincian, bagian.rincian)
            daftar[f"Target {definisi.nama}", f"{dokumen} ({bagian.rincian})"] = None
        elif bagian.rincian in edisi_pagu and bagian.besaran in ("pagu", "serapan", "bagian", "efisiensi"):
            daftar["Pagu", edisi_pagu[bagian.rincian].nama] = None
    return iter(daftar)


def list_mutu(hasil: HasilTahun, nilai: Hasil) -> tuple[tuple[str, str], ...]:
    """Return what an indicator discloses about the quality of its data, as pairs of head and text."""
    bagian = read_identitas(nilai.identitas)
    if bagian.jenis != "indikator":
        return ()
    definisi = hasil.edisi_indikator(bagian.nama, bagian.periode)
    return tuple((nama, isi) for nama, isi in definisi.mutu_per_nama.items() if isi)


def list_kebijakan(kebijakan: Kebijakan) -> tuple[tuple[str, str], ...]:
    """Return the policy as pairs of name and printed choice."""
    return (
        ("rumus turun", kebijakan.rumus_turun.value),
        ("batas untuk rata-rata", "tanpa batas" if kebijakan.batas is None else f"{_desimal(kebijakan.batas)}%"),
        ("dasar hitung", kebijakan.dasar_hitung.value),
        ("rata-rata atas", kebijakan.rata_rata.value),
        ("efisiensi", kebijakan.efisiensi.value),
        ("skala", kebijakan.skala),
        ("bagian minimum", f"{_desimal(kebijakan.bagian_minimum)}%"),
    )


def describe_kebijakan(hasil: HasilTahun) -> Iterator[tuple[str, str]]:
    """Yield the policy as pairs of name and choice, in the words of the reports."""
    kebijakan = hasil.kebijakan
    nama_skala = {satu.id: satu.nama for satu in hasil.data.daftar_skala}
    sebutan = {
        "rumus turun": kebijakan.rumus_turun.value.replace("-", " − ").replace("/", " / "),
        "batas untuk rata-rata": "tanpa batas"
        if kebijakan.batas is None
        else format_persen(kebijakan.batas, digit=None),
        "dasar hitung": {
            DasarHitung.PENUH: "angka penuh, dibulatkan hanya saat dicetak",
            DasarHitung.TERCETAK: "realisasi yang sudah dibulatkan",
        }[kebijakan.dasar_hitung],
        "rata-rata atas": {
            RataRata.INDIKATOR: "semua indikator yang terukur",
            RataRata.SASARAN: "rata-rata setiap sasaran",
        }[kebijakan.rata_rata],
        "efisiensi": f"{kebijakan.efisiensi.value} ({NAMA_EFISIENSI[kebijakan.efisiensi]})",
        "skala": nama_skala.get(kebijakan.skala, kebijakan.skala or "tidak ditetapkan"),
        "bagian minimum": f"predikat bila sekurang-kurangnya {format_persen(kebijakan.bagian_minimum, digit=None)} "
        "indikator terukur",
    }
    return iter(sebutan.items())


def make_json(hasil: HasilTahun, nilai: Hasil, daftar_andaian: tuple[Andaian, ...] | None) -> dict[str, Any]:
    """Return the answer as plain JSON data, as ``skema/hitung.schema.json`` describes it."""
    bagian = read_identitas(nilai.identitas)
    isi: dict[str, Any] = {
        "identitas": nilai.identitas,
        **_bagian_json(bagian),
        "tercetak": nilai.tercetak,
        "digit": nilai.digit,
        "nilai": _nilai_json(nilai.nilai),
        "penjelasan": list(explain_hasil(nilai)),
        "masukan": [masukan._asdict() for masukan in list_masukan(nilai)],
        "mutu": dict(list_mutu(hasil, nilai)),
        "edisi": [{"nama": nama, "edisi": isi} for nama, isi in list_edisi(hasil, nilai)],
        "kebijakan": dict(list_kebijakan(hasil.kebijakan)),
        "jejak": _jejak_json(nilai.jejak),
    }
    if daftar_andaian is not None:
        isi["konvensi"] = [
            {
                "nama": andaian.nama,
                "tercetak": andaian.hasil.tercetak,
                "nilai": _nilai_json(andaian.hasil.nilai),
                "berbeda": andaian.berbeda,
            }
            for andaian in daftar_andaian
        ]
    return isi


def _bagian_json(bagian: BagianIdentitas) -> dict[str, Any]:
    return {
        "tahun": bagian.periode.tahun,
        "triwulan": bagian.periode.triwulan or None,
        "objek": f"{bagian.jenis}:{bagian.nama}" if bagian.nama else bagian.jenis,
        "besaran": bagian.besaran,
    }


def _nilai_json(nilai: Nilai | Angka) -> dict[str, Any]:
    match nilai:
        case Angka():
            return {
                "jenis": "bilangan",
                "angka": _desimal(nilai),
                "pecahan": _pecahan(nilai),
                "satuan": "",
                "tanda": [],
            }
        case Bilangan(angka=angka, satuan=satuan):
            isi: dict[str, Any] = {
                "jenis": "bilangan",
                "angka": _desimal(angka),
                "pecahan": _pecahan(angka),
                "satuan": satuan,
            }
        case Kategori(label=label, peringkat=peringkat, skala=skala):
            isi = {"jenis": "kategori", "kategori": label, "peringkat": peringkat, "skala": skala}
        case Rentang(bawah=bawah, atas=atas, satuan=satuan):
            isi = {"jenis": "rentang", "bawah": _desimal(bawah), "atas": _desimal(atas), "satuan": satuan}
        case Majemuk(daftar=daftar):
            isi = {
                "jenis": "majemuk",
                "bagian": [{"indikator": satu.indikator, "nilai": _nilai_json(satu.nilai)} for satu in daftar],
            }
        case _:
            jenis = "belum_ada" if isinstance(nilai, BelumAda) else "tidak_dapat_dihitung"
            isi = {"jenis": jenis, "alasan": nilai.alasan.value, "keterangan": nilai.keterangan}
    isi["tanda"] = [{"jenis": tanda.jenis.value, "keterangan": tanda.keterangan} for tanda in nilai.tanda]
    return isi


def _jejak_json(jejak: Jejak) -> dict[str, Any]:
    return {
        "operasi": jejak.operasi,
        "uraian": jejak.uraian,
        "nilai": _nilai_json(jejak.nilai),
        "identitas": jejak.identitas,
        "sumber": jejak.sumber,
        "catatan": jejak.catatan,
        "anak": [_jejak_json(anak) for anak in jejak.anak],
    }


def _pecahan(angka: Angka) -> str:
    return f"{angka.pembilang}/{angka.penyebut}"


def _desimal(angka: Angka) -> str:
    """Return a decimal text with a point, exact if the number ends within ``DESIMAL_JSON`` decimals."""
    penuh = count_desimal(angka)
    digit = DESIMAL_JSON if penuh is None or penuh > DESIMAL_JSON else penuh
    bulat = angka.bulat(digit)
    utuh, pecahan = divmod(abs(bulat.pembilang) * (10**digit // bulat.penyebut), 10**digit)
    tanda = "-" if bulat.pembilang < 0 else ""
    return f"{tanda}{utuh}.{pecahan:0{digit}d}" if digit else f"{tanda}{utuh}"
