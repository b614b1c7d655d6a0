"""
Sheets of individual indicators (IKI): one for each position, with its form and its tables, in any of their layouts.

Rows are kept as printed, numbers included. A sheet begins with its jabatan, or, where a sheet has no form, with a title
that names the position.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tolok.core.bacaan.blok import Blok, Paragraf
from tolok.core.bacaan.dokumen import BarisIki, IkiTerbaca, TabelTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.ingest.pengenal.baris_geser import align_baris
from tolok.ingest.pengenal.baris_rencana import Baris, find_bagian, list_baris
from tolok.ingest.pengenal.butir_sel import is_gantung, is_sambungan, satu_baris
from tolok.ingest.pengenal.iki_kolom import Bidang, Formulir, PembacaFormulir, list_butir
from tolok.ingest.pengenal.kolom_rencana import Arti
from tolok.ingest.pengenal.tata_rencana import Tata, make_tata
from tolok.ingest.susun import TabelSusun

_JUDUL: Final = re.compile(r"\bindikator kinerja (?:individu|indikator)\b|\biki\b", re.IGNORECASE)
_SAMPING: Final = re.compile(
    r"\bindikator kinerja (?:individu|indikator)\b|\(?\biki\b\)?|\blampiran\b.*|\btahun\b\s*(?:anggaran\s*)?\d*"
    r"|(?:19|20)\d\d|\bpada dinas\b.*|\bpejabat\b",
    re.IGNORECASE,
)
_NOMOR: Final = re.compile(r"^\s*(\d{1,2})[.)]?\s+(?=[^\W\d])")


def is_tabel_iki(tata: Tata) -> bool:
    """Whether a table lists indicators with how they are counted, where from, or their target."""
    return tata.has(Arti.INDIKATOR) and tata.has(Arti.RUMUS, Arti.SUMBER_DATA, Arti.NILAI, Arti.SATUAN)


def is_judul_iki(teks: str) -> bool:
    """Whether a line is a title over a sheet."""
    return _JUDUL.search(teks) is not None and len(teks.split()) < 30


@dataclass(slots=True)
class _Lembar:
    """A sheet being read."""

    formulir: Formulir
    baris: list[BarisIki] = field(default_factory=list)
    kunci: list[tuple[str, int]] = field(default_factory=list)
    """For each row of ``baris``: where its indicator begins and its printed number (0: none)."""
    kepala: tuple[str, ...] = ()


def read_iki(daftar: Iterable[Paragraf | TabelTerbaca]) -> tuple[tuple[IkiTerbaca, ...], frozenset[int]]:
    """
    Return the sheets of a decree, and the numbers of the tables they are made of.

    :param daftar: paragraphs and logical tables in reading order
    """
    pembaca = PembacaFormulir()
    lembar: list[_Lembar] = []
    judul: Paragraf | None = None
    dipakai: set[int] = set()
    for satu in daftar:
        if isinstance(satu, Paragraf):
            if is_judul_iki(satu.teks):
                judul = satu
                pembaca.close()
            if (formulir := pembaca.read(satu)) is not None:
                lembar.append(_Lembar(formulir))
                judul = None
            continue
        pembaca.close()
        tata = make_tata(satu)
        if not is_tabel_iki(tata):
            continue
        if judul is not None or not lembar:
            lembar.append(_Lembar(_make_formulir(judul, satu)))
            judul = None
        dipakai.add(satu.indeks)
        _read_tabel(satu, tata, lembar[-1])
    return tuple(_susun(satu) for satu in lembar if satu.formulir.jabatan or satu.baris), frozenset(dipakai)


def read_iki_susun(
    daftar_blok: Sequence[Blok], awal: int, akhir: int, daftar_tabel: Sequence[TabelSusun]
) -> tuple[tuple[IkiTerbaca, ...], frozenset[int]]:
    """Return the sheets in the blocks from ``awal`` up to ``akhir``, whose logical tables are ``daftar_tabel``."""
    per_blok: dict[int, list[TabelTerbaca]] = {}
    for susun in daftar_tabel:
        per_blok.setdefault(susun.blok[0], []).append(susun.tabel)
    urut: list[Paragraf | TabelTerbaca] = []
    for i in range(awal, akhir):
        blok = daftar_blok[i]
        urut += [blok] if isinstance(blok, Paragraf) else per_blok.get(i, [])
    return read_iki(urut)


def _make_formulir(judul: Paragraf | None, tabel: TabelTerbaca) -> Formulir:
    """Return the form of a sheet that has none: its title names the position."""
    if judul is None:
        return Formulir(tabel.letak)
    sisa = " ".join(_SAMPING.sub(" ", " ".join(judul.teks.split())).split()).strip(" :-–.,()")
    return Formulir(judul.letak, jabatan=sisa)


def _read_tabel(tabel: TabelTerbaca, tata: Tata, lembar: _Lembar) -> None:
    kolom_indikator = tata.list_kolom(Arti.INDIKATOR)[-1]
    kolom_sasaran = next(iter(tata.list_kolom(Arti.SASARAN, Arti.TUJUAN, Arti.KEGIATAN, Arti.PROGRAM)), None)
    sasaran = lembar.baris[-1].sasaran if lembar.baris and lembar.kepala == tabel.kepala else ""
    lembar.kepala = tabel.kepala
    for baris in list_baris(align_baris(tabel, tata), tata):
        if (bagian := find_bagian(baris, tata)) is not None:
            sasaran = bagian[1]
            continue
        tercetak = "" if kolom_sasaran is None or baris.ulang[kolom_sasaran] else satu_baris(baris.teks[kolom_sasaran])
        indikator = "" if baris.ulang[kolom_indikator] else satu_baris(baris.teks[kolom_indikator])
        is_awal = any(baris.teks[k].strip() for k in tata.list_kolom(Arti.NOMOR))
        if not indikator or (is_sambungan(indikator) and not is_awal and lembar.baris and not tercetak):
            _go_on(lembar, baris, tata, indikator=indikator, sasaran=tercetak)
            continue
        if tercetak and not is_awal and lembar.baris and _is_sasaran_lanjut(sasaran, tercetak, tata):
            sasaran = _extend_sasaran(lembar, sasaran, tercetak)
            if is_sambungan(indikator) or _is_indikator_terputus(lembar, indikator):
                _go_on(lembar, baris, tata, indikator=indikator, sasaran="")
                continue
        elif tercetak:
            sasaran = tercetak
        else:
            sasaran = _find_sasaran(lembar, indikator, sasaran)
        lembar.baris.append(_make_baris(baris, tata, sasaran=sasaran, indikator=indikator, k=kolom_indikator))
        lembar.kunci.append((indikator, _nomor(indikator)))


def _is_sasaran_lanjut(sasaran: str, tercetak: str, tata: Tata) -> bool:
    """Whether a sasaran printed without a number only goes on from the page before."""
    return (
        bool(sasaran)
        and tata.has(Arti.NOMOR)
        and (is_sambungan(tercetak) or is_gantung(sasaran) or is_gantung_kerja(sasaran))
    )


_KERJA_GANTUNG: Final = re.compile(
    r"\b(?:penanganan|pelaksanaan|pengelolaan|penyelenggaraan|peningkatan|penyusunan)$", re.I
)


def is_gantung_kerja(teks: str) -> bool:
    """Whether a text ends with a word that wants an object ("pelaksanaan kegiatan penanganan")."""
    return _KERJA_GANTUNG.search(teks) is not None


def _extend_sasaran(lembar: _Lembar, sasaran: str, tambahan: str) -> str:
    baru = f"{sasaran} {tambahan}"
    lembar.baris = [replace(b, sasaran=baru) if b.sasaran == sasaran else b for b in lembar.baris]
    return baru


def _is_indikator_terputus(lembar: _Lembar, indikator: str) -> bool:
    """Whether an indicator goes on from the last one: numbered rows, and this one has no number after a loose end."""
    terakhir = lembar.baris[-1].indikator
    return bool(_nomor(terakhir)) and not _nomor(indikator) and is_gantung(terakhir)


def _find_sasaran(lembar: _Lembar, indikator: str, sasaran: str) -> str:
    """Return the sasaran a row stands under; pages out of order are put right by the numbers of the indicators."""
    nomor = _nomor(indikator)
    if nomor < 2 or not lembar.baris or lembar.kunci[-1][1] in (0, nomor - 1):
        return sasaran
    terakhir: dict[str, int] = {}
    for baris, (_, urut) in zip(lembar.baris, lembar.kunci, strict=True):
        terakhir[baris.sasaran] = urut
    return next((satu for satu, urut in terakhir.items() if urut == nomor - 1), sasaran)


def _go_on(lembar: _Lembar, baris: Baris, tata: Tata, *, indikator: str, sasaran: str) -> None:
    """Add a row that goes on to the row it continues: the last one with a loose end, else the last."""
    if not lembar.baris:
        return
    i = len(lembar.baris) - 1
    if indikator and not is_gantung(lembar.baris[i].indikator):
        i = next((j for j in range(i, -1, -1) if is_gantung(lembar.baris[j].indikator)), i)
    lama = lembar.baris[i]
    tambahan = _make_baris(baris, tata, sasaran="", indikator=indikator, k=tata.list_kolom(Arti.INDIKATOR)[-1])
    lembar.baris[i] = replace(
        lama,
        indikator=_join(lama.indikator, indikator),
        rumus=_join_rumus(lama.rumus, tambahan.rumus),
        sumber_data=_join(lama.sumber_data, tambahan.sumber_data),
        satuan=_join(lama.satuan or "", tambahan.satuan or "") or None,
        target=_join(lama.target or "", tambahan.target or "") or None,
    )
    if sasaran:
        _extend_sasaran(lembar, lama.sasaran, sasaran)


def _join(satu: str, dua: str) -> str:
    return f"{satu} {dua}".strip()


def _join_rumus(satu: str, dua: str) -> str:
    """Join the parts of a formula; a second formula stands on its own line."""
    return f"{satu}\n{dua}".strip() if "$" in dua and satu else _join(satu, dua)


def _make_baris(baris: Baris, tata: Tata, *, sasaran: str, indikator: str, k: int) -> BarisIki:
    isi: dict[Arti, str] = {}
    for i, kolom in enumerate(tata.kolom):
        if i != k and baris.teks[i].strip() and not (baris.ulang[i] and kolom.arti is Arti.RUMUS):
            isi.setdefault(kolom.arti, satu_baris(baris.teks[i]))
    letak: Letak = baris.letak[k]
    return BarisIki(
        sasaran,
        indikator,
        rumus=isi.get(Arti.RUMUS) or isi.get(Arti.DEFINISI, ""),
        sumber_data=isi.get(Arti.SUMBER_DATA, ""),
        satuan=isi.get(Arti.SATUAN),
        target=isi.get(Arti.NILAI),
        letak=letak,
    )


def _nomor(indikator: str) -> int:
    cocok = _NOMOR.match(indikator)
    return int(cocok[1]) if cocok else 0


def _susun(lembar: _Lembar) -> IkiTerbaca:
    formulir = lembar.formulir
    return IkiTerbaca(
        formulir.jabatan,
        tugas=formulir.list_butir(Bidang.TUGAS),
        fungsi=formulir.list_butir(Bidang.FUNGSI),
        uraian=list_butir(formulir.isi.get(Bidang.URAIAN, ())),
        baris=tuple(lembar.baris),
        letak=formulir.letak,
    )
