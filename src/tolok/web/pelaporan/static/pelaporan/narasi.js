/* Formulir narasi: menyisipkan token di tempat kursor, dan menyaring daftar token. Tanpa ini formulir tetap bekerja. */
(() => {
  "use strict";
  const teks = () => document.getElementById("teks");
  document.addEventListener("click", (ev) => {
    const tombol = ev.target.closest("[data-token]");
    const isian = teks();
    if (!tombol || !isian) return;
    isian.focus();
    isian.setRangeText(tombol.dataset.token, isian.selectionStart, isian.selectionEnd, "end");
    isian.dispatchEvent(new Event("input", { bubbles: true }));
  });
  document.addEventListener("input", (ev) => {
    if (!ev.target.matches("[data-cari-token]")) return;
    const cari = ev.target.value.trim().toLowerCase();
    let cocok = 0;
    document.querySelectorAll("[data-kelompok-token]").forEach((kelompok, urutan) => {
      const judul = kelompok.querySelector("summary").textContent.toLowerCase();
      let tampak = 0;
      kelompok.querySelectorAll("li").forEach((butir) => {
        butir.hidden = !!cari && !judul.includes(cari) && !butir.textContent.toLowerCase().includes(cari);
        if (!butir.hidden) tampak += 1;
      });
      kelompok.hidden = tampak === 0;
      kelompok.open = cari ? tampak > 0 : urutan === 0;
      cocok += tampak;
    });
    const jumlah = document.querySelector("[data-jumlah-token]");
    jumlah.textContent = !cari ? "" : cocok ? `${cocok} cocok` : "Tidak ada yang cocok. Coba kata yang lebih pendek.";
  });
})();
