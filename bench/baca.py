"""
Reading and reviewing: seconds and memory of long PDFs, how both grow with the pages, and our own documents read back.

Aims: a PDF of 100 pages read under 20 s and 500 MB, reviewed under 1 s more, the whole of ``tolok reviu`` under 25 s
and 500 MB, all in proportion to its pages; 100 kB of text under 1 s; of the cells of our own documents at least 0.999
found, none wrong. Run alone: ``python -m bench.baca``.
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ukur import detik_cpu, memori_puncak, print_kabar, print_tabel, run_child
from tolok.render.tata_letak import KolomTandaTangan, Matematika, Naskah, SelTabel, Tabel, TandaTangan, Teks

DAFTAR_HALAMAN = (25, 50, 100, 200)
DAFTAR_FORMAT = ("docx", "xlsx", "pdf")
_LEMBAR_DAFTAR = "Daftar"


@dataclass(frozen=True, slots=True)
class Banding:
    """How many cells a document prints, how many of them were not found, and texts that were read but not printed."""

    tercetak: int
    hilang: tuple[str, ...]
    salah: tuple[str, ...]


def rapat(teks: str) -> str:
    """Return a text without any space or invisible break, which a page may put anywhere."""
    return re.sub(r"[\s\u00ad\u200b]+", "", teks)


def bandingkan(naskah: Naskah, rupa: str) -> Banding:
    """Return how the tables of a document compare with what is read from its file; formulas are another matter."""
    from tolok.ingest.baca import read_isi
    from tolok.render.docx import render_docx
    from tolok.render.pdf import render_pdf
    from tolok.render.xlsx import render_xlsx

    isi = {"docx": render_docx, "pdf": render_pdf, "xlsx": render_xlsx}[rupa](naskah)
    terbaca = Counter(
        rapat(sel.teks)
        for tabel in read_isi(isi, f"{naskah.nama_berkas}.{rupa}").list_tabel()
        if tabel.judul != _LEMBAR_DAFTAR
        for baris in tabel.sel
        for sel in baris
        if sel
    )
    daftar = [sel for satu in _list_tabel(naskah) for baris in (*satu.kepala, *satu.baris) for sel in baris]
    tercetak = Counter(rapat(_teks(sel)) for sel in daftar if not _is_rumus(sel))
    boleh = set(tercetak) | {rapat("".join((*kolom.atas, *kolom.bawah))) for kolom in _list_penanda(naskah)}
    boleh |= {rapat(teks) for kolom in _list_penanda(naskah) for teks in (*kolom.atas, *kolom.bawah)}
    rumus = re.compile("|".join(_pola_rumus(sel) for sel in daftar if _is_rumus(sel)) or "(?!)")
    del tercetak[""]
    hilang = tuple((tercetak - terbaca).elements())
    return Banding(
        tercetak.total(), hilang, tuple(t for t in terbaca if t and t not in boleh and not rumus.fullmatch(t))
    )


def _list_tabel(naskah: Naskah) -> Iterator[Tabel]:
    return (satu for seksi in naskah.seksi for satu in seksi.blok if isinstance(satu, Tabel))


def _list_penanda(naskah: Naskah) -> Iterator[KolomTandaTangan]:
    for seksi in naskah.seksi:
        for satu in seksi.blok:
            if isinstance(satu, TandaTangan):
                yield from (kolom for kolom in satu.kolom if kolom)


def _is_rumus(sel: SelTabel) -> bool:
    return any(isinstance(isi, Matematika) for paragraf in sel.isi for isi in paragraf.isi)


def _teks(sel: SelTabel) -> str:
    return "".join(isi.teks for paragraf in sel.isi for isi in paragraf.isi if isinstance(isi, Teks))


def _pola_rumus(sel: SelTabel) -> str:
    """Return a pattern for a cell with a formula: its words as printed, anything where the formula stands."""
    return "".join(
        re.escape(rapat(isi.teks)) if isinstance(isi, Teks) else ".+" for paragraf in sel.isi for isi in paragraf.isi
    )


def list_naskah() -> Iterator[tuple[str, Naskah]]:
    """Yield the documents of the demo, each with its name."""
    from tolok.cli.demo import list_pekerjaan
    from tolok.cli.dokumen import load_hasil
    from tolok.contoh import path_contoh

    hasil_per_contoh = {}
    for satu in list_pekerjaan():
        if satu.contoh not in hasil_per_contoh:
            hasil_per_contoh[satu.contoh] = load_hasil(path_contoh(satu.contoh))
        yield satu.jenis.kode, satu.jenis.susun(hasil_per_contoh[satu.contoh], "").naskah


def buat_pdf_panjang(isi: bytes, jumlah_halaman: int) -> bytes:
    """Return a PDF of this many pages: those of another, again and again."""
    import pypdfium2

    with pypdfium2.PdfDocument(isi) as asal, pypdfium2.PdfDocument.new() as hasil:
        while len(hasil) < jumlah_halaman:
            hasil.import_pages(asal, list(range(min(len(asal), jumlah_halaman - len(hasil)))))
        keluar = io.BytesIO()
        hasil.save(keluar)
    return keluar.getvalue()


def ukur(path: str) -> None:
    """Print CPU seconds, peak memory and count of blocks of one file; run in a child process."""
    from tolok.ingest.baca import read_berkas

    mulai = detik_cpu()
    berkas = read_berkas(Path(path))
    print(detik_cpu() - mulai, memori_puncak(), len(berkas.daftar_blok))


def _ukur(path: Path) -> tuple[float, float, int]:
    kode = "import sys; from bench.baca import ukur; ukur(sys.argv[1])"
    detik, memori, jumlah = run_child(kode, str(path)).baris[-1].split()
    return float(detik), float(memori), int(jumlah)


def ukur_reviu(path: str) -> None:
    """Print CPU seconds of reading, recognising and reviewing one file, and peak memory; run in a child process."""
    from tolok.core.reviu.periksa import review
    from tolok.ingest.baca import read_berkas
    from tolok.ingest.pengenal import recognise

    waktu = [detik_cpu()]
    berkas = read_berkas(Path(path))
    waktu.append(detik_cpu())
    terbaca = recognise(berkas)
    waktu.append(detik_cpu())
    temuan = review((terbaca,))
    waktu.append(detik_cpu())
    print(*(lain - satu for satu, lain in pairwise(waktu)), memori_puncak(), len(temuan))


def print_reviu(folder: str) -> None:
    """Print time and memory of the review of the long PDFs there."""
    baris = []
    for jumlah in DAFTAR_HALAMAN:
        print_kabar(f"reviu {jumlah} halaman")
        kode = "import sys; from bench.baca import ukur_reviu; ukur_reviu(sys.argv[1])"
        *detik, memori, temuan = run_child(kode, str(Path(folder) / f"{jumlah}.pdf")).baris[-1].split()
        baca, kenal, periksa = (float(satu) for satu in detik)
        tujuan = "periksa < 1 s; seluruhnya < 25 s, < 500 MB" if jumlah == 100 else ""
        angka = [f"{satu:.2f} s" for satu in (baca, kenal, periksa, baca + kenal + periksa)]
        baris.append((f"PDF {jumlah} halaman", *angka, f"{float(memori):.0f} MB", temuan, tujuan))
    kepala = ("berkas", "baca", "kenali", "periksa", "seluruhnya (CPU)", "memori puncak", "temuan", "tujuan")
    print_tabel("Mereviu berkas", kepala, baris)


def tulis_contoh(folder: str) -> None:
    """Write the files to measure; run in a child, as a process is charged the memory of the one it came from."""
    from tolok.render.pdf import render_pdf

    _, naskah = next(list_naskah())
    isi = render_pdf(naskah)
    for jumlah in DAFTAR_HALAMAN:
        (Path(folder) / f"{jumlah}.pdf").write_bytes(buat_pdf_panjang(isi, jumlah))
    kepala = "| No | Indikator | Target | Realisasi | Pagu |\n|---|---|---|---|---|\n"
    tabel = kepala + "| 1 | Persentase PMKS | 86% | 70,32% | Rp 2.501.951.000 |\n" * 40
    (Path(folder) / "panjang.md").write_text("# BAB III\n\n" + f"{tabel}\nTeks.\n\n" * 42)


def print_waktu() -> None:
    """Print time and memory of long PDFs, read and reviewed, and of a long text."""
    baris = []
    with TemporaryDirectory() as folder:
        print_kabar("menulis PDF panjang")
        run_child("import sys; from bench.baca import tulis_contoh; tulis_contoh(sys.argv[1])", folder)
        for jumlah in DAFTAR_HALAMAN:
            print_kabar(f"PDF {jumlah} halaman")
            detik, memori, blok = _ukur(Path(folder) / f"{jumlah}.pdf")
            tujuan = "< 20 s, < 500 MB" if jumlah == 100 else ""
            per_halaman = f"{1000 * detik / jumlah:.0f} ms"
            baris.append(
                (f"PDF {jumlah} halaman", f"{detik:.2f} s", per_halaman, f"{memori:.0f} MB", str(blok), tujuan)
            )
        path = Path(folder) / "panjang.md"
        detik, memori, blok = _ukur(path)
        nama = f"teks {path.stat().st_size // 1000} kB"
        baris.append((nama, f"{detik:.2f} s", "", f"{memori:.0f} MB", str(blok), "< 1 s"))
        print_tabel("Membaca berkas", ("berkas", "CPU", "per halaman", "memori puncak", "blok", "tujuan"), baris)
        print_reviu(folder)


def print_baca_ulang() -> None:
    """Print how our own documents read back."""
    baris = []
    for kode, naskah in list_naskah():
        for rupa in DAFTAR_FORMAT:
            print_kabar(f"baca ulang {kode}.{rupa}")
            hasil = bandingkan(naskah, rupa)
            perolehan = 1 - len(hasil.hilang) / hasil.tercetak
            baris.append((kode, rupa, str(hasil.tercetak), f"{perolehan:.4f}", str(len(hasil.salah))))
    print_tabel("Dokumen sendiri dibaca ulang", ("dokumen", "format", "sel", "perolehan", "salah"), baris)


def main() -> int:
    """Print all tables."""
    print_waktu()
    print_baca_ulang()
    return 0


if __name__ == "__main__":
    sys.exit(main())
