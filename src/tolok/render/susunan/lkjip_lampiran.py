"""The annexes that belong to the LKjIP itself: awards, and how every number was computed."""

from __future__ import annotations

from collections.abc import Sequence

from tolok.core.dokumen.lkjip import CaraHitung
from tolok.core.dokumen.rumus_cetak import RumusCetak
from tolok.core.naskah import Penghargaan
from tolok.render.susunan.rumus import legenda
from tolok.render.susunan.unsur import (
    daftar_butir,
    kalimat,
    kepala,
    keterangan,
    paragraf,
    sel_angka,
    sel_teks,
    tabel,
)
from tolok.render.tata_letak import Blok, Judul, Matematika, Tabel

BELUM_DITERANGKAN = "belum diterangkan."


def layout_penghargaan(daftar: Sequence[Penghargaan]) -> tuple[Blok, ...]:
    """Return the table of awards."""
    return (
        tabel(
            kepala=[[kepala("No."), kepala("Penghargaan"), kepala("Tingkat"), kepala("Tahun")]],
            baris=[
                [
                    sel_teks(str(nomor), perataan="tengah"),
                    sel_teks(satu.nama),
                    sel_teks(satu.tingkat),
                    sel_teks(str(satu.tahun), perataan="tengah"),
                ]
                for nomor, satu in enumerate(daftar, start=1)
            ],
            lebar=(10, 95, 35, 20),
        ),
    )


def layout_cara_hitung(daftar: Sequence[CaraHitung]) -> tuple[Blok, ...]:
    """Return one section an indicator: formula, numbers put in, inputs with their sources, steps."""
    return tuple(blok for satu in daftar for blok in _cara(satu))


def _cara(satu: CaraHitung) -> tuple[Blok, ...]:
    blok: list[Blok] = [Judul(3, satu.nama, tampil_di_daftar=False), keterangan(f"Sasaran: {satu.sasaran}.")]
    if satu.definisi:
        blok.append(paragraf(satu.definisi))
    blok += _rumus(satu.rumus)
    blok.append(kalimat(satu.hasil))
    blok.append(_masukan(satu))
    blok.append(paragraf("Langkah hitungan:"))
    blok.append(daftar_butir(satu.daftar_langkah))
    blok.append(paragraf("Mutu data:"))
    blok.append(daftar_butir([f"{mutu.nama}: {mutu.isi or BELUM_DITERANGKAN}" for mutu in satu.daftar_mutu], "bulatan"))
    return tuple(blok)


def _rumus(rumus: RumusCetak) -> tuple[Blok, ...]:
    if rumus.simpul is None:
        return (paragraf(rumus.keterangan),)
    blok: list[Blok] = [paragraf("Rumus:"), paragraf(Matematika(rumus.simpul), perataan="tengah")]
    blok += (keterangan(*legenda(huruf)) for huruf in rumus.daftar_huruf)
    if rumus.terisi is not None:
        blok += [paragraf("Dengan angkanya:"), paragraf(Matematika(rumus.terisi), perataan="tengah")]
    return tuple(blok)


def _masukan(satu: CaraHitung) -> Tabel:
    return tabel(
        kepala=[[kepala("Masukan"), kepala("Nilai"), kepala("Sumber")]],
        baris=[
            [sel_teks(masukan.label), sel_angka(masukan.nilai), sel_teks(masukan.sumber or "Tidak dicatat")]
            for masukan in satu.daftar_masukan
        ],
        lebar=(70, 28, 62),
    )
