"""What a quantity stands on beside its inputs: editions, conventions, and what its indicator says of its data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tolok.core.cetak_angka import format_persen
from tolok.core.efisiensi import NAMA_EFISIENSI
from tolok.core.hasil.cari import read_identitas
from tolok.core.hasil.indikator import make_nama_per_dokumen
from tolok.core.hasil.konvensi import Andaian
from tolok.core.hasil.penjelasan import explain_hasil, list_masukan
from tolok.core.hasil.sebagai_data import format_desimal, make_jejak_data, make_nilai_data
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil
from tolok.core.kebijakan import DasarHitung, Kebijakan, RataRata
from tolok.core.periode import format_tanggal


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
    """Return the policy as pairs of name and choice, numbers as machines read them."""
    return (
        ("rumus turun", kebijakan.rumus_turun.value),
        ("batas untuk rata-rata", "tanpa batas" if kebijakan.batas is None else f"{format_desimal(kebijakan.batas)}%"),
        ("dasar hitung", kebijakan.dasar_hitung.value),
        ("rata-rata atas", kebijakan.rata_rata.value),
        ("efisiensi", kebijakan.efisiensi.value),
        ("skala", kebijakan.skala),
        ("bagian minimum", f"{format_desimal(kebijakan.bagian_minimum)}%"),
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


def make_jawaban_data(
    hasil: HasilTahun, nilai: Hasil, daftar_andaian: tuple[Andaian, ...] | None = None
) -> dict[str, Any]:
    """
    Return a quantity with all it stands on as plain data, as ``tolok/skema/hitung.schema.json`` describes it.

    :param daftar_andaian: the quantity under other conventions; ``None``: they are not told
    """
    bagian = read_identitas(nilai.identitas)
    isi: dict[str, Any] = {
        "identitas": nilai.identitas,
        "tahun": bagian.periode.tahun,
        "triwulan": bagian.periode.triwulan or None,
        "objek": f"{bagian.jenis}:{bagian.nama}" if bagian.nama else bagian.jenis,
        "besaran": bagian.besaran,
        "tercetak": nilai.tercetak,
        "digit": nilai.digit,
        "nilai": make_nilai_data(nilai.nilai),
        "penjelasan": list(explain_hasil(nilai)),
        "masukan": [masukan._asdict() for masukan in list_masukan(nilai)],
        "mutu": dict(list_mutu(hasil, nilai)),
        "edisi": [{"nama": nama, "edisi": edisi} for nama, edisi in list_edisi(hasil, nilai)],
        "kebijakan": dict(list_kebijakan(hasil.kebijakan)),
        "jejak": make_jejak_data(nilai.jejak),
    }
    if daftar_andaian is not None:
        isi["konvensi"] = [
            {
                "nama": andaian.nama,
                "tercetak": andaian.hasil.tercetak,
                "nilai": make_nilai_data(andaian.hasil.nilai),
                "berbeda": andaian.berbeda,
            }
            for andaian in daftar_andaian
        ]
    return isi
