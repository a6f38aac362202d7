// Pages larger or as wide as the panel; the box stays in view, and further pages are as large.
youju.local.zoom = () => {
  document.body.classList.toggle("zoomed");
  const box = document.querySelector("#source .box, #source .sheet");
  box.scrollIntoView({ block: "center", inline: "center" });
};
