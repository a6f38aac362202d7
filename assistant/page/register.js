// The register: what is typed or chosen above the table is an event for Python.
youju.filled.register = (element, trigger) => {
  const words = element.querySelector("input.words");
  if (!words || words.dataset.wired) return;
  words.dataset.wired = "yes";
  words.addEventListener("change", () => trigger("show", { text: words.value }));
  youju.all("select", element).forEach((select) => {
    select.addEventListener("change", () => trigger("show", { [select.name]: select.value }));
  });
  youju.all("tr[data-doc]", element).forEach((row) => {
    row.addEventListener("keydown", (event) => event.key === "Enter" && row.click());
  });
};
