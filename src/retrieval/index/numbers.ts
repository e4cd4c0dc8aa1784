/** Lists of unsigned 32-bit numbers: reading where an entry is known to be, and growing. */

/** The number at `index`, which the caller knows to be inside: the one place that says so to the compiler. */
export function at(numbers: Uint32Array, index: number): number {
  return numbers[index] as number
}

/** A growing list of unsigned 32-bit numbers. */
export class Numbers {
  #values = new Uint32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Uint32Array(this.length * 2)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.length++] = value
  }

  toArray(): Uint32Array {
    return this.#values.slice(0, this.length)
  }
}
