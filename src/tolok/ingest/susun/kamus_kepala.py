"""
The words heads of published tables are made of, as data: which words in a head mean what.

A rule holds if every entry of ``semua`` is met (an entry with ``|`` is met by any of its words) and no word of
``tanpa`` is there; the first rule that holds decides. Words stand in the spelling of ``kata`` (``persentase`` for
``prosentase``, ``rumus`` for ``formulasi`` and ``perhitungan``).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tolok.ingest.susun.arti import Arti
from tolok.ingest.susun.kata import Kata


class Aturan(NamedTuple):
    """One rule of the dictionary."""

    arti: Arti
    semua: tuple[str, ...]
    tanpa: tuple[str, ...] = ()

    def is_cocok(self, kata: Kata) -> bool:
        """Whether the words of a head meet the rule."""
        return all(kata.has_any(*butir.split("|")) for butir in self.semua) and not kata.has_any(*self.tanpa)


LABEL_PASTI: Final = (
    Aturan(Arti.SUMBER_DANA, ("sumber", "dana|pendanaan|anggaran|pembiayaan")),
    Aturan(Arti.SUMBER_DATA, ("sumber", "data|informasi")),
    Aturan(Arti.SUMBER_DATA, ("data", "dukung|pendukung")),
    Aturan(Arti.KETERANGAN, ("dasar|sumber", "target|realisasi|capaian|hukum")),
    Aturan(Arti.SUMBER_DATA, ("bukti|evidence|eviden",)),
    Aturan(Arti.PENANGGUNG_JAWAB, ("penanggung|penanggungjawab|pengampu|pic",)),
    Aturan(Arti.PENANGGUNG_JAWAB, ("pelaksana",), ("pelaksanaan",)),
    Aturan(Arti.PENANGGUNG_JAWAB, ("unit", "kerja|organisasi|opd|skpd"), ("anggaran", "satuan")),
    Aturan(Arti.RUMUS, ("rumus|rumusan",)),
    Aturan(Arti.RUMUS, ("cara|metode", "hitung|menghitung|pengukuran|rumus")),
    Aturan(Arti.RUMUS, ("penjelasan",)),
    Aturan(Arti.ANALISIS, ("penyebab|permasalahan|hambatan|kendala|penghambat|pendorong|solusi|analisis|alasan",)),
    Aturan(Arti.ANALISIS, ("tindak|rekomendasi|upaya|rencana", "lanjut|rekomendasi|upaya|perbaikan")),
    Aturan(Arti.ANALISIS, ("faktor",)),
    Aturan(Arti.KETERANGAN, ("keterangan|catatan",)),
    Aturan(Arti.DEFINISI, ("definisi", "operasional|indikator")),
    Aturan(Arti.DEFINISI, ("definisi",)),
    Aturan(Arti.POLARITAS, ("polaritas|polarisasi",)),
    Aturan(Arti.LOKASI, ("lokasi",)),
    Aturan(Arti.WAKTU, ("jadwal|waktu",)),
    Aturan(Arti.PREDIKAT, ("predikat|kriteria|kategori|status|interpretasi|klasifikasi",), ("indikator",)),
    Aturan(Arti.STRATEGI, ("strategi|kebijakan",), ("sasaran", "strategis")),
    Aturan(Arti.SATUAN, ("satuan",), ("kerja", "harga", "organisasi", "target", "realisasi")),
    Aturan(Arti.KODE, ("kode",)),
)
"""Heads that are labels whatever else they name ("Formulasi Perhitungan Indikator Kinerja")."""

BESARAN: Final = (
    Aturan(Arti.EFISIENSI, ("efisiensi|efektivitas",)),
    Aturan(Arti.PERTUMBUHAN, ("pertumbuhan|kenaikan|penurunan|peningkatan|laju",), ("sasaran", "indikator")),
    Aturan(Arti.TINGKAT_KEMAJUAN, ("kemajuan",)),
    Aturan(Arti.NASIONAL, ("nasional|provinsi|standar|benchmark|regional",), ("renstra", "sasaran", "program")),
    Aturan(Arti.KONDISI_AWAL, ("awal", "kondisi|data|capaian|nilai|kinerja|tahun"), ("realisasi", "anggaran")),
    Aturan(Arti.KONDISI_AWAL, ("baseline",)),
    Aturan(Arti.TINGKAT_KEMAJUAN, ("capaian|realisasi|persentase|%", "terhadap|dibanding", "akhir|renstra|rpjmd")),
    Aturan(Arti.TINGKAT_KEMAJUAN, ("tingkat|persentase|persen|%", "capaian|realisasi", "akhir|renstra|rpjmd")),
    Aturan(Arti.TARGET_AKHIR, ("target|kondisi", "akhir"), ("realisasi",)),
    Aturan(Arti.TARGET_AKHIR, ("target", "renstra|rpjmd|jangka"), ("realisasi",)),
    Aturan(Arti.RASIO, ("rasio",)),
    Aturan(Arti.CAPAIAN, ("tingkat", "capaian|realisasi")),
    Aturan(Arti.CAPAIAN, ("persentase|persen|%", "capaian|realisasi|serapan|penyerapan")),
    Aturan(Arti.REALISASI, ("realisasi|penyerapan|serapan|terealisasi|terserap",), ("target",)),
    Aturan(Arti.SISA_ANGGARAN, ("sisa|silpa",)),
    Aturan(Arti.CAPAIAN, ("capaian",), ("target",)),
    Aturan(Arti.TARGET, ("target",)),
    Aturan(Arti.REALISASI, ("realisasi",)),
)
"""Heads that say what kind of value stands below."""

LABEL: Final = (
    Aturan(Arti.INDIKATOR_TUJUAN, ("indikator|iku", "tujuan"), ("sasaran",)),
    Aturan(Arti.INDIKATOR_SUBKEGIATAN, ("indikator", "subkegiatan|sub"), ("program",)),
    Aturan(Arti.INDIKATOR, ("indikator", "program", "kegiatan")),
    Aturan(Arti.INDIKATOR_PROGRAM, ("indikator", "program"), ("sasaran", "kegiatan")),
    Aturan(Arti.INDIKATOR_KEGIATAN, ("indikator", "kegiatan"), ("sasaran", "program")),
    Aturan(Arti.IKU_DAERAH, ("iku", "kota|kabupaten|daerah|kab|pemda|bupati|walikota")),
    Aturan(Arti.INDIKATOR, ("indikator|iku|iki|ikk|ikp",)),
    Aturan(Arti.TUJUAN, ("tujuan",), ("sasaran",)),
    Aturan(Arti.MISI, ("misi",), ("sasaran", "tujuan")),
    Aturan(Arti.SASARAN, ("sasaran|outcome|hasil",), ("program", "kegiatan")),
    Aturan(Arti.SASARAN, ("sasaran",), ("indikator",)),
    Aturan(Arti.PROGRAM_KEGIATAN, ("program", "kegiatan")),
    Aturan(Arti.SUBKEGIATAN, ("subkegiatan",), ("program",)),
    Aturan(Arti.SUBKEGIATAN, ("sub", "kegiatan"), ("program",)),
    Aturan(Arti.PROGRAM, ("program",)),
    Aturan(Arti.KEGIATAN, ("kegiatan|aktivitas",)),
    Aturan(Arti.URAIAN, ("uraian|nama|jenis",), ("tugas", "jabatan")),
    Aturan(Arti.KODE, ("rekening",)),
    Aturan(Arti.NOMOR, ("no",)),
    Aturan(Arti.NOMOR, ("n", "o")),
    Aturan(Arti.SASARAN, ("kinerja",)),
)
"""Heads that name what a row is about."""

_UANG: Final = """
    alokasi anggaran apbd belanja biaya dana dpa dppa keuangan pagu pembiayaan pendanaan penyerapan rp rupiah serapan
"""
_KINERJA: Final = "fisik iku indikator k keluaran kinerja outcome output sasaran volume"
_PELENGKAP: Final = """
    akhir anggaran apbd atas awal berjalan bidang d daerah dalam dan dari dengan dievaluasi dokumen dpa dppa eselon
    fisik hasil i id ii iii instansi iv jangka jumlah juta k kab kabupaten ke kegiatan kepala kerangka kerja keuangan
    kinerja kota lainnya lalu lingkup masa menengah murni n nama oleh opd organisasi outcome output pada pd
    pelaksanaan pemerintah pemerintahan per perangkat perencanaan periode perubahan provinsi rata rencana renja
    renstra ribu rkpd rp rpjmd rupiah s sampai satuan sd sebelum sebelumnya setelah skpd strategis sub subkegiatan
    tahun tahunan tercapai terhadap tiap tingkat tri triwulan tujuan tw unit untuk urusan utama volume x yang
"""
UANG: Final = frozenset(_UANG.split())
"""Words that say a column holds money."""
KINERJA: Final = frozenset(_KINERJA.split())
"""Words that say a column holds performance."""
PERSEN: Final = frozenset({"%", "persen", "persentase"})

PELENGKAP: Final = frozenset(_PELENGKAP.split())
"""Words that fill heads without deciding anything."""

INTI: Final = (
    UANG
    | KINERJA
    | PERSEN
    | {kata for aturan in (*LABEL_PASTI, *BESARAN, *LABEL) for butir in aturan.semua for kata in butir.split("|")}
)
"""Words at least one of which a head has."""
KOSAKATA: Final = INTI | PELENGKAP
"""Every word a head is expected to be made of."""
