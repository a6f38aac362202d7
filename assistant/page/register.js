// The register: what is typed or chosen is an event for Python, which fills the room anew; then
// the keyboard goes on from where it was.
(() => {
  let left = "";  // how to find the control that was used
  const named = ({ name, dataset }) => {
    if (name) return `[name="${name}"]`;
    const [key, value] = Object.entries(dataset).find(([key]) => /^(sort|table)$/.test(key)) ?? [];
    return key ? `[data-${key}="${value}"]` : "";
  };
  let turning = false;  // to another page, which is read from its first row on

  const press = (event) => {
    if ((event.key !== "Enter" && event.key !== " ") || !event.target.matches("tr, .column")) return;
    event.preventDefault();
    event.target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  };

  youju.filled.register = (element, trigger) => {
    if (!element.dataset.wired) {
      element.dataset.wired = "yes";
      element.addEventListener("change", ({ target }) => {
        if (target.name) trigger("show", { [target.name]: target.value });
      });
      element.addEventListener("focusin", ({ target }) => (left = named(target)));
      element.addEventListener("keydown", press);
      element.addEventListener("click", ({ target }) => (turning = target.matches("[data-page]")));
    }
    youju.all(".years", element).forEach((chart) => (chart.scrollLeft = chart.scrollWidth));
    if (turning) {
      turning = false;
      const first = element.querySelector("tbody tr");
      first.closest(".scroll").scrollIntoView({ block: "start" });
      return first.focus({ preventScroll: true });
    }
    const again = left && [...element.querySelectorAll(left)].find((control) => !control.disabled);
    if (again && document.activeElement === document.body) again.focus({ preventScroll: true });
  };
})();
