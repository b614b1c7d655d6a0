"""What was accepted stands in the year, marked with its source; nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.ingest.alih.bacaan_uji import PMKS, SIDIK, anggaran, berkas, dokumen, indikator, nilai

from tolok.contoh import path_contoh
from tolok.core.bacaan.dokumen import BerkasTerbaca, Besaran, JenisDokumen, Tingkat
from tolok.core.indikator import NilaiTercatat, Target
from tolok.core.instansi import TahunInstansi
from tolok.core.nilai import JenisTanda, has_tanda
from tolok.core.periode import Periode
from tolok.ingest.alih.keputusan import BARU, Keputusan
from tolok.ingest.alih.susun import susun_rancangan
from tolok.ingest.alih.terapkan import Terapan, apply_rancangan, make_kode
from tolok.paket.muat import load_paket
from tolok.paket.tulis import write_paket

PADA = date(2021, 2, 3)
DATA = load_paket(path_contoh("probolinggo-2020"))
SUMBER = f"Alih data dari laporan.pdf (SHA-256 {SIDIK})"


def _terapkan(isi: BerkasTerbaca, data: TahunInstansi = DATA, **keputusan: object) -> Terapan:
    pilih = Keputusan.from_data(keputusan)
    semua = {o.kunci: BARU for o in susun_rancangan(isi, data, pilih).daftar_objek if not o.is_jelas}
    pilih = Keputusan(padanan=semua).with_lain(pilih)
    return apply_rancangan(susun_rancangan(isi, data, pilih), data, pada=PADA)


def _utuh(data: TahunInstansi, tmp_path: Path) -> None:
    """The year is a sound package that reads back as it is."""
    write_paket(data, tmp_path / "paket")
    assert load_paket(tmp_path / "paket") == data


def test_nothing_accepted_changes_nothing() -> None:
    assert _terapkan(berkas()).data == DATA
    sama = berkas(dokumen(indikator=(indikator(PMKS, nilai(Besaran.TARGET, "86%", "86")),)))
    assert _terapkan(sama).data == DATA


def test_a_realisasi_is_recorded_with_file_hash_and_place(tmp_path: Path) -> None:
    isi = berkas(dokumen(indikator=(indikator(PMKS, nilai(Besaran.REALISASI, "91%", "91", tahun=2017)),)))
    terapan = _terapkan(isi)
    baru = terapan.data.daftar_nilai_tercatat[-1]
    assert isinstance(baru, NilaiTercatat)
    assert (baru.indikator, baru.periode, baru.sumber, baru.dicatat_pada) == ("pmks", Periode(2017), SUMBER, PADA)
    assert baru.letak == "halaman 3, Tabel 2.1, baris 7, sel C2"
    assert has_tanda(baru.nilai, JenisTanda.ALIH_DATA)
    assert SIDIK in baru.nilai.tanda[0].keterangan
    assert terapan.baris_per_usulan == {"0.i0.0": ("nilai_tercatat", baru)}
    assert replace(terapan.data, daftar_nilai_tercatat=DATA.daftar_nilai_tercatat) == DATA
    _utuh(terapan.data, tmp_path)


def test_a_differing_target_replaces_the_stored_one_in_its_place(tmp_path: Path) -> None:
    isi = berkas(
        dokumen(jenis=JenisDokumen.PERJANJIAN, indikator=(indikator(PMKS, nilai(Besaran.TARGET, "87%", "87")),))
    )
    data = _terapkan(isi, ikut={"0.i0.0": True}).data
    lama = [(t.indikator, t.periode, t.dokumen) for t in DATA.daftar_target]
    assert [(t.indikator, t.periode, t.dokumen) for t in data.daftar_target] == lama
    (beda,) = [t for t in data.daftar_target if t not in DATA.daftar_target]
    assert isinstance(beda, Target)
    assert (beda.indikator, beda.dokumen) == ("pmks", "pk-2020")
    _utuh(data, tmp_path)


def test_a_plan_comes_as_a_new_edition_with_its_tree(tmp_path: Path) -> None:
    isi = berkas(
        dokumen(
            jenis=JenisDokumen.RENSTRA,
            judul="Matriks Renstra | 2020–2024",
            tahun_akhir=2024,
            indikator=(
                indikator(
                    "Indeks kebahagiaan kota",
                    nilai(Besaran.TARGET, "70", "70", tahun=2021),
                    nilai(Besaran.TARGET_AKHIR, "75", "75", tahun=None),
                    satuan="indeks",
                    tujuan="Mewujudkan kota bahagia",
                    sasaran="Meningkatnya kebahagiaan",
                    rumus="Hasil survei | BPS",
                ),
                indikator(PMKS, nilai(Besaran.TARGET, "86%", "86"), sasaran="Meningkatnya kebahagiaan"),
            ),
        )
    )
    data = _terapkan(isi, target={"0": BARU}).data
    edisi = data.daftar_edisi_rencana[-1]
    assert (edisi.dokumen, edisi.nama, edisi.tahun_awal, edisi.tahun_akhir) == (
        "Renstra", "Matriks Renstra / 2020–2024", 2020, 2024,
    )  # fmt: skip
    tujuan, sasaran = data.daftar_simpul[-2:]
    assert (tujuan.uraian, sasaran.uraian) == ("Mewujudkan kota bahagia", "Meningkatnya kebahagiaan")
    assert (sasaran.induk, {s.edisi for s in (tujuan, sasaran)}) == (tujuan.id, {edisi.id})
    baru = data.daftar_indikator[-1]
    assert (baru.indikator, baru.simpul, baru.satuan) == ("indeks-kebahagiaan-kota", sasaran.id, "indeks")
    assert baru.definisi == "Rumus tercetak: Hasil survei / BPS"
    target = [(t.indikator, t.periode) for t in data.daftar_target if t.dokumen == edisi.id]
    assert target == [("indeks-kebahagiaan-kota", Periode(2021)), ("indeks-kebahagiaan-kota", Periode(2024)), (
        "pmks", Periode(2020),
    )]  # fmt: skip
    _utuh(data, tmp_path)


def test_new_budget_rows_come_with_those_above_them(tmp_path: Path) -> None:
    pagu = nilai(Besaran.PAGU, "Rp 5.000", "5000")
    realisasi = nilai(Besaran.REALISASI, "Rp 1.234,50", "1234.50", triwulan=1)
    isi = berkas(
        dokumen(
            anggaran=(
                anggaran("9", "Program Kota Bahagia", tingkat=Tingkat.PROGRAM),
                anggaran("9.1", "Festival Kota", pagu, realisasi, induk=0, sumber_dana="DAK"),
            )
        )
    )
    data = _terapkan(isi, pagu={"0": BARU}).data
    program, kegiatan = data.daftar_anggaran[-2:]
    assert (program.kode, kegiatan.kode, kegiatan.induk, kegiatan.nama) == ("9", "9.1", "9", "Festival Kota")
    edisi = data.daftar_edisi_pagu[-1]
    assert (edisi.nomor, edisi.sumber, edisi.cakupan) == (4, SUMBER, DATA.daftar_edisi_pagu[-1].cakupan)
    assert (data.daftar_pagu[-1].edisi, data.daftar_pagu[-1].sen, data.daftar_pagu[-1].sumber_dana) == (
        edisi.id, 500_000, "DAK",
    )  # fmt: skip
    assert (data.daftar_realisasi[-1].kode, data.daftar_realisasi[-1].sen) == ("9.1", 123_450)
    assert data.pagu_laporan == DATA.pagu_laporan
    _utuh(data, tmp_path)


def test_importing_the_same_file_again_finds_everything_stored() -> None:
    isi = berkas(dokumen(indikator=(indikator(PMKS, nilai(Besaran.REALISASI, "91%", "91", tahun=2017)),)))
    data = _terapkan(isi).data
    assert _terapkan(isi, data).data == data


def test_a_code_is_fit_for_addresses_and_unique() -> None:
    assert make_kode("Persentase PMKS: (dasar)", {"x"}) == "persentase-pmks-dasar"
    assert make_kode("Indeks", {"indeks", "indeks-2"}) == "indeks-3"
    assert make_kode("…", set()) == "baru"
