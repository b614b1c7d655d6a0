/* Halaman akun: lihat kata sandi, salin, dan kunci sandi (upacaranya milik allauth: mfa/js/webauthn.js). */
(() => {
  "use strict";
  const $ = (s) => document.querySelector(s);
  const $$ = (s) => [...document.querySelectorAll(s)];

  $$("[data-lihat]").forEach((tombol) => {
    const isian = document.getElementById(tombol.dataset.lihat);
    tombol.hidden = false;
    tombol.addEventListener("click", () => {
      const terlihat = isian.type === "text";
      isian.type = terlihat ? "password" : "text";
      tombol.setAttribute("aria-pressed", String(!terlihat));
      isian.focus();
    });
    isian.form.addEventListener("submit", () => { isian.type = "password"; });
  });

  if (navigator.clipboard) $$("[data-salin]").forEach((tombol) => {
    const asal = document.getElementById(tombol.dataset.salin);
    const kata = tombol.querySelector("span");
    tombol.hidden = false;
    tombol.addEventListener("click", async () => {
      const baris = [...asal.querySelectorAll("code")].map((satu) => satu.textContent.trim());
      await navigator.clipboard.writeText(baris.length ? baris.join("\n") : asal.textContent.trim());
      kata.textContent = "Tersalin";
      setTimeout(() => { kata.textContent = "Salin"; }, 2000);
    });
  });

  const formulir = $("[data-kunci]");
  if (!formulir) return;
  const tombol = document.getElementById("kunci-tombol");
  const kotak = $("[data-kunci-gagal]");
  const lapor = (teks) => { kotak.hidden = false; kotak.querySelector("p").textContent = teks; };
  const SEBAB = {
    NotAllowedError: "Kunci sandi tidak dipakai: dibatalkan, waktunya habis, atau tidak cocok. Ulangi.",
    InvalidStateError: "Perangkat ini sudah terdaftar pada akun Anda.",
    SecurityError: "Kunci sandi tidak dapat dipakai pada alamat ini. Buka Tolok melalui alamat resminya (https).",
  };
  document.addEventListener("allauth.error", (ev) => {
    ev.preventDefault();
    lapor(SEBAB[ev.detail.exception?.name] ?? "Kunci sandi gagal dipakai. Periksa sambungan, lalu ulangi.");
  });
  if (!window.PublicKeyCredential) {
    if (!tombol.hidden) { tombol.disabled = true; lapor("Peramban atau alamat ini tidak mendukung kunci sandi."); }
    return;
  }
  const id = { credential: "id_credential", data: "kunci-data" };
  const { addForm, authenticateForm, loginForm } = window.allauth.webauthn.forms;
  tombol.hidden = false;
  tombol.addEventListener("click", () => { kotak.hidden = true; });
  if (formulir.dataset.kunci === "masuk") loginForm({ ids: { ...id, login: tombol.id } });
  else if (formulir.dataset.kunci === "periksa") authenticateForm({ ids: { ...id, authenticate: tombol.id } });
  else {
    addForm({ ids: { ...id, add: tombol.id, passwordless: "id_passwordless" } });
    formulir.addEventListener("submit", (ev) => { ev.preventDefault(); tombol.click(); });
  }
})();
