"""A document with every kind of block, hostile text and a long table; all names and numbers are invented."""

from __future__ import annotations

from datetime import date

from tolok.core.angka import Angka
from tolok.core.dokumen.sel import Sel
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, Kategori, Rentang
from tolok.core.rumus.nodes import BilanganTetap, Operasi, Peubah
from tolok.render.tata_letak import (
    Blok,
    DaftarButir,
    DaftarGambar,
    DaftarIsi,
    DaftarTabel,
    Gambar,
    GantiHalaman,
    Garis,
    Jarak,
    Judul,
    KolomTandaTangan,
    Kotak,
    Matematika,
    Naskah,
    Paragraf,
    Perataan,
    Seksi,
    SelTabel,
    Tabel,
    TandaTangan,
    Teks,
    TeksGambar,
)

JAHAT = "#import \"x\"; $x^2$ *tebal* _miring_ `kode` ]) <tag> & 'petik' \\n @ref // bukan komentar ~"
RUMUS = Operasi(
    "*",
    Operasi("/", Peubah("PMKS yang terpenuhi kebutuhan dasarnya"), Peubah("Jumlah PMKS seluruhnya")),
    BilanganTetap(Angka(100), persen=True),
)
PANJANG = (
    "Meningkatnya kualitas dan kemampuan penyandang masalah kesejahteraan sosial melalui pemenuhan kebutuhan dasar, "
    "pemberdayaan, serta perlindungan yang merata di seluruh kecamatan. "
)


def ident(objek: str, besaran: str) -> str:
    """Return an invented identity."""
    return f"dinas-contoh-kota-contoh/2020/tahun/indikator:{objek}/{besaran}"


def persen(pembilang: int, penyebut: int, tercetak: str, objek: str, besaran: str) -> Sel:
    """Return a percentage in points."""
    return Sel(tercetak, Bilangan(Angka(pembilang * 100, penyebut), "%"), None, ident(objek, besaran))


def rupiah(jumlah: int, objek: str, besaran: str) -> Sel:
    """Return an amount of rupiah."""
    return Sel("Rp\u00a0" + f"{jumlah:,}".replace(",", "."), Bilangan(Angka(jumlah), "Rp"), None, ident(objek, besaran))


TARGET = Sel("86%", Bilangan(Angka(86), "%"), None, ident("pmks", "target"))
REALISASI = persen(1277, 1816, "70,32%", "pmks", "realisasi")
CAPAIAN = persen(1277 * 100, 1816 * 86, "81,77%", "pmks", "capaian")
TURUN = persen(-16, 26, "−61,54%", "kasus", "realisasi")
KATEGORI = Sel("Madya", Kategori("Madya", 2, "kla"), None, ident("kla", "realisasi"))
RENTANG = Sel("80–90%", Rentang(Angka(80), Angka(90), "%"), None, ident("kepuasan", "target"))
KOSONG = Sel("–", BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI), None, ident("kla", "capaian"))
BESAR = Sel(
    "Rp\u00a0123.456.789.012.345.678",
    Bilangan(Angka(123456789012345678), "Rp"),
    None,
    ident("semua", "pagu@murni"),
)


def p(*isi: str | Sel | Teks | Matematika, gaya: str = "biasa", perataan: Perataan | None = None) -> Paragraf:
    """Return a paragraph of runs."""
    jadi = []
    for satu in isi:
        if isinstance(satu, str):
            jadi.append(Teks(satu))
        elif isinstance(satu, Sel):
            jadi.append(Teks(satu.tercetak, sel=satu))
        else:
            jadi.append(satu)
    return Paragraf(tuple(jadi), gaya, perataan)


def s(
    *isi: str | Sel | Teks | Matematika,
    kolom: int = 1,
    baris: int = 1,
    rata: Perataan = "kiri",
    peran: str = "",
    indentasi: int = 0,
) -> SelTabel:
    """Return a cell of one paragraph."""
    return SelTabel((p(*isi),), kolom, baris, rata, peran, indentasi)


def k(teks: str, kolom: int = 1, baris: int = 1) -> SelTabel:
    """Return a head cell."""
    return s(teks, kolom=kolom, baris=baris, rata="tengah", peran="kepala")


def tabel_capaian() -> Tabel:
    """Return a small table with one cell of every kind of value."""
    return Tabel(
        kepala=((k("Indikator Kinerja Utama"), k("Target"), k("Realisasi"), k("Persentase")),),
        baris=(
            (
                s("Persentase PMKS yang terpenuhi kebutuhan dasarnya"),
                s(TARGET, rata="kanan"),
                s(REALISASI, Teks("¹"), rata="kanan"),
                s(CAPAIAN, rata="kanan"),
            ),
            (s("Kota Layak Anak"), s("Nindya", rata="tengah"), s(KATEGORI, rata="tengah"), s(KOSONG, rata="tengah")),
            (s("Penurunan kasus"), s(RENTANG, rata="kanan"), s(TURUN, rata="kanan"), s("", rata="kanan")),
        ),
        lebar=(46, 16, 18, 20),
        nomor="3.1.1.A",
        judul="Perbandingan antara Target dan Realisasi",
        catatan=(p("¹ Dasar hitung: angka penuh, dicetak dua desimal; dari ", REALISASI, ".", gaya="keterangan"),),
    )


def tabel_panjang(jumlah: int = 60, nomor: str = "4.1") -> Tabel:
    """Return a wide table of twelve columns with a two-row head, spans, subtotals and a total."""
    kepala = (
        (
            k("No.", baris=2),
            k("Sasaran Strategis", baris=2),
            k("Indikator Kinerja", baris=2),
            k("Target", baris=2),
            k("Triwulan I", kolom=2),
            k("Program/Kegiatan", baris=2),
            k("Anggaran", kolom=2),
            k("Serapan", baris=2),
            k("Keterangan", kolom=2),
        ),
        (k("Realisasi"), k("Capaian"), k("Pagu"), k("Realisasi"), k("Unit"), k("Catatan")),
        tuple(s(str(i), rata="tengah", peran="nomor") for i in range(1, 13)),
    )
    baris: list[tuple[SelTabel, ...]] = []
    for i in range(jumlah):
        if i % 10 == 9:
            baris.append(
                (
                    s(f"Subtotal {i // 10 + 1}", kolom=7, peran="subtotal"),
                    s(rupiah(10**9 + i, f"sub{nomor}-{i}", "pagu"), rata="kanan", peran="subtotal"),
                    s(rupiah(9 * 10**8 + i, f"sub{nomor}-{i}", "realisasi"), rata="kanan", peran="subtotal"),
                    s(persen(9, 10, "90,00%", f"sub{nomor}-{i}", "serapan"), rata="kanan", peran="subtotal"),
                    s("", kolom=2, peran="subtotal"),
                )
            )
            continue
        awal: tuple[SelTabel, ...] = ()
        if i % 10 in (0, 3, 6):
            awal = (s(str(i // 3 + 1), baris=3, rata="tengah"), s("Meningkatnya kualitas PMKS", baris=3))
        baris.append(
            (
                *awal,
                s(f"Indikator ke-{i} yang namanya cukup panjang untuk melipat", indentasi=i % 2),
                s("86%", rata="kanan"),
                s(persen(i, 100, f"{i},00%", f"ind{nomor}-{i}", "realisasi"), rata="kanan"),
                s(persen(i * 100, 8600, f"{i * 10000 // 86 / 100:.2f}%".replace(".", ","), f"i{i}", "x"), rata="kanan"),
                s("Program rehabilitasi sosial", peran="program" if i % 3 == 0 else ""),
                s(rupiah(2501951000 + i, f"keg{nomor}-{i}", "pagu"), rata="kanan"),
                s(rupiah(2301951000 + i, f"keg{nomor}-{i}", "realisasi"), rata="kanan"),
                s("92,01%", rata="kanan"),
                s("Bidang A"),
                s("Catatan"),
            )
        )
    baris.append((s("TOTAL", kolom=7, peran="total"), s(BESAR, kolom=3, rata="kanan", peran="total"), s("", kolom=2)))
    return Tabel(
        kepala, tuple(baris), (3, 9, 13, 6, 7, 7, 12, 12, 12, 7, 6, 6), nomor, "Pengukuran Kinerja Triwulan I", (), 8
    )


def gambar() -> Gambar:
    """Return a small bar chart with boxes, lines and texts."""
    return Gambar(
        1400,
        620,
        (
            Kotak(450, 20, 500, 110, isi="utama", teks=("KEPALA DINAS", "Contoh Pejabat Satu"), ukuran=9, tebal=True),
            Garis(700, 130, 700, 190),
            Garis(200, 190, 1200, 190),
            Kotak(50, 230, 300, 90, isi="latar", teks=("Sekretariat",)),
            Garis(200, 190, 200, 230),
            Garis(1200, 190, 1200, 230, putus=True),
            Kotak(1050, 230, 300, 90, teks=("Bidang <PPPA> & Anak",)),
            Garis(100, 560, 1300, 560, tebal=5),
            Kotak(200, 400, 120, 160, isi="baik", garis=""),
            Kotak(600, 430, 120, 130, isi="waspada", garis=""),
            Kotak(1000, 500, 120, 60, isi="galat", garis=""),
            TeksGambar(260, 390, "81,77%", perataan="tengah", tebal=True, identitas=CAPAIAN.identitas),
            TeksGambar(660, 420, "70,32%", perataan="tengah"),
            TeksGambar(100, 600, "kiri"),
            TeksGambar(1300, 600, "kanan", perataan="kanan", warna="galat"),
            Garis(100, 560, 1300, 380, warna="netral", putus=True),
        ),
        alt="Bagan: kepala dinas membawahi sekretariat dan bidang; grafik batang capaian 81,77% dan 70,32%.",
        nomor="2.1",
        judul="Struktur organisasi dan capaian",
    )


def contoh_naskah(jumlah_baris: int = 60) -> Naskah:
    """Return the document."""
    sampul: tuple[Blok, ...] = (
        Jarak(40),
        p("LAPORAN KINERJA INSTANSI PEMERINTAH", gaya="sampul_besar"),
        p("TAHUN 2020", gaya="sampul"),
        Jarak(60),
        p("DINAS CONTOH KOTA CONTOH", gaya="sampul"),
    )
    depan: tuple[Blok, ...] = (
        Judul(1, "KATA PENGANTAR"),
        p("Laporan ini disusun sebagai contoh. " + PANJANG * 2),
        TandaTangan(
            (
                None,
                KolomTandaTangan(
                    ("Kota Contoh, 5 Februari 2021", "Kepala Dinas Contoh"),
                    ("Contoh Pejabat Satu", "Pembina Utama Muda", "NIP 19000101 200001 1 001"),
                ),
            )
        ),
        GantiHalaman(),
        Judul(1, "DAFTAR ISI", tampil_di_daftar=False),
        DaftarIsi(),
        GantiHalaman(),
        Judul(1, "DAFTAR TABEL", tampil_di_daftar=False),
        DaftarTabel(),
        Judul(1, "DAFTAR GAMBAR", tampil_di_daftar=False),
        DaftarGambar(),
    )
    isi: tuple[Blok, ...] = (
        Judul(1, "PENDAHULUAN", "BAB I"),
        Judul(2, "Latar Belakang", "1.1"),
        p(PANJANG * 3),
        p(
            "Realisasi ",
            REALISASI,
            " atau capaian ",
            Teks("81,77%", tebal=True, sel=CAPAIAN),
            " terhadap target ",
            TARGET,
        ),
        p("Kutipan dari peraturan yang berlaku. " + PANJANG, gaya="kutipan"),
        DaftarButir((p("Butir pertama " + PANJANG).isi, p("Butir kedua ", TARGET).isi), "angka"),
        p("Huruf:"),
        DaftarButir((p("Alfa").isi, p("Beta").isi), "huruf"),
        DaftarButir((p("Bulat satu").isi, p("Bulat dua").isi), "bulatan"),
        DaftarButir((p("Mulai lagi dari satu").isi,), "angka"),
        Judul(3, "Teks yang ganjil", "1.1.1"),
        p(JAHAT),
        p("Huruf langka: \u0627 \U0001f600 \x07 selesai; ≥ ≤ × √ α µ “petik” – —."),
        Judul(4, "Rumus"),
        p("Dihitung dengan ", Matematika(RUMUS), " setiap triwulan."),
        p(Matematika(RUMUS)),
        GantiHalaman(),
        Judul(1, "AKUNTABILITAS KINERJA", "BAB III"),
        Judul(2, "Capaian Kinerja Sasaran " + PANJANG, "3.1"),
        p("Tabel berikut membandingkan target dan realisasi."),
        tabel_capaian(),
        p("Sesudah tabel. " + PANJANG),
        gambar(),
        Tabel(
            ((k("Uraian"), k("Analisis")),),
            (
                (s("Penyebab"), SelTabel((p(PANJANG * 12), p("Alinea kedua. " + PANJANG * 12)), perataan="rata")),
                (s("Rumus"), s(Matematika(RUMUS))),
                (s(JAHAT), s("", rata="kanan")),
            ),
            (30, 70),
            "3.1.1.H",
            "Analisis Penyebab Keberhasilan atau Kegagalan serta Solusi yang Telah Dilakukan oleh Perangkat Daerah",
        ),
        Tabel((), ((s("Nama"), s(":"), s("Contoh Pejabat Satu")),), (20, 3, 77)),
        TandaTangan(
            (
                KolomTandaTangan(("", "Pihak Kedua,", "Wali Kota Contoh"), ("Contoh Pejabat Dua",)),
                KolomTandaTangan(
                    ("Kota Contoh, 5 Februari 2021", "Pihak Pertama,", "Kepala Dinas"),
                    ("Contoh Pejabat Satu", "Pembina", "NIP 19000101 200001 1 001"),
                ),
            )
        ),
    )
    lampiran: tuple[Blok, ...] = (
        Judul(1, "LAMPIRAN"),
        p("Pengukuran Kinerja Triwulan I", gaya="tengah"),
        tabel_panjang(jumlah_baris),
    )
    return Naskah(
        jenis="lkjip",
        judul="Laporan Kinerja Tahun 2020",
        subjek="Akuntabilitas kinerja",
        penerbit="Dinas Contoh Kota Contoh",
        tanggal=date(2021, 2, 5),
        seksi=(
            Seksi(sampul),
            Seksi(depan, nomor_halaman="romawi", mulai=1, kaki="Laporan Kinerja Dinas Contoh Tahun 2020"),
            Seksi(isi, nomor_halaman="arab", mulai=1, kaki="Laporan Kinerja Dinas Contoh Tahun 2020"),
            Seksi(lampiran, mendatar=True, nomor_halaman="arab", kaki="Laporan Kinerja Dinas Contoh Tahun 2020"),
        ),
        nama_berkas="lkjip-2020",
        data={"keadaan": "konsep"},
    )
