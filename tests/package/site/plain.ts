import "eherkenning-wizard";

const wizard = document.querySelector("eh-wizard");
wizard?.addEventListener("eh-step", ({ detail }) => {
  document.title = `${detail.index}/${detail.total} ${detail.title}`;
});
wizard?.addEventListener("eh-error", ({ detail }) => {
  document.body.dataset.failed = detail.code;
});
