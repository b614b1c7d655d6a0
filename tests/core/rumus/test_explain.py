"""The story of a value in Indonesian sentences."""

from __future__ import annotations

from tolok.core.angka import Angka
from tolok.core.jejak import Hasil, Jejak
from tolok.core.nilai import AlasanBelumAda, BelumAda, Bilangan, JenisTanda, Kategori, Rentang, Tanda
from tolok.core.rumus.evaluator import DaftarNilai, evaluate
from tolok.core.rumus.explain import explain
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.printing import to_latex, to_mathml, with_nilai


def cerita(rumus: str, satuan: str, digit: int | None = None, **isi: object) -> tuple[Jejak, tuple[str, ...]]:
    _, jejak = evaluate(parse_rumus(rumus), satuan_hasil=satuan, ambil=lambda p: isi[p.label])  # type: ignore[arg-type, return-value]
    return jejak, explain(jejak, digit=digit)


def test_published_ratio_is_told_step_by_step() -> None:
    tanda = Tanda(JenisTanda.BERTENTANGAN, "laporan menyebut 92%.")
    pmks = Bilangan(Angka(1816), "orang")
    hasil = Hasil(
        "id", pmks, None, "1.816", Jejak("variabel", "B", pmks, sumber="Laporan PMKS", catatan="posisi Desember.")
    )
    jejak, kalimat = cerita("[A] / [B] * 100%", "%", 2, A=Bilangan(Angka(1277), "orang", (tanda,)), B=hasil)
    assert kalimat == (
        "A = 1.277 orang. Ditandai bertentangan: laporan menyebut 92%.",
        "B = 1.816 orang (sumber: Laporan PMKS). Catatan: posisi Desember.",
        "Rumus: A / B × 100%.",
        "1.277 / 1.816 = 0,7031938…",
        "0,7031938… × 100% = 70,3193832…",
        "Dengan angkanya: 1.277 / 1.816 × 100% = 70,3193832…%.",
        "Dibulatkan dua desimal, angka 5 ke atas: 70,32%.",
    )
    assert to_latex(with_nilai(jejak)) == r"\frac{1.277}{1.816} \times 100\%"
    assert "<mfrac><mrow><mn>1.277</mn></mrow><mrow><mn>1.816</mn></mrow></mfrac>" in to_mathml(with_nilai(jejak))


def test_missing_value_is_told_instead_of_a_number() -> None:
    jejak, kalimat = cerita(
        "([K]@tahun_lalu - [K]) / 2",
        "kasus",
        2,
        K=BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, tanda=(Tanda(JenisTanda.ALIH_DATA, ""),)),
    )
    assert kalimat == (
        "K tahun lalu: tidak dilaporkan.",
        "K: tidak dilaporkan.",
        "Rumus: (K tahun lalu − K) / 2.",
        "Hasil: tidak dilaporkan. Nilai variabel “K tahun lalu” belum ada: tidak dilaporkan. "
        "Nilai variabel “K” belum ada: tidak dilaporkan.",
    )
    assert to_latex(with_nilai(jejak)) == r"\frac{\text{K tahun lalu} - \text{K}}{2}"


def test_functions_lists_and_negative_numbers_are_told() -> None:
    _, kalimat = cerita(
        "rata_rata([D]; -[M]^2) - [M]",
        "",
        0,
        D=DaftarNilai((Angka(1), Angka(4)), "%", sumber="survei"),
        M=Bilangan(Angka(-2), ""),
    )
    assert kalimat == (
        "D = 2 data (sumber: survei).",
        "M = −2.",
        "Rumus: rata-rata(D; −M^2) − M.",
        "(−2) pangkat 2 = 4.",
        "Rata-rata dari 2 data; (−4) = 0,3333333…",
        "0,3333333… − (−2) = 2,3333333…",
        "Dengan angkanya: rata-rata(2 data D; −(−2)^2) − (−2) = 2,3333333…",
        "Dibulatkan menjadi bilangan bulat, angka 5 ke atas: 2.",
    )


def test_fgt_and_approximation_are_told() -> None:
    _, kalimat = cerita("fgt([D]; [G]; 0,5)", "indeks", 8, D=DaftarNilai((Angka(3),), "Rp"), G=Bilangan(Angka(6), "Rp"))
    assert kalimat == (
        "D = 1 data.",
        "G = Rp\u00a06.",
        "Rumus: indeks kemiskinan FGT(D; G; 0,5).",
        "Indeks FGT dari 1 data di bawah garis 6 dengan alfa 0,5 = 0,7071067…",
        "Dengan angkanya: indeks kemiskinan FGT(1 data D; 6; 0,5) = 0,7071067… indeks.",
        "Nilai ini hampiran dengan 50 digit, karena pangkat pecahan atau akarnya tidak pernah berakhir.",
        "Dibulatkan 8 desimal, angka 5 ke atas: 0,70710678 indeks.",
    )


def test_exact_value_is_written_not_rounded() -> None:
    assert cerita("[A] * 2", "%", 2, A=Bilangan(Angka(21, 2), ""))[1][-1] == "Ditulis dengan dua desimal: 21,00%."
    assert cerita("[A] * 2", "%", 0, A=Bilangan(Angka(21, 2), ""))[1][-1] == "Ditulis sebagai bilangan bulat: 21%."
    assert cerita("[A] * 2", "%", None, A=Bilangan(Angka(21, 2), ""))[1][-1] == "Dengan angkanya: 10,5 × 2 = 21%."


def test_category_is_told() -> None:
    jejak, kalimat = cerita("kategori([K])", "kategori", 2, K=Kategori("Madya", 2, "kla"))
    assert kalimat == ("K = Madya.",)
    assert to_latex(with_nilai(jejak)) == r"\text{Madya}"


def test_step_of_another_computation_is_told_after_its_parts() -> None:
    rentang = Rentang(Angka(80), Angka(90), "%")
    anak = (Jejak("variabel", "target", rentang), Jejak("tetap", "100", Angka(100)))
    jejak = Jejak("capaian.rentang", "Capaian", Bilangan(Angka(2000, 27), "%"), anak, catatan="dipotong")
    assert explain(jejak, digit=2) == (
        "target = 80–90%.",
        "100 = 100.",
        "Capaian = 74,0740740…% (dipotong).",
        "Dibulatkan dua desimal, angka 5 ke atas: 74,07%.",
    )
