/* Says how far an upload is, and lets it be cancelled. Without this script the form is sent like any other. */
(() => {
  "use strict";

  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

  const bytes = count => {
    const units = ["bytes", "kB", "MB", "GB"];
    let unit = 0;
    while (count >= 999.5 && unit < units.length - 1) {
      count /= 1000;
      unit++;
    }
    return `${count.toFixed(unit > 0 && count < 9.95 ? 1 : 0)} ${units[unit]}`;
  };

  const watch = box => {
    const form = box.closest("form");
    const input = form.querySelector("input[type=file]");
    const bar = box.querySelector("progress");
    const shown = box.querySelector("[data-shown]");
    const spoken = box.querySelector("[role=status]");
    const words = box.dataset;

    const say = text => {
      shown.textContent = text;
      spoken.textContent = text;
    };

    const timeLeft = (started, done, total) => {
      const seconds = (performance.now() - started) / 1000 * (total - done) / done;
      return seconds < 60 ? words.short : fill(words.minutes, Math.round(seconds / 60));
    };

    const send = submitter => {
      const data = new FormData(form);
      if (submitter && submitter.name) {
        data.append(submitter.name, submitter.value);
      }
      const request = new XMLHttpRequest();
      const started = performance.now();
      let tenth = 0;
      request.upload.addEventListener("progress", event => {
        if (event.lengthComputable) {
          const percent = Math.floor(event.loaded / event.total * 100);
          bar.value = percent;
          shown.textContent =
            `${fill(words.progress, bytes(event.loaded), bytes(event.total))} ${timeLeft(started, event.loaded, event.total)}`;
          if (Math.floor(percent / 10) > tenth) {
            tenth = Math.floor(percent / 10);
            spoken.textContent = `${percent} %`;
          }
        }
      });
      request.upload.addEventListener("load", () => say(words.sent));
      request.addEventListener("load", () => {
        if (request.responseURL.split("?")[0] !== form.action.split("?")[0]) {
          location.assign(request.responseURL);
        } else {
          document.open();
          document.write(request.responseText);
          document.close();
          const first = () => document.querySelector("[autofocus]")?.focus();
          first();
          addEventListener("load", first, { once: true });
        }
      });
      request.addEventListener("error", () => {
        say(words.broken);
        form.removeAttribute("aria-busy");
      });
      request.addEventListener("abort", () => {
        box.hidden = true;
        form.removeAttribute("aria-busy");
        input.focus();
      });
      box.querySelector("button").onclick = () => request.abort();
      box.hidden = false;
      form.setAttribute("aria-busy", "true");
      request.open("POST", form.action);
      request.send(data);
    };

    form.addEventListener("submit", event => {
      if (input && input.files.length > 0) {
        event.preventDefault();
        if (!form.hasAttribute("aria-busy")) {
          send(event.submitter);
        }
      }
    });
  };

  document.querySelectorAll("[data-upload]").forEach(watch);
})();
