// One voice at a time: what plays falls silent when another begins, and when its question leaves the screen.
function silence(isToStop) {
  document.querySelectorAll("audio").forEach((one) => { if (isToStop(one)) one.pause(); });
}

document.addEventListener("play", (event) => silence((one) => one !== event.target), true);
document.addEventListener("click", () => setTimeout(() => silence((one) => one.closest("[hidden]"))));
