"""Runs the worked cases of this folder: what is printed somewhere, what is ours, and why the two may differ."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tolok.core.agregasi import aggregate_variabel, warn_sifat
from tolok.core.angka import Angka
from tolok.core.baca_angka import read_nilai
from tolok.core.baca_bebas import read_bebas
from tolok.core.capaian import compute_capaian, limit_capaian
from tolok.core.cetak_angka import format_angka, format_nilai
from tolok.core.efisiensi import KeluaranAnggaran, compute_efisiensi, compute_efisiensi_keluaran
from tolok.core.gabungan import compute_gabungan
from tolok.core.gaya_angka import detect_konteks
from tolok.core.hampiran import rata_rata_geometrik
from tolok.core.indikator import AturanOrdinal, Gabungan, Polaritas, Sifat
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import DasarHitung, Kebijakan, LuarRentang, RumusEfisiensi, RumusTurun
from tolok.core.lke import compute_lke_huruf, compute_lke_rata_rata, load_lke, propose_huruf
from tolok.core.nilai import Bilangan, Kategori, Nilai, TidakDapatDihitung
from tolok.core.penilaian import Butir
from tolok.core.peraturan import load_skala
from tolok.core.periode import Periode
from tolok.core.rekap_anggaran import compute_persen
from tolok.core.rumus.evaluator import evaluate
from tolok.core.rumus.nodes import Peubah
from tolok.core.rumus.parser import parse_rumus
from tolok.core.skala import Kelas, Skala, check_skala, classify

FOLDER = Path(__file__).parent
TAK_TERHITUNG = "tidak dapat dihitung"
PERIODE = Periode(2020)


def _bilangan(teks: str, satuan: str = "") -> Bilangan:
    nilai = read_nilai(teks, satuan=satuan)
    assert isinstance(nilai, Bilangan)
    return nilai


def _angka(teks: str) -> Angka:
    return _bilangan(teks).angka


def _cetak(nilai: Nilai, digit: int = 2) -> str:
    return TAK_TERHITUNG if isinstance(nilai, TidakDapatDihitung) else format_nilai(nilai, digit=digit)


def _tercetak(teks: str, satuan: str, skala: Skala | None) -> Nilai:
    """Read a value as some document prints it (``49.48%``, ``87.25``), which the strict reader of packages refuses."""
    if skala is None and "." in teks:
        bacaan = read_bebas(teks, konteks=detect_konteks([teks, "48,25%"], satuan=satuan))
        assert bacaan.nilai is not None
        return bacaan.nilai
    return read_nilai(teks, satuan=satuan, skala=skala)


def _kebijakan(isi: Mapping[str, str]) -> Kebijakan:
    pilihan: dict[str, Any] = {}
    if "rumus_turun" in isi:
        pilihan["rumus_turun"] = RumusTurun(isi["rumus_turun"])
    if "dasar_hitung" in isi:
        pilihan["dasar_hitung"] = DasarHitung(isi["dasar_hitung"])
    if "luar_rentang" in isi:
        pilihan["luar_rentang"] = LuarRentang(isi["luar_rentang"])
    if "batas" in isi:
        pilihan["batas"] = None if isi["batas"] == "tidak ada" else _angka(isi["batas"])
    assert pilihan.keys() == isi.keys()
    return Kebijakan(**pilihan)


def _capaian(masukan: Mapping[str, str], contoh: Mapping[str, Any]) -> dict[str, str]:
    skala = load_skala(masukan["skala"]) if "skala" in masukan else None
    satuan = masukan["satuan"]
    if "realisasi" in masukan:
        realisasi = _tercetak(masukan["realisasi"], satuan, skala)
    else:
        pembilang, penyebut = (_angka(masukan[f"realisasi_{bagian}"]) for bagian in ("pembilang", "penyebut"))
        realisasi = Bilangan(pembilang / penyebut * 100, satuan)
    kebijakan = _kebijakan(contoh.get("kebijakan", {}))
    nilai, _ = compute_capaian(
        target=_tercetak(masukan["target"], satuan, skala),
        realisasi=realisasi,
        polaritas=Polaritas(masukan["polaritas"]),
        kebijakan=kebijakan,
        skala=skala,
        aturan_ordinal=AturanOrdinal(masukan.get("aturan_ordinal", "tercapai")),
        digit=2,
    )
    return {"capaian": _cetak(nilai), "terbatas": _cetak(limit_capaian(nilai, kebijakan=kebijakan))}


def _serapan(masukan: Mapping[str, str], contoh: Mapping[str, Any]) -> dict[str, str]:
    pagu, realisasi = (Jejak("daun", nama, _bilangan(masukan[nama], "Rp")) for nama in ("pagu", "realisasi"))
    jejak = compute_persen(bagian=realisasi, seluruh=pagu, label="Serapan", identitas="x", operasi="serapan")
    digit = len(contoh["tercetak"].rstrip("%").partition(",")[2])
    assert isinstance(jejak.nilai, Bilangan)
    return {"tolok": format_nilai(jejak.nilai, digit=digit)}


def _predikat(masukan: Mapping[str, str], contoh: Mapping[str, Any]) -> dict[str, str]:
    kelas = classify(_angka(masukan["nilai"]), load_skala(masukan["skala"]))
    assert isinstance(kelas, Kategori)
    return {"predikat": kelas.label}


def _predikat_akip(masukan: Mapping[str, str], contoh: Mapping[str, Any]) -> dict[str, str]:
    kelas = classify(_angka(masukan["nilai"]), load_lke().predikat)
    assert isinstance(kelas, Kategori)
    return {"predikat": kelas.label}


def _skala_ditolak(masukan: Mapping[str, Any], contoh: Mapping[str, Any]) -> dict[str, Any]:
    daftar_kelas = []
    for baris in masukan["kelas"]:
        batas = {sisi: _angka(baris[sisi]) for sisi in ("bawah", "atas") if sisi in baris}
        sisa = {nama: isi for nama, isi in baris.items() if nama not in batas}
        daftar_kelas.append(Kelas(**sisa, **batas))
    skala = Skala(id="tercetak", nama="Skala tercetak", jenis="capaian", kelas=tuple(daftar_kelas))
    pesan = " ".join(check_skala(skala))
    assert pesan
    return {"sebab": [sebab for sebab in contoh["sebab"] if sebab in pesan]}


def _efisiensi(masukan: Mapping[str, str], contoh: Mapping[str, Any]) -> dict[str, str]:
    nilai, _ = compute_efisiensi(
        rumus=RumusEfisiensi(masukan["rumus"]),
        capaian=_bilangan(masukan["capaian"] + "%", "%"),
        serapan=_bilangan(masukan["serapan"] + "%", "%"),
    )
    return {"efisiensi": _cetak(nilai).rstrip("%")}


def _efisiensi_keluaran(masukan: Mapping[str, Any], contoh: Mapping[str, Any]) -> dict[str, str]:
    daftar = [
        KeluaranAnggaran(
            uraian=f"keluaran {nomor}",
            capaian=_angka(baris["capaian"]) * 100,
            pagu_sen=int(baris["pagu"]) * 100,
            realisasi_sen=int(baris["realisasi"]) * 100,
        )
        for nomor, baris in enumerate(masukan["keluaran"], start=1)
    ]
    hasil = {}
    for nama, rumus in (("e5", RumusEfisiensi.E5), ("ne", RumusEfisiensi.NE)):
        nilai, _ = compute_efisiensi_keluaran(daftar_keluaran=daftar, rumus=rumus)
        hasil[nama] = _cetak(nilai).rstrip("%")
    return hasil


def _nilai_efisiensi(masukan: Mapping[str, str], contoh: Mapping[str, Any]) -> dict[str, str]:
    e5 = _angka(masukan["e5"])
    serapan = Bilangan((100 - e5), "%")
    nilai, _ = compute_efisiensi(rumus=RumusEfisiensi.NE, capaian=Bilangan(Angka(100), "%"), serapan=serapan)
    return {"ne": _cetak(nilai).rstrip("%")}


def _rasio_triwulan(masukan: Mapping[str, Any], contoh: Mapping[str, Any]) -> dict[str, Any]:
    bagian = {}
    for nama in ("pembilang", "penyebut"):
        jejak = {t: Jejak("isian", nama, _bilangan(teks, "orang")) for t, teks in enumerate(masukan[nama], start=1)}
        sifat = Sifat(masukan[f"sifat_{nama}"])
        bagian[nama], _ = aggregate_variabel(label=nama, sifat=sifat, periode=PERIODE, jejak_per_triwulan=jejak)
    peringatan = warn_sifat(pembilang=[Sifat(masukan["sifat_pembilang"])], penyebut=[Sifat(masukan["sifat_penyebut"])])
    nilai, _ = evaluate(
        parse_rumus("[pembilang] / [penyebut] * 100%"), satuan_hasil="%", ambil=lambda peubah: bagian[peubah.label]
    )
    return {"nilai": _cetak(nilai), "peringatan": peringatan is not None}


def _geometrik(masukan: Mapping[str, Any], contoh: Mapping[str, Any]) -> dict[str, str]:
    return {"hasil": format_angka(rata_rata_geometrik([_angka(teks) for teks in masukan["nilai"]]), digit=4)}


def _rumus(masukan: Mapping[str, Any], contoh: Mapping[str, Any]) -> dict[str, str]:
    def ambil(peubah: Peubah) -> Nilai:
        kunci = f"{peubah.label}@{peubah.geser}" if peubah.geser else peubah.label
        return _bilangan(masukan["variabel"][kunci], "orang")

    nilai, _ = evaluate(parse_rumus(masukan["rumus"]), satuan_hasil=masukan["satuan"], ambil=ambil)
    return {"nilai": _cetak(nilai)}


def _huruf_lke(masukan: Mapping[str, str], contoh: Mapping[str, Any]) -> dict[str, str]:
    edisi = load_lke()
    huruf = propose_huruf(_angka(masukan["terpenuhi"]) / _angka(masukan["jumlah"]) * 100, edisi=edisi)
    assert isinstance(huruf, Kategori)
    return {"huruf": huruf.label, "nilai": format_angka(edisi.huruf[huruf.label])}


def _total_lke(masukan: Mapping[str, str], contoh: Mapping[str, Any]) -> dict[str, str]:
    edisi = load_lke()
    daftar_kode = [sub.kode for sub in edisi.daftar_subkomponen]
    if masukan["mode"] == "huruf":
        hasil = compute_lke_huruf(dict.fromkeys(daftar_kode, masukan["semua"]), edisi=edisi)
    else:
        hasil = compute_lke_rata_rata(
            dict.fromkeys(daftar_kode, ("Y", "Y")), himpunan=dict.fromkeys(daftar_kode, "Y/T"), edisi=edisi
        )
    assert isinstance(hasil.predikat, Kategori)
    return {"total": format_nilai(hasil.total, digit=2), "predikat": hasil.predikat.label}


def _gabungan(masukan: Mapping[str, Any], contoh: Mapping[str, Any]) -> dict[str, str]:
    """Combine the parts of a composite indicator in each of the four ways."""
    daftar: list[Butir] = []
    for nomor, baris in enumerate(masukan["bagian"], start=1):
        nilai, jejak = compute_capaian(
            target=_bilangan(baris["target"]),
            realisasi=_bilangan(baris["realisasi"]),
            polaritas=Polaritas(baris["polaritas"]),
            kebijakan=Kebijakan(),
        )
        daftar.append(Butir(f"Bagian {nomor}", nilai, jejak, _angka(baris["bobot"])))
    per_cara = {
        cara.value: compute_gabungan(daftar, label="Capaian", gabungan=cara, kebijakan=Kebijakan())[0]
        for cara in Gabungan
    }
    return {cara: _cetak(nilai) for cara, nilai in per_cara.items()}


PELAKU: dict[str, Callable[[Mapping[str, Any], Mapping[str, Any]], dict[str, Any]]] = {
    "capaian": _capaian,
    "serapan": _serapan,
    "predikat": _predikat,
    "predikat_akip": _predikat_akip,
    "skala_ditolak": _skala_ditolak,
    "efisiensi": _efisiensi,
    "efisiensi_keluaran": _efisiensi_keluaran,
    "nilai_efisiensi": _nilai_efisiensi,
    "rasio_triwulan": _rasio_triwulan,
    "geometrik": _geometrik,
    "rumus": _rumus,
    "gabungan": _gabungan,
    "huruf_lke": _huruf_lke,
    "total_lke": _total_lke,
}
BUKAN_HASIL = {"sumber", "jenis", "masukan", "kebijakan", "tercetak", "beda", "catatan"}


def _daftar_contoh() -> list[Any]:
    daftar = []
    for berkas in sorted(FOLDER.glob("*.toml")):
        for nomor, contoh in enumerate(tomllib.loads(berkas.read_text(encoding="utf-8"))["contoh"], start=1):
            daftar.append(pytest.param(contoh, id=f"{berkas.stem}-{nomor}"))
    return daftar


@pytest.mark.parametrize("contoh", _daftar_contoh())
def test_the_worked_case_holds(contoh: dict[str, Any]) -> None:
    harapan = {nama: isi for nama, isi in contoh.items() if nama not in BUKAN_HASIL}
    hasil = PELAKU[contoh["jenis"]](contoh["masukan"], contoh)
    assert harapan
    assert {nama: hasil[nama] for nama in harapan} == harapan
    if "tercetak" in contoh and "beda" not in contoh:
        assert _setara(contoh["tercetak"], harapan), "cetakan berbeda tanpa keterangan `beda`"


def _setara(tercetak: str, harapan: Mapping[str, Any]) -> bool:
    """Whether some of our values, cut to the printed precision, is what the document shows."""
    digit = len(tercetak.rstrip("%").partition(",")[2])
    for isi in harapan.values():
        teks = str(isi).rstrip("%").replace("−", "-")
        if teks == tercetak.rstrip("%"):
            return True
        if teks.lstrip("-").replace(",", "").isdigit() and tercetak.endswith("%"):
            dipotong = format_angka(_angka(teks).bulat(digit), digit=digit)
            if dipotong == tercetak.rstrip("%"):
                return True
    return contoh_kategori(tercetak)


def contoh_kategori(tercetak: str) -> bool:
    """Whether the document prints a category, which it may do in the place of a capaian (handbook 9.5)."""
    return not any(huruf.isdigit() for huruf in tercetak)
