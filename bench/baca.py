"""
Reading published files: seconds and memory of long PDFs, how both grow with the pages, and our own documents read back.

Aims: a PDF of 100 pages under 20 s and 500 MB and in proportion to its pages; 100 kB of text under 1 s; of the cells
of our own documents at least 0.999 found, none wrong. Run alone: ``python -m bench.baca``.
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
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


def print_waktu(naskah: Naskah) -> None:
    """Print time and memory of long PDFs and of a long text."""
    from tolok.render.pdf import render_pdf

    baris = []
    with TemporaryDirectory() as folder:
        isi = render_pdf(naskah)
        for jumlah in DAFTAR_HALAMAN:
            print_kabar(f"PDF {jumlah} halaman")
            path = Path(folder) / f"{jumlah}.pdf"
            path.write_bytes(buat_pdf_panjang(isi, jumlah))
            detik, memori, blok_terbaca = _ukur(path)
            tujuan = "< 20 s, < 500 MB" if jumlah == 100 else ""
            per_halaman = f"{1000 * detik / jumlah:.0f} ms"
            baris.append(
                (f"PDF {jumlah} halaman", f"{detik:.2f} s", per_halaman, f"{memori:.0f} MB", str(blok_terbaca), tujuan)
            )
        path = Path(folder) / "panjang.md"
        satu = "| 1 | Persentase PMKS | 86% | 70,32% | Rp 2.501.951.000 |\n"
        path.write_text(
            "# BAB III\n\n"
            + ("| No | Indikator | Target | Realisasi | Pagu |\n|---|---|---|---|---|\n" + satu * 40 + "\nTeks.\n\n")
            * 44
        )
        detik, memori, blok_terbaca = _ukur(path)
        baris.append(
            (
                f"teks {path.stat().st_size // 1000} kB",
                f"{detik:.2f} s",
                "",
                f"{memori:.0f} MB",
                str(blok_terbaca),
                "< 1 s",
            )
        )
    print_tabel("Membaca berkas", ("berkas", "CPU", "per halaman", "memori puncak", "blok", "tujuan"), baris)


def print_baca_ulang() -> Naskah:
    """Print how our own documents read back; return the longest."""
    baris, terpanjang = [], None
    for kode, naskah in list_naskah():
        terpanjang = terpanjang or naskah
        for rupa in DAFTAR_FORMAT:
            print_kabar(f"baca ulang {kode}.{rupa}")
            hasil = bandingkan(naskah, rupa)
            perolehan = 1 - len(hasil.hilang) / hasil.tercetak
            baris.append((kode, rupa, str(hasil.tercetak), f"{perolehan:.4f}", str(len(hasil.salah))))
    print_tabel("Dokumen sendiri dibaca ulang", ("dokumen", "format", "sel", "perolehan", "salah"), baris)
    assert terpanjang is not None
    return terpanjang


def main() -> int:
    """Print all tables."""
    print_waktu(print_baca_ulang())
    return 0


if __name__ == "__main__":
    sys.exit(main())
