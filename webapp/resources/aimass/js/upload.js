/*
 * Sends a form's file in pieces, from the moment it is chosen or dropped. Goes on where it was after a pause, a cut, or a reload
 * of the page when the same file is chosen again. Without this script the form brings the file itself.
 */
(() => {
  "use strict";

  const ADDRESS = "/dataset/uploads";
  const BEGINNING = 1 << 20;
  const PATIENCE = [1000, 3000, 9000];

  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);
  const wait = millis => new Promise(resolve => setTimeout(resolve, millis));

  /** By the browser where it can: it does so only where the address is trusted. */
  const digest = async bytes => window.crypto?.subtle
    ? Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), b => b.toString(16).padStart(2, "0")).join("")
    : new Sha256().update(bytes).hex();

  const size = count => {
    const units = ["bytes", "kB", "MB", "GB"];
    let unit = 0;
    while (count >= 999.5 && unit < units.length - 1) {
      count /= 1000;
      unit++;
    }
    return `${count.toFixed(unit > 0 && count < 9.95 ? 1 : 0)} ${units[unit]}`;
  };

  /** The portal says no, and why. */
  class Refused extends Error {}
  /** The connection or the portal is away. */
  class Away extends Error {}
  /** Paused or cancelled. */
  class Stopped extends Error {}

  const understood = (status, text, words) => {
    let answer = {};
    try {
      answer = JSON.parse(text);
    } catch {
      // an error page
    }
    if (status >= 200 && status < 300) {
      return answer;
    }
    if (status === 409 && answer.message) {
      throw Object.assign(new Refused(answer.message), { conflict: true });
    }
    throw answer.message ? new Refused(answer.message) : status >= 500 && status !== 507 ? new Away() : new Refused(words.failed);
  };

  const watch = box => {
    const form = box.closest("form");
    const input = document.getElementById(form.id + ":" + box.dataset.file);
    const zone = input.closest(".field");
    const id = document.getElementById(form.id + ":" + box.dataset.place);
    const bar = box.querySelector("progress");
    const shown = box.querySelector("[data-shown]");
    const spoken = box.querySelector("[data-spoken]");
    const go = box.querySelector("[data-go]");
    const stop = box.querySelector("[data-stop]");
    const words = box.dataset;
    let state = id.value && !box.hidden ? "done" : "idle";
    let file = null;
    let run = 0;
    let request = null;
    let upload = null;
    let submitter = null;

    const say = text => {
      shown.textContent = text;
      spoken.textContent = text;
    };

    const become = next => {
      state = next;
      box.hidden = next === "idle";
      box.classList.toggle("note-error", next === "failed");
      box.classList.toggle("note-ok", next === "done");
      go.hidden = !["sending", "paused", "broken", "failed"].includes(next);
      go.textContent = next === "sending" ? words.pause : next === "failed" ? words.again : words.resume;
      stop.hidden = next === "idle";
      stop.textContent = next === "done" || next === "failed" ? words.remove : words.cancel;
    };

    const call = async (method, path) => {
      let answer;
      try {
        answer = await fetch(ADDRESS + path, { method, redirect: "manual", headers: { "X-Csrf-Token": words.csrf } });
      } catch {
        throw new Away();
      }
      if (answer.type === "opaqueredirect") {
        throw new Refused(words.session);
      }
      return understood(answer.status, await answer.text(), words);
    };

    const put = (path, bytes, progress) => new Promise((resolve, reject) => {
      request = new XMLHttpRequest();
      request.upload.addEventListener("progress", event => progress(event.loaded));
      request.addEventListener("load", () => {
        try {
          resolve(understood(request.status, request.responseText, words));
        } catch (e) {
          reject(e);
        }
      });
      request.addEventListener("error", () => reject(new Away()));
      request.addEventListener("abort", () => reject(new Stopped()));
      request.open("POST", ADDRESS + path);
      request.setRequestHeader("X-Csrf-Token", words.csrf);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.send(bytes);
    });

    const meter = () => {
      const started = performance.now();
      const first = upload.received;
      let tenth = Math.floor(first / file.size * 10);
      return done => {
        const seconds = (performance.now() - started) / 1000;
        const rate = (done - first) / Math.max(seconds, 0.001);
        const left = (file.size - done) / Math.max(rate, 1);
        bar.value = done / file.size * 100;
        shown.textContent = [
          fill(words.progress, size(done), size(file.size)),
          ...seconds < 1 ? [] : [fill(words.rate, size(rate)), left < 60 ? words.short : fill(words.minutes, Math.round(left / 60))],
        ].join(" · ");
        if (Math.floor(done / file.size * 10) > tenth) {
          tenth = Math.floor(done / file.size * 10);
          spoken.textContent = `${tenth * 10} %`;
        }
      };
    };

    const piece = async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer());

    /** Sends what is missing; stops as soon as another run has begun. */
    const send = async mine => {
      const step = Number(words.piece);
      const still = () => {
        if (run !== mine) {
          throw new Stopped();
        }
      };
      const beginning = await digest(await piece(0, BEGINNING));
      const query = new URLSearchParams({ kind: words.upload, name: file.name.slice(-300), size: file.size, fingerprint: beginning });
      const opened = await call("POST", "?" + query);
      still();
      upload = opened;
      const whole = new Sha256();
      for (let at = 0; at < upload.received; at += step) {
        shown.textContent = words.checking;
        whole.update(await piece(at, Math.min(at + step, upload.received)));
        await wait(0);
        still();
      }
      const progress = meter();
      while (upload.received < file.size) {
        const from = upload.received;
        const bytes = await piece(from, from + step);
        const answer = await put(`/${upload.id}?offset=${from}&sha256=${await digest(bytes)}`, bytes, sent => progress(from + sent));
        still();
        whole.update(bytes);
        upload = answer;
        progress(upload.received);
      }
      if (!upload.finished) {
        await call("POST", `/${upload.id}/finish?sha256=${whole.hex()}`);
        still();
      }
    };

    const start = async () => {
      const mine = ++run;
      request?.abort();
      box.querySelector("[data-name]").textContent = file.name;
      become("sending");
      for (let attempt = 0; ; attempt++) {
        try {
          await send(mine);
          finished();
          return;
        } catch (e) {
          if (run !== mine || e instanceof Stopped) {
            return;
          }
          const again = e instanceof Away || e.conflict && attempt === 0;
          if (!again) {
            failed(e);
            return;
          }
          if (attempt >= PATIENCE.length) {
            become("broken");
            say(words.broken);
            return;
          }
          await wait(PATIENCE[attempt]);
          if (run !== mine) {
            return;
          }
        }
      }
    };

    const finished = () => {
      bar.value = 100;
      id.value = upload.id;
      become("done");
      say(words.sent);
      if (submitter) {
        form.requestSubmit(submitter);
      }
    };

    const failed = e => {
      submitter = null;
      discard();
      become("failed");
      say(e instanceof Refused ? e.message : words.failed);
    };

    const discard = () => {
      const gone = upload?.id ?? id.value;
      id.value = "";
      upload = null;
      bar.value = 0;
      if (gone) {
        call("POST", `/${gone}/discard`).catch(() => {});
      }
    };

    const pause = () => {
      run++;
      request?.abort();
      submitter = null;
      become("paused");
      say(words.paused);
    };

    const cancel = () => {
      run++;
      request?.abort();
      submitter = null;
      discard();
      file = null;
      input.value = "";
      become("idle");
      input.focus();
    };

    const choose = () => {
      if (input.files.length > 0) {
        if (file || id.value) {
          run++;
          discard();
        }
        file = input.files[0];
        if (file.size > 0) {
          start();
        } else {
          file = null;
          become("idle");
        }
      }
    };

    go.addEventListener("click", () => state === "sending" ? pause() : start());
    stop.addEventListener("click", cancel);
    input.addEventListener("change", choose);

    form.addEventListener("submit", event => {
      if (["sending", "paused", "broken"].includes(state)) {
        event.preventDefault();
        submitter = event.submitter;
        const waits = state === "sending";
        if (!waits) {
          start();
        }
        spoken.textContent = words.waiting;
      } else if (state === "failed") {
        event.preventDefault();
        box.scrollIntoView({ block: "nearest" });
        go.focus();
      }
    });
    // what has arrived in pieces is not sent once more with the form
    form.addEventListener("formdata", event => {
      if (id.value) {
        event.formData.set(input.name, new File([], ""));
      }
    });

    if (zone) {
      const hint = document.createElement("p");
      hint.className = "drop-hint";
      hint.textContent = words.drop;
      input.after(hint);
      zone.classList.add("drop");
      let inside = 0;
      const light = change => {
        inside = Math.max(0, inside + change);
        zone.classList.toggle("drop-over", inside > 0);
      };
      zone.addEventListener("dragenter", () => light(1));
      zone.addEventListener("dragleave", () => light(-1));
      zone.addEventListener("dragover", event => event.preventDefault());
      zone.addEventListener("drop", event => {
        event.preventDefault();
        light(-inside);
        if (event.dataTransfer.files.length > 0) {
          const one = new DataTransfer();
          one.items.add(event.dataTransfer.files[0]);
          input.files = one.files;
          choose();
        }
      });
    }
    become(state);
    // a form that the browser has filled in again: the file is chosen, but nothing has begun
    if (state === "idle" && input.files.length > 0) {
      choose();
    }
  };

  document.querySelectorAll("[data-upload]").forEach(watch);
})();
