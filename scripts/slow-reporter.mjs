const TOLD_AFTER_MS = 120_000;

/** A Vitest reporter that names the test files that have run for two minutes, again and again: one that hangs never says so itself. */
export default class SlowReporter {
  #running = new Map();

  onTestModuleStart({ moduleId }) {
    const tell = () => console.log(`still running: ${moduleId}`);
    this.#running.set(moduleId, setInterval(tell, TOLD_AFTER_MS).unref());
  }

  onTestModuleEnd({ moduleId }) {
    clearInterval(this.#running.get(moduleId));
    this.#running.delete(moduleId);
  }
}
