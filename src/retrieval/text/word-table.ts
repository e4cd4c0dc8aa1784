/** A table from words, as they stand in texts, to numbers: looked up by their letters, so that a word seen before costs no string. */

export class WordTable {
  /** By hash, open addressing with linear probing: 1 + the word's place in the other lists, or 0. */
  #slots = new Uint32Array(1 << 12)
  #hashes = new Int32Array(1 << 11)
  #values = new Uint32Array(1 << 11)
  /** By word, one more: where its letters start. */
  #starts = new Uint32Array((1 << 11) + 1)
  #letters = new Uint16Array(1 << 14)
  #size = 0

  /** The number of the word between `start` and `end`, or -1. `hash` is that of its letters (`hashOf` of `words.ts`). */
  find(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot] as number // inside
      if (entry === 0) return -1
      if (this.#hashes[entry - 1] === hash && this.#isWord(entry - 1, text, start, end))
        return this.#values[entry - 1] as number // inside
    }
  }

  /** Adds a word that the table lacks, with a number of 32 bits. */
  add(text: string, start: number, end: number, hash: number, value: number): void {
    if (this.#size === this.#values.length) this.#grow()
    const from = this.#starts[this.#size] as number // inside
    const to = from + end - start
    if (to > this.#letters.length) this.#letters = enlarged(this.#letters, new Uint16Array(to * 2))
    for (let at = start; at < end; at++) this.#letters[from + at - start] = text.charCodeAt(at)
    this.#hashes[this.#size] = hash
    this.#values[this.#size] = value
    this.#starts[++this.#size] = to
    this.#place(hash, this.#size)
  }

  #isWord(word: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[word] as number // inside
    if ((this.#starts[word + 1] as number) - from !== end - start) return false // inside
    for (let at = start; at < end; at++) if (this.#letters[from + at - start] !== text.charCodeAt(at)) return false
    return true
  }

  #place(hash: number, entry: number): void {
    const mask = this.#slots.length - 1
    let slot = spread(hash) & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = entry
  }

  #grow(): void {
    const size = this.#size * 2
    this.#hashes = enlarged(this.#hashes, new Int32Array(size))
    this.#values = enlarged(this.#values, new Uint32Array(size))
    this.#starts = enlarged(this.#starts, new Uint32Array(size + 1))
    this.#slots = new Uint32Array(size * 2)
    for (let word = 0; word < this.#size; word++) this.#place(this.#hashes[word] as number, word + 1) // inside
  }
}

/** The low bits of FNV alone are uneven for short words. */
const spread = (hash: number): number => hash ^ (hash >>> 15)

function enlarged<List extends Uint16Array | Int32Array | Uint32Array>(list: List, larger: List): List {
  larger.set(list)
  return larger
}
