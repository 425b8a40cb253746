// Comfort only: all works without.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const words = document.getElementById("reprieve-texts")?.dataset ?? {};
  const say = (key, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words[key] ?? "");
  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const later = (milliseconds, act) => {
    let timer;
    const start = () => {
      clearTimeout(timer);
      timer = setTimeout(act, milliseconds);
    };
    return Object.assign(start, { stop: () => clearTimeout(timer) });
  };
  const tokenOf = (form) => form?.querySelector("input[name=__RequestVerificationToken]");

  // Copy buttons: <button data-copy="#id">.
  all("[data-copy]", (button) =>
    button.addEventListener("click", async () => {
      const source = document.querySelector(button.dataset.copy);
      if (!source) return;
      const text = "value" in source ? source.value : source.textContent;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        // No clipboard without a secure origin.
        getSelection().selectAllChildren(source);
        if (!document.execCommand("copy")) return;
      }
      const label = button.querySelector("span") ?? button;
      const before = (button.dataset.label ??= label.textContent);
      label.textContent = say("copied");
      announce(say("copied"));
      setTimeout(() => (label.textContent = before), 2000);
    }),
  );

  const live = document.body.appendChild(make("div", { className: "unseen" }));
  live.setAttribute("role", "status");
  const announce = (text) => (live.textContent = text);

  // Countdowns: <time data-due="ISO">; the server has written the words once, and its clock counts: a demo has one of its own.
  const ahead = root.dataset.now ? Date.parse(root.dataset.now) - Date.now() : 0;
  const left = (due) => {
    const minutes = Math.floor((Date.parse(due) - ahead - Date.now()) / 60000);
    if (minutes < 0) return say("passed");
    const [unit, count] =
      minutes >= 2880 ? ["Days", minutes / 1440] : minutes >= 60 ? ["Hours", minutes / 60] : ["Minutes", minutes];
    const whole = Math.floor(count);
    return say(whole === 1 ? `left${unit.slice(0, -1)}` : `left${unit}`, whole);
  };
  const recount = () =>
    all("time[data-due]", (time) => {
      const text = left(time.dataset.due);
      if (text && time.textContent !== text) time.textContent = text;
    });
  if (words.leftDays) {
    recount();
    setInterval(recount, 60000);
  }

  // Waiting pages: <div data-again="milliseconds">. The page is fetched anew; loaded again when it waits no more.
  all("[data-again]", (element) => {
    const words = element.querySelector(".words");
    const look = async () => {
      try {
        const answer = await fetch(location.href);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const now = page.querySelector("[data-again] .words");
        if (!now) return location.reload();
        if (words.textContent !== now.textContent) words.textContent = now.textContent;
      } catch {
        // The program is being started again: a later look finds it.
      }
      setTimeout(look, Number(element.dataset.again));
    };
    setTimeout(look, Number(element.dataset.again));
  });

  // Checks while typing: <textarea data-check="/url" data-into="#id">.
  all("textarea[data-check]", (area) => {
    let running;
    let last = area.value;
    const check = async () => {
      const into = document.querySelector(area.dataset.into);
      if (!into || area.value === last) return;
      running?.abort();
      running = new AbortController();
      const data = new FormData();
      const token = tokenOf(area.form);
      if (token) data.set(token.name, token.value);
      data.set(area.name, area.value);
      const sent = area.value;
      try {
        const answer = await fetch(area.dataset.check, { method: "POST", body: data, signal: running.signal });
        if (!answer.ok || answer.redirected) return;
        into.innerHTML = await answer.text();
        last = sent;
      } catch {
        // Newer typing or no line: the findings stay.
      }
    };
    area.addEventListener("input", later(400, check));
  });

  // Drafts: <form data-draft="key">. What is typed waits in this tab until it has arrived.
  const drafts = (() => {
    try {
      return window.sessionStorage;
    } catch {
      return { getItem: () => null, setItem() {}, removeItem() {} }; // Forbidden: the form works as without drafts.
    }
  })();
  const draftOf = (key) => JSON.parse(drafts.getItem(key));
  const typed = (form) =>
    [...form.elements].filter((e) => e.name && !/^(hidden|file|password|submit|button|reset)$/.test(e.type ?? "submit"));
  const plain = (text) => text.replace(/\r\n/g, "\n").trim();
  const read = (form) =>
    typed(form).map((e) => [e.name, /^(checkbox|radio)$/.test(e.type) ? e.value : null, e.checked ?? null, plain(e.value)]);
  const write = (form, draft) => {
    typed(form).forEach((e) => {
      const same = draft.find((d) => d[0] === e.name && (d[1] === null || d[1] === e.value));
      if (!same) return;
      if (same[1] === null) e.value = same[3];
      else e.checked = same[2];
      e.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };
  const offer = (form, key, draft) => {
    const button = (text, kind, act) =>
      make("button", { type: "button", className: `button small ${kind}`, textContent: text, onclick: act });
    const box = make("div", { className: "draft" });
    const close = () => (box.remove(), form.elements[0]?.focus());
    box.setAttribute("role", "status");
    box.append(
      make("span", { textContent: say("draft", new Date(draft.at).toLocaleTimeString(root.lang || undefined)) }),
      button(say("draftBack"), "primary", () => (write(form, draft.values), close())),
      button(say("draftAway"), "quiet", () => (drafts.removeItem(key), close())),
    );
    form.before(box);
  };
  const page = performance.getEntriesByType("navigation")[0];
  const arrived = !page?.responseStatus || page.responseStatus < 400;
  const forms = new Set();
  // What was sent has arrived when the next page says that something was done, or asks for it no more.
  const done = document.querySelector("[data-draft-done]");
  all("form[data-draft]", (form) => {
    const key = `draft:${form.dataset.draft}`;
    forms.add(key);
    let draft = draftOf(key);
    if (done && draft?.sent) draft = drafts.removeItem(key);
    const now = JSON.stringify(read(form));
    if (draft && JSON.stringify(draft.values) !== now) offer(form, key, draft);
    else if (draft) drafts.removeItem(key);
    const keep = (sent) => drafts.setItem(key, JSON.stringify({ at: Date.now(), values: read(form), sent }));
    const keepTyping = later(300, () => keep(false));
    form.addEventListener("input", keepTyping);
    form.addEventListener("submit", () => {
      keepTyping.stop();
      keep(true);
    });
  });
  Object.keys(drafts)
    .filter((key) => key.startsWith("draft:") && !forms.has(key) && arrived && draftOf(key)?.sent)
    .forEach((key) => drafts.removeItem(key));

  // Uploads: <form data-upload>. One request a file; the first carries the form's fields. The answer is a redirect, or
  // {"go": page to follow, "post": where the others go, "error": sentence, "note": what became of the file}.
  const upload = (url, data, row) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const bar = row.querySelector("progress");
      const note = row.querySelector(".note");
      request.open("POST", url);
      request.setRequestHeader("Accept", "application/json, text/html;q=0.5");
      request.setRequestHeader("X-Upload", "1");
      request.upload.onprogress = (event) => {
        if (!event.lengthComputable) return;
        bar.value = event.loaded / event.total;
        note.textContent = `${Math.floor(bar.value * 100)} %`;
      };
      request.onload = () => {
        let answer = {};
        try {
          answer = JSON.parse(request.responseText);
        } catch {
          answer.go = request.responseURL;
        }
        const ok = request.status < 400 && !answer.error;
        resolve(ok ? answer : { error: answer.error ?? say(request.status === 413 ? "tooBig" : "refused") });
      };
      request.onerror = () => resolve({ error: say("lost") });
      request.onabort = () => resolve({ cancelled: true });
      row.querySelector("button").onclick = () => request.abort();
      request.send(data);
    });
  all("form[data-upload]", (form) => {
    const input = form.querySelector("input[type=file]");
    const list = form.querySelector(".files");
    const zone = form.querySelector(".zone");
    if (!input || !list || !zone) return;
    const waiting = new Map();
    let sending = false;
    const add = (files) => {
      for (const file of files) {
        const cancel = make("button", { type: "button", className: "button small", textContent: say("remove") });
        cancel.setAttribute("aria-label", `${say("remove")}: ${file.name}`);
        const bar = make("progress", { max: 1, value: 0 });
        bar.setAttribute("aria-label", file.name);
        const size = file.size < 1e6 ? `${Math.ceil(file.size / 1e3)} kB` : `${(file.size / 1e6).toFixed(1)} MB`;
        const row = make("li", {}, make("span", { className: "file", textContent: file.name, title: file.name }), bar);
        row.append(make("span", { className: "note", textContent: size }), cancel);
        cancel.onclick = () => (waiting.delete(row), row.remove());
        waiting.set(row, file);
        list.append(row);
      }
      if (form.dataset.upload === "now" && files.length) form.requestSubmit();
    };
    const finish = (row, text, error) => {
      row.querySelector(".note").textContent = text;
      row.querySelector("button")?.remove();
      if (error) row.append(make("span", { className: "wrong", textContent: error }));
      announce(`${row.querySelector(".file").textContent}: ${error ?? text}`);
    };
    const send = async () => {
      let url = form.action;
      let go;
      let failed = false;
      let first = true;
      while (waiting.size) {
        const [row, file] = waiting.entries().next().value;
        waiting.delete(row);
        const data = first || url === form.action ? new FormData(form) : new FormData();
        const token = tokenOf(form);
        if (token) data.set(token.name, token.value);
        data.set(input.name, file, file.name);
        row.querySelector("button").textContent = say("cancel");
        const answer = await upload(url, data, row);
        if (answer.cancelled) finish(row, say("cancelled"));
        else if (answer.error) finish(row, "", answer.error);
        else finish(row, answer.note ?? say("done"));
        failed ||= Boolean(answer.error);
        if (answer.cancelled || answer.error) continue;
        first = false;
        go = answer.go ?? go;
        url = answer.post ?? url;
      }
      form.removeAttribute("aria-busy");
      sending = false;
      if (go && !failed) location.assign(go);
      else if (go) list.after(make("a", { className: "button primary", href: go, textContent: say("goOn") }));
    };
    input.addEventListener("change", () => {
      add(input.files);
      input.value = "";
      input.required = false;
    });
    for (const name of ["dragenter", "dragover", "dragleave", "drop"])
      form.addEventListener(name, (event) => {
        if (![...event.dataTransfer.types].includes("Files")) return;
        event.preventDefault();
        zone.classList.toggle("over", name === "dragenter" || name === "dragover");
        if (name === "drop") add(event.dataTransfer.files);
      });
    form.addEventListener("submit", (event) => {
      if (!waiting.size && !sending) return;
      event.preventDefault();
      if (sending) return;
      sending = true;
      form.setAttribute("aria-busy", "true");
      send();
    });
  });

  // A form is sent once.
  all("form[method=post]:not([data-upload])", (form) => {
    let sent = false;
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      if (sent) event.preventDefault();
      sent = true;
    });
    addEventListener("pageshow", () => (sent = false));
  });

  all("[data-print]", (button) => button.addEventListener("click", () => print()));
})();
