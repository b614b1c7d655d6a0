"""The example year 2023 is the published cascade with official names and codes."""

from __future__ import annotations

import re

from tolok.core.anggaran import TingkatAnggaran
from tolok.core.indikator import Jembatan
from tolok.core.instansi import TahunInstansi
from tolok.core.nilai import BelumAda, Kategori
from tolok.paket.muat import check_paket

from .conftest import AKAR_CONTOH, read_csv

PERBEDAAN = AKAR_CONTOH / "probolinggo-2023" / "perbedaan.csv"


def rapat(teks: str) -> str:
    """Spaces and letter case of a printed name do not matter."""
    return re.sub(r"\s+", "", teks).casefold().removeprefix("program")


def test_paket_dapat_dimuat_tanpa_galat() -> None:
    assert check_paket(AKAR_CONTOH / "probolinggo-2023").jumlah_galat == 0


def test_pohon_berisi_sepuluh_program_tujuh_belas_kegiatan_tiga_puluh_tiga_subkegiatan(
    tahun_2023: TahunInstansi,
) -> None:
    jumlah = {t: sum(a.tingkat is t for a in tahun_2023.daftar_anggaran) for t in TingkatAnggaran}
    assert jumlah == {TingkatAnggaran.PROGRAM: 10, TingkatAnggaran.KEGIATAN: 17, TingkatAnggaran.SUBKEGIATAN: 33}


def test_kode_bersarang_menurut_nomenklatur(tahun_2023: TahunInstansi) -> None:
    bentuk = {
        TingkatAnggaran.PROGRAM: r"[12]\.\d\d\.\d\d",
        TingkatAnggaran.KEGIATAN: r"[12]\.\d\d\.\d\d\.2\.\d\d",
        TingkatAnggaran.SUBKEGIATAN: r"[12]\.\d\d\.\d\d\.2\.\d\d\.\d{4}",
    }
    for simpul in tahun_2023.daftar_anggaran:
        assert re.fullmatch(bentuk[simpul.tingkat], simpul.kode)
        assert simpul.kode.startswith(f"{simpul.induk}." if simpul.induk else "")


def test_setiap_nama_dan_indikator_sama_dengan_tercetak_atau_tercatat_sebagai_perbedaan(
    tahun_2023: TahunInstansi, fakta_keterkaitan: list[dict[str, str]]
) -> None:
    diubah = {(b["tercetak"], b["tolok"]) for b in read_csv(PERBEDAAN)}
    pasangan: list[tuple[str, str]] = []
    isi = [a for a in tahun_2023.daftar_anggaran if a.tingkat is not TingkatAnggaran.PROGRAM]
    program_per_kode = {a.kode: a for a in tahun_2023.daftar_anggaran if a.tingkat is TingkatAnggaran.PROGRAM}
    assert len(isi) == len(fakta_keterkaitan) == 50
    for simpul, baris in zip(isi, fakta_keterkaitan, strict=True):
        program = program_per_kode[simpul.kode[:7]]
        assert simpul.tingkat == baris["tingkat"]
        pasangan += [
            (baris["program"], program.nama),
            (baris["indikator_program"], program.indikator),
            (baris["nama"], simpul.nama),
            (baris["indikator"], simpul.indikator),
        ]
    tak_tercatat = [
        (tercetak, ours)
        for tercetak, ours in pasangan
        if rapat(tercetak) != rapat(ours) and (tercetak, ours) not in diubah
    ]
    assert tak_tercatat == []


def test_anggaran_setiap_subkegiatan_sama_dengan_tercetak(
    tahun_2023: TahunInstansi, fakta_keterkaitan: list[dict[str, str]]
) -> None:
    sen_per_kode = {p.kode: p.sen for p in tahun_2023.daftar_pagu}
    isi = [a.kode for a in tahun_2023.daftar_anggaran if a.tingkat is not TingkatAnggaran.PROGRAM]
    for kode, baris in zip(isi, fakta_keterkaitan, strict=True):
        assert sen_per_kode.get(kode) == (int(baris["anggaran"]) * 100 if baris["anggaran"] else None)
    assert sum(sen_per_kode.values()) == 3_092_651_500_00


def test_nama_resmi_tidak_memuat_salah_tulis_yang_tercetak(tahun_2023: TahunInstansi) -> None:
    teks = " ".join(f"{a.nama} {a.indikator}" for a in tahun_2023.daftar_anggaran)
    for salah in ("Pantli", "Pelebagaan", "Presentase", "Pengarustamaan", "efektifitas", "Pemeliharannya", "/ "):
        assert salah not in teks


def test_target_dan_hasil_2022(tahun_2023: TahunInstansi) -> None:
    target = {t.indikator: t.nilai for t in tahun_2023.daftar_target}
    assert {i: n.label for i, n in target.items() if isinstance(n, Kategori)} == {"pug": "Utama", "kla": "Utama"}
    hasil = {n.indikator: n.nilai for n in tahun_2023.daftar_nilai_tercatat if n.periode.tahun == 2022}
    assert isinstance(hasil["pug"], BelumAda)
    kla = hasil["kla"]
    assert isinstance(kla, Kategori)
    assert (kla.label, kla.peringkat) == ("Nindya", 3)


def test_iku_memuat_empat_sasaran_dan_lima_indikator_dengan_rumus_atau_skala(tahun_2023: TahunInstansi) -> None:
    kini = [e for e in tahun_2023.daftar_indikator if e.edisi.endswith("-iku-perubahan")]
    assert [e.indikator for e in kini] == ["pmks", "pug", "kasus-tertangani", "kla", "administrasi"]
    assert all(bool(e.rumus) != bool(e.skala) for e in kini)
    assert {e.simpul for e in kini} == {"s1", "s2", "s3", "s4"}


def test_jembatan_hanya_menyatakan_kota_layak_anak_sebanding(tahun_2023: TahunInstansi) -> None:
    nama = {e.indikator for e in tahun_2023.daftar_indikator} | {e.edisi for e in tahun_2023.daftar_indikator}

    def bentuk(jembatan: Jembatan) -> tuple[str, str, bool]:
        return jembatan.lama, jembatan.baru, jembatan.sebanding

    assert [bentuk(j) for j in tahun_2023.daftar_jembatan] == [
        ("pmks-jumlah-pmks", "pmks-iku-perubahan", False),
        ("tkp", "pug", False),
        ("kasus", "kasus-tertangani", False),
        ("kla-2020", "kla-iku-perubahan", True),
    ]
    assert all({j.lama, j.baru} <= nama and j.alasan for j in tahun_2023.daftar_jembatan)
