"""A PDF made by hand."""

from __future__ import annotations


def make_pdf(*daftar_baris: str) -> bytes:
    """Return a PDF of one page with lines of text."""
    isi = "BT /F1 12 Tf 50 780 Td " + " ".join(f"({baris}) Tj 0 -24 Td" for baris in daftar_baris) + " ET"
    bagian = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(isi)} >>\nstream\n{isi}\nendstream",
    ]
    keluar, letak = "%PDF-1.4\n", []
    for nomor, satu in enumerate(bagian, 1):
        letak.append(len(keluar))
        keluar += f"{nomor} 0 obj\n{satu}\nendobj\n"
    awal = len(keluar)
    keluar += f"xref\n0 {len(bagian) + 1}\n0000000000 65535 f \n" + "".join(f"{n:010d} 00000 n \n" for n in letak)
    return f"{keluar}trailer << /Size {len(bagian) + 1} /Root 1 0 R >>\nstartxref\n{awal}\n%%EOF\n".encode("latin-1")
