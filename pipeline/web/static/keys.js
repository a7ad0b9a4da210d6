// What keys do, and the copy button. The pages work without this file.
(function () {
  "use strict";
  function typing(target) {
    return target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");
  }
  function links() {
    return Array.from(document.querySelectorAll(".hit .said a, .story .ref"));
  }
  function step(by) {
    const all = links();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    next.focus();
    next.scrollIntoView({ block: "center" });
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") {
      const field = document.getElementById("q");
      if (!field) return;
      field.focus();
      field.select();
    } else return;
    event.preventDefault();
  });
  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      const field = document.getElementById(button.dataset.copy);
      navigator.clipboard.writeText(field.value).then(function () {
        button.textContent = button.dataset.done;
      }, function () { field.select(); });
    });
  });
})();
