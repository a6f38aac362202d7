// The register: what is typed or chosen is an event for Python, which fills the room anew; then
// the keyboard goes on from where it was.
(() => {
  let left = "";  // how to find the control that was used
  const named = ({ name, dataset }) => {
    if (name) return `[name="${name}"]`;
    const [key, value] = Object.entries(dataset).find(([key]) => /^(sort|table|page)$/.test(key)) ?? [];
    return key === "page" ? ".pager button" : key ? `[data-${key}="${value}"]` : "";
  };

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
    }
    youju.all(".years", element).forEach((chart) => (chart.scrollLeft = chart.scrollWidth));
    const again = left && [...element.querySelectorAll(left)].find((control) => !control.disabled);
    if (again && document.activeElement === document.body) again.focus({ preventScroll: true });
  };
})();
