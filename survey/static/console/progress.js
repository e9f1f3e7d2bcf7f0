// While long work runs, asks now and then how it goes and shows the page anew once it is over.

const note = document.querySelector("[data-progress]");

async function look() {
  try {
    const answer = await fetch(note.dataset.progress, { credentials: "same-origin" });
    if (answer.ok && !(await answer.json()).working) {
      location.reload();
      return;
    }
  } catch (_) {
    // Without the network the page keeps asking.
  }
  setTimeout(look, 1500);
}

if (note) setTimeout(look, 800);
