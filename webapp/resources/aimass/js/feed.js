/*
 * Shows the parts of a form that belong to what is chosen in it: a part with data-when names a control and, in data-is, the values with
 * which it is shown; data-or and data-or-is name another one. Where the control is not in the form, the server has chosen already.
 * Without this script all parts are shown, and the server takes what it needs.
 */
(() => {
  "use strict";

  const value = name => {
    const radios = document.querySelectorAll(`input[type=radio][name="${CSS.escape(name)}"]`);
    return radios.length > 0
      ? [...radios].find(radio => radio.checked)?.value
      : document.getElementById(name)?.value;
  };

  const has = (name, values) => {
    const chosen = name ? value(name) : undefined;
    return chosen === undefined ? undefined : values.split(" ").includes(chosen);
  };

  const parts = [...document.querySelectorAll("[data-when]")];

  const show = () => {
    for (const part of parts) {
      const { when, is, or, orIs } = part.dataset;
      const answers = [has(when, is), has(or, orIs ?? "")].filter(answer => answer !== undefined);
      part.hidden = is !== "" && answers.length > 0 && !answers.includes(true);
    }
  };

  document.addEventListener("change", show);
  show();
})();
