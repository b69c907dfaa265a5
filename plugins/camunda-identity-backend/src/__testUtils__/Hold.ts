/** Holds back the answers of a server until a test releases them. */
export class Hold {
  #gate?: Promise<void>;
  #release = () => {};
  #reached?: () => void;

  /**
   * Holds back all answers from now on.
   *
   * @returns once a request waits for its answer
   */
  start(): Promise<void> {
    this.#gate = new Promise(done => {
      this.#release = done;
    });
    return new Promise(done => {
      this.#reached = done;
    });
  }

  /** Answers everything that waits, and whatever comes later. */
  release(): void {
    this.#release();
    this.#gate = undefined;
  }

  /** For the server: waits before an answer while answers are held back. */
  async pass(): Promise<void> {
    if (!this.#gate) return;
    this.#reached?.();
    await this.#gate;
  }
}
