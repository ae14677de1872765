/* SHA-256 (FIPS 180-4) of bytes that come one after the other: what the browser has itself wants a whole file in memory. */
(() => {
  "use strict";

  const primes = [];
  for (let n = 2; primes.length < 64; n++) {
    if (primes.every(prime => n % prime)) {
      primes.push(n);
    }
  }
  const fraction = root => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
  const K = Int32Array.from(primes, prime => fraction(Math.cbrt(prime)));
  const H = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)));
  const W = new Int32Array(64);

  class Sha256 {
    constructor() {
      this.state = Int32Array.from(H);
      this.rest = new Uint8Array(64);
      this.held = 0;
      this.length = 0;
    }

    /** @param {Uint8Array} bytes */
    update(bytes) {
      this.length += bytes.length;
      let at = 0;
      if (this.held > 0) {
        at = Math.min(64 - this.held, bytes.length);
        this.rest.set(bytes.subarray(0, at), this.held);
        this.held += at;
        if (this.held < 64) {
          return this;
        }
        this.blocks(this.rest, 0, 64);
      }
      const whole = at + (bytes.length - at & ~63);
      this.blocks(bytes, at, whole);
      this.rest.set(bytes.subarray(whole));
      this.held = bytes.length - whole;
      return this;
    }

    /** The digest in hexadecimal; nothing may follow. */
    hex() {
      const bits = this.length * 8;
      const end = new Uint8Array((this.held < 56 ? 64 : 128) - this.held);
      end[0] = 0x80;
      const view = new DataView(end.buffer);
      view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
      view.setUint32(end.length - 4, bits >>> 0);
      this.update(end);
      return Array.from(this.state, word => (word >>> 0).toString(16).padStart(8, "0")).join("");
    }

    blocks(bytes, from, to) {
      let [a0, b0, c0, d0, e0, f0, g0, h0] = this.state;
      for (let at = from; at < to; at += 64) {
        for (let i = 0, p = at; i < 16; i++, p += 4) {
          W[i] = bytes[p] << 24 | bytes[p + 1] << 16 | bytes[p + 2] << 8 | bytes[p + 3];
        }
        for (let i = 16; i < 64; i++) {
          const x = W[i - 15];
          const y = W[i - 2];
          const s0 = (x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3;
          const s1 = (y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10;
          W[i] = W[i - 16] + s0 + W[i - 7] + s1 | 0;
        }
        let a = a0, b = b0, c = c0, d = d0, e = e0, f = f0, g = g0, h = h0;
        for (let i = 0; i < 64; i++) {
          const s1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
          const t1 = h + s1 + (e & f ^ ~e & g) + K[i] + W[i] | 0;
          const s0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
          const t2 = s0 + (a & b ^ a & c ^ b & c) | 0;
          h = g;
          g = f;
          f = e;
          e = d + t1 | 0;
          d = c;
          c = b;
          b = a;
          a = t1 + t2 | 0;
        }
        a0 = a0 + a | 0;
        b0 = b0 + b | 0;
        c0 = c0 + c | 0;
        d0 = d0 + d | 0;
        e0 = e0 + e | 0;
        f0 = f0 + f | 0;
        g0 = g0 + g | 0;
        h0 = h0 + h | 0;
      }
      this.state.set([a0, b0, c0, d0, e0, f0, g0, h0]);
    }
  }

  window.Sha256 = Sha256;
})();
