"""HTML: read again by the parser of the standard library."""

from __future__ import annotations

import re

from baca_ulang import berkas, daftar_sel, halaman, rapat
from contoh_naskah import JAHAT, RUMUS, contoh_naskah, p, s
from naskah_kecil import dengan_blok

from tolok.render.html import NAMA_GAYA, Rentang, gaya_kertas, render_bagian, render_html
from tolok.render.tata_letak import Judul, Matematika, Tabel


def test_setiap_angka_menyebut_identitasnya():
    assert halaman(berkas("html")).sel == daftar_sel(contoh_naskah())


def test_nilai_tepat_ada_pada_unsur_data():
    data = [sifat for tag, sifat in halaman(berkas("html")).tag if tag == "data"]
    realisasi = next(satu for satu in data if (satu["data-identitas"] or "").endswith("pmks/realisasi"))
    assert realisasi["value"] == "31925/454"


def test_tanpa_gaya_sebaris_dan_tanpa_skrip():
    tag = halaman(berkas("html")).tag
    assert {nama for nama, _ in tag}.isdisjoint({"style", "script", "iframe", "object"})
    assert [sifat for _, sifat in tag if "style" in sifat or any(nama.startswith("on") for nama in sifat)] == []
    assert [sifat["href"] for nama, sifat in tag if nama == "link"] == [NAMA_GAYA]


def test_tautan_gaya_dapat_diganti_dan_setiap_kelas_ada_di_lembar_gaya():
    isi = render_html(contoh_naskah(), tautan_gaya="/statis/kertas.css?a=1&b=2")
    assert b'href="/statis/kertas.css?a=1&amp;b=2"' in isi
    gaya = gaya_kertas().decode()
    kelas = {satu for _, sifat in halaman(isi).tag for satu in (sifat.get("class") or "").split()}
    tanpa_rupa = {"jarak", "tingkat-1"}
    assert [satu for satu in sorted(kelas - tanpa_rupa) if not re.search(rf"\.{re.escape(satu)}\b", gaya)] == []


def test_tabel_mempunyai_keterangan_dan_kepala_yang_bermakna():
    tag = halaman(berkas("html")).tag
    kepala = [sifat for nama, sifat in tag if nama == "th"]
    assert {satu["scope"] for satu in kepala} == {"col", "colgroup"}
    assert all((satu["scope"] == "colgroup") == ("colspan" in satu) for satu in kepala)
    assert sum(1 for nama, _ in tag if nama == "caption") == 3
    assert sum(1 for nama, _ in tag if nama == "table") == 4
    assert sum(1 for nama, _ in tag if nama == "thead") == 3


def test_tautan_daftar_menuju_id_yang_ada_dan_id_tidak_ganda():
    tag = halaman(berkas("html")).tag
    daftar_id = [sifat["id"] for _, sifat in tag if "id" in sifat]
    assert len(set(daftar_id)) == len(daftar_id)
    tujuan = [sifat["href"][1:] for nama, sifat in tag if nama == "a"]
    assert len(tujuan) == 12
    assert set(tujuan) <= set(daftar_id)


def test_gambar_svg_berjudul_dan_beruraian():
    tag = halaman(berkas("html")).tag
    (svg,) = [sifat for nama, sifat in tag if nama == "svg"]
    assert svg["role"] == "img"
    daftar_id = {sifat["id"] for nama, sifat in tag if nama in ("title", "desc") and "id" in sifat}
    assert set(svg["aria-labelledby"].split()) == daftar_id
    assert sum(1 for nama, _ in tag if nama == "rect") == 6
    assert sum(1 for nama, _ in tag if nama == "line") == 6


def test_rumus_mathml_tampil_atau_dalam_kalimat():
    isi = render_html(dengan_blok(p("x ", Matematika(RUMUS)), p(Matematika(RUMUS))))
    rumus = [sifat.get("display") for nama, sifat in halaman(isi).tag if nama == "math"]
    assert rumus == [None, "block"]


def test_teks_jahat_tetap_teks():
    jahat = '</p><script>alert(1)</script>" onload="x'
    isi = render_html(
        dengan_blok(p(jahat), Judul(1, jahat), Tabel((), ((s(jahat),),), (1,), jahat, jahat), judul=jahat)
    )
    hasil = halaman(isi)
    assert "script" not in {nama for nama, _ in hasil.tag}
    assert not any("onload" in sifat for _, sifat in hasil.tag)
    assert rapat(hasil.teks).count(rapat(jahat)) == 6
    assert rapat(halaman(berkas("html")).teks).count(rapat(JAHAT)) == 2


def test_bagian_bagian_bersama_adalah_seluruh_halaman():
    naskah = contoh_naskah()
    utuh = render_html(naskah).decode()
    semua = "".join(render_bagian(naskah, [Rentang(urut)]) for urut in range(len(naskah.seksi)))
    assert f'<main class="tk-kertas">{semua}</main>' in utuh


def test_sepotong_seksi_memakai_id_dokumen_utuh():
    naskah = contoh_naskah()
    banyak = len(naskah.seksi[1].blok)
    potongan = render_bagian(naskah, [Rentang(1, 1, banyak)])
    daftar_id = re.findall(r'id="(b1-\d+)"', potongan)
    assert daftar_id
    assert "b1-0" not in daftar_id
    assert set(daftar_id) <= set(re.findall(r'id="(b1-\d+)"', render_html(naskah).decode()))


def test_setiap_angka_dapat_bertaut_juga_di_dalam_gambar():
    naskah = contoh_naskah()
    isi = render_bagian(
        naskah, [Rentang(urut) for urut in range(len(naskah.seksi))], tautan=lambda i: f"/angka/{i}?a&b"
    )
    hasil = halaman(isi.encode())
    identitas = [sifat["data-identitas"] for _, sifat in hasil.tag if "data-identitas" in sifat]
    tautan = [sifat["href"] for nama, sifat in hasil.tag if nama == "a" and sifat.get("class") == "jejak"]
    assert tautan == [f"/angka/{satu}?a&b" for satu in identitas]
    bertaut = [sifat["role"] for nama, sifat in hasil.tag if nama == "svg"]
    assert set(bertaut) <= {"group", "img"}
    tanpa = re.sub(r'<a class="jejak"[^>]*>(.*?)</a>', r"\1", isi).replace('role="group"', 'role="img"')
    assert tanpa == render_bagian(naskah, [Rentang(urut) for urut in range(len(naskah.seksi))])


def test_daftar_isi_dapat_menunjuk_ke_halaman_lain():
    naskah = contoh_naskah()
    semua = [Rentang(urut) for urut in range(len(naskah.seksi))]
    isi = render_bagian(naskah, semua, alamat=lambda seksi, blok: f"?bagian={seksi}#b{seksi}-{blok}")
    tujuan = [sifat["href"] for nama, sifat in halaman(isi.encode()).tag if nama == "a"]
    assert tujuan
    assert all(satu.startswith("?bagian=") for satu in tujuan)
