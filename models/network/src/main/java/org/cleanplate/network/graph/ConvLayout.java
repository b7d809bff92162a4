package org.cleanplate.network.graph;

/** How convolutions are written for what is to compute them. The result is the same. */
enum ConvLayout {
  /** As the network speaks of them. */
  PLAIN(1),
  /** For tensor cores. */
  GPU(8),
  /** For a CPU, on which arithmetic costs more than moving what lies in its caches. */
  CPU(16);

  private final int block;

  ConvLayout(int block) {
    this.block = block;
  }

  /** Channels that are computed together: zero filters fill up the last of these blocks. */
  int block() {
    return block;
  }

  /** The channels of whole blocks. */
  int roundUp(int channels) {
    return (channels + block - 1) / block * block;
  }
}
