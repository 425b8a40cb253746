// Forms that are sent with what a passkey says: <form data-passkey="get|create" data-options="where to ask">.
(() => {
  "use strict";
  // A passkey belongs to a name; an address in figures has none.
  if (/^[\d.]+$|^\[/.test(location.hostname) || !window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const note = form.querySelector("[data-passkey-note]");
      const button = form.querySelector("button");
      note.hidden = true;
      button.disabled = true;
      try {
        const token = form.querySelector("input[name=__RequestVerificationToken]").value;
        const answer = await fetch(form.dataset.options, {
          method: "POST",
          headers: { RequestVerificationToken: token },
        });
        if (!answer.ok) throw new Error(String(answer.status));
        const options = await answer.json();
        const credential =
          form.dataset.passkey === "create"
            ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
            : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        form.querySelector("input[name=credential]").value = JSON.stringify(credential);
        form.submit();
      } catch {
        // Closed by the person, no passkey there, or no answer from us.
        note.hidden = false;
        button.disabled = false;
      }
    });
  });
})();
